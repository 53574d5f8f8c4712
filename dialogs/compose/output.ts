import type { Block, ProgressItem } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { Output } from '../../src/diagnosis/outputs/output.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { checkItem } from './answers.js';
import { fill } from './fill.js';
import { comparedSentences, nameOf } from './vantage.js';

/**
 * What was read of the outputs of programs: which, what they show, what they do not prove, and how the bot's own look
 * differs. Pure.
 *
 * @param observed what the bot saw; null where it is set beside elsewhere
 */
export function outputBlocks(
  texts: Texts,
  outputs: readonly Output[],
  evidence: readonly Finding[],
  observed: readonly Finding[] | null,
): readonly Block[] {
  if (outputs.length === 0) return [];
  const { vantage, ui } = texts;
  const programs = [...new Set(outputs.map(({ program }) => nameOf(program)))].join(ui.foundFacts.between);
  const shown = new Set(outputs.flatMap(({ seen }) => seen.map(({ check }) => check)));
  const items = evidence
    .filter(({ check, printedBy }) => printedBy !== undefined && shown.has(check))
    .map(({ check, verdict }) => itemOf(checkItem(texts, check, verdict, evidence)));
  const facts = factsOf(texts, outputs);
  const told = items.length > 0 || facts.length > 0 || outputs.some((output) => output.notes.length > 0);
  const notes = [...new Set(outputs.flatMap((output) => output.notes))].map((note) => vantage.notes[note]);
  const ofTheWay = shown.has('dns') || shown.has('challenge');
  const compared = observed !== null && ofTheWay ? comparedSentences(texts, observed, evidence) : [];
  const sentence = (text: string): Block => ({ type: 'text', text });
  return [
    sentence(fill(told ? vantage.read : vantage.nothing, { programs })),
    ...(items.length === 0 ? [] : [{ type: 'progress' as const, items }]),
    ...(facts.length === 0 ? [] : [{ type: 'facts' as const, items: facts }]),
    ...[...notes, ...compared].map(sentence),
  ];
}

/** Whether credentials should be stored depends on the case: by itself neither is a trouble. */
function itemOf(item: ProgressItem): ProgressItem {
  return item.id === 'stored-credentials' ? { ...item, state: 'ok' } : item;
}

/** What outputs tell besides checks: where the person's tool works, and the roles of a list. */
function factsOf({ ui }: Texts, outputs: readonly Output[]): readonly { label: string; value: string }[] {
  return outputs.flatMap(({ subscription, tenant, roles }) => [
    ...(subscription === null ? [] : [{ label: ui.facts.subscription, value: subscription }]),
    ...(tenant === null ? [] : [{ label: ui.facts.tenant, value: tenant }]),
    ...(roles.length === 0
      ? []
      : [{ label: ui.foundFacts.labels.roles, value: roles.join(ui.foundFacts.between) }]),
  ]);
}
