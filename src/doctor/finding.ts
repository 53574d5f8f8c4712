import type { FindingId } from './catalogue.js';

/** Lines for a shell. */
export interface Command {
  readonly bash: readonly string[];
  readonly powershell: readonly string[];
}

/**
 * Values that sentences name: names, ids, hosts, numbers, words of the project's own. None holds what somebody else
 * wrote, but where it passed a grammar.
 */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/** What was found out about one thing. Sentences are the command line's. */
export interface Finding {
  readonly id: FindingId;
  /** Which one of several things: a variable, an identity, a host; null where there is one only. */
  readonly about: string | null;
  readonly facts: Facts;
  /** What puts it right; null where no command does. */
  readonly command: Command | null;
}

export function finding(
  id: FindingId,
  about: string | null = null,
  facts: Facts = {},
  command: Command | null = null,
): Finding {
  return { id, about, facts, command };
}

/** The same lines in both shells. */
export function inAnyShell(...lines: readonly string[]): Command {
  return { bash: lines, powershell: lines };
}
