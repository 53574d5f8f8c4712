import { connectAccess } from '../../access/connect.js';
import { sealerWith } from '../../access/delivery/sealer.js';
import { createExecutor, type Executor } from '../../access/executor/executor.js';
import { reconcileChore } from '../../access/executor/reconcile-chore.js';
import type { Tell } from '../../access/executor/tell.js';
import { trustedGranter, trustedRotator } from '../../access/identities/trusted.js';
import type { Watch } from '../../access/identities/watch.js';
import type { Delivery, Policy } from '../../access/policy/policy.js';
import { Requests } from '../../access/requests.js';
import type { Settings } from '../../config/settings.js';
import type { Log } from '../../observe/log.js';
import type { Database } from '../../store/store.js';
import type { AzureGround } from './azure.js';

/** Requests for roles and secrets, and what carries them out. */
export interface Access {
  readonly requests: Requests;
  readonly executor: (tell: Tell) => Executor;
}

type AccessSettings = Pick<Settings, 'access' | 'rotation' | 'deliveryKey'>;

/**
 * Requests for roles and secrets, where there is a policy, an identity that reads, and one that writes.
 *
 * @param watch says whether an identity that writes may be worked with; null: nobody looks
 * @param hasPages whether the bot has pages of its own, on which a secret could be shown
 * @throws InvalidVault where the policy names a vault that is none of the cloud
 */
export function accessOn(
  { access, rotation, deliveryKey }: AccessSettings,
  policy: Policy | null,
  ground: AzureGround,
  store: Database,
  log: Log,
  now: () => number,
  watch: Watch | null,
  hasPages: boolean,
): Access | null {
  const { network, cloud, credential: reader, subscriptions, readsData, now: azureNow } = ground;
  const { counting, circuits } = ground;
  const grantor = access && (ground.grantor ?? access.grantor);
  const rotator = rotation && (ground.rotator ?? rotation.rotator);
  if (policy === null || reader === null || (grantor === null && rotator === null)) return null;
  const vaultUrls = policy.rotations.flatMap(({ delivery }) =>
    delivery.kind === 'vault' ? [delivery.url] : [],
  );
  const ports = connectAccess({
    ...{ network, cloud, reader, grantor, rotator, subscriptions, readsData, now: azureNow },
    ...{ counting, circuits },
    vaults: [...new Set(vaultUrls)],
  });
  const { management, directory, people, vaults, verify } = ports;
  const granter = ports.granter && (watch === null ? ports.granter : trustedGranter(ports.granter, watch));
  const renewing = ports.rotator && (watch === null ? ports.rotator : trustedRotator(ports.rotator, watch));
  const sealer = deliveryKey === null || !hasPages ? null : sealerWith(deliveryKey);
  const { ledger } = store;
  const chorePorts = {
    ...{ ledger, log, now },
    registries: () => watch?.registries() ?? [],
    firstSeen: (key: string, at: number) => store.firstSeen(key, at),
  };
  const ways: readonly Delivery['kind'][] =
    renewing === null ? [] : sealer === null ? ['vault'] : ['vault', 'one-time-page'];
  log.info('access.on', { policy: policy.hash, grants: granter !== null, renews: ways.join(' ') });
  return {
    requests: new Requests({
      ...{ policy, ledger, management, directory, people, verify, now },
      grants: granter !== null,
      deliveries: ways,
    }),
    executor: (tell) =>
      createExecutor({
        ...{ ledger, people, granter, tell, log, now },
        telemetry: counting?.telemetry,
        chores: granter === null ? [] : [reconcileChore({ ...chorePorts, granter })],
        policy: () => policy,
        rotation: renewing === null || vaults === null ? null : { rotator: renewing, vaults, sealer },
      }),
  };
}
