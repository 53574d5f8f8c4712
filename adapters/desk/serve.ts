import type { ChatEvent } from '../../src/chat/event.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { takeStep } from './conversing.js';
import { note } from './dress.js';
import { openFile } from './files.js';
import { showHome } from './home.js';
import { offerLink } from './linking.js';
import { listen } from './listen.js';
import type { Office, Visit } from './office.js';
import { chosen } from './pressing.js';

/** Serves one event of somebody's, to its end. */
export async function serve(office: Office, visit: Visit): Promise<void> {
  const { event, key } = visit;
  switch (event.kind) {
    case 'mention':
    case 'command':
    case 'direct':
    case 'shortcut':
      return listen(office, visit, event);
    case 'answer':
    case 'press':
    case 'form':
      return pressedOnHome(event) ? atHome(office, visit, event.button) : chosen(office, visit, event);
    case 'home':
      return showHome(office, visit);
    case 'joined':
      return welcome(office, visit);
    case 'unreadable': {
      const { chat } = textsFor(visit.language);
      const why = { 'too-large': chat.tooLarge, binary: chat.notText, unavailable: chat.unavailable }[
        event.why
      ];
      await visit.surface.send(visit.person, note(key, why), visit.language);
    }
  }
}

/** Platforms tell more than once that the bot was added: only somebody who has never been spoken to is greeted. */
async function welcome(office: Office, visit: Visit): Promise<void> {
  const { key, language } = visit;
  const { version } = await openFile(office.store, key, language);
  if (version !== null) return;
  await takeStep(office, visit, () => ({
    incoming: { kind: 'start', as: key },
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
