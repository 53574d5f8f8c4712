import { describe, expect, test } from 'vitest';
import { partyOf } from '../common.js';
import {
  all,
  carriedOut,
  delivered,
  expectOneLive,
  faultIn,
  openRotating,
  ownKeys,
  type Ports,
  rotationRequest,
  versionsOf,
} from './ground.js';
import {
  type Call,
  countOf,
  disable,
  kindNames,
  kinds,
  newest,
  opens,
  pipelineOf,
  put,
  tokenName,
} from './secrets.js';

/** Writes that fail, and writes that have their effect and lose their answer (T34). */

interface Trouble {
  readonly http: unknown;
  /** Which of the calls; the first is 1. */
  readonly calls?: readonly number[];
  readonly after?: boolean;
  /** Why it was tried again. */
  readonly why: readonly string[];
}

const troubles: Readonly<Record<string, Trouble>> = {
  'another write under way': { http: { status: 409 }, why: ['busy'] },
  'too many calls': { http: { status: 429, retryAfter: 30 }, why: ['throttled'] },
  'a failure': { http: { status: 500 }, why: ['no-answer'] },
  'no answer': { http: 'hangs', why: ['no-answer'] },
  'a failure after the effect': { http: { status: 500 }, after: true, why: ['no-answer'] },
  'no answer after the effect': { http: 'hangs', after: true, why: ['no-answer'] },
  'a connection that breaks after the effect': { http: 'reset', after: true, why: ['no-answer'] },
  'two answers lost': {
    ...{ http: { status: 503 }, after: true, calls: [1, 2] },
    why: ['no-answer', 'no-answer'],
  },
};
const named = Object.entries(troubles);
/** Where nothing new is made, these are enough. */
const few = named.filter(([name]) =>
  ['another write under way', 'too many calls', 'no answer after the effect', 'two answers lost'].includes(
    name,
  ),
);

/** A world with this trouble in a call; `from` is the first call of its kind that has it. */
function withTrouble(call: Call, { http, calls = [1], ...on }: Trouble, from = 1) {
  const fault = faultIn(call, http, { calls: calls.map((it) => it + from - 1), after: on.after ?? false });
  return { parts: { faults: { it: fault } }, ...(http === 'hangs' && { timeoutMs: 400 }) };
}

describe.each(all)('%s by way of %s', (kind, way) => {
  test.each(named)('T34 with %s when it is made is made, and is the only one', async (_, trouble) => {
    const ground = await openRotating(kind, way, withTrouble(kinds[kind].make, trouble));
    await carriedOut(ground);
    const value = await expectOneLive(ground);
    expect(value).toBe(newest(ground.sandbox, kind));
    expect(ground.why()).toEqual(trouble.why);
    const lost = trouble.after ? trouble.why.length : 0;
    expect(countOf(ground.sandbox, kinds[kind].make)).toBe(1 + lost);
  });

  test.each(['made', 'kept'])(
    'T34 whose process ends when it is %s is made, and is the only one',
    async (when) => {
      const ground = await openRotating(kind, way, { ports: (real) => dying(real, when) });
      await carriedOut(ground);
      await expectOneLive(ground);
      expect(ground.why()).toEqual(['failed']);
    },
  );
});

/** Ports of a process that has its first effect of a kind and hears nothing of it any more. */
function dying({ rotator, vaults, sealer }: Ports, when: string): Ports {
  let died = false;
  const once =
    <Asked extends readonly unknown[], T>(run: (...asked: Asked) => T) =>
    (...asked: Asked): T => {
      const result = run(...asked);
      if (died) return result;
      died = true;
      if (!(result instanceof Promise)) throw new Error('killed');
      // The same promise, but for its value: T is one.
      return result.then(() => Promise.reject(new Error('killed'))) as T;
    };
  if (when === 'kept') {
    return {
      rotator,
      vaults: { ...vaults, put: once(vaults.put) },
      sealer: sealer && { seal: once(sealer.seal) },
    };
  }
  const { renewAdminPassword, renewTokenPassword, addClientSecret } = rotator;
  const made = {
    renewAdminPassword: once(renewAdminPassword),
    renewTokenPassword: once(renewTokenPassword),
    addClientSecret: once(addClientSecret),
  };
  return { rotator: { ...rotator, ...made }, vaults, sealer };
}

