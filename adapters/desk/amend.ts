import type { MessageRef } from '../../src/chat/surface.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { CaseFile, Shown } from './case-file.js';
import { dressed } from './dress.js';
import { openFile } from './files.js';
import type { Office, Visit } from './office.js';
import { withTicket } from './tickets.js';

/** A change of the message that somebody has before them, and what it stands for. */
export interface Amendment {
  readonly shown: Shown;
  /** Done first; where it fails, nothing is changed. Must bear being done twice. */
  readonly effect: () => Promise<boolean>;
}

/** `unchanged`: the case has moved on, or the change is made already. */
export type Amended = 'amended' | 'unchanged' | 'failed';

const MOST_TRIES = 5;

/** Changes the newest message without a step of the conversation. Pressing twice counts once. */
export async function amend(
  office: Office,
  visit: Visit,
  change: (shown: Shown) => Amendment | null,
): Promise<Amended> {
  const { store, now } = office;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { version, file } = await openFile(store, visit.key, visit.language);
    const amendment = file.shown === null ? null : change(file.shown);
    if (amendment === null) return 'unchanged';
    const { shown, effect } = amendment;
    if (!(await effect())) return 'failed';
    const saved = await store.saveConversation(visit.key, version, { ...file, shown }, now());
    if (saved === null) continue;
    const ref = await show(office, visit, { ...file, shown }, shown);
    // What has grown may stand in more messages than before.
    if (ref !== shown.ref)
      await store.saveConversation(visit.key, saved, { ...file, shown: { ...shown, ref } }, now());
    return 'amended';
  }
  return 'failed';
}

async function show(
  { requests, run }: Office,
  { surface, person, standing }: Visit,
  { conversation, origin }: CaseFile,
  shown: Shown,
): Promise<MessageRef> {
  const { language } = conversation;
  const message = dressed(shown.message, {
    texts: textsFor(language),
    said: shown.said,
    shared: shown.shared,
    asking: shown.asking,
    asked: shown.asked,
    mayWithdraw: shown.mayWithdraw,
    mayRequest: standing === 'known' ? (requests?.askable ?? []) : [],
    origin,
    standing: run === null ? 'known' : standing,
    tellStanding: false,
  });
  const updated = await surface.update(person, shown.ref, withTicket(message, shown.ticket), language);
  return updated.ok ? updated.ref : shown.ref;
}
