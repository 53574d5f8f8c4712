import { describe, expect, test } from 'vitest';
import { proposeRole, type RoleProposal } from '../../src/access/propose-role.js';
import { roles } from '../../src/knowledge/roles.js';
import type { FakeAzure } from './fake-azure.js';
import { dana, drafted, id, need, offered, openRequests } from './requests-ground.js';
import { day, hostOf, ids, kubelet, pipeline, registryNamed, tenant } from './requests-names.js';

const self = { kind: 'user', objectId: ids.dana } as const;

describe('what is proposed', () => {
  test('first the least role for the operation, in the mode of the registry, for who was refused', async () => {
    const { requests, azure } = await openRequests();
    const push = need({ operation: 'push', repository: 'team/app' });
    expect(await proposeRole(requests, push, dana)).toMatchObject({
      kind: 'offer',
      identity: { kind: 'service-principal', objectId: pipeline },
      repository: 'team/app',
      variants: [
        { grantee: 'refused', operation: 'push', role: 'AcrPush', maxDurationMs: 7 * day, tier: 1 },
        { grantee: 'refused', operation: 'pull', role: 'AcrPull', channels: { slack: 'C0APPROVE' } },
        { grantee: 'requester', operation: 'push' },
        { grantee: 'requester', operation: 'pull' },
      ],
    });
    expect(await drafted(requests, push)).toMatchObject({ role: 'AcrPush', repository: null });
    azure.registries.set('contoso', registryNamed('contoso', { mode: 'abac' }));
    expect(await drafted(requests, { identity: self, repository: 'team/app' })).toMatchObject({
      role: 'Container Registry Repository Reader',
      repository: 'team/app',
      identity: { kind: 'user' },
    });
    const list = { identity: self, operation: 'list', repository: 'team/app' } as const;
    expect(await drafted(requests, list)).toMatchObject({
      role: 'Container Registry Repository Catalog Lister',
      repository: null,
    });
  });

  test.each([
    ['login', 'legacy', 'AcrPull'],
    ['login', 'abac', 'Container Registry Repository Reader'],
    ['other', 'legacy', 'AcrPull'],
  ] as const)(
    'where %s failed in a %s registry it is %s, and pushing can be chosen',
    async (operation, mode, role) => {
      const { requests, azure } = await openRequests();
      azure.registries.set('contoso', registryNamed('contoso', { mode }));
      const { variants } = await offered(requests, { operation, identity: self });
      expect(variants.map((it) => it.operation)).toEqual(['pull', 'push']);
      expect(variants[0].role).toBe(role);
    },
  );

  test('who asks for themselves is not asked for whom, whatever the case of the ids', async () => {
    const { requests } = await openRequests();
    for (const objectId of [ids.dana, ids.dana.toUpperCase()]) {
      const { variants } = await offered(requests, { identity: { kind: 'user', objectId } });
      expect(new Set(variants.map(({ grantee }) => grantee))).toEqual(new Set(['refused']));
    }
  });

  test('what the policy does not allow is not there to choose', async () => {
    const { requests } = await openRequests({ rule: { for: ['service-principal'], roles: ['AcrPull'] } });
    const { variants } = await offered(requests);
    expect(variants).toMatchObject([{ grantee: 'refused', operation: 'pull' }]);
    expect(variants).toHaveLength(1);
  });

  test('where the policy allows some repositories and none is known, it can be asked for all the same', async () => {
    const parts = { rule: { repositories: ['shop/app', 'team/*'] } };
    const { requests, azure } = await openRequests(parts);
    azure.registries.set('contoso', registryNamed('contoso', { mode: 'abac' }));
    const { variants, repository } = await offered(requests, { operation: 'login' });
    expect(repository).toBeNull();
    expect(variants).toHaveLength(4);
    // Of a repository that is known and not allowed nothing is offered.
    expect(await proposeRole(requests, need({ repository: 'other/app' }), dana)).toEqual({
      kind: 'refused',
      reason: 'other-repository',
    });
    // A role that takes no repository reaches all of them.
    azure.registries.set('contoso', registryNamed('contoso', { mode: 'legacy' }));
    expect(await proposeRole(requests, need(), dana)).toEqual({ kind: 'refused', reason: 'not-offered' });
  });

  describe('PIM', () => {
    const eligibleFor = (guid: string) => [{ roleGuid: guid, scope: '/' }];

    test('who is only eligible has to activate, and need not ask', async () => {
      const { requests, azure } = await openRequests();
      azure.eligible = eligibleFor(roles.AcrPull.guid);
      expect(await proposeRole(requests, need({ identity: self }), dana)).toEqual({ kind: 'activate' });
    });

    test('not where the eligible role is too little, and not for others than people', async () => {
      const { requests, azure } = await openRequests();
      azure.eligible = eligibleFor(roles.AcrPull.guid);
      const push = need({ identity: self, operation: 'push' });
      expect(await proposeRole(requests, push, dana)).toMatchObject({ kind: 'offer' });
      expect(await proposeRole(requests, need(), dana)).toMatchObject({ kind: 'offer' });
    });

    test('T46 of a hidden registry nobody hears that they are eligible', async () => {
      const { requests, azure } = await openRequests();
      azure.eligible = eligibleFor(roles.AcrPull.guid);
      const hidden = need({ identity: self, loginServer: hostOf('hidden') });
      expect(await proposeRole(requests, hidden, dana)).toEqual({
        kind: 'refused',
        reason: 'unknown-registry',
      });
    });
  });

  test('a role that only a human gives is not proposed', async () => {
    const { requests } = await openRequests();
    expect(await proposeRole(requests, need({ operation: 'delete' }), dana)).toEqual({
      kind: 'refused',
      reason: 'human-role',
    });
    expect(await proposeRole(requests, need({ operation: 'manage' }), dana)).toEqual({
      kind: 'refused',
      reason: 'human-role',
    });
  });

  test('the kubelet identity of the cluster that is named, or of the only one; of none where there are several', async () => {
    const { requests, azure } = await openRequests();
    const cluster = (name: string, kubeletObjectId: string | null) => ({
      name,
      id: `/c/${name}`,
      tenant,
      kubeletObjectId,
      servicePrincipalClientId: null,
    });
    const asked = (name: string | null) =>
      proposeRole(requests, need({ identity: { kind: 'kubelet' }, cluster: name }), dana);
    azure.clusters = [cluster('prod', kubelet)];
    const offer = { identity: { kind: 'aks-kubelet-identity', objectId: kubelet } };
    expect(await asked(null)).toMatchObject(offer);
    azure.clusters = [cluster('prod', kubelet), cluster('test', null)];
    expect(await asked('PROD')).toMatchObject(offer);
    const none = { kind: 'refused', reason: 'other-identity' };
    expect(await asked(null)).toEqual(none);
    expect(await asked('test')).toEqual(none);
    expect(await asked('else')).toEqual(none);
  });

  test.each([
    ['arm', 'registry'],
    ['apps', 'identity'],
    ['people', 'requester'],
    ['owners', 'owners'],
  ] as const)('where %s does not answer, the %s is unknown and nothing is offered', async (part, _whose) => {
    const { requests, azure } = await openRequests();
    azure.down.add(part);
    expect(await proposeRole(requests, need(), dana)).toEqual({ kind: 'unavailable' });
  });

  test('there is nobody to give a role to: an application of another tenant, a token, the admin user', async () => {
    const { requests, azure } = await openRequests();
    azure.apps = [];
    const none = { kind: 'refused', reason: 'other-identity' };
    expect(await proposeRole(requests, need(), dana)).toEqual(none);
    for (const kind of ['admin', 'anonymous', 'unknown'] as const)
      expect(await proposeRole(requests, need({ identity: { kind } }), dana)).toEqual(none);
    expect(await proposeRole(requests, need({ identity: { kind: 'token', name: 'ci' } }), dana)).toEqual(
      none,
    );
  });

  test('who has left the directory may ask for nothing', async () => {
    const { requests, azure } = await openRequests();
    azure.people.delete(ids.dana);
    expect(await proposeRole(requests, need(), dana)).toEqual({ kind: 'refused', reason: 'not-for-you' });
  });

  test('T44 guests and people of other tenants may ask for nothing', async () => {
    const { requests, azure } = await openRequests();
    azure.change('dana', { guest: true });
    expect(await proposeRole(requests, need(), dana)).toEqual({ kind: 'refused', reason: 'guest' });
    azure.change('dana', { guest: false, tenant: ids.bob });
    expect(await proposeRole(requests, need(), dana)).toEqual({ kind: 'refused', reason: 'other-tenant' });
  });

  test('T46 a registry that is not discoverable is proposed, and fails, as one that does not exist', async () => {
    const { requests, azure } = await openRequests();
    const both = async (
      change: (it: FakeAzure) => void,
      some: Parameters<typeof need>[0] = {},
    ): Promise<readonly RoleProposal[]> => {
      change(azure);
      const asked = await Promise.all(
        ['hidden', 'nowhere'].map((name) =>
          proposeRole(requests, need({ ...some, loginServer: hostOf(name) }), dana),
        ),
      );
      azure.down.clear();
      return asked;
    };
    const unknown = { kind: 'refused', reason: 'unknown-registry' };
    expect(await both(() => {})).toEqual([unknown, unknown]);
    // What else is wrong must make no difference between the two.
    expect(await both((it) => it.down.add('apps'))).toEqual([unknown, unknown]);
    expect(await both((it) => it.down.add('people'))).toEqual([unknown, unknown]);
    expect(await both((it) => it.down.add('owners'))).toEqual([unknown, unknown]);
    expect(await both(() => {}, { operation: 'delete' })).toEqual([unknown, unknown]);
    expect(await both((it) => it.change('dana', { guest: true }))).toEqual([unknown, unknown]);
    expect(await both((it) => it.registries.delete('hidden'))).toEqual([unknown, unknown]);
  });

  test.each([
    "x' OR 1=1",
    "app'} OR 1=1 --",
    '../../other',
    'a b',
    'app\n',
    '*',
    'App',
    `${'a'.repeat(300)}`,
    'app/',
    'аpp',
  ])('T36 the hostile repository name %j never becomes part of a request', async (repository) => {
    const { requests, azure } = await openRequests();
    azure.registries.set('contoso', registryNamed('contoso', { mode: 'abac' }));
    expect(await proposeRole(requests, need({ repository }), dana)).toEqual({
      kind: 'refused',
      reason: 'malformed',
    });
    const draft = await drafted(requests, { repository: 'team/app' });
    expect(await requests.submit(id, { ...draft, repository, durationMs: day }, 'x')).toEqual({
      kind: 'refused',
      reason: 'malformed',
    });
    expect(await requests.find(id)).toBeNull();
  });
});
