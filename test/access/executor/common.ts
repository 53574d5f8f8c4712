import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox } from '../../../sandbox/open.js';
import { createExecutor, type ExecutorConfig } from '../../../src/access/executor/executor.js';
import type { Tell, Told } from '../../../src/access/executor/tell.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import type { Person } from '../../../src/access/policy/principals.js';
import { type AccessRequest, type Party, type Spec, specHashOf } from '../../../src/access/request.js';
import { failed, ok, type Problem } from '../../../src/azure/answer.js';
import type { Transport } from '../../../src/azure/bounded-client.js';
import { createCircuits } from '../../../src/azure/circuits.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import { createCredential } from '../../../src/azure/credential.js';
import { createEgress } from '../../../src/azure/egress.js';
import { createEgressClient } from '../../../src/azure/egress-client.js';
import { openStore } from '../../../src/store/open.js';
import { worldText } from '../../sandbox/writes/lab.js';

/** What every job of the executor is tried with: a world over TLS, a real ledger; only people and telling are played. */

export const hour = 3_600_000;
export const ownersGroup = '99999999-0000-4000-8000-000000000001';

export type WorldParts = Parameters<typeof worldText>[0];

export async function openWorld(parts: WorldParts = {}): Promise<Sandbox> {
  const registry = { mode: 'abac', ...parts?.registry };
  const opened = await openSandbox(worldText({ ...parts, registry }));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

/** The sign-in of an identity that writes, and production's own way to Azure. */
export function writerOf(sandbox: Sandbox, writer: 'grantor' | 'rotator', { timeoutMs = 5000 } = {}) {
  const spec = sandbox.writerCredential(writer);
  if (spec === null) throw new Error(`the world has no ${writer}`);
  const network = sandbox.network('bot');
  // Hosts that were let alone are asked again when the clock of the world says so.
  const circuits = createCircuits(publicCloud, { now: () => sandbox.now().getTime() });
  const egress = createEgress({ network, cloud: publicCloud, circuits });
  const httpClient = createEgressClient(egress, network, null);
  const transport: Transport = { httpClient, timeoutMs, maxRetries: 0, retryDelayMs: 10 };
  return { network, transport, credential: createCredential(publicCloud, spec, transport) };
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

interface Options extends Pick<ExecutorConfig, 'granter' | 'rotation'> {
  readonly policy: Policy;
  readonly told?: Told;
  readonly store?: string;
}

export async function executing(sandbox: Sandbox, { policy, told = 'told', store: url, ...ports }: Options) {
  const store = await openStore(url ?? 'sqlite::memory:', silent);
  onTestFinished(() => store.close());
  const events: { readonly event: string; readonly [field: string]: unknown }[] = [];
  const note = (event: string, fields: object = {}): void => void events.push({ event, ...fields });
  const tellings: string[] = [];
  const say = (what: string) => async (request: AccessRequest) => {
    tellings.push(`${what} ${request.state}`);
    return told;
  };
  const tell: Tell = {
    tellApprovers: say('approvers'),
    remind: say('remind'),
    tellOutcome: say('outcome'),
    tellWorking: say('working'),
    tellEnding: say('ending'),
    tellQuestion: say('question'),
    tellAnswer: say('answer'),
    tellAlert: say('alert'),
  };
  const people = new FakePeople(sandbox);
  const state: { policy: Policy | null } = { policy };
  const now = () => sandbox.now().getTime();
  const { ledger } = store;
  const log = { info: note, warn: note, error: note };
  const config: ExecutorConfig = {
    ...{ ledger, people, tell, log, now, ...ports },
    policy: () => state.policy,
    chance: () => 1,
  };
  const executor = createExecutor(config);
  return {
    ...{ sandbox, ledger, events, tellings, people, state, now, log, executor, config },
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
  };
}

export type Executing = Awaited<ReturnType<typeof executing>>;

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Somebody of the directory; throws for who is not there any more. */
export function person({ sandbox, people }: Executing, name: string): Person {
  const found = people.all.get(partyOf(sandbox, name).objectId);
  if (found === undefined) throw new Error(name);
  return found;
}

interface Submitting {
  readonly strength?: 'click' | 'sign-in';
  /** The request that this one extends. */
  readonly extending?: string;
}

/** Submits a request that so many must approve. */
export async function submit(
  { ledger, now }: Pick<Executing, 'ledger' | 'now'>,
  id: string,
  spec: Spec,
  approvalsNeeded: number,
  { strength = 'click', extending }: Submitting = {},
): Promise<void> {
  const submission = {
    ...{ id, spec, policyHash: 'p'.repeat(64), rule: 'requests.all', approvalsNeeded },
    tier: strength === 'click' ? (1 as const) : (2 as const),
    barred: [spec.requester.objectId],
    pendingUntil: now() + 24 * hour,
    ...(extending !== undefined && { extends: extending }),
  };
  const submitted = await ledger.submit(submission, now());
  if (submitted !== 'submitted') throw new Error(submitted);
}

export async function approve(
  { sandbox, ledger, now }: Pick<Executing, 'sandbox' | 'ledger' | 'now'>,
  id: string,
  spec: Spec,
  by: readonly string[],
  { strength = 'click' }: Submitting = {},
): Promise<void> {
  for (const name of by) {
    const verdict = { request: id, specHash: specHashOf(spec), by: partyOf(sandbox, name) };
    const decided = await ledger.decide({ ...verdict, strength, verdict: 'approve', why: null }, now());
    if (decided !== 'done') throw new Error(decided);
  }
}

/** Submits a request and has these people approve it. */
export async function approvedBy(
  ground: Pick<Executing, 'sandbox' | 'ledger' | 'now'>,
  id: string,
  spec: Spec,
  by: readonly string[],
  submitting: Submitting = {},
): Promise<string> {
  await submit(ground, id, spec, by.length, submitting);
  await approve(ground, id, spec, by, submitting);
  return id;
}
