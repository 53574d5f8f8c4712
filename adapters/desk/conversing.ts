import { randomUUID } from 'node:crypto';
import { converse } from '../../dialogs/conversation/converse.js';
import { type Turn, turn } from '../../dialogs/conversation/turn.js';
import { languageOfFirst } from '../../src/chat/guess-language.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { Place } from '../../src/chat/place.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { CaseFile, Shown } from './case-file.js';
import { type Delivered, deliver } from './deliver.js';
import { dressed, frozen } from './dress.js';
import { isAnotherCase, openFile, withLive } from './files.js';
import { handedOver } from './handing-over.js';
import type { Office, Visit } from './office.js';
import { countSecrets } from './redacting.js';
import { standingRequest } from './requests/standing-request.js';
import { summaryOf } from './summary.js';

/** Times that a turn is played anew because somebody else has saved in between. */
const MOST_TRIES = 5;

/** What to do with the conversation. */
export interface Step {
  readonly incoming: Incoming;
  /** What the message before says at its end, from now on. */
  readonly foot: string | null;
  /** Where others read that the person asked; null leaves it as it is. */
  readonly origin?: Place | null;
  /** Called when the first message has arrived. */
  readonly arrived?: () => Promise<void>;
  /** Sentences in front of the first message. */
  readonly first?: readonly string[];
}

/**
 * One step of somebody's conversation: played on what is stored, stored again before anything is said – so that the case
 * goes on after a crash –, said, and stored with what the checks found.
 */
export async function takeStep(
  office: Office,
  visit: Visit,
  stepOn: (file: CaseFile) => Step | null,
): Promise<Delivered | null> {
  const since = performance.now();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { version, file } = await openFile(office.store, visit.key, visit.language);
    const step = stepOn(file);
    if (step === null) return null;
    const { file: next, turn: begun } = begin(file, visit, step, office);
    const saved = await office.store.saveConversation(visit.key, version, next, office.now());
    if (saved === null) continue;
    countSecrets(office, begun.secrets);
    const delivered = await tell(office, visit, { before: file, file: next, version: saved, begun, step });
    if (step.incoming.kind !== 'show') timeDiagnosis(office, delivered, since);
    return delivered;
  }
  office.log.warn('desk.contended', { platform: visit.person.platform });
  throw new Error('somebody else has saved this conversation each time');
}

function begin(
  file: CaseFile,
  { person, language, languageIsKnown, event }: Visit,
  { incoming, origin }: Step,
  { run, probe }: Office,
): { readonly file: CaseFile; readonly turn: Turn } {
  const live = run !== null ? ({ vantage: 'bot', objectId: person.objectId } as const) : null;
  const { conversation: stored } = file;
  const isNew = stored.messages === 0;
  const guessed = isNew && !languageIsKnown && 'text' in event ? languageOfFirst(event.text) : null;
  const spoken = guessed ?? (languageIsKnown || isNew ? language : stored.language);
  const conversation = withLive({ ...stored, language: spoken, means: probe }, live);
  const played = turn(conversation, incoming);
  const another = isAnotherCase(conversation, played.conversation);
  return {
    turn: played,
    file: {
      ...file,
      caseId: another ? randomUUID() : file.caseId,
      conversation: played.conversation,
      shown: null,
      // Where an earlier case was asked about is no place to share this one.
      origin: origin === undefined ? (another ? null : file.origin) : origin,
    },
  };
}

interface Begun {
  readonly before: CaseFile;
  readonly file: CaseFile;
  readonly version: number;
  readonly begun: Turn;
  readonly step: Step;
}

async function tell(office: Office, visit: Visit, parts: Begun): Promise<Delivered> {
  const { before, file, version, begun, step } = parts;
  const { surface, person, standing, key } = visit;
  const { language } = file.conversation;
  const texts = textsFor(language);
  const madeHere = before.caseId === file.caseId ? (before.shown?.request ?? null) : null;
  const standingBy = await standingRequest(office, madeHere, language);
  const circumstances = {
    texts,
    said: 'nothing',
    shared: false,
    asking: null,
    asked: standingBy?.asked ?? null,
    mayWithdraw: standingBy?.isPending ?? false,
    mayRequest: standing === 'known' ? (office.requests?.askable ?? []) : [],
    origin: file.origin,
    // Where nothing is checked, nobody sees less than others.
    standing: office.run === null ? 'known' : standing,
    tellStanding: !file.toldWhoTheyAre,
  } as const;
  const requested = {
    asked: standingBy?.asked ?? null,
    request: madeHere,
    mayWithdraw: standingBy?.isPending ?? false,
  };
  let firstId: string | null = null;
  const whole = async (message: Message): Promise<Message> => {
    firstId ??= message.id;
    const said = firstId === message.id ? (step.first ?? []) : [];
    const { blocks, ...rest } = await handedOver(office, visit, texts, message);
    return { ...rest, blocks: [...said.map((text) => ({ type: 'text', text }) as const), ...blocks] };
  };
  const delivered = await deliver(converse(begun, office.run, undefined, office.readLog), {
    surface,
    person,
    language,
    whole,
    dress: (message) => dressed(message, circumstances),
    newTicket: office.newTicket,
    // Only now is there something that goes on from the message before.
    arrived: async () => {
      await Promise.all([close(visit, before.shown, step.foot), step.arrived?.()]);
    },
  });
  const { conversation, last } = delivered;
  if (conversation === null) return delivered;
  const end: CaseFile = {
    ...file,
    conversation,
    shown: last === null ? null : { ...shownOf(last), ...requested },
    toldWhoTheyAre: file.toldWhoTheyAre || last?.message.ask != null || last?.message.outcome != null,
  };
  if ((await office.store.saveConversation(key, version, end, office.now())) === null) {
    // Another replica has taken the case further, or deleted it: what it stored stands.
    office.log.warn('desk.overtaken', { platform: person.platform });
    await close(visit, end.shown, texts.chat.stopped);
    return delivered;
  }
  const help = last?.message.handover == null ? 'none' : 'people';
  const summary = summaryOf(end, last?.message ?? null, office.now(), help);
  if (summary !== null) await office.store.saveCase(key, summary);
  return delivered;
}

/** How long it took until a cause was named, where one was. */
function timeDiagnosis({ telemetry }: Office, { last }: Delivered, since: number): void {
  const outcome = last?.message.outcome ?? null;
  if (outcome === null) return;
  const seconds = (performance.now() - since) / 1000;
  telemetry.metrics.record('diagnosis_seconds', seconds, { cause: outcome.cause });
}

/** What is kept of the newest message. A case with the person's own words in it is not kept (DESIGN §4, rule 1). */
function shownOf({ ref, ticket, message }: NonNullable<Delivered['last']>): Shown {
  const fixed = message.handover !== null;
  const kept = fixed ? { ...message, handover: null, blocks: [] } : message;
  return {
    ref,
    ticket,
    message: kept,
    fixed,
    said: 'nothing',
    shared: false,
    asking: null,
    asked: null,
    request: null,
    mayWithdraw: false,
  };
}

/** Takes the buttons off the message before. */
async function close(
  { surface, person, language }: Visit,
  shown: Shown | null,
  foot: string | null,
): Promise<void> {
  if (shown === null || shown.fixed) return;
  await surface.update(person, shown.ref, frozen(shown.message, foot), language);
}
