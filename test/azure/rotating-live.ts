import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import { Secret } from '../../src/access/secret.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createCredential } from '../../src/azure/credential.js';
import { createEgress } from '../../src/azure/egress.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import type { Rotator } from '../../src/azure/rotator.js';
import { createRotator } from '../../src/azure/rotator-client.js';
import type { Vaults } from '../../src/azure/vault.js';
import { createVaults } from '../../src/azure/vault-client.js';
import { createVaultEgressClient } from '../../src/azure/vault-egress.js';
import { worldText } from '../sandbox/writes/lab.js';
import { delivery } from './rotating.js';
import { signal } from './wired.js';

/** Secrets made new over TLS, by production's own ways out. */

const at = { vault: delivery, name: 'acr-contoso-admin-password2' };
export const end = Date.parse('2026-05-01T00:00:00Z');

/** A world that runs, with these faults, and the rotator's clients. */
export async function live(faults: object = {}) {
  const opened = await openSandbox(worldText({ faults }));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  const { sandbox } = opened;
  onTestFinished(sandbox.close);
  const network = sandbox.network('bot');
  const limits = { timeoutMs: 500, maxRetries: 2, retryDelayMs: 1 };
  const egress = createEgress({ network, cloud: publicCloud });
  const transport = { httpClient: createEgressClient(egress, network, null), ...limits };
  const vaultClient = createVaultEgressClient({ network, cloud: publicCloud }, [delivery]);
  const spec = sandbox.writerCredential('rotator');
  if (spec === null) throw new Error('the world has no rotator');
  const credential = createCredential(publicCloud, spec, transport);
  return {
    sandbox,
    rotator: createRotator(publicCloud, credential, transport),
    vaults: createVaults(publicCloud, credential, { ...limits, httpClient: vaultClient }, [delivery]),
  };
}

export interface Ground {
  readonly sandbox: Sandbox;
  readonly rotator: Rotator;
  readonly vaults: Vaults;
}
/** A call that writes, and how a world can break it. */
interface Write {
  readonly host: string;
  readonly on: { readonly method: string; readonly path: string; readonly calls: readonly number[] };
  /** What the audit calls it. */
  readonly operation: string;
  readonly done: string;
  readonly run: (ground: Ground) => Promise<{ readonly kind: string }>;
}

export const registryOf = ({ sandbox }: Ground) => sandbox.world().registries.get('contoso')?.id ?? '';
const applicationOf = ({ sandbox }: Ground) => {
  const { clientId = '', secrets = [] } = sandbox.world().servicePrincipals.get('pipeline') ?? {};
  return { id: `a${clientId.slice(1)}`, keyId: secrets[0]?.keyId ?? '' };
};
const put = ({ vaults }: Ground) =>
  vaults.put(at, new Secret('fake-canary'), { endsAt: end, tags: {} }, signal);

export const arm = { host: 'management.azure.com', done: 'renewed' };
const graph = { host: 'graph.microsoft.com' };
export const post = (path: string) => ({ method: 'POST', path: `*/${path}`, calls: [1] });
export const writes: Readonly<Record<string, Write>> = {
  'a password of the admin user': {
    ...arm,
    on: post('regenerateCredential'),
    operation: 'Microsoft.ContainerRegistry/registries/regenerateCredential/action',
    run: (ground) => ground.rotator.renewAdminPassword(registryOf(ground), 'password2', signal),
  },
  'a password of a token': {
    ...arm,
    on: post('generateCredentials'),
    operation: 'Microsoft.ContainerRegistry/registries/generateCredentials/action',
    run: (ground) =>
      ground.rotator.renewTokenPassword(registryOf(ground), 'ci-pull', 'password1', end, signal),
  },
  'a secret of an application': {
    ...graph,
    on: post('addPassword'),
    operation: 'Add password to application',
    done: 'renewed',
    run: (ground) => ground.rotator.addClientSecret(applicationOf(ground).id, 'acr-help 7', end, signal),
  },
  'the end of a secret of an application': {
    ...graph,
    on: post('removePassword'),
    operation: 'Remove password from application',
    done: 'removed',
    run: (ground) => {
      const { id, keyId } = applicationOf(ground);
      return ground.rotator.removeClientSecret(id, keyId, signal);
    },
  },
  // The first call is for the challenge.
  'a version in a vault': {
    host: 'delivery.vault.azure.net',
    on: { method: 'PUT', path: '/secrets/*', calls: [2] },
    operation: 'SecretSet',
    done: 'stored',
    run: put,
  },
  'a version that is disabled': {
    host: 'delivery.vault.azure.net',
    on: { method: 'PATCH', path: '/secrets/*', calls: [1] },
    operation: 'SecretUpdate',
    done: 'disabled',
    run: async (ground) => {
      const stored = await put(ground);
      return ground.vaults.disable(stored.kind === 'stored' ? stored.id : '', signal);
    },
  },
};
