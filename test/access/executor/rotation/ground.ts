import { createHash, createSecretKey } from 'node:crypto';
import { expect } from 'vitest';
import type { Sandbox } from '../../../../sandbox/open.js';
import { deriveToken, unseal } from '../../../../src/access/delivery/seal.js';
import { sealerWith } from '../../../../src/access/delivery/sealer.js';
import type { RotationPorts } from '../../../../src/access/executor/rotation/ports.js';
import type { Ledger } from '../../../../src/access/ledger.js';
import { loadPolicy } from '../../../../src/access/policy/load.js';
import type { Delivery, Policy } from '../../../../src/access/policy/policy.js';
import { isForRole, type RotationRequest, type RotationSpec } from '../../../../src/access/request.js';
import { createCircuits } from '../../../../src/azure/circuits.js';
import { publicCloud } from '../../../../src/azure/clouds.js';
import { createRotator } from '../../../../src/azure/rotator-client.js';
import { createVaults } from '../../../../src/azure/vault-client.js';
import { createVaultEgressClient } from '../../../../src/azure/vault-egress.js';
import {
  approvedBy,
  executing,
  openWorld,
  ownersGroup,
  partyOf,
  type WorldParts,
  writerOf,
} from '../common.js';
import { type Call, clientSecrets, type KindName, kinds, opens } from './secrets.js';

/** The executor where it makes secrets new: rotator, vaults and sealer are the real ones. */

const vaultUrl = 'https://delivery.vault.azure.net';
export const ways = {
  vault: { kind: 'vault', url: vaultUrl },
  'one-time page': { kind: 'one-time-page' },
} as const satisfies Readonly<Record<string, Delivery>>;
export type Way = keyof typeof ways;

/** Each kind of secret in each way. */
export const all: readonly (readonly [KindName, Way])[] = [
  ['admin password', 'vault'],
  ['admin password', 'one-time page'],
  ['token password', 'vault'],
  ['token password', 'one-time page'],
  ['client secret', 'vault'],
  ['client secret', 'one-time page'],
];

const key = createSecretKey(Buffer.alloc(32, 7));

export type Ports = Pick<RotationPorts, 'rotator' | 'vaults' | 'sealer'>;

interface Options {
  readonly parts?: WorldParts;
  readonly timeoutMs?: number;
  /** What stands in front of the real ones. */
  readonly ports?: (real: Ports) => Ports | null;
  readonly store?: string;
}

export async function openRotating(
  kind: KindName,
  way: Way,
  { parts = {}, timeoutMs, ports, store }: Options = {},
) {
  const pulls = { principal: 'pipeline', role: 'AcrPull', scope: 'registry:contoso' };
  const sandbox = await openWorld({
    ...parts,
    registry: { mode: 'legacy', ...parts.registry },
    roleAssignments: { pulls, ...parts.roleAssignments },
  });
  const { network, transport, credential } = writerOf(
    sandbox,
    'rotator',
    timeoutMs === undefined ? {} : { timeoutMs },
  );
  const circuits = createCircuits(publicCloud, { now: () => sandbox.now().getTime() });
  const httpClient = createVaultEgressClient({ network, cloud: publicCloud, circuits }, [vaultUrl]);
  const real = {
    rotator: createRotator(publicCloud, credential, transport),
    vaults: createVaults(publicCloud, credential, { ...transport, httpClient }, [vaultUrl]),
    sealer: sealerWith(key),
  };
  const ground = await executing(sandbox, {
    ...{
      policy: rotationPolicy(sandbox, way),
      granter: null,
      rotation: ports === undefined ? real : ports(real),
    },
    ...(store !== undefined && { store }),
  });
  ground.people.owners = [partyOf(sandbox, 'ana').objectId];
  return { ...ground, ports: { ...ground.config, ...real }, kind, way };
}

export type Rotating = Awaited<ReturnType<typeof openRotating>>;

