import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/access/audit.js';
import { specHashOf } from '../../src/access/request.js';
import type { Db } from '../../src/store/tables.js';
import { Child } from './child.js';
import { compileStore } from './compile.js';
import { day, hour, otherSpec, partyOf, specOf, submissionOf, verdictOf } from './ledger-samples.js';
import { storeAt } from './open-engine.js';
import { rotated, tokenHashOf, tokenSpec } from './rotation-samples.js';
import { start } from './samples.js';

const processes = 8;

/**
 * What holds for a ledger that several processes stand on, whatever happens to one of them.
 *
 * @param newUrl gives the address of an empty store
 * @param tablesAt its tables, as they lie
 */
export function describeLedgerProcesses(
  name: string,
  newUrl: () => string | Promise<string>,
  tablesAt: (url: string) => Db,
): void {
  let compiled: ReturnType<typeof compileStore>;
  beforeAll(() => {
    compiled = compileStore();
  }, 120_000);
  afterAll(() => compiled.remove());

  async function team(url: string, size = processes): Promise<readonly Child[]> {
    const children = Array.from({ length: size }, () => new Child(compiled.module));
    await Promise.all(children.map((child) => child.ask('open', url)));
    return children;
  }

  /** The same calls by all processes at once; what they were told, process after process. */
  async function all(
    children: readonly Child[],
    method: string,
    calls: (index: number) => readonly unknown[],
  ): Promise<readonly (readonly unknown[])[]> {
    // On a busy machine the first would else be done before the last has begun.
    const at = Date.now() + 500;
    const said = await Promise.all(children.map((child, i) => child.ask('each', method, calls(i), at)));
    return said.map((it) => (Array.isArray(it) ? it : []));
  }

  const count = (said: readonly unknown[], word: string) => said.flat().filter((it) => it === word).length;

  describe(`${processes} processes at once: ${name}`, { timeout: 120_000 }, () => {
    it('decide each request once, whatever each of them says (T31)', async () => {
      const url = await newUrl();
      const { ledger } = await storeAt(url);
      const numbers = Array.from({ length: 40 }, (_, i) => i);
      for (const i of numbers) {
        const spec = otherSpec(i, partyOf(100 + i));
        await ledger.submit(submissionOf(`r${i}`, { spec }), start + Math.floor(i / 20) * hour);
      }
      const said = await all(await team(url), 'decide', (child) =>
        // Each begins elsewhere, so that none is ahead of the others everywhere.
        numbers.map((number) => {
          const i = (number + child * 5) % numbers.length;
          const specHash = specHashOf(otherSpec(i, partyOf(100 + i)));
          const verdict = (child + i) % 2 === 0 ? 'approve' : 'deny';
          return [verdictOf(`r${i}`, { specHash, verdict, by: partyOf(10 + child) }), start + hour];
        }),
      );
      expect(count(said, 'done')).toBe(40);
      // Else one of them was always first, and the test shows nothing.
      expect(said.filter((it) => it.includes('done')).length).toBeGreaterThan(1);
      const tables = tablesAt(url);
      const states = await tables.selectFrom('access_request').select(['id', 'state']).execute();
      const verdicts = await tables.selectFrom('access_verdict').select(['request', 'verdict']).execute();
      expect(verdicts).toHaveLength(40);
      for (const { request, verdict } of verdicts) {
        const state = verdict === 'approve' ? 'approved' : 'denied';
        expect(states).toContainEqual({ id: request, state });
        expect(await jobs(tables, request)).toContain(
          `${request}.${verdict === 'approve' ? 'grant' : 'tell-outcome'}.${state}`,
        );
      }
      const audit = await ledger.audit(0, 999);
      expect(audit).toHaveLength(80);
      expect(verifyAudit(audit)).toMatchObject({ ok: true });
    });

    it('take two approvals where two are needed, not one and not three', async () => {
      const url = await newUrl();
      const { ledger } = await storeAt(url);
      const needed = { tier: 3, approvalsNeeded: 2 } as const;
      for (let i = 0; i < 5; i++)
        await ledger.submit(submissionOf(`r${i}`, { spec: otherSpec(i), ...needed }), start);
      const said = await all(await team(url), 'decide', (child) =>
        Array.from({ length: 5 }, (_, i) => {
          const by = partyOf(10 + (child % 4));
          return [verdictOf(`r${i}`, { specHash: specHashOf(otherSpec(i)), by, strength: 'sign-in' }), start];
        }),
      );
      expect(count(said, 'done')).toBe(10);
      for (let i = 0; i < 5; i++) {
        const { state, approvals } = (await ledger.request(`r${i}`)) ?? {};
        expect(state).toBe('approved');
        expect(new Set(approvals?.map((it) => it.by.objectId)).size).toBe(2);
      }
    });

    it('open each thing once, and no more for a person and a registry than it may have', async () => {
      const url = await newUrl();
      const children = await team(url);
      const said = await all(children, 'submit', (child) =>
        Array.from({ length: 10 }, (_, i) => [
          submissionOf(`c${child}-${i}`, { spec: otherSpec(i, partyOf(100 + child)) }),
          start,
        ]),
      );
      expect(count(said, 'submitted')).toBe(10);
      const more = await all(children, 'submit', (child) =>
        Array.from({ length: 8 }, (_, i) => [
          submissionOf(`d${child}-${i}`, { spec: otherSpec(100 + child * 8 + i, partyOf(9)) }),
          start,
        ]),
      );
      expect(count(more, 'submitted')).toBe(5);
      const most = await all(children, 'submit', (child) =>
        Array.from({ length: 4 }, (_, i) => [
          submissionOf(`e${child}-${i}`, { spec: otherSpec(200 + child * 8 + i, partyOf(200 + child)) }),
          start,
        ]),
      );
      expect(count(most, 'submitted')).toBe(5);
    });

    it('hand over each secret once, and each other time is told (T20, T24)', async () => {
      const url = await newUrl();
      const { ledger } = await storeAt(url);
      const ids = Array.from({ length: 10 }, (_, i) => `s${i}`);
      for (const [i, id] of ids.entries()) await rotated(ledger, id, start, tokenSpec(i));
      const children = await team(url);
      const at = Date.now() + 500;
      const said = await Promise.all(
        children.map((child, i) => {
          // Each begins elsewhere, as above.
          const hashes = [...ids.slice(i), ...ids.slice(0, i)].map(tokenHashOf);
          return child.ask('collect', hashes, partyOf(1).objectId, start + 1, at);
        }),
      );
      expect(count(said.flat(), 'claimed')).toBe(10);
      expect(count(said.flat(), 'claimed-before')).toBe(10 * (processes - 1));
      const audit = await ledger.audit(0, 999);
      expect(verifyAudit(audit)).toMatchObject({ ok: true });
      const events = audit.map(({ event }) => event);
      expect(count(events, 'secret.claimed')).toBe(10);
      expect(count(events, 'secret.second-claim')).toBe(10 * (processes - 1));
    });

    it('take each job once', async () => {
      const url = await newUrl();
      const { ledger } = await storeAt(url);
      for (let i = 0; i < 40; i++) {
        const spec = otherSpec(i, partyOf(100 + i));
        await ledger.submit(submissionOf(`r${i}`, { spec }), start + Math.floor(i / 20) * hour);
      }
      const children = await team(url);
      const taken = await Promise.all(children.map((child) => child.ask('takeJobs', start + hour)));
      const ids = taken.flat();
      expect(ids).toHaveLength(40);
      expect(new Set(ids).size).toBe(40);
    });
  });

  it(`kill -9 at any moment, time and again: each approval has its audit and its jobs: ${name}`, {
    timeout: 180_000,
  }, async () => {
    const url = await newUrl();
    const said: unknown[] = [];
    for (const [round, lines] of [3, 5, 8, 12, 17, 26, 41].entries()) {
      const children = await team(url, 3);
      for (const [i, child] of children.entries()) {
        said.push(await child.ask('workOn', `k${round}-${i}`, submissionOf('', { spec: specOf() })));
        for (let line = 1; line < lines + i; line++) said.push(await child.next());
        said.push(...(await child.kill()));
      }
    }
    const { ledger } = await storeAt(url);
    const tables = tablesAt(url);
    await drain(ledger);

    const requests = await tables.selectFrom('access_request').select(['id', 'state']).execute();
    const audit = await ledger.audit(0, 99_999);
    expect(verifyAudit(audit)).toMatchObject({ ok: true });
    const told = audit.map(({ body }): { event: string; request: string } => JSON.parse(body));
    for (const step of said) {
      const [what, id] = Array.isArray(step) ? step : [];
      if (what === 'submitted') expect(requests).toContainEqual({ id, state: expect.any(String) });
      if (what === 'decided') expect(requests).toContainEqual({ id, state: 'removed' });
    }
    for (const { id, state } of requests) {
      const events = told.filter(({ request }) => request === id).map(({ event }) => event);
      const [submitted, ...rest] = events;
      expect(submitted).toBe('request.submitted');
      // One that nobody came to decide.
      if (state === 'pending') expect(rest).toEqual([]);
      else {
        const way = ['request.approved', 'grant.begun', 'grant.made', 'removal.begun', 'removal.done'];
        expect([state, rest]).toEqual(['removed', way]);
        expect((await jobs(tables, id)).sort()).toEqual(
          ['grant.approved', 'remind-approvers.pending', 'remove.granted', 'tell-approvers.pending']
            .concat(['tell-ending.granted', 'tell-outcome.granted', 'tell-outcome.removed'])
            .map((it) => `${id}.${it}`),
        );
      }
    }
    expect(requests.filter(({ state }) => state === 'removed').length).toBeGreaterThan(30);
  });
}

/** Does what the killed have left, when their leases are over. */
async function drain(ledger: Awaited<ReturnType<typeof storeAt>>['ledger']): Promise<void> {
  const now = Date.now() + 5_000;
  for (;;) {
    const job = await ledger.claim(now, day);
    if (job === null) return;
    const made = { kind: 'granted', assignment: `a-${job.request.id}`, owned: true, until: now } as const;
    if (job.kind === 'grant') await ledger.finishGrant(job, made, now);
    else if (job.kind === 'remove') await ledger.finishRemoval(job, 'removed', now);
    else await ledger.finish(job, now);
  }
}

async function jobs(tables: Db, request: string): Promise<string[]> {
  const rows = await tables.selectFrom('access_job').select('id').where('request', '=', request).execute();
  return rows.map(({ id }) => id);
}
