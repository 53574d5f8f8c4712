import { App, type Logger, type Receiver, type webApi } from '@slack/bolt';
import { draftOfEvent } from './draft-event.js';
import { draftOfAction, draftOfCommand, draftOfPaste, draftOfShortcut } from './draft-interaction.js';
import { COMMAND, FIELD_ACTION, PASTE_BLOCK, PASTE_MODAL, SHORTCUT } from './ids.js';
import type { Intake } from './intake.js';
import { pasteErrors } from './paste-form.js';
import type { Self } from './self.js';

export interface AppOptions {
  readonly receiver: Receiver;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly botToken: string;
  readonly self: () => Self | null;
}

/** Bolt's application around a receiver. It asks nothing of Slack by itself: that is done at the start, where it can fail. */
export function createApp({ receiver, clientOptions, logger, botToken, self }: AppOptions): App {
  return new App({
    receiver,
    clientOptions,
    logger,
    // Bolt would keep a state for every conversation, for ever.
    convoStore: false,
    authorize: async () => {
      const me = self();
      return { botToken, ...(me !== null && { botId: me.botId, botUserId: me.userId }) };
    },
  });
}

/** Tells Bolt what is taken. Everything is acknowledged first; the work is begun, not waited for. */
export function listen(app: App, intake: Intake): void {
  // Bolt acknowledges events by itself, before this.
  app.event(/^/, async ({ body }) => intake.take(draftOfEvent(body)));
  app.command(COMMAND, async ({ ack, body }) => {
    await ack();
    intake.take(draftOfCommand(body));
  });
  app.shortcut({ type: 'message_action', callback_id: SHORTCUT }, async ({ ack, body }) => {
    await ack();
    intake.take(draftOfShortcut(body));
  });
  app.action(/^/, async ({ ack, body }) => {
    await ack();
    intake.take(draftOfAction(body));
  });
  app.view({ type: 'view_submission', callback_id: PASTE_MODAL }, async ({ ack, body, view }) => {
    const text = view.state.values[PASTE_BLOCK]?.[FIELD_ACTION]?.value ?? '';
    const errors = pasteErrors(text, view.private_metadata);
    if (errors !== null) return ack({ response_action: 'errors', errors });
    await ack();
    intake.take(draftOfPaste(body));
  });
}