describe.each(kindNames)('%s', (kind) => {
  /** Of these Azure tells which one it is. */
  const isKnown = kind !== 'admin password';

  test.each(named)('T34 with %s when it is put into the vault is there once', async (_, trouble) => {
    const ground = await openRotating(kind, 'vault', withTrouble(put, trouble));
    await carriedOut(ground);
    const value = await expectOneLive(ground);
    expect(value).toBe(newest(ground.sandbox, kind));
    const adopted = trouble.after === true && isKnown;
    expect(ground.why()).toEqual(adopted ? ['no-answer'] : trouble.why);
    expect(countOf(ground.sandbox, kinds[kind].make)).toBe(adopted ? 1 : 1 + trouble.why.length);
    const versions = adopted || !trouble.after ? 1 : 1 + trouble.why.length;
    expect(versionsOf(ground.sandbox)).toHaveLength(versions);
  });

  test.each(few)('T34 with %s when the old one is retired works alone in the end', async (_, trouble) => {
    const { spoil } = kinds[kind];
    const ground = await openRotating(kind, 'vault', withTrouble(spoil, trouble, spoil.first));
    const { ledger, sandbox, now } = ground;
    await carriedOut(ground);
    const value = await delivered(ground);
    await ledger.confirm('request-1', partyOf(sandbox, 'ana').objectId, now());
    sandbox.advance(900_000);
    await ground.drain();
    expect((await rotationRequest(ledger)).state).toBe('retired');
    expect(await opens(sandbox, kind, value)).toBe(true);
    expect(await opens(sandbox, kind, kinds[kind].old)).toBe(false);
  });

  test.each(few)('T34 with %s when it is discarded is worthless in the end', async (_, trouble) => {
    const { spoil } = kinds[kind];
    const ground = await openRotating(kind, 'vault', withTrouble(spoil, trouble, spoil.first));
    await carriedOut(ground);
    await expectDiscarded(ground, await delivered(ground));
  });

  test.each(few)(
    'T34 with %s when its version is disabled is given to nobody in the end',
    async (_, trouble) => {
      const faults = { it: { ...withTrouble(disable, trouble).parts.faults.it } };
      const timeoutMs = trouble.http === 'hangs' ? { timeoutMs: 400 } : {};
      const ground = await openRotating(kind, 'vault', { parts: { faults }, ...timeoutMs });
      await carriedOut(ground);
      await expectDiscarded(ground, await delivered(ground));
    },
  );

  test('T34 that was kept by an attempt but never told is worthless when all attempts are used up', async () => {
    const calls = Array.from({ length: 10 }, (_, i) => i + 1);
    const trouble = { http: { status: 500 }, after: true, calls, why: [] };
    const blind = {
      ...{ host: put.host, http: { status: 503 } },
      // As many as the attempts ask: those that find the vault let alone ask nothing, one more with the admin user.
      on: {
        ...{ method: 'GET', path: '/secrets/*/versions' },
        calls: calls.slice(1, kind === 'admin password' ? 9 : 10),
      },
    };
    const { it } = withTrouble(put, trouble).parts.faults;
    const ground = await openRotating(kind, 'vault', { parts: { faults: { it, blind } } });
    const { state } = await carriedOut(ground);
    expect(state).toBe('failed');
    const values = versionsOf(ground.sandbox).map(({ value }) => value);
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(await opens(ground.sandbox, kind, value)).toBe(false);
    expect(versionsOf(ground.sandbox).filter(({ enabled }) => enabled)).toEqual([]);
    expect(ownKeys(ground.sandbox)).toEqual([]);
    expect(await opens(ground.sandbox, kind, kinds[kind].old)).toBe(true);
  });
});

async function expectDiscarded(
  ground: Awaited<ReturnType<typeof openRotating>>,
  value: string,
): Promise<void> {
  const { ledger, sandbox, kind, now } = ground;
  await ledger.abandon('request-1', partyOf(sandbox, 'ana').objectId, now());
  await ground.drain();
  expect(await opens(sandbox, kind, value)).toBe(false);
  expect(await opens(sandbox, kind, kinds[kind].old)).toBe(true);
  expect(versionsOf(sandbox).filter(({ enabled }) => enabled)).toEqual([]);
  expect(ownKeys(sandbox)).toEqual([]);
  expect(ground.events.filter(({ event }) => event === 'executor.discarded')).toHaveLength(1);
}

test.each(['token password', 'client secret'] as const)(
  'T34 %s in the vault that does not work any more is not taken for the new one, and is disabled',
  async (kind) => {
    let puts = 0;
    const ground = await openRotating(kind, 'vault', {
      ports: ({ vaults, rotator, sealer }) => ({
        ...{ rotator, sealer },
        vaults: {
          ...vaults,
          async put(...asked) {
            const signal = asked[3];
            await vaults.put(...asked);
            // Somebody makes it new, or removes it, by hand, before anybody looks.
            if (++puts === 1) await byHand(rotator, signal);
            // What comes of the second answer is lost, too, so that it is adopted.
            throw new Error('killed');
          },
        },
      }),
    });
    const { sandbox } = ground;
    async function byHand(rotator: Ports['rotator'], signal: AbortSignal): Promise<void> {
      const { clientId } = pipelineOf(sandbox);
      const end = sandbox.now().getTime() + 3_600_000;
      const id = sandbox.world().registries.get('contoso')?.id ?? '';
      sandbox.advance(1000);
      if (kind === 'token password')
        await rotator.renewTokenPassword(id, tokenName, 'password2', end, signal);
      else await rotator.removeClientSecret(`a${clientId.slice(1)}`, ownKeys(sandbox)[0] ?? '', signal);
    }
    await carriedOut(ground);
    await expectOneLive(ground);
    expect(puts).toBe(2);
    expect(versionsOf(sandbox).map(({ enabled }) => enabled)).toEqual([false, true]);
  },
);
