import type { Intake } from '../../src/diagnosis/intake.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import { redact } from '../../src/diagnosis/redact/redact.js';
import { isTyped } from '../../src/knowledge/asks.js';
import { type Texts, textsFor } from '../../src/knowledge/texts/index.js';
import { intakeWithReports } from '../../src/probe/intake.js';
import { PLACE, placeOptions } from '../compose/look.js';
import { answerLabel } from '../compose/question.js';
import { notices } from '../compose/reading.js';
import { optionsOf } from '../questions.js';
import { UNKNOWN } from '../tree/node.js';
import type { QuestionId } from '../walk.js';
import { answer, pendingQuestion } from './answer.js';
import type { Command } from './commands.js';
import { finishHandover } from './handover.js';
import { overNow } from './over.js';
import { present, presentGreeting, presentReading } from './present.js';
import { type Reply, reply, replyNow } from './reply.js';
import { RETRY } from './retry.js';
import { type Conversation, newConversation } from './state.js';
import { readBlocks, takeOutput } from './take-output.js';
import { press } from './verbs.js';

/** What a person typed: a command, an answer to the pending question, a note, or a paste. Raw text ends here. */
export function say(conversation: Conversation, text: string, command: Command | null): Reply {
  // Where a note is waited for, thanks are one.
  const isNote = command?.kind === 'thanks' && conversation.phase === 'handover';
  if (command !== null && !isNote) return obey(conversation, command);
  const short = text.trim();
  const chosen = optionIn(conversation, short);
  if (chosen !== null) return answer(conversation, chosen.node, chosen.option);
  const { kind, diagnosis } = intakeWithReports(text);
  const { reading } = diagnosis;
  return { ...read(conversation, text, kind, reading), secrets: reading.secrets };
}

function read(conversation: Conversation, text: string, kind: Intake['kind'], reading: Reading): Reply {
  const texts = textsFor(conversation.language);
  const short = text.trim();
  const taken = takeOutput(conversation, reading);
  if (taken !== null) return noticed(texts, reading, taken);
  if (reading.outputs.length > 0 && reading.signatures.length === 0) return paste(conversation, reading);
  if (reading.aboutAcr && reading.signatures.length > 0) return paste(conversation, reading);
  // What else is written where a note is waited for is the note.
  if (conversation.phase === 'handover') return finishHandover(conversation, redact(text).text);
  const pending = conversation.phase === 'open' ? pendingQuestion(conversation) : null;
  if (pending !== null && isTyped(pending) && short !== '' && !/\s/.test(short)) {
    return answer(conversation, pending, short);
  }
  return noticed(texts, reading, unread(conversation, kind, reading, texts.ui.intake[kind]));
}

/** A text with no error in it. In the middle of a case it changes nothing; at the start it may still tell facts. */
function unread(conversation: Conversation, kind: Intake['kind'], reading: Reading, sentence: string): Reply {
  const underWay = conversation.reading !== null || conversation.given.length > 0;
  const { ui, vantage } = textsFor(conversation.language);
  if (conversation.phase === 'report' && kind !== 'secret-only' && kind !== 'greeting')
    return replyNow(conversation, vantage.look.noReport);
  if (kind === 'secret-only' || kind === 'empty' || kind === 'binary' || kind === 'too-large') {
    return replyNow(conversation, sentence);
  }
  if (kind === 'greeting') {
    return underWay ? replyNow(conversation) : reply(conversation, presentGreeting(conversation));
  }
  // Behind the end there are no answers to choose from.
  if (underWay && kind !== 'error' && overNow(conversation) !== null) return replyNow(conversation);
  if (kind === 'not-acr' && underWay) return replyNow(conversation, ui.notAnOption);
  if ((kind === 'prose' || kind === 'unsure') && underWay) return replyNow(conversation, ui.notAnOption);
  if (kind === 'unsure') return replyNow(conversation, sentence);
  const next = withReading(conversation, reading);
  return replyNow(next, sentence);
}

/** Secrets in a text are reported even where nothing else in it is of use. */
function noticed(texts: Texts, reading: Reading, said: Reply): Reply {
  const [first, ...rest] = said.drafts;
  if (first === undefined || reading.secrets.length === 0) return said;
  const blocks = [...notices(texts, reading, said.conversation.language), ...first.blocks];
  return { ...said, drafts: [{ ...first, blocks }, ...rest] };
}

/** Another paste at any point: what it says replaces what was read, who the person is stays. */
function paste(conversation: Conversation, reading: Reading): Reply {
  const next = withReading(conversation, reading);
  const now = present(next);
  return reply(next, {
    ...now,
    blocks: [
      ...presentReading(next),
      ...readBlocks(next, reading.outputs, now.outcome !== null),
      ...now.blocks,
    ],
  });
}

/** Answers about the person rather than about the error. They hold for the next paste too, while the case is open. */
const lasting: readonly QuestionId[] = ['auth-method', 'environment', 'registry'];

function withReading(conversation: Conversation, reading: Reading): Conversation {
  const { person, language, messages, pressed, live, means, shell, phase } = conversation;
  const other = reading.facts.loginServer !== undefined || reading.facts.registry !== undefined;
  const given = conversation.given.filter(
    ({ question, option }) =>
      phase !== 'closed' &&
      lasting.includes(question) &&
      option !== UNKNOWN &&
      !(question === 'registry' && other),
  );
  const same = { messages, pressed, live, means, shell: phase === 'closed' ? null : shell };
  return { ...newConversation(person, language), ...same, reading, given };
}

function obey(conversation: Conversation, command: Command): Reply {
  if (command.kind === 'verb') return press(conversation, command.verb);
  if (command.kind === 'thanks') return replyNow(conversation, textsFor(conversation.language).ui.welcome);
  if (command.kind === 'help') return replyNow(conversation, textsFor(conversation.language).ui.help);
  const next = { ...conversation, language: command.language };
  return replyNow(next, textsFor(command.language).ui.languageSet);
}

/** A number, an id or a label of the pending question's options. */
function optionIn(conversation: Conversation, text: string): { node: string; option: string } | null {
  if (text === '' || text.length > 200) return null;
  const pending = pendingOptions(conversation);
  if (pending === null) return null;
  const index = /^\d{1,2}[.)]?$/.test(text) ? Number.parseInt(text, 10) - 1 : -1;
  const same = (one: string): boolean => one.toLowerCase() === text.toLowerCase();
  const option = pending.options[index] ?? pending.options.find(({ id, label }) => same(id) || same(label));
  return option === undefined ? null : { node: pending.node, option: option.id };
}

function pendingOptions(
  conversation: Conversation,
): { node: string; options: readonly { id: string; label: string }[] } | null {
  const texts = textsFor(conversation.language);
  if (conversation.phase === 'retry') {
    const { works, same, other } = texts.ui.retry;
    return {
      node: RETRY,
      options: [
        { id: 'works', label: works },
        { id: 'same', label: same },
        { id: 'other', label: other },
      ],
    };
  }
  // What is asked of the tree is not before the person's eyes.
  if (conversation.phase === 'report' || overNow(conversation) !== null) return null;
  if (conversation.phase === 'place') return { node: PLACE, options: placeOptions(texts) };
  if (conversation.phase === 'correct') {
    const listed = press({ ...conversation, phase: 'open' }, 'correct').drafts[0]?.ask;
    return listed ?? null;
  }
  const question = pendingQuestion(conversation);
  if (question === null) return null;
  return {
    node: question,
    options: optionsOf(question).map((id) => ({ id, label: answerLabel(texts, question, id) })),
  };
}
