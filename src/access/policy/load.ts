import { compile } from './compile.js';
import { approvable } from './lint/approvable.js';
import { duplicates } from './lint/duplicates.js';
import { durations } from './lint/durations.js';
import { reachable } from './lint/reachable.js';
import { references } from './lint/references.js';
import type { Policy } from './policy.js';
import { findingsOf, type PolicyProblem, placed } from './problem.js';
import { policySchema } from './schema.js';
import { readYaml } from './source.js';

export type LoadedPolicy =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'mistakes'; readonly problems: readonly PolicyProblem[] };

/**
 * Reads a policy file. Every mistake is named at once, in the order of the lines: those of form first; where there
 * are none, those of meaning. A file with a mistake is no policy. Pure; never throws.
 */
export function loadPolicy(text: string): LoadedPolicy {
  const source = readYaml(text);
  if (!('value' in source)) {
    return mistakes(source.map(({ line, message }) => ({ line, path: '', code: 'yaml', value: message })));
  }
  const parsed = policySchema.safeParse(source.value);
  if (!parsed.success) {
    const findings = parsed.error.issues.flatMap((issue) => findingsOf(issue, source));
    return mistakes(findings.map((it) => placed(it, source)));
  }
  const file = parsed.data;
  const policy = compile(file);
  const findings = [
    ...references(file),
    ...duplicates(file),
    ...durations(file),
    ...approvable(policy),
    ...reachable(policy),
  ];
  if (findings.length === 0) return { kind: 'policy', policy };
  return mistakes(findings.map((it) => placed(it, source)));
}

function mistakes(problems: readonly PolicyProblem[]): LoadedPolicy {
  return { kind: 'mistakes', problems: [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