export function rotationPolicy(
  sandbox: Sandbox,
  way: Way,
  { approvers = ['group:owners'], some = {} as object } = {},
): Policy {
  const delivery = way === 'vault' ? vaultUrl : 'one-time-page';
  const rule = {
    registries: ['contoso'],
    secrets: ['admin-password', 'repository-token-password', 'client-secret'],
    by: ['members'],
    delivery,
    ...some,
  };
  const loaded = loadPolicy(
    JSON.stringify({
      version: 1,
      tenants: [partyOf(sandbox, 'ana').tenant],
      groups: { owners: ownersGroup },
      people: { rita: partyOf(sandbox, 'rita').objectId },
      registries: { contoso: { match: ['contoso'], discoverable: true, owners: approvers } },
      rotations: { all: rule },
    }),
  );
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

function rotationSpec(
  { sandbox, kind, way }: Pick<Rotating, 'sandbox' | 'kind' | 'way'>,
  some: Partial<RotationSpec> = {},
): RotationSpec {
  const resourceId = sandbox.world().registries.get('contoso')?.id ?? '';
  return {
    kind: 'rotation',
    requester: partyOf(sandbox, 'ana'),
    registry: { loginServer: 'contoso.azurecr.io', resourceId },
    secret: kinds[kind].secret(sandbox),
    validMs: kinds[kind].validMs,
    delivery: ways[way],
    reason: 'it was in a log',
    ...some,
  };
}

export async function approved(
  ground: Rotating,
  some: Partial<RotationSpec> = {},
  id = 'request-1',
): Promise<string> {
  return approvedBy(ground, id, rotationSpec(ground, some), ['olga'], { strength: 'sign-in' });
}

/** A request that is approved and carried out, as far as it comes. */
export async function carriedOut(ground: Rotating, some: Partial<RotationSpec> = {}) {
  const id = await approved(ground, some);
  await ground.drain();
  return rotationRequest(ground.ledger, id);
}

export async function rotationRequest(ledger: Ledger, id = 'request-1'): Promise<RotationRequest> {
  const request = await ledger.request(id);
  if (request === null || isForRole(request)) throw new Error(`${id} is no request for a secret`);
  return request;
}

/** The versions that are in the vault, of whatever secret, oldest first. */
export function versionsOf(sandbox: Sandbox) {
  return [...sandbox.world().ledger.vaultSecrets.values()].flatMap(({ name, versions }) =>
    versions.map((it) => ({ ...it, name, id: `${vaultUrl}/secrets/${name}/${it.version}` })),
  );
}

/** The new secret as its recipient gets it: from the vault, or from the page, once. */
export async function delivered(
  { ledger, sandbox, now }: Rotating,
  { id = 'request-1', as = 'ana' } = {},
): Promise<string> {
  const { made } = await rotationRequest(ledger, id);
  const kept = made?.kept;
  if (kept?.kind === 'vault') {
    const version = versionsOf(sandbox).find((it) => it.id === kept.id && it.enabled);
    if (version === undefined) throw new Error('it is not in the vault');
    return version.value;
  }
  if (kept === undefined) throw new Error('none was made');
  const recipient = partyOf(sandbox, as).objectId;
  const token = deriveToken(key, id, kept.attempt);
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  const claimed = await ledger.deliveries.claim(tokenHash, recipient, now());
  if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
  const opened = unseal(claimed.ciphertext, { key, token, request: id, recipient });
  if (opened === null) throw new Error('it does not open');
  return opened.reveal();
}

/** A request that has ended well: one new secret of it, which its recipient has, opens the registry, and so does the old one. */
export async function expectOneLive(ground: Rotating): Promise<string> {
  const { ledger, sandbox, kind, way } = ground;
  const { state, made } = await rotationRequest(ledger);
  expect(state).toBe('rotated');
  const value = await delivered(ground);
  expect(await opens(sandbox, kind, value)).toBe(true);
  expect(await opens(sandbox, kind, kinds[kind].old)).toBe(true);
  const enabled = versionsOf(sandbox).filter((it) => it.enabled);
  expect(enabled.map((it) => ({ kind: 'vault', id: it.id }))).toEqual(way === 'vault' ? [made?.kept] : []);
  if (kind === 'client secret') expect(ownKeys(sandbox)).toEqual([made?.name]);
  return value;
}

/** Keys that say that they are of the request. */
export function ownKeys(sandbox: Sandbox): readonly string[] {
  return clientSecrets(sandbox)
    .filter(({ name }) => name === 'acr-help request-1')
    .map(({ keyId }) => keyId);
}

/** A fault of a call; the first to a vault is for the challenge. */
export function faultIn(
  { host, method, path }: Call,
  http: unknown,
  on: { calls: readonly number[]; after?: boolean },
) {
  const calls = method === 'PUT' ? on.calls.map((it) => it + 1) : on.calls;
  return { host, http, on: { method, path, ...on, calls } };
}
