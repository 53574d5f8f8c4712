import type { Block } from '../../src/chat/message.js';
import { type AskId, isTyped } from '../../src/knowledge/asks.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import { checkCommands, renderCommand } from '../../src/knowledge/fixes/commands.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import type { Case } from '../case.js';
import { isCheck, optionsOf } from '../questions.js';
import { UNKNOWN } from '../tree/node.js';
import type { QuestionId } from '../walk.js';
import { commandBlocks } from './code.js';
import { type Draft, draft } from './draft.js';
import { placeholderBlocks } from './placeholders.js';
import { fillCase } from './step.js';

/** Label of an answer in the person's language; the typed value itself where the question is typed. */
export function answerLabel(texts: Texts, question: QuestionId, option: string): string {
  if (option === UNKNOWN) return texts.ui.dontKnow;
  const labels: Readonly<Record<string, string>> = isCheck(question)
    ? texts.checks[question].verdicts
    : texts.asks[question].options;
  return labels[option] ?? option;
}

/** Short name of a question, for lists of answers. */
export function questionLabel(texts: Texts, question: QuestionId): string {
  return isCheck(question) ? texts.checks[question].label : texts.asks[question].question;
}

/** A question to the person: sentence, where to look, options, "I don't know". */
export function askDraft(texts: Texts, ask: AskId): Draft {
  const { question, hint } = texts.asks[ask];
  const { ui } = texts;
  const options = optionsOf(ask).map((id) => ({ id, label: answerLabel(texts, ask, id) }));
  const blocks: Block[] = [{ type: 'heading', text: question }];
  if (hint !== '') blocks.push({ type: 'text', text: hint });
  return draft({
    blocks,
    ask: {
      node: ask,
      options,
      ...(isTyped(ask) ? { input: { label: ui.inputs[ask].label, example: ui.inputs[ask].example } } : {}),
    },
  });
}

/** A check put to the person: what to run, in both shells, and what it may say. */
export function checkDraft(texts: Texts, check: CheckId, situation: Case): Draft {
  const { label, question } = texts.checks[check];
  const command = checkCommands[check];
  const blocks: Block[] = [
    { type: 'heading', text: label },
    { type: 'text', text: fillCase(question, situation) },
  ];
  const code = command === null ? [] : commandBlocks(renderCommand(command, situation.values));
  blocks.push(...code, ...placeholderBlocks(texts, code));
  const options = optionsOf(check).map((id) => ({
    id,
    label: answerLabel(texts, check, id),
  }));
  return draft({ blocks, ask: { node: check, options } });
}
