import { textsFor } from '../../src/knowledge/texts/index.js';
import { takeStep } from './conversing.js';
import { openFile } from './files.js';
import type { Office, Visit } from './office.js';
import { say } from './saying.js';

/**
 * Goes on with somebody whose answer was interrupted: the process ended, or the platform took no messages. A step is stored
 * before it is told, so that one which was never shown is shown now; where the last one was, what came after it was not
 * answered. Its words were never kept (DESIGN §4, rule 1): the person is asked to send them once more.
 */
export async function goOn(office: Office, visit: Visit): Promise<void> {
  const { chat } = textsFor(visit.language);
  const { version, file } = await openFile(office.store, visit.key, visit.language);
  if (version === null || file.shown !== null) {
    await say(office, visit, chat.interruptedUnread);
    return;
  }
  await takeStep(office, visit, () => ({
    incoming: { kind: 'show', as: visit.key },
    foot: null,
    first: [chat.interrupted],
  }));
}
