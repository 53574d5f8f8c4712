import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { Check, Shared } from '../../src/checks/check.js';
import { runChecks } from '../../src/checks/runner.js';
import { danaId, meansOf, pipeline, subject } from './fakes.js';

const frame = { witness: 'none', exposure: 'public' } as const;

describe('what checks share', () => {
  /** What the shared things give, each asked for twice by two checks. */
  async function shared<T>(
    ask: (shared: Shared) => Promise<T>,
    { means = meansOf(), about = subject() } = {},
  ): Promise<readonly T[]> {
    const given: T[] = [];
    const asking: Check = {
      id: 'dns',
      run: async (_subject, _means, common) => {
        given.push(await ask(common), await ask(common));
        return { ...frame, verdict: 'public-address' };
      },
    };
    await runChecks([asking, asking], about, means);
    return given;
  }

  test('is asked for once, and only where somebody wants it', async () => {
    let lookups = 0;
    let probes = 0;
    const means = meansOf({
      management: {
        findRegistry: async () => {
          lookups++;
          return ok(null);
        },
      },
      probe: {
        reach: async () => {
          probes++;
          throw new Error('no');
        },
      },
    });
    expect(await shared(({ registry }) => registry(), { means })).toHaveLength(4);
    expect([lookups, probes]).toEqual([1, 0]);
    await shared(({ reach }) => reach(), { means });
    expect([lookups, probes]).toEqual([1, 1]);
  });

  test('without a sign-in there is no registry', async () => {
    const [registry] = await shared(({ registry: ask }) => ask(), { means: meansOf({ management: null }) });
    expect(registry).toEqual(failed({ kind: 'signed-out', code: 'no-credential' }));
  });

  test('who was refused: a person is known, an application is looked up, others have no object', async () => {
    const principal = async (about: ReturnType<typeof subject>, means = meansOf()) =>
      (await shared((it) => it.principal(), { about, means }))[0];
    expect(await principal(subject())).toEqual(ok(danaId));
    expect(await principal(subject(), meansOf({ directory: null }))).toEqual(ok(danaId));
    const application = subject({ identity: pipeline });
    const directory = { servicePrincipal: async () => ok(null) };
    expect(await principal(application)).toEqual(ok(danaId));
    expect(await principal(application, meansOf({ directory }))).toEqual(ok(null));
    expect(await principal(application, meansOf({ directory: null }))).toMatchObject({
      problem: { kind: 'denied' },
    });
    for (const kind of ['kubelet', 'admin', 'anonymous', 'unknown'] as const) {
      expect(await principal(subject({ identity: { kind } }))).toEqual(ok(null));
    }
  });
});
