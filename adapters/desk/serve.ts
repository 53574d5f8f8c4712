import type { ChatEvent } from '../../src/chat/event.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { takeStep } from './conversing.js';
import { openFile } from './files.js';
import { showHome } from './home.js';
import { offerLink } from './linking.js';
import { listen } from './listen.js';
import type { Office, Visit } from './office.js';
import { chosen } from './pressing.js';
import { decided } from './requests/deciding.js';
import { onOwnRequest } from './requests/own.js';
import { say } from './saying.js';

/** Serves one event of somebody's, to its end. */
export function serve(office: Office, visit: Visit): Promise<void> {
  const about = { platform: visit.person.platform, event: visit.event.kind } as const;
  return office.telemetry.trace.span('turn', about, () => serveEvent(office, visit));
}

async function serveEvent(office: Office, visit: Visit): Promise<void> {
  const { event } = visit;
  switch (event.kind) {
    case 'mention':
    case 'command':
    case 'direct':
    case 'shortcut':
      return listen(office, visit, event);
    case 'answer':
    case 'press':
    case 'form':
      if (pressedOnHome(event)) return atHome(office, visit, event.button);
      if (await decided(office, visit, event)) return;
      return (await onOwnRequest(office, visit, event)) ? undefined : chosen(office, visit, event);
    case 'home':
      return showHome(office, visit);
    case 'joined':
      return welcome(office, visit);
    case 'unreadable': {
      const { chat } = textsFor(visit.language);
      const why = { 'too-large': chat.tooLarge, binary: chat.notText, unavailable: chat.unavailable }[
        event.why
      ];
      await say(office, visit, why);
    }
  }
}

/**
 * Platforms tell more than once that the bot was added: only somebody who has never been spoken to is greeted. Who could
 * not be reached when they asked finds their case now.
 */
async function welcome(office: Office, visit: Visit): Promise<void> {
  const { key, language } = visit;
  const { version, file } = await openFile(office.store, key, language);
  if (version !== null && file.shown !== null) return;
  await takeStep(office, visit, () => ({
    incoming: { kind: version === null ? 'start' : 'show', as: key },
    foot: null,
    first: [textsFor(language).chat.welcome],
  }));
}

function pressedOnHome(event: ChatEvent): event is Extract<ChatEvent, { kind: 'press' }> {
  return event.kind === 'press' && event.button.startsWith('home:');
}

async function atHome(office: Office, visit: Visit, button: string): Promise<void> {
  if (button === 'home:link') return offerLink(office, visit);
  if (button !== 'home:start') return;
  await takeStep(office, visit, () => ({
    incoming: { kind: 'start', as: visit.key },
    foot: null,
    origin: null,
  }));
}
