import type { Checked } from '../../access/identities/check.js';
import { type Flaw, isFit } from '../../access/identities/flaw.js';
import type { Problem } from '../../azure/answer.js';
import type { IdentityTexts } from '../texts/identities/types.js';

/** What the operator reads about the identities at the start; nothing where all is in order. */
export function identityLines(checked: readonly Checked[], texts: IdentityTexts): readonly string[] {
  const lines = checked.flatMap((it) =>
    it.kind === 'not-asked'
      ? [fill(texts.notAsked, { identity: texts.names[it.identity], why: whyOf(it.problem, texts) })]
      : it.flaws.map((flaw) => sentence(flaw, texts.names[it.identity], texts)),
  );
  const unfit = checked.some((it) => it.kind !== 'not-asked' && !isFit(it.flaws));
  return unfit ? [texts.notReady, ...lines] : lines;
}

function sentence({ code, role, scope, what }: Flaw, identity: string, { flaws }: IdentityTexts): string {
  return fill(flaws[code], { identity, role: role ?? '', scope: scope ?? '', what: what ?? '' });
}

function whyOf(problem: Problem, { why }: IdentityTexts): string {
  const what = problem.kind === 'denied' ? problem.action : problem.kind === 'signed-out' ? problem.code : '';
  return fill(why[problem.kind], { what });
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
