import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import { verifyAudit } from '../../../src/access/audit.js';
import { wishOf } from '../../../src/access/executor/wish.js';
import type { AuditRow, Ledger } from '../../../src/access/ledger.js';
import { type Party, type RequestState, type RoleSpec, specHashOf } from '../../../src/access/request.js';
import { openStore } from '../../../src/store/open.js';
import { repository, tempTree } from '../../support/temp.js';
import { compileExecutor } from './compile.js';
import { countOf, hour, openWorld, ownersGroup, partyOf, roleRequest, specOf, written } from './ground.js';

/** Processes that are killed at any moment, again and again, and what is left in Azure and in the ledger then. */

const program = join(repository, 'test', 'access', 'executor', 'child.mjs');
const silent = { info: () => {}, warn: () => {}, error: () => {} };
let compiled: ReturnType<typeof compileExecutor>;

beforeAll(() => {
  compiled = compileExecutor();
}, 120_000);
afterAll(() => compiled?.remove());

/** One registry takes twenty requests an hour, one person has five that are open. */
const registries = ['contoso', 'fabrikam'];
const perRegistry = 20;

test('n approvals become n assignments, and none is left when they have ended', async () => {
  const sandbox = await openWorld(world());
  const folder = tempTree({});
  const url = `sqlite:${join(folder, 'ledger.db')}`;
  const { ledger, close } = await openStore(url, silent);
  onTestFinished(close);
  const ids = await submitAll(sandbox, ledger);
  const config = {
    ...{ store: url, proxy: await sandbox.proxy('bot'), authority: sandbox.authority },
    ...{ credential: sandbox.writerCredential('grantor'), policy: policyText(sandbox) },
    ...{ approver: partyOf(sandbox, 'olga').objectId, group: ownersGroup },
    ...{ tenant: partyOf(sandbox, 'olga').tenant },
  };
  const until = async (state: RequestState, ahead: number): Promise<number> => {
    const file = join(folder, `${state}.json`);
    writeFileSync(file, JSON.stringify({ ...config, ahead }));
    let kills = 0;
    // Long enough for some jobs: what is begun ten times in vain is given up, which is another story.
    for (; kills < 60 && !(await all(ledger, ids, state)); kills++) {
      // The first two soon, so that no machine is quick enough to leave nothing for others.
      await runAndKill(file, kills < 2 ? 40 + Math.random() * 120 : 100 + Math.random() * 800);
    }
    for (const id of ids) expect((await ledger.request(id))?.state).toBe(state);
    return kills;
  };

  const killedGranting = await until('granted', 0);
  const made = written(sandbox);
  expect(made).toHaveLength(ids.length);
  expect(countOf(sandbox, 'write')).toBe(ids.length);
  const owned = await ledger.ownedAssignments();
  expect(owned.map(({ assignment }) => assignment).sort()).toEqual(made.map(({ id }) => id).sort());
  for (const { assignment, request } of owned) {
    const { spec } = await roleRequest(ledger, request);
    expect(wishOf(spec)?.place.name).toBe(assignment);
  }

  const killedRemoving = await until('removed', 9 * hour);
  expect(written(sandbox)).toEqual([]);
  expect(countOf(sandbox, 'delete')).toBe(ids.length);
  expect(await ledger.ownedAssignments()).toEqual([]);

  const rows = await auditOf(ledger);
  expect(verifyAudit(rows).ok).toBe(true);
  const count = (event: string) => rows.filter((row) => row.event === event).length;
  expect([count('grant.made'), count('removal.done')]).toEqual([ids.length, ids.length]);
  // It would show nothing if one process had done it all.
  expect(Math.min(killedGranting, killedRemoving)).toBeGreaterThan(1);
}, 240_000);

/** Runs a process, and kills it some time after it has begun to work. */
async function runAndKill(config: string, after: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [program, compiled.folder, config], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  if (child.stdout !== null) await Promise.race([once(child.stdout, 'data'), ended]);
  await Promise.race([pause(after), ended]);
  child.kill('SIGKILL');
  await ended;
}

function world() {
  const registry = { subscription: 'prod', mode: 'abac', repositories: {} };
  const on = { host: 'management.azure.com' };
  const put = { path: '*/roleAssignments/*', method: 'PUT' };
  return {
    registries: Object.fromEntries(registries.map((name) => [name, registry])),
    roleAssignments: {
      grantor: {
        principal: 'grantor',
        role: 'Role Based Access Control Administrator',
        scope: 'subscription:prod',
      },
    },
    // Answers that are lost, beside processes that are.
    faults: {
      lost: { ...on, http: 'reset', on: { ...put, calls: [4, 11, 30], after: true } },
      wrong: { ...on, http: { status: 500 }, on: { ...put, calls: [7, 19], after: true } },
    },
  };
}

function policyText(sandbox: Sandbox): string {
  return JSON.stringify({
    version: 1,
    tenants: [partyOf(sandbox, 'olga').tenant],
    groups: { owners: ownersGroup },
    registries: { all: { match: registries, discoverable: true, approvers: ['group:owners'] } },
    requests: { all: { registries: ['all'], by: ['members'], for: ['service-principal'] } },
  });
}

async function submitAll(sandbox: Sandbox, ledger: Ledger): Promise<readonly string[]> {
  const ids: string[] = [];
  const now = Date.now();
  for (const [at, name] of registries.entries()) {
    for (let i = 0; i < perRegistry; i++) {
      const id = `request-${name}-${i}`;
      const spec = specFor(sandbox, name, i, somebody(sandbox, at * 10 + Math.floor(i / 5)));
      const submission = {
        ...{ id, spec, policyHash: 'p'.repeat(64), rule: 'requests.all', tier: 1 as const },
        ...{ approvalsNeeded: 1, barred: [spec.requester.objectId], pendingUntil: now + 24 * hour },
      };
      expect(await ledger.submit(submission, now)).toBe('submitted');
      const by = partyOf(sandbox, 'olga');
      const verdict = { request: id, specHash: specHashOf(spec), by, why: null };
      const given = { ...verdict, strength: 'click' as const, verdict: 'approve' as const };
      expect(await ledger.decide(given, now)).toBe('done');
      ids.push(id);
    }
  }
  return ids;
}

function somebody(sandbox: Sandbox, number: number): Party {
  const objectId = `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { ...partyOf(sandbox, 'ana'), objectId, person: `slack\nT01FAKE\n${number}` };
}

function specFor(sandbox: Sandbox, name: string, number: number, requester: Party): RoleSpec {
  const spec = specOf(sandbox, { requester, repository: `team/app-${number}` });
  const registry = sandbox.world().registries.get(name);
  if (registry === undefined) throw new Error(name);
  const { id: resourceId, loginServer, mode } = registry;
  return { ...spec, registry: { resourceId, loginServer, mode } };
}

async function all(ledger: Ledger, ids: readonly string[], state: RequestState): Promise<boolean> {
  for (const id of ids) if ((await ledger.request(id))?.state !== state) return false;
  return true;
}

async function auditOf(ledger: Ledger): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = [];
  for (;;) {
    const some = await ledger.audit(rows.at(-1)?.seq ?? 0, 500);
    if (some.length === 0) return rows;
    rows.push(...some);
  }
}
