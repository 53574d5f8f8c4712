import {
  ActivityTypes,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type MessagingExtensionActionResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { pressedOf } from '../cards/data.js';
import { isJoining, keyOf, messageOf, shortcutOf } from './event.js';
import { type Turn, turnKey } from './turn.js';

/** Invokes that are answered, and what their values must be like. */
const answered: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['adaptiveCard/action', z.object({ action: z.object({ type: z.literal('Action.Execute') }) })],
  ['composeExtension/fetchTask', z.object({ commandId: z.string() })],
  ['composeExtension/submitAction', z.object({ commandId: z.string() })],
]);

/**
 * What each kind of activity means. Nothing is said here, and nothing waited for, but the text of a response: what
 * follows from an activity comes after its acknowledgement.
 */
export class ActivityReader extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const turn = turnOf(context);
      const happened = messageOf(turn.activity);
      if (happened !== null) turn.happen(happened, keyOf(turn.activity));
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    const turn = turnOf(context);
    const { type, name = '', value } = turn.activity;
    // The SDK would look up each member before it says that somebody was added.
    if (type === 'conversationUpdate' || type === 'installationUpdate') {
      if (isJoining(turn.activity)) turn.happen({ kind: 'joined' }, '');
      return;
    }
    const shape = answered.get(name);
    if (type === 'invoke' && shape?.safeParse(value).success !== true) {
      turn.ignored('invoke');
      // The SDK would fail on some of them.
      const status = shape === undefined ? 501 : 400;
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status } });
      return;
    }
    if (type !== 'message' && type !== 'invoke') return turn.ignored('type');
    await super.run(context);
  }

  /** Answers at once; what was pressed is judged, and its effects follow, behind it. */
  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const turn = turnOf(context);
    const pressed = pressedOf(action.data);
    const { working, stopped, choose } = await turn.texts();
    if (pressed !== null) {
      turn.happen(pressed, keyOf(turn.activity));
      return spoken(working);
    }
    if (isUnchosen(action.data)) return spoken(choose);
    turn.ignored('card');
    return spoken(stopped);
  }

  protected override handleTeamsMessagingExtensionFetchTask(
    context: TurnContext,
  ): Promise<MessagingExtensionActionResponse> {
    return this.#diagnose(context);
  }

  protected override handleTeamsMessagingExtensionSubmitAction(
    context: TurnContext,
  ): Promise<MessagingExtensionActionResponse> {
    return this.#diagnose(context);
  }

  /** "Diagnose this message": a dialog of one sentence, the answer in the 1:1 chat. */
  async #diagnose(context: TurnContext): Promise<MessagingExtensionActionResponse> {
    const turn = turnOf(context);
    const happened = shortcutOf(turn.activity.value);
    // By which the SDK knows that it is to answer 400.
    if (happened === null) throw new Error('BadRequest');
    turn.happen(happened, keyOf(turn.activity));
    const { shortcutDone } = await turn.texts();
    return { task: { type: 'message', value: shortcutDone } };
  }
}

function spoken(text: string): AdaptiveCardInvokeResponse {
  const value: unknown = text;
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    // Cast: the SDK has an object here; of this type the value is a text (Universal Actions, "Invoke response").
    value: value as AdaptiveCardInvokeResponse['value'],
  };
}

/** Whether it is our list, without a choice in it. */
function isUnchosen(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'k' in data &&
    data.k === 'choice' &&
    pressedOf({ ...data, 'i:choice': 'x' }) !== null
  );
}

function turnOf(context: TurnContext): Turn {
  // Put there by whoever called `run`.
  return context.turnState.get(turnKey) as Turn;
}
