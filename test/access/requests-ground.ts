import { onTestFinished } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import { loadPolicy } from '../../src/access/policy/load.js';
import type { Delivery, Policy } from '../../src/access/policy/policy.js';
import {
  draftOf,
  type Need,
  proposeRole,
  type RoleDraft,
  type RoleOffer,
} from '../../src/access/propose-role.js';
import { isForRole, type RoleRequest } from '../../src/access/request.js';
import { Requests, type RequestsConfig } from '../../src/access/requests.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { FakeAzure } from './fake-azure.js';
import { approvers, clientId, day, hostOf, party, tenant } from './requests-names.js';

/** Requests on a real ledger; Azure and the directory are played, and every call to them is counted. */

export function need(some: Partial<Need> = {}): Need {
  return {
    loginServer: hostOf('contoso'),
    identity: { kind: 'application', clientId },
    cluster: null,
    operation: 'pull',
    repository: null,
    ...some,
  };
}

/** Another rule or registry than those below, merged over them. */
export interface PolicyParts {
  readonly rule?: object;
  readonly registry?: object;
  readonly more?: object;
}

export function policyOf({ rule = {}, registry = {}, more = {} }: PolicyParts = {}): Policy {
  const loaded = loadPolicy(
    JSON.stringify({
      version: 1,
      tenants: [tenant],
      groups: { approvers },
      channels: { teams: '19:approvals@thread.tacv2', slack: 'C0APPROVE' },
      registries: {
        contoso: { match: ['contoso'], discoverable: true, approvers: ['group:approvers'], ...registry },
        hidden: { match: ['hidden'], approvers: ['group:approvers'] },
      },
      requests: {
        all: {
          registries: ['contoso', 'hidden'],
          by: ['members'],
          for: ['self', 'service-principal', 'aks-kubelet-identity'],
          tier: 1,
          maxDuration: '7d',
          ...rule,
        },
      },
      ...more,
    }),
  );
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

export const vaultUrl = 'https://kv-contoso.vault.azure.net';

/** A policy by which secrets are made new, too. */
export function rotating(some: object = {}): PolicyParts {
  const rule = {
    registries: ['contoso', 'hidden'],
    secrets: ['admin-password', 'repository-token-password', 'client-secret'],
    principals: 'any',
    by: ['members'],
    tier: 1,
    approvers: ['group:approvers'],
    delivery: vaultUrl,
    ...some,
  };
  return { more: { rotations: { all: rule } } };
}

/** What the bot is set up for. */
export type SetUp = Partial<Pick<RequestsConfig, 'grants' | 'deliveries'>>;

export async function openRequests(parts: PolicyParts = {}, setUp: SetUp = {}) {
  const store = await openStore('sqlite::memory:', silent);
  onTestFinished(() => store.close());
  const azure = new FakeAzure();
  const clock = { at: Date.parse('2026-03-02T09:00:00Z') };
  const { ledger }: { ledger: Ledger } = store;
  const requests = requestsOn(ledger, azure, clock, policyOf(parts), setUp);
  return { store, azure, clock, ledger, requests };
}

const everyWay: readonly Delivery['kind'][] = ['vault', 'one-time-page'];

export function requestsOn(
  ledger: Ledger,
  azure: FakeAzure,
  clock: { at: number },
  policy: Policy,
  setUp: SetUp = {},
): Requests {
  const { management, directory, port: people } = azure;
  const config = { policy, ledger, management, directory, people, now: () => clock.at };
  const verify: RequestsConfig['verify'] = async () => ({ kind: 'could-not-ask', how: 'assignment' });
  return new Requests({ ...config, verify, grants: true, deliveries: everyWay, ...setUp });
}

export const dana = party('dana');
export const olga = party('olga', { platform: 'teams', person: 'teams\nt\nolga' });

export async function offered(requests: Requests, some: Partial<Need> = {}): Promise<RoleOffer> {
  const proposal = await proposeRole(requests, need(some), dana);
  if (proposal.kind !== 'offer') throw new Error(JSON.stringify(proposal));
  return proposal;
}

/** What would be asked for if nothing is chosen. */
export async function drafted(requests: Requests, some: Partial<Need> = {}): Promise<RoleDraft> {
  const offer = await offered(requests, some);
  return draftOf(offer, offer.variants[0], { repository: offer.repository, prefix: false });
}

export const id = 'r'.repeat(22);

export async function submitted(
  ground: Awaited<ReturnType<typeof openRequests>>,
  reason = 'builds',
): Promise<RoleRequest> {
  const { requests } = ground;
  const draft = await drafted(requests);
  const sent = await requests.submit(id, { ...draft, durationMs: 2 * day }, reason);
  if (sent.kind !== 'submitted') throw new Error(sent.kind);
  const found = await requests.find(id);
  if (found === null || !isForRole(found)) throw new Error('nothing was submitted');
  return found;
}
