import type { Block } from '../../src/chat/message.js';
import type { Output } from '../../src/diagnosis/outputs/output.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { fill } from '../compose/fill.js';
import { outputBlocks } from '../compose/output.js';
import { isAbout } from '../live/printed.js';
import { isCheck } from '../questions.js';
import { pendingQuestion } from './answer.js';
import { present } from './present.js';
import { type Reply, reply, replyNow } from './reply.js';
import { answersOf, type Conversation, evidenceOf } from './state.js';

/** Outputs that a conversation keeps. */
const MOST_KEPT = 12;

/**
 * Takes the output of a program as the answer to what it shows, instead of a choice; null where the text is a new error,
 * or nothing that was read. An output is an answer within a case: where the case waits for one of its checks, even if it
 * shows an error too, and anywhere else if it shows none. Pure.
 */
export function takeOutput(conversation: Conversation, reading: Reading): Reply | null {
  const { outputs } = reading;
  if (outputs.length === 0 || conversation.phase === 'handover') return null;
  if (conversation.reading === null && conversation.given.length === 0) return null;
  if (!isAnswer(conversation, reading)) return null;
  const registry = registryOf(conversation);
  const fitting = outputs.filter((output) => isAbout(output, registry));
  const [foreign] = outputs.filter((output) => !isAbout(output, registry));
  const { vantage } = textsFor(conversation.language);
  if (fitting.length === 0 && foreign?.about != null && registry !== null) {
    const other = `\`${foreign.about}\``;
    return replyNow(conversation, fill(vantage.otherRegistry, { other, registry: `\`${registry}\`` }));
  }
  const next = withOutputs(conversation, fitting);
  const now = present(next);
  const read = readBlocks(next, fitting, now.outcome !== null);
  return reply(next, { ...now, blocks: [...read, ...now.blocks] });
}

/**
 * What was read of outputs, before what follows from it.
 *
 * @param comparedBelow an outcome follows, which sets beside each other what the bot and the person saw
 */
export function readBlocks(
  conversation: Conversation,
  outputs: readonly Output[],
  comparedBelow: boolean,
): readonly Block[] {
  const evidence = evidenceOf(conversation);
  const observed = comparedBelow ? null : conversation.observed;
  return outputBlocks(textsFor(conversation.language), outputs, evidence, observed);
}

function isAnswer(conversation: Conversation, { printed, outputs }: Reading): boolean {
  if (conversation.phase === 'closed') return false;
  // Its lines read like errors, and a log in which it stands may repeat the one that the case is about.
  if (outputs.some(({ program }) => program === 'acr-help probe')) return true;
  const pending = pendingQuestion(conversation);
  const asked = outputs.some(({ seen }) => seen.some(({ check }) => check === pending));
  return asked || printed === null;
}

function registryOf(conversation: Conversation): string | null {
  const { registry = 'unknown' } = answersOf(conversation);
  return registry === 'unknown' ? null : registry;
}

/** The newest word counts: what the person chose before for the same check goes. */
function withOutputs(conversation: Conversation, outputs: readonly Output[]): Conversation {
  const shown = new Set<string>(outputs.flatMap(({ seen }) => seen.map(({ check }) => check)));
  const { reopened } = conversation;
  // Whether the registry is in that subscription was not looked up yet.
  const elsewhere = outputs.some(({ subscription }) => subscription !== null);
  return {
    ...conversation,
    phase: 'open',
    reopened: reopened !== null && isCheck(reopened) && shown.has(reopened) ? null : reopened,
    given: conversation.given.filter(({ question }) => !shown.has(question)),
    observed: conversation.observed.filter(({ check }) => !(elsewhere && check === 'registry-lookup')),
    outputs: [...conversation.outputs, ...outputs].slice(-MOST_KEPT),
  };
}
