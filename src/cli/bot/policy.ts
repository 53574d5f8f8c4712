import { readFile } from 'node:fs/promises';
import { loadPolicy } from '../../access/policy/load.js';
import type { Policy } from '../../access/policy/policy.js';
import type { PolicyLook } from '../../doctor/policy.js';

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
  const look = await lookAtPolicy(file);
  switch (look.kind) {
    case 'none':
      return null;
    case 'policy':
      return look.policy;
    case 'unreadable':
      throw new PolicyRefused(`The policy file ${file} cannot be read.`, { cause: look.cause });
    case 'mistakes': {
      const lines = look.problems.map(({ line, path, code }) => `  ${line ?? '?'}: ${path} ${code}`);
      throw new PolicyRefused(
        [`The policy file ${file} has mistakes (acr-help policy check tells more):`, ...lines].join('\n'),
      );
    }
  }
}

/** The same for whoever wants to know what is wrong. */
export async function lookAtPolicy(file: string | null): Promise<PolicyLook> {
  if (file === null) return { kind: 'none' };
  try {
    return loadPolicy(await readFile(file, 'utf8'));
  } catch (cause) {
    return { kind: 'unreadable', cause };
  }
}
