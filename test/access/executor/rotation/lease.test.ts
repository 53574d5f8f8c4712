import { describe, expect, test } from 'vitest';
import { createExecutor } from '../../../../src/access/executor/executor.js';
import type { JobTime } from '../../../../src/access/executor/job-time.js';
import { discard, retire } from '../../../../src/access/executor/rotation/retire.js';
import { rotate } from '../../../../src/access/executor/rotation/rotate.js';
import { carryOutRotation } from '../../../../src/access/executor/rotation-jobs.js';
import { toolsFor } from '../../../../src/access/executor/tools.js';
import {
  all,
  approved,
  carriedOut,
  expectOneLive,
  openRotating,
  ownKeys,
  type Ports,
  type Rotating,
  rotationRequest,
  versionsOf,
  type Way,
} from './ground.js';
import { type KindName, kindNames, kinds } from './secrets.js';

/** Processes that are stopped for so long that another has their job, and those that have no time left. */

const leaseMs = 60_000;
const waits = (...answers: boolean[]): JobTime => ({
  signal: AbortSignal.timeout(10_000),
  mayWrite: () => answers.shift() ?? false,
});

describe.each(all)('%s by way of %s', (kind, way) => {
  test('is not written when there is no time for it', async () => {
    const ground = await openRotating(kind, way);
    const id = await approved(ground);
    const request = await rotationRequest(ground.ledger, id);
    const again = { kind: 'again', why: 'no-time' };
    expect(await rotate(request, 1, ground.ports, waits())).toMatchObject(again);
    expect(await rotate(request, 2, ground.ports, waits())).toMatchObject(again);
    expect(ground.sandbox.audit()).toEqual([]);
    const made = await carriedOutRest(ground);
    const before = ground.sandbox.audit().length;
    expect(await retire(made, ground.ports, waits())).toMatchObject(again);
    expect(await discard(made, ground.ports, waits())).toMatchObject(again);
    expect(ground.sandbox.audit()).toHaveLength(before);
  });

  test('T34 of which the time was over before it was kept is made again, and is the only one', async () => {
    const ground = await openRotating(kind, way);
    const id = await approved(ground);
    const request = await rotationRequest(ground.ledger, id);
    const outcome = await rotate(request, 1, ground.ports, waits(true));
    expect(outcome.kind === 'again' ? outcome.why : outcome.result.kind).toBe(
      way === 'vault' ? 'no-time' : 'rotated',
    );
    await carriedOutRest(ground);
    expect(versionsOf(ground.sandbox)).toHaveLength(way === 'vault' ? 1 : 0);
  });
});

/** The same request, carried out by the executor after somebody else has begun it. */
async function carriedOutRest(ground: Rotating) {
  const job = await ground.ledger.claim(ground.now(), 1);
  expect(job?.kind).toBe('rotate');
  ground.sandbox.advance(1000);
  await ground.drain();
  await expectOneLive(ground);
  return rotationRequest(ground.ledger);
}

/** A ground whose process is stopped at its first effect of a kind, while another carries the request out. */
async function stoppedAt(kind: KindName, way: Way, when: 'making' | 'made' | 'kept'): Promise<Rotating> {
  let stopped = false;
  const opened: { ground?: Rotating; real?: Ports } = {};
  async function others(): Promise<void> {
    const { ground, real } = opened;
    if (ground === undefined || real === undefined) throw new Error('not yet');
    ground.sandbox.advance(leaseMs + 1000);
    const other = createExecutor({ ...ground.config, rotation: real });
    while ((await rotationRequest(ground.ledger)).state !== 'rotated') await other.runOnce();
  }
  const first =
    <Asked extends readonly unknown[], T>(run: (...asked: Asked) => Promise<T>, done: boolean) =>
    async (...asked: Asked): Promise<T> => {
      if (stopped) return run(...asked);
      stopped = true;
      if (!done) await others();
      const result = await run(...asked);
      if (done) await others();
      return result;
    };
  opened.ground = await openRotating(kind, way, {
    ports: (real) => {
      opened.real = real;
      const { rotator, vaults, sealer } = real;
      if (when === 'kept') return { rotator, vaults: { ...vaults, put: first(vaults.put, true) }, sealer };
      const { renewAdminPassword, renewTokenPassword, addClientSecret } = rotator;
      const done = when === 'made';
      const slow = {
        renewAdminPassword: first(renewAdminPassword, done),
        renewTokenPassword: first(renewTokenPassword, done),
        addClientSecret: first(addClientSecret, done),
      };
      return { rotator: { ...rotator, ...slow }, vaults, sealer };
    },
  });
  await carriedOut(opened.ground);
  expect(opened.ground.events.map(({ event }) => event)).toContain('executor.lease-lost');
  return opened.ground;
}

describe('a process that was stopped', () => {
  test.each(all)('T34 after it made %s by way of %s leaves the one of who took over', async (kind, way) => {
    await expectOneLive(await stoppedAt(kind, way, 'made'));
  });

  test('T34 after it put an admin password into the vault has it disabled: the one of who took over works', async () => {
    const ground = await stoppedAt('admin password', 'vault', 'kept');
    await expectOneLive(ground);
    expect(versionsOf(ground.sandbox).map(({ enabled }) => enabled)).toEqual([false, true]);
  });

  test.each(['token password', 'client secret'] as const)(
    'T34 after it put %s into the vault leaves it: who took over has adopted it',
    async (kind) => {
      const ground = await stoppedAt(kind, 'vault', 'kept');
      await expectOneLive(ground);
      expect(
        ground.sandbox.audit().filter(({ operation }) => operation === kinds[kind].make.operation),
      ).toHaveLength(1);
    },
  );

  test.each(['vault', 'one-time page'] as const)(
    'T34 before it added a client secret by way of %s leaves no second one',
    async (way) => {
      const ground = await stoppedAt('client secret', way, 'making');
      const { made } = await rotationRequest(ground.ledger);
      expect(ownKeys(ground.sandbox)).toEqual([made?.name]);
      expect(versionsOf(ground.sandbox).filter(({ enabled }) => enabled)).toHaveLength(
        way === 'vault' ? 1 : 0,
      );
    },
  );

  test('T34 for longer than its time lasts has its version disabled all the same', async () => {
    const stop = new AbortController();
    const ground = await openRotating('admin password', 'vault');
    await approved(ground);
    const { config, ledger, ports, now, sandbox } = ground;
    const job = await ledger.claim(now(), leaseMs);
    if (job?.kind !== 'rotate') throw new Error('another job');
    const put: Ports['vaults']['put'] = async (...asked) => {
      sandbox.advance(leaseMs + 1000);
      await ground.drain();
      const stored = await ports.vaults.put(...asked);
      stop.abort();
      return stored;
    };
    const slow = { ...ports, vaults: { ...ports.vaults, put } };
    const time = { signal: stop.signal, mayWrite: () => true };
    expect(
      await carryOutRotation(
        job,
        slow,
        toolsFor(config, () => 1),
        time,
      ),
    ).toBe(false);
    await expectOneLive(ground);
  });
});

test.each(kindNames)('%s is carried out by one of several at once', async (kind) => {
  const ground = await openRotating(kind, 'vault');
  await approved(ground);
  const others = Array.from({ length: 5 }, () => createExecutor(ground.config));
  const did = await Promise.all(others.map((it) => it.runOnce()));
  expect(did.filter(Boolean)).toHaveLength(1);
  await ground.drain();
  await expectOneLive(ground);
});
