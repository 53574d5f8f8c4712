import { readFile } from 'node:fs/promises';
import { loadPolicy } from '../../access/policy/load.js';
import type { Policy } from '../../access/policy/policy.js';

/** The policy file cannot be read, or has mistakes; each is named. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused';
}

/**
 * The policy; null where none is set.
 *
 * @throws PolicyRefused
 */
export async function policyIn(file: string | null): Promise<Policy | null> {
  if (file === null) return null;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new PolicyRefused(`The policy file ${file} cannot be read.`, { cause });
  });
  const loaded = loadPolicy(text);
  if (loaded.kind === 'policy') return loaded.policy;
  const lines = loaded.problems.map(({ line, path, code }) => `  ${line ?? '?'}: ${path} ${code}`);
  throw new PolicyRefused(
    [`The policy file ${file} has mistakes (acr-help policy check tells more):`, ...lines].join('\n'),
  );
}
