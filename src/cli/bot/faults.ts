import type { Log } from '../../observe/log.js';

/** What nobody caught. */
export interface Fault {
  readonly kind: 'rejection' | 'exception';
  readonly error: unknown;
}

/**
 * Says that something was caught by nobody: code and name of the error, never its text, which may quote what people wrote.
 *
 * A rejected promise is one piece of work of which nobody waited for the end: all others go on, since what they need is
 * stored before it is said and each job is done at least once. Ending the process would take the bot from everybody because
 * of one. After an exception that nobody caught, the state of the process is not known (Node, "uncaughtException"): it ends,
 * others take over what it holds, and whoever supervises it starts it again.
 *
 * @returns whether the process can go on
 */
export function logFault({ kind, error }: Fault, log: Log): boolean {
  const fields = { code: wordOf(error, 'code'), error: wordOf(error, 'name') };
  if (kind === 'rejection') log.error('process.unhandled-rejection', fields);
  else log.error('process.uncaught-exception', fields);
  return kind === 'rejection';
}

/** Names and codes are words of programs; what does not look like one is none. */
function wordOf(error: unknown, key: 'code' | 'name'): string | null {
  if (!(error instanceof Error)) return null;
  const word: unknown = Reflect.get(error, key);
  return typeof word === 'string' && /^[A-Za-z][\w-]{0,40}$/.test(word) ? word : null;
}
