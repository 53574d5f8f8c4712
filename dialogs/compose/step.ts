import type { Step } from '../../src/chat/message.js';
import {
  fillPlaceholders,
  type PlaceholderValues,
  type RenderedCommand,
  renderCommand,
} from '../../src/knowledge/fixes/commands.js';
import type { FixStep, When } from '../../src/knowledge/fixes/fix.js';
import { withoutShell } from '../../src/knowledge/fixes/when.js';
import type { Language } from '../../src/knowledge/language.js';
import { leastRole } from '../../src/knowledge/roles.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { applies, type Case } from '../case.js';
import { commandBlocks } from './code.js';
import { fill } from './fill.js';
import { listOf } from './list.js';

/** Puts the case's values into a text; an unknown value appears as `<name>`. */
export function fillCase(text: string, situation: Case): string {
  return fillPlaceholders(text, situation.values);
}

/**
 * The steps of a fix that belong to the case. A step that may or may not belong is shown with its condition in
 * words, so nobody follows a step that is not theirs.
 */
export function fixSteps(
  texts: Texts,
  steps: readonly FixStep[],
  situation: Case,
  language: Language,
): readonly Step[] {
  return steps.flatMap(({ step, when, except = [], command: usual, commandFor }) => {
    if (situation.environment !== null && except.includes(situation.environment)) return [];
    const command = (situation.method === null ? undefined : commandFor?.[situation.method]) ?? usual;
    const verdict = applies(when, situation);
    if (verdict === 'no') return [];
    const values = valuesFor(when, situation);
    const sentence = fillPlaceholders(texts.steps[step], values);
    const text =
      verdict === 'yes'
        ? sentence
        : fill(texts.ui.conditional, {
            condition: condition(texts, when, situation, language),
            step: sentence,
          });
    const code = command === undefined ? undefined : renderCommand(command, values);
    if (code === undefined || (runsDocker(code) && hasNoShell(situation))) return [{ text }];
    return [{ text, code: commandBlocks(code) }];
  });
}

function hasNoShell({ environment }: Case): boolean {
  return environment !== null && withoutShell.includes(environment);
}

/** Docker's commands act on the machine that fails; those of az work from anywhere. */
function runsDocker({ bash }: RenderedCommand): boolean {
  return /^docker /m.test(bash);
}

/** A step for one permission mode names that mode's least role, even where the registry's mode is not known. */
function valuesFor(when: When | undefined, situation: Case): PlaceholderValues {
  const mode = situation.mode ?? when?.mode?.[0];
  if (mode === undefined) return situation.values;
  const operation = situation.operation ?? when?.operation?.[0] ?? 'pull';
  return { ...situation.values, role: leastRole(operation, mode) };
}

/**
 * The part of the condition that is not known, in words: a prefix where it is one value, else a list for each
 * dimension, all of which must hold.
 */
function condition(texts: Texts, when: When | undefined, situation: Case, language: Language): string {
  const { method, operation, mode, environment, appliesTo } = texts.conditions;
  const open = [
    unknownOf(when?.method, situation.method, method),
    unknownOf(when?.operation, situation.operation, operation),
    unknownOf(when?.mode, situation.mode, mode),
    unknownOf(when?.environment, situation.environment, environment),
  ].filter((dimension) => dimension.length > 0);
  const [only] = open.length === 1 ? (open[0] ?? []) : [];
  if (only !== undefined && open[0]?.length === 1) return only.when;
  const lists = open.map((dimension) => {
    const labels = dimension.map(({ label }) => label);
    return fill(texts.ui.conditionList, { appliesTo, items: listOf(labels, language, 'disjunction') });
  });
  return lists.join(' ');
}

interface Words {
  readonly label: string;
  readonly when: string;
}

function unknownOf<T extends string>(
  wanted: readonly T[] | undefined,
  value: T | null,
  words: Readonly<Record<T, Words>>,
): readonly Words[] {
  return wanted === undefined || value !== null ? [] : wanted.map((item) => words[item]);
}
