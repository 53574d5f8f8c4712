import { readFile } from 'node:fs/promises';
import { connectAccess } from '../../access/connect.js';
import { createExecutor, type Executor } from '../../access/executor/executor.js';
import type { Tell } from '../../access/executor/tell.js';
import { loadPolicy } from '../../access/policy/load.js';
import type { Policy } from '../../access/policy/policy.js';
import { Requests } from '../../access/requests.js';
import type { AccessSettings } from '../../config/settings.js';
import type { Log } from '../../observe/log.js';
import type { Database } from '../../store/store.js';
import type { AzureGround } from './azure.js';

/** Requests for roles, and what carries them out. */
export interface Access {
  readonly requests: Requests;
  readonly executor: (tell: Tell) => Executor;
}

/** The policy file cannot be read, or has mistakes; each is named. */
class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused';
}

/** Requests for roles, where there is a policy and both identities. */
export function accessOn(
  settings: AccessSettings | null,
  policy: Policy | null,
  ground: AzureGround,
  store: Database,
  log: Log,
  now: () => number,
): Access | null {
  if (settings === null || policy === null || ground.credential === null) return null;
  const { network, cloud, credential: reader, subscriptions } = ground;
  const grantor = ground.grantor ?? settings.grantor;
  const ports = connectAccess({ network, cloud, reader, grantor, subscriptions });
  const { management, directory, people, granter } = ports;
  log.info('access.on', { policy: policy.hash });
  return {
    requests: new Requests({ policy, ledger: store.ledger, management, directory, people, now }),
    executor: (tell) =>
      createExecutor({ ledger: store.ledger, policy: () => policy, people, granter, tell, log, now }),
  };
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
