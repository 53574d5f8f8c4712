import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox } from '../../../sandbox/open.js';
import { createExecutor } from '../../../src/access/executor/executor.js';
import type { Tell, Told } from '../../../src/access/executor/tell.js';
import type { Ledger } from '../../../src/access/ledger.js';
import { loadPolicy } from '../../../src/access/policy/load.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import type { Person } from '../../../src/access/policy/principals.js';
import { type Party, type RoleRequest, type RoleSpec, specHashOf } from '../../../src/access/request.js';
import { failed, ok, type Problem } from '../../../src/azure/answer.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import { createCredential } from '../../../src/azure/credential.js';
import { createEgress } from '../../../src/azure/egress.js';
import { createEgressClient } from '../../../src/azure/egress-client.js';
import type { Granter } from '../../../src/azure/granter.js';
import { createGranter } from '../../../src/azure/granter-client.js';
import type { Network } from '../../../src/azure/network.js';
import { openStore } from '../../../src/store/open.js';
import { worldText } from '../../sandbox/writes/lab.js';

/** The executor on a real ledger, against a world over TLS: only people and the telling of them are played. */

export const hour = 3_600_000;
const reader = 'Container Registry Repository Reader';

export type WorldParts = Parameters<typeof worldText>[0];

export async function openWorld(parts: WorldParts = {}): Promise<Sandbox> {
  const registry = { mode: 'abac', ...parts?.registry };
  const opened = await openSandbox(worldText({ ...parts, registry }));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

export function granterOf(sandbox: Sandbox, { timeoutMs = 5000 } = {}): Granter {
  const spec = sandbox.writerCredential('grantor');
  if (spec === null) throw new Error('the world has no grantor');
  return granterOn(sandbox.network('bot'), spec, timeoutMs);
}

function granterOn(
  network: Network,
  spec: Parameters<typeof createCredential>[1],
  timeoutMs: number,
): Granter {
  const egress = createEgress({ network, cloud: publicCloud });
  const httpClient = createEgressClient(egress, network, null);
  const transport = { httpClient, timeoutMs, maxRetries: 0, retryDelayMs: 10 };
  return createGranter(publicCloud, createCredential(publicCloud, spec, transport), transport);
}

/** A fault of Resource Manager in calls that have to do with role assignments. */
export function armFault(http: unknown, on: Readonly<Record<string, unknown>>) {
  return {
    faults: { it: { host: 'management.azure.com', http, on: { path: '*/roleAssignments/*', ...on } } },
  };
}

export function partyOf(sandbox: Sandbox, name: string): Party {
  const user = sandbox.world().users.get(name);
  if (user === undefined) throw new Error(`nobody is called ${name}`);
  const { id, tenant } = user;
  return {
    objectId: id,
    tenant: tenant.id,
    platform: 'slack',
    person: `slack\nT01FAKE\n${name}`,
    language: 'en',
  };
}

export function specOf(sandbox: Sandbox, some: Partial<RoleSpec> = {}): RoleSpec {
  const world = sandbox.world();
  const registry = world.registries.get('contoso');
  const pipeline = world.servicePrincipals.get('pipeline');
  if (registry === undefined || pipeline === undefined) throw new Error('another world');
  return {
    requester: partyOf(sandbox, 'ana'),
    identity: { kind: 'service-principal', objectId: pipeline.objectId, owners: [] },
    registry: { loginServer: 'contoso.azurecr.io', resourceId: registry.id, mode: registry.mode },
    role: reader,
    repository: 'team/app',
    prefix: false,
    durationMs: 8 * hour,
    reason: 'builds',
    ...some,
  };
}

export function policyOf(
  sandbox: Sandbox,
  { approvers = ['group:owners'], tier = 1, maxDuration = '2d' } = {},
): Policy {
  const { tenant } = partyOf(sandbox, 'ana');
  const loaded = loadPolicy(
    JSON.stringify({
      version: 1,
      tenants: [tenant],
      groups: { owners: ownersGroup },
      people: { olga: partyOf(sandbox, 'olga').objectId, rita: partyOf(sandbox, 'rita').objectId },
      registries: { contoso: { match: ['contoso'], discoverable: true, approvers } },
      requests: {
        all: {
          registries: ['contoso'],
          by: ['members'],
          for: ['self', 'service-principal'],
          tier,
          maxDuration,
        },
      },
    }),
  );
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

export const ownersGroup = '99999999-0000-4000-8000-000000000001';

/** Who is in Entra now; the tests change it. */
class FakePeople {
  readonly all = new Map<string, Person>();
  owners: readonly string[] = [];
  problem: Problem | null = null;

  constructor(sandbox: Sandbox) {
    for (const name of ['ana', 'olga', 'rita']) {
      const { objectId, tenant } = partyOf(sandbox, name);
      const groups = name === 'ana' ? [] : [ownersGroup];
      this.all.set(objectId, { objectId, tenant, groups, guest: false });
    }
  }

  readonly person = async (objectId: string) =>
    this.problem === null ? ok(this.all.get(objectId) ?? null) : failed(this.problem);
  readonly ownersOf = async () => (this.problem === null ? ok(this.owners) : failed(this.problem));
}

export interface GroundOptions {
  readonly parts?: WorldParts;
  readonly timeoutMs?: number;
  readonly granter?: (real: Granter) => Granter;
  readonly told?: Told;
}

export async function openGround({ parts, timeoutMs, granter, told = 'told' }: GroundOptions = {}) {
  const sandbox = await openWorld(parts);
  const store = await openStore('sqlite::memory:', silent);
  onTestFinished(() => store.close());
  const real = granterOf(sandbox, timeoutMs === undefined ? {} : { timeoutMs });
  const events: { readonly event: string; readonly [field: string]: unknown }[] = [];
  const note = (event: string, fields: object = {}): void => void events.push({ event, ...fields });
  const tellings: string[] = [];
  const say = (what: string) => async (request: RoleRequest) => {
    tellings.push(`${what} ${request.state}`);
    return told;
  };
  const tell: Tell = {
    tellApprovers: say('approvers'),
    remind: say('remind'),
    tellOutcome: say('outcome'),
    tellEnding: say('ending'),
  };
  const people = new FakePeople(sandbox);
  const state = { policy: policyOf(sandbox) as Policy | null };
  const now = () => sandbox.now().getTime();
  const { ledger } = store;
  const executor = createExecutor({
    ledger,
    policy: () => state.policy,
    people,
    granter: granter?.(real) ?? real,
    tell,
    log: { info: note, warn: note, error: note },
    now,
    chance: () => 1,
  });
  const ground = {
    ...{ sandbox, ledger, granter: real, events, tellings, people, state, now, executor },
    /** Does everything that is due, over the waits between attempts. */
    async drain(): Promise<void> {
      for (let idle = 0; idle < 3; ) {
        if (await executor.runOnce()) idle = 0;
        else {
          idle++;
          sandbox.advance(61_000);
        }
      }
    },
    why: () => events.filter(({ event }) => event === 'executor.again').map(({ why }) => why),
    assignments: () => written(sandbox),
  };
  return ground;
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** What somebody has written in Azure and nobody has removed, whoever it was. */
export function written(sandbox: Sandbox) {
  const { ledger } = sandbox.world();
  return ledger.assignments
    .filter((it) => !ledger.removed.has(`${it.name} ${it.created.getTime()}`))
    .map((it) => ledger.updated.get(`${it.name} ${it.created.getTime()}`) ?? it);
}

export function countOf(sandbox: Sandbox, verb: 'write' | 'delete'): number {
  const operation = `Microsoft.Authorization/roleAssignments/${verb}`;
  return sandbox.audit().filter((it) => it.operation === operation).length;
}

/** Submits a request and has somebody approve it. */
export async function approved(
  { sandbox, ledger, now }: { sandbox: Sandbox; ledger: Ledger; now: () => number },
  id: string,
  some: Partial<RoleSpec> = {},
  by: readonly string[] = ['olga'],
): Promise<string> {
  const spec = specOf(sandbox, some);
  const submission = {
    id,
    spec,
    policyHash: 'p'.repeat(64),
    rule: 'requests.all',
    tier: 1 as const,
    approvalsNeeded: by.length,
    barred: [spec.requester.objectId],
    pendingUntil: now() + 24 * hour,
  };
  const submitted = await ledger.submit(submission, now());
  if (submitted !== 'submitted') throw new Error(submitted);
  for (const name of by) {
    const verdict = { request: id, specHash: specHashOf(spec), by: partyOf(sandbox, name) };
    const decided = await ledger.decide(
      { ...verdict, strength: 'click', verdict: 'approve', why: null },
      now(),
    );
    if (decided !== 'done') throw new Error(decided);
  }
  return id;
}
