import type { z } from 'zod';
import type { Source } from './source.js';

/** What can be wrong with a policy file. Sentences are the command line's. */
export const problemCodes = [
  'yaml',
  'missing',
  'unknown-key',
  'wrong-type',
  'not-one-of',
  'empty',
  'long',
  'guid',
  'name',
  'principal',
  'requester',
  'registry-pattern',
  'registry-selector',
  'repository-pattern',
  'token-pattern',
  'duration',
  'delivery',
  'teams-channel',
  'slack-channel',
  'unknown-role',
  'human-role',
  'unknown-principal',
  'unknown-registry',
  'unknown-tag',
  'duplicate',
  'too-long',
  'production-open',
  'admin-open',
  'no-approver',
  'too-few-approvers',
  'own-approver',
  'no-condition',
  'no-tokens',
  'empty-deny',
  'denied-rule',
  'denied-role',
  'covered-rule',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Something wrong, before its line is known. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly code: ProblemCode;
  /** What the sentence names: an option, a rule, a role. */
  readonly value?: string;
}

/** A mistake in a policy file. */
export interface PolicyProblem {
  /** From 1; null where it belongs to the whole file. */
  readonly line: number | null;
  /** `requests.developers.roles.0` */
  readonly path: string;
  readonly code: ProblemCode;
  readonly value: string;
}

export function placed({ path, code, value = '' }: Finding, source: Source): PolicyProblem {
  return { line: source.lineOf(path), path: path.join('.'), code, value };
}

/** What the schema found, in our codes. */
export function findingsOf(issue: z.core.$ZodIssue, source: Source): readonly Finding[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-key', value: key }));
    case 'invalid_type':
      return [
        source.has(path) ? { path, code: 'wrong-type', value: issue.expected } : { path, code: 'missing' },
      ];
    case 'invalid_value':
      return source.has(path)
        ? [{ path, code: 'not-one-of', value: issue.values.join(', ') }]
        : [{ path, code: 'missing' }];
    case 'invalid_key':
      return [{ path, code: 'name' }];
    default:
      return [{ path, code: problemCodes.find((code) => code === issue.message) ?? 'wrong-type' }];
  }
}
