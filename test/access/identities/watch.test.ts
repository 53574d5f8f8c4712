import { describe, expect, onTestFinished, test } from 'vitest';
import { grantorCondition } from '../../../src/access/deploy/condition.js';
import { trustedGranter, trustedRotator } from '../../../src/access/identities/trusted.js';
import { watchIdentities } from '../../../src/access/identities/watch.js';
import { requestableRoles } from '../../../src/access/policy/roles.js';
import { Secret } from '../../../src/access/secret.js';
import type { Granter } from '../../../src/azure/granter.js';
import type { Rotator } from '../../../src/azure/rotator.js';
import { policyWith } from '../deploy/policies.js';
import { everything, type Given, openWorldWith, portsOn, recorder, type Setting } from './ground.js';

const rbac = 'Role Based Access Control Administrator';
const narrow = grantorCondition({ User: requestableRoles, ServicePrincipal: requestableRoles }) ?? '';
const grants: Given = [rbac, 'registry:contoso', narrow];
const sees: Given = ['Reader', 'subscription:prod'];
const inOrder = { reader: [sees], grantor: [grants] } as const;

/** Changes of a world: the grantor becomes Owner, and is none again; Azure goes away, and is back. */
const changes = {
  fix: {},
  other: {},
  owner: {
    roleAssignments: { wide: { principal: 'grantor', role: 'Owner', scope: 'registry:contoso' } },
  },
  limited: { roleAssignments: { wide: null } },
  away: { faults: { it: { host: 'management.azure.com', http: { status: 503 } } } },
  back: { faults: { it: null } },
};

async function watched({ policy = everything, ...setting }: Setting & { policy?: typeof everything } = {}) {
  const sandbox = await openWorldWith({ roles: inOrder, ...setting, parts: { changes, ...setting.parts } });
  const { log, events } = recorder();
  let seen = 0;
  const changed = () => void seen++;
  const watch = watchIdentities({ ...portsOn(sandbox), policy, log, changed, soonMs: 20, laterMs: 20 });
  onTestFinished(() => watch.stop());
  const kinds = async () => (await watch.check()).map(({ identity, kind }) => `${identity} ${kind}`);
  return { sandbox, watch, events, kinds, changes: () => seen };
}

describe('identities that are looked at', () => {
  test('are worked with where they are in order, and what they may do is logged, an event for each', async () => {
    const { watch, kinds, events } = await watched();
    expect([watch.trusts('grantor'), watch.trusts('rotator')]).toEqual([false, false]);
    expect(await kinds()).toEqual(['reader fit', 'grantor fit', 'rotator fit']);
    expect([watch.ready(), watch.trusts('grantor'), watch.trusts('rotator')]).toEqual([true, true, true]);
    expect(watch.registries()).toEqual([expect.stringMatching(/registries\/contoso$/)]);
    const rights = events.filter(({ event }) => event === 'identity.rights');
    expect(rights.map(({ identity }) => identity)).toEqual(['reader', 'grantor', 'rotator']);
    expect(rights[1]).toMatchObject({ fit: true, roles: 2, permissions: '' });
    expect(Object.values(rights[1] ?? {})).toEqual(
      expect.arrayContaining([rbac, expect.stringMatching(/registries\/contoso$/)]),
    );
    expect(events.every(({ level }) => level === 'info')).toBe(true);
  });

  test('T48: with Owner the bot is not ready, and trusts nobody', async () => {
    const { watch, kinds, events } = await watched({ roles: { ...inOrder, grantor: [['Owner']] } });
    expect(await kinds()).toEqual(['reader fit', 'grantor unfit', 'rotator fit']);
    expect([watch.ready(), watch.trusts('grantor'), watch.trusts('rotator')]).toEqual([false, false, false]);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'identity.unfit', level: 'error', code: 'everything', role: 'Owner' }),
    );
  });

  test('that could not be asked are no refused ones: the bot is ready, and trusts nobody yet', async () => {
    const { sandbox, watch, kinds, events } = await watched();
    sandbox.apply('away');
    expect(await kinds()).toEqual(['reader not-asked', 'grantor not-asked', 'rotator not-asked']);
    expect([watch.ready(), watch.trusts('grantor')]).toEqual([true, false]);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'identity.not-asked', level: 'warn', reason: 'unavailable' }),
    );
    sandbox.apply('back');
    await kinds();
    expect(watch.trusts('grantor')).toBe(true);
  });

  test('with a right too many stay so until somebody has seen otherwise', async () => {
    const { sandbox, watch, kinds } = await watched();
    await kinds();
    sandbox.apply('owner');
    expect(await kinds()).toContain('grantor unfit');
    sandbox.apply('away');
    expect(await kinds()).toContain('grantor not-asked');
    expect(watch.ready()).toBe(false);
    sandbox.apply('back');
    sandbox.apply('limited');
    expect(await kinds()).toContain('grantor fit');
    expect(watch.ready()).toBe(true);
  });

  test('where the policy knows none of the registries nobody was looked at', async () => {
    const policy = policyWith({ registries: { other: { match: ['fabrikam'] } } });
    const { watch, kinds } = await watched({ policy });
    expect(await kinds()).toEqual(['reader not-asked', 'grantor not-asked', 'rotator not-asked']);
    expect([watch.ready(), watch.trusts('grantor')]).toEqual([true, false]);
  });

  test('the grantor is not worked with while the reader could not be looked at', async () => {
    const blind = { actions: ['Microsoft.ContainerRegistry/registries/read'] };
    const { watch, kinds } = await watched({
      definitions: { blind, looks: {} },
      roles: { reader: [['blind', 'subscription:prod']], grantor: [grants] },
    });
    expect(await kinds()).toEqual(['reader not-asked', 'grantor fit', 'rotator fit']);
    expect([watch.ready(), watch.trusts('grantor')]).toEqual([true, false]);
  });

  test('are looked at again by themselves, and changes are told', async () => {
    const { sandbox, watch, changes: seen } = await watched();
    await watch.check();
    expect(seen()).toBe(0);
    watch.start();
    sandbox.apply('owner');
    await expect.poll(() => watch.ready(), { timeout: 10_000 }).toBe(false);
    expect(seen()).toBe(1);
    sandbox.apply('limited');
    await expect.poll(() => watch.trusts('grantor'), { timeout: 10_000 }).toBe(true);
    await watch.stop();
    const after = seen();
    sandbox.apply('owner');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([seen(), watch.ready()]).toEqual([after, true]);
  });
});

