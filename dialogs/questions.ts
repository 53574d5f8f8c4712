import { parseGuid } from '../src/diagnosis/facts/guid.js';
import { parseLoginServer, parseRegistryName } from '../src/diagnosis/facts/login-server.js';
import { askIds, askOptions, isTyped, type TypedAskId } from '../src/knowledge/asks.js';
import { type CheckId, checkIds, checkVerdicts } from '../src/knowledge/checks.js';
import { UNKNOWN } from './tree/node.js';
import type { QuestionId } from './walk.js';

/** Whether the question is a check: something that a program can find out. */
export function isCheck(question: string): question is CheckId {
  return Object.hasOwn(checkVerdicts, question);
}

/** The question of that id, or null when there is none. */
export function questionOf(id: string): QuestionId | null {
  return [...askIds, ...checkIds].find((question) => question === id) ?? null;
}

/** Ids that answer a question, "I don't know" last. */
export function optionsOf(question: QuestionId): readonly string[] {
  const options: readonly string[] = isCheck(question) ? checkVerdicts[question] : askOptions[question];
  return [...options, UNKNOWN];
}

/** The answer as it is stored, or null when the question does not take it. Typed values pass their grammar. */
export function accept(question: QuestionId, answer: string): string | null {
  if (optionsOf(question).includes(answer)) return answer;
  return isTyped(question) ? grammars[question](answer.trim()) : null;
}

const grammars: Readonly<Record<TypedAskId, (text: string) => string | null>> = {
  registry: (text) => parseLoginServer(text) ?? parseRegistryName(text),
  'client-id': parseGuid,
  'token-name': (text) => (/^[A-Za-z0-9-]{5,50}$/.test(text) ? text : null),
  'cluster-name': (text) => (/^[A-Za-z0-9][\w-]{0,62}$/.test(text) ? text : null),
};
