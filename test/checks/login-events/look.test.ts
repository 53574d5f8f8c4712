import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../src/azure/answer.js';
import type { LoginEvents, WantedEvents } from '../../../src/azure/login-events.js';
import { lookAtLog } from '../../../src/checks/login-events/look.js';
import { permitsLog } from '../../../src/checks/login-events/may-read.js';
import { assignment, danaId, type Given, kubeletId, meansOf, registry, signal, subject } from '../fakes.js';

const readLog = 'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read';
const readRegistry = 'Microsoft.ContainerRegistry/registries/read';
const role = (actions: readonly string[], notActions: readonly string[] = []) => ({
  ...{ name: 'r', actions, notActions },
  ...{ dataActions: [], notDataActions: [] },
});
const bot = '00000000-0000-4000-8000-0000000000b0';

/** A look, and what was asked of the log. */
async function look(
  some: {
    readonly roles?: readonly string[];
    readonly log?: Partial<LoginEvents>;
    readonly asker?: string | null;
  } = {},
  given: Given = {},
) {
  const { roles = ['*/read'], asker = danaId } = some;
  const asked: WantedEvents[] = [];
  const means = meansOf({
    vantage: 'bot',
    ...given,
    management:
      given.management === null
        ? null
        : {
            assignments: async () => ok(roles.length === 0 ? [] : [assignment('custom')]),
            roleDefinition: async () => ok(role(roles)),
            ...given.management,
          },
  });
  const log: LoginEvents = {
    settings: async () => ok([{ workspace: '/workspaces/central', loginEvents: true }]),
    failures: async (_, wanted) => {
      asked.push(wanted);
      return ok({ kind: 'events', events: [], more: false, partial: false });
    },
    ...some.log,
  };
  const { management, directory, vantage, now } = means;
  const azure = management === null ? null : { management, directory, log, whoAmI: async () => ok(bot) };
  const request = { subject: subject({ clientIp: '203.0.113.7', ...given.subject }), asker, since: null };
  return { seen: await lookAtLog(request, { vantage, azure, now }, signal), asked };
}

describe('who may read the log', () => {
  test.each([
    ['Reader', [role(['*/read'])], true],
    ['both rights in two roles', [role([readRegistry]), role([readLog])], true],
    ['the registry alone', [role([readRegistry])], false],
    ['the log alone', [role([readLog])], false],
    ['with an exception', [role(['*/read'], ['Microsoft.Insights/logs/*'])], false],
    ['AcrPull', [role(['Microsoft.ContainerRegistry/registries/pull/read'])], false],
    ['nothing', [], false],
  ])('%s', (_, roles, expected) => {
    expect(permitsLog(roles)).toBe(expected);
  });

  test('sees all of it, what belongs to the case first', async () => {
    const { seen, asked } = await look();
    expect(seen).toMatchObject({ kind: 'events', sees: 'all' });
    expect(asked).toMatchObject([
      { identities: ['dana@contoso.com', danaId], addresses: ['203.0.113.7'], onlyThese: false },
    ]);
  });

  test.each([
    ['may not', { roles: [readRegistry] }, {}],
    ['has no role', { roles: [] }, {}],
    [
      'has roles that could not be read',
      {},
      { management: { assignments: async () => failed({ kind: 'throttled', retryAfterSeconds: 1 }) } },
    ],
    [
      'has a role that could not be read',
      {},
      { management: { roleDefinition: async () => failed({ kind: 'not-found' }) } },
    ],
    [
      'has a role with a condition',
      {},
      { management: { assignments: async () => ok([assignment('custom', { condition: 'x' })]) } },
    ],
  ] as const)(
    'who %s asks for their own identity only, whomever the case is about',
    async (_, some, given) => {
      const about = { identity: { kind: 'application', clientId: kubeletId } } as const;
      const { seen, asked } = await look(some, { ...given, subject: about });
      expect(seen).toEqual({ kind: 'nothing-own' });
      expect(asked).toMatchObject([
        { identities: ['dana@contoso.com', danaId], addresses: [], onlyThese: true },
      ]);
    },
  );

  test('who is not linked is not looked for, and nobody is asked', async () => {
    const { seen, asked } = await look({ asker: null });
    expect(seen).toEqual({ kind: 'not-linked' });
    expect(asked).toEqual([]);
  });

  test('with their own sign-in Azure decides', async () => {
    const { seen, asked } = await look({ roles: [], asker: null }, { vantage: 'person' });
    expect(seen).toMatchObject({ kind: 'events', sees: 'all' });
    expect(asked).toMatchObject([{ onlyThese: false }]);
  });
});