describe('whoever writes for the bot', () => {
  const signal = new AbortController().signal;
  const place = { scope: '/s', name: 'n' };
  const content = {
    roleGuid: 'r',
    principalId: 'p',
    principalType: 'User' as const,
    condition: null,
    description: '',
  };
  const never = { kind: 'unanswered', problem: { kind: 'signed-out', code: 'identity-not-trusted' } };

  /** Answers everything; counts what was written. */
  function fakes() {
    const written: string[] = [];
    const did =
      <T>(what: string, result: T) =>
      async () => {
        written.push(what);
        return result;
      };
    const nothing = async () => ({ ok: true as const, value: null });
    const none = async () => ({ ok: true as const, value: [] });
    const secret = new Secret('fake');
    const granter: Granter = {
      read: nothing,
      list: none,
      own: none,
      create: did('create', { kind: 'created' as const }),
      remove: did('remove', { kind: 'removed' as const }),
    };
    const rotator: Rotator = {
      own: none,
      tokenPasswords: nothing,
      application: nothing,
      renewAdminPassword: did('admin', { kind: 'renewed' as const, secret, username: 'u' }),
      renewTokenPassword: did('token', { kind: 'renewed' as const, secret, createdAt: null }),
      addClientSecret: did('client', { kind: 'renewed' as const, secret, keyId: 'k' }),
      removeClientSecret: did('drop', { kind: 'removed' as const }),
    };
    return { written, granter, rotator };
  }

  test.each([true, false])('writes only while it is trusted (%s), and always takes away', async (trusted) => {
    const { written, ...real } = fakes();
    const asked: string[] = [];
    const watch = {
      trusts: (who: string) => {
        asked.push(who);
        return trusted;
      },
    };
    const granter = trustedGranter(real.granter, watch);
    const rotator = trustedRotator(real.rotator, watch);
    const answers = [
      await granter.create(place, content, signal),
      await rotator.renewAdminPassword('/r', 'password', signal),
      await rotator.renewTokenPassword('/r', 't', 'password1', 0, signal),
      await rotator.addClientSecret('a', 'd', 0, signal),
    ];
    await granter.remove(place, signal);
    await rotator.removeClientSecret('a', 'k', signal);
    expect(asked).toEqual(['grantor', 'rotator', 'rotator', 'rotator']);
    const writes = trusted ? ['create', 'admin', 'token', 'client'] : [];
    expect(written).toEqual([...writes, 'remove', 'drop']);
    if (!trusted) expect(answers).toEqual([never, never, never, never]);
  });
});
