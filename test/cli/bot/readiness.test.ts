import { expect, test } from 'vitest';
import { readinessOf } from '../../../src/cli/bot/readiness.js';

/** Everything in order but what a test says. */
function setting() {
  const state = {
    store: true,
    schema: true,
    identities: true,
    slack: true,
    stopping: false,
    asked: 0,
    now: 0,
  };
  const readiness = readinessOf(
    {
      store: {
        ready: async () => {
          state.asked++;
          return state.store;
        },
        current: async () => state.schema,
      },
      adapters: [{ platform: 'slack', ready: () => state.slack }],
      identities: { ready: () => state.identities },
      policy: true,
      stopping: () => state.stopping,
    },
    () => state.now,
  );
  return { state, readiness };
}

test.each(['store', 'schema', 'identities', 'slack'] as const)(
  'without %s it is not ready, and says so',
  async (part) => {
    const { state, readiness } = setting();
    expect(await readiness()).toEqual({
      ready: true,
      parts: { store: true, schema: true, policy: true, identities: true, slack: true },
    });
    state[part] = false;
    state.now += 1_000;
    const { ready, parts } = await readiness();
    expect([ready, Object.entries(parts).filter(([, it]) => !it)]).toEqual([false, [[part, false]]]);
  },
);

test('who stops is not ready, from that moment on', async () => {
  const { state, readiness } = setting();
  expect((await readiness()).ready).toBe(true);
  state.stopping = true;
  expect((await readiness()).ready).toBe(false);
});

test('however often it is asked, the database is written to once a second', async () => {
  const { state, readiness } = setting();
  await Promise.all(Array.from({ length: 50 }, readiness));
  state.now = 999;
  await readiness();
  expect(state.asked).toBe(1);
  state.now = 1_000;
  await readiness();
  expect(state.asked).toBe(2);
});

test('while one of two platforms is away, those on the other are served', async () => {
  const state = { slack: false, teams: true };
  const store = { ready: async () => true, current: async () => true };
  const adapters = (['slack', 'teams'] as const).map((platform) => ({
    platform,
    ready: () => state[platform],
  }));
  const parts = { store, adapters, identities: null, policy: false, stopping: () => false };
  expect(await readinessOf(parts)()).toMatchObject({ ready: true, parts: { slack: false, teams: true } });
  state.teams = false;
  expect((await readinessOf(parts)()).ready).toBe(false);
});