describe('names under which an identity may stand there', () => {
  test.each([
    ['application', { identity: { kind: 'application', clientId: kubeletId } }, [kubeletId, danaId]],
    ['cluster', { identity: { kind: 'kubelet' }, cluster: 'AKS' }, [kubeletId]],
    ['cluster that nobody named', { identity: { kind: 'kubelet' } }, []],
    ['token', { identity: { kind: 'token', name: 'ci-builds' } }, ['ci-builds']],
    ['admin user', { identity: { kind: 'admin' } }, ['contoso']],
    ['somebody', { identity: { kind: 'unknown' } }, []],
  ] as const)('%s', async (_, about, identities) => {
    expect((await look({}, { subject: about })).asked).toMatchObject([{ identities }]);
  });
});

describe('no look', () => {
  const refusing = (workspace: string | null, loginEvents = true): Partial<LoginEvents> => ({
    settings: async () => ok([{ workspace, loginEvents }]),
    failures: async () => failed({ kind: 'denied', action: readLog }),
  });

  test('at a registry that the person may not hear of', async () => {
    expect((await look({}, { registry: null })).seen).toEqual({ kind: 'no-registry' });
  });

  test('where the bot may not: who may read gets the workspace, others do not', async () => {
    const denied = { kind: 'denied', whose: 'bot', principal: bot };
    expect((await look({ log: refusing('/w') })).seen).toEqual({ ...denied, workspace: '/w' });
    expect((await look({ log: refusing('/w', false) })).seen).toEqual({ ...denied, workspace: null });
    expect((await look({ roles: [], log: refusing('/w') })).seen).toEqual({ ...denied, workspace: null });
  });

  test('where the person may not', async () => {
    const { seen } = await look({ log: refusing('/w') }, { vantage: 'person' });
    expect(seen).toEqual({ kind: 'denied', whose: 'person', workspace: '/w', principal: null });
  });

  test('where Log Analytics is busy', async () => {
    const problem = { kind: 'throttled', retryAfterSeconds: 30 } as const;
    const { seen } = await look({ log: { failures: async () => failed(problem) } });
    expect(seen).toEqual({ kind: 'unseen', why: 'throttled', retryAfterSeconds: 30 });
  });

  test('where the query takes too long', async () => {
    const problem = { kind: 'unavailable', reason: 'timeout', status: null } as const;
    const { seen } = await look({ log: { failures: async () => failed(problem) } });
    expect(seen).toMatchObject({ kind: 'unseen', why: 'deadline' });
  });

  test('without a sign-in', async () => {
    expect((await look({}, { management: null })).seen).toMatchObject({ why: 'not-signed-in' });
  });

  test('settings that could not be read do not keep from looking', async () => {
    const settings = async () => failed({ kind: 'denied', action: 'x' });
    expect((await look({ log: { settings } })).seen).toMatchObject({
      kind: 'events',
      collected: null,
      names: ['dana@contoso.com', danaId],
    });
  });

  test('the registry of the case is the one that is asked about', async () => {
    const ids: string[] = [];
    const failures: LoginEvents['failures'] = async ({ id }) => {
      ids.push(id);
      return ok({ kind: 'no-table' });
    };
    await look({ log: { failures } });
    expect(ids).toEqual([registry().id]);
  });
});
