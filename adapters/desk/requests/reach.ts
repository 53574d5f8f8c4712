import type { Reach } from '../../../src/access/propose-role.js';
import { parseRepository } from '../../../src/diagnosis/facts/repository.js';

/**
 * Where a role is to be limited to, as somebody typed it: one repository, or `team/*` for all below.
 *
 * @returns null for what is neither; empty is the whole registry. Pure.
 */
export function reachIn(typed: string): Reach | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { repository: null, prefix: false };
  const prefix = text.endsWith('/*');
  const repository = parseRepository(prefix ? text.slice(0, -2) : text);
  return repository === null ? null : { repository, prefix };
}
