/**
 * The fields that a line of the log may have. A field says in its name what may stand in it: ids, codes, counts and words of
 * closed lists; there is none for texts, names, hosts or addresses of people's. What is not listed here does not compile,
 * and is not written.
 */
export const logFields = [
  /** Of whom and what. */
  'platform',
  'identity',
  'team',
  'request',
  'assignment',
  'role',
  'scope',
  'scopes',
  'action',
  'policy',
  'job',
  /** What happened, in a word of ours. */
  'kind',
  'what',
  'result',
  'outcome',
  'step',
  'method',
  'path',
  'status',
  'severity',
  'by',
  /** Why, in a code. */
  'code',
  'reason',
  'why',
  'because',
  'error',
  /** Counts and switches. */
  'attempts',
  'count',
  'dropped',
  'finished',
  'fit',
  'grants',
  'omitted',
  'owned',
  'permissions',
  'port',
  'ratio',
  'platforms',
  'renews',
  'retry',
  'roles',
  'seconds',
  'steps',
  'wait',
] as const;

/** Lists have a field for each of their values: `role1`, `scope1`. */
export type LogField = (typeof logFields)[number] | `${'role' | 'scope'}${number}`;

const known: ReadonlySet<string> = new Set(logFields);

export function isLogField(name: string): name is LogField {
  return known.has(name) || /^(?:role|scope)\d{1,3}$/.test(name);
}
