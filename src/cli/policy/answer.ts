import type { RoleAsk, RotationAsk } from '../../access/policy/ask.js';
import type { AllowedRole, AllowedRotation, Refused } from '../../access/policy/decision.js';
import type { Approval } from '../../access/policy/may-approve.js';
import type { RegistryEntry } from '../../access/policy/policy.js';
import type { PolicyTexts } from '../texts/policy/types.js';
import type { Row } from './rows.js';
import type { Words } from './words.js';

/** A decision, and about what. */
export interface Told {
  readonly decision: AllowedRole | AllowedRotation | Refused;
  readonly ask: RoleAsk | RotationAsk;
  readonly entry: RegistryEntry | null;
  readonly found: boolean;
}

/** What was decided, in a sentence. Pure. */
export function answerSentence({ decision, ask }: Told, texts: PolicyTexts, words: Words): string {
  const fill = (text: string, time: number): string =>
    text
      .replace('{who}', () => words.person(ask.requester.objectId))
      .replace('{what}', () => ('role' in ask ? ask.role : ask.secret.kind))
      .replace('{registry}', () => ask.registry.loginServer)
      .replace('{role}', () => ('role' in ask ? ask.role : ''))
      .replace('{mode}', () => ('mode' in ask.registry ? ask.registry.mode : ''))
      .replace('{time}', () => words.time(time));
  if (decision.kind === 'refused') {
    const why = fill(texts.refusals[decision.reason], decision.maxDurationMs ?? 0);
    return texts.refused.replace('{why}', () => why);
  }
  if ('delivery' in decision) return fill(texts.allowed.rotation, 0);
  return fill(texts.allowed.role, decision.maxDurationMs);
}

/** Why, and what follows, row by row. Pure. */
export function answerRows(
  { decision, entry, found }: Told,
  texts: PolicyTexts,
  words: Words,
): readonly Row[] {
  const { labels, tiers } = texts;
  const rule: readonly Row[] = decision.rule === null ? [] : [[labels.rule, decision.rule]];
  const allowed: readonly Row[] =
    decision.kind === 'refused'
      ? []
      : [
          [labels.approval, tiers[decision.tier]],
          ...(decision.tier === 0 ? [] : approvalRows(decision, texts, words)),
          ...('delivery' in decision ? [[labels.delivery, words.delivery(decision.delivery)] as const] : []),
        ];
  const registry: readonly Row[] =
    entry === null
      ? []
      : [
          [
            labels.registry,
            words.list([`registries.${entry.name}`, found ? texts.discoverable : texts.hidden]),
          ],
        ];
  return [...rule, ...allowed, ...registry];
}

function approvalRows(
  { approvers, barred, channels }: AllowedRole | AllowedRotation,
  { labels }: PolicyTexts,
  words: Words,
): readonly Row[] {
  return [
    [labels.approvers, words.principals(approvers)],
    [labels.barred, words.list(barred.map((id) => words.person(id)))],
    [labels.channels, words.channels(channels)],
  ];
}

/** Whether somebody may approve, in a sentence. Pure. */
export function approvalSentence(approval: Approval, who: string, texts: PolicyTexts): string {
  const sentence = approval.kind === 'allowed' ? texts.mayApprove : texts.mayNotApprove;
  const why = approval.kind === 'allowed' ? '' : texts.approvalRefusals[approval.reason];
  return sentence.replace('{who}', () => who).replace('{why}', () => why);
}
