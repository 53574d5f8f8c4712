import type { ChatEvent } from '../../src/chat/event.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { CaseFile } from './case-file.js';
import { takeStep } from './conversing.js';
import { offerLink, unlink } from './linking.js';
import type { Office, Visit } from './office.js';
import { inPublic, say } from './saying.js';
import { statusLine } from './summary.js';
import { type Order, readOrder } from './words.js';

type Spoken = Extract<ChatEvent, { readonly text: string }>;

/** Somebody wrote something: a word for the desk, or a part of their conversation. */
export async function listen(office: Office, visit: Visit, event: Spoken): Promise<void> {
  const { place } = event;
  const order = event.kind === 'shortcut' ? null : readOrder(event.text);
  if (order !== null && order.kind !== 'help' && order.kind !== 'status' && order.kind !== 'language') {
    return carryOut(office, visit, order.kind);
  }
  if (order?.kind === 'language') await office.store.saveLanguage(visit.key, order.language, office.now());
  const spoken: Visit = order?.kind === 'language' ? { ...visit, language: order.language } : visit;
  let told = false;
  const delivered = await takeStep(office, spoken, (file) => ({
    ...stepOf(file, spoken, event, order),
    foot: footOf(file, visit),
    ...(place.kind !== 'direct' && order === null ? { origin: place } : {}),
    arrived: async () => {
      told = true;
      await inPublic(office, visit, null);
    },
  }));
  if (!told && delivered?.failed != null) await inPublic(office, visit, delivered.failed);
}

function stepOf(file: CaseFile, { key, language }: Visit, { text }: Spoken, order: Order | null) {
  const { chat } = textsFor(language);
  const show = { kind: 'show', as: key } as const;
  switch (order?.kind) {
    case 'status':
      return { incoming: show, first: [statusLine(file)] };
    case 'help':
      return { incoming: { kind: 'say', as: key, text }, first: [chat.commands] } as const;
    default:
      return text.trim() === ''
        ? ({ incoming: { kind: 'start', as: key } } as const)
        : ({ incoming: { kind: 'say', as: key, text } } as const);
  }
}

/** An open question that something else was written to stays above, closed. */
function footOf({ shown }: CaseFile, { language }: Visit): string | null {
  return shown?.message.ask == null ? null : textsFor(language).chat.stopped;
}

async function carryOut(office: Office, visit: Visit, order: 'link' | 'unlink' | 'forget'): Promise<void> {
  if (order === 'link') return offerLink(office, visit);
  if (order === 'unlink') return unlink(office, visit);
  const { store } = office;
  await store.forget(visit.key);
  const { chat, requests } = textsFor(visit.language);
  await say(office, visit, chat.forgotten, ...(office.requests === null ? [] : [requests.recordsKept]));
  // Answering has stored anew how the person is reached.
  await store.forget(visit.key);
}
