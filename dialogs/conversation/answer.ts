import { isTyped } from '../../src/knowledge/asks.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { PLACE } from '../compose/look.js';
import { accept, questionOf } from '../questions.js';
import type { QuestionId } from '../walk.js';
import { placeChosen } from './look.js';
import { present } from './present.js';
import { recheck } from './recheck.js';
import { type Reply, reply, replyNow, replyOnly } from './reply.js';
import { RETRY } from './retry.js';
import { type Conversation, give, positionOf } from './state.js';

/** Questions of the conversation itself, outside the tree. */
export const CORRECT = 'correct';

/**
 * Takes an answer. One to an earlier question corrects it; a stale or foreign one gets a polite word and the
 * present question. Pure.
 */
export function answer(conversation: Conversation, node: string, option: string): Reply {
  const { ui } = textsFor(conversation.language);
  if (node === RETRY) return retried(conversation, option);
  if (node === CORRECT) return reopen(conversation, option);
  if (node === PLACE) return placeChosen(conversation, option);
  const question = questionOf(node);
  if (question === null) return replyNow(conversation, ui.notAnOption);
  const accepted = accept(question, option);
  if (accepted !== null) return forward(give(conversation, question, accepted));
  return replyNow(conversation, isTyped(question) ? ui.inputs[question].invalid : ui.notAnOption);
}

/** The question or check that waits for an answer, or null at an outcome. */
export function pendingQuestion(conversation: Conversation): QuestionId | null {
  const position = positionOf(conversation);
  if (position.kind === 'outcome') return null;
  return position.kind === 'ask' ? position.ask : position.check;
}

function forward(conversation: Conversation): Reply {
  return reply(conversation, present(conversation));
}

function retried(conversation: Conversation, option: string): Reply {
  const { ui } = textsFor(conversation.language);
  const { before } = conversation;
  if (option === 'works') {
    // What was wrong is what was found before the repair.
    const found = before?.by === 'bot' ? { observed: before.findings, before: null } : {};
    const closed: Conversation = { ...conversation, ...found, phase: 'closed' };
    const done = present(closed);
    const outcome = done.outcome === null ? null : { ...done.outcome, resolved: true };
    return reply(closed, {
      ...done,
      blocks: [{ type: 'text', text: ui.resolved }],
      ask: null,
      verbs: ['restart'],
      outcome,
    });
  }
  if (option === 'same') {
    // The bot has just looked again and seen nothing: the checks go to the person.
    return before?.by === 'bot'
      ? replyNow({ ...conversation, before: null, phase: 'open' }, ui.checkAnew)
      : recheck(conversation);
  }
  if (option === 'other') return replyOnly({ ...conversation, phase: 'open' }, ui.retry.pasteNew);
  return replyNow(conversation, ui.notAnOption);
}

function reopen(conversation: Conversation, option: string): Reply {
  const question = questionOf(option);
  const { ui } = textsFor(conversation.language);
  if (question === null) return replyNow({ ...conversation, phase: 'open' }, ui.notAnOption);
  const given = conversation.given.filter((item) => item.question !== question);
  return forward({ ...conversation, phase: 'open', given, reopened: question });
}
