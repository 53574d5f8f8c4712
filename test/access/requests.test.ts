import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../src/access/requests.js';
import { roles } from '../../src/knowledge/roles.js';
import {
  approvers,
  clientId,
  dana,
  day,
  drafted,
  type FakeAzure,
  hostOf,
  id,
  ids,
  kubelet,
  need,
  olga,
  openRequests,
  pipeline,
  registryNamed,
  submitted,
  tenant,
} from './requests-ground.js';

describe('what is proposed', () => {
  test('the least role for the operation, in the mode of the registry, for who was refused', async () => {
    const { requests, azure } = await openRequests();
    expect(await requests.propose(need({ operation: 'push', repository: 'team/app' }), dana)).toMatchObject({
      kind: 'offer',
      draft: {
        role: 'AcrPush',
        repository: null,
        identity: { kind: 'service-principal', objectId: pipeline },
      },
      maxDurationMs: 7 * day,
      tier: 1,
      channels: { slack: 'C0APPROVE' },
    });
    azure.registries.set('contoso', registryNamed('contoso', { mode: 'abac' }));
    const self = { kind: 'user', objectId: ids.dana } as const;
    expect(await requests.propose(need({ identity: self, repository: 'team/app' }), dana)).toMatchObject({
      draft: {
        role: 'Container Registry Repository Reader',
        repository: 'team/app',
        identity: { kind: 'user' },
      },
    });
    expect(
      await requests.propose(need({ identity: self, operation: 'list', repository: 'team/app' }), dana),
    ).toMatchObject({
      draft: { role: 'Container Registry Repository Catalog Lister', repository: null },
    });
  });

  test('a role that only a human gives is not proposed', async () => {
    const { requests } = await openRequests();
    expect(await requests.propose(need({ operation: 'delete' }), dana)).toEqual({
      kind: 'refused',
      reason: 'human-role',
    });
    expect(await requests.propose(need({ operation: 'manage' }), dana)).toEqual({
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
      requests.propose(need({ identity: { kind: 'kubelet' }, cluster: name }), dana);
    azure.clusters = [cluster('prod', kubelet)];
    const offer = { draft: { identity: { kind: 'aks-kubelet-identity', objectId: kubelet } } };
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
    expect(await requests.propose(need(), dana)).toEqual({ kind: 'unavailable' });
  });

  test('there is nobody to give a role to: an application of another tenant, a token, the admin user', async () => {
    const { requests, azure } = await openRequests();
    azure.apps = [];
    const none = { kind: 'refused', reason: 'other-identity' };
    expect(await requests.propose(need(), dana)).toEqual(none);
    for (const kind of ['admin', 'anonymous', 'unknown'] as const)
      expect(await requests.propose(need({ identity: { kind } }), dana)).toEqual(none);
    expect(await requests.propose(need({ identity: { kind: 'token', name: 'ci' } }), dana)).toEqual(none);
  });

  test('who has left the directory may ask for nothing', async () => {
    const { requests, azure } = await openRequests();
    azure.people.delete(ids.dana);
    expect(await requests.propose(need(), dana)).toEqual({ kind: 'refused', reason: 'not-for-you' });
  });

  test('T44 guests and people of other tenants may ask for nothing', async () => {
    const { requests, azure } = await openRequests();
    azure.change('dana', { guest: true });
    expect(await requests.propose(need(), dana)).toEqual({ kind: 'refused', reason: 'guest' });
    azure.change('dana', { guest: false, tenant: ids.bob });
    expect(await requests.propose(need(), dana)).toEqual({ kind: 'refused', reason: 'other-tenant' });
  });

  test('T46 a registry that is not discoverable is proposed, and fails, as one that does not exist', async () => {
    const { requests, azure } = await openRequests();
    const both = async (
      change: (it: FakeAzure) => void,
      some: Parameters<typeof need>[0] = {},
    ): Promise<readonly Proposal[]> => {
      change(azure);
      const asked = await Promise.all(
        ['hidden', 'nowhere'].map((name) =>
          requests.propose(need({ ...some, loginServer: hostOf(name) }), dana),
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
    expect(await requests.propose(need({ repository }), dana)).toEqual({
      kind: 'refused',
      reason: 'malformed',
    });
    const draft = await drafted(requests, { repository: 'team/app' });
    expect(await requests.submit(id, { ...draft, repository }, day, 'x')).toEqual({
      kind: 'refused',
      reason: 'malformed',
    });
    expect(await requests.find(id)).toBeNull();
  });
});

describe('what is submitted', () => {
  test('is judged anew: who has lost the right since the form was shown is refused', async () => {
    const { requests, azure } = await openRequests({ rule: { by: ['group:approvers'] } });
    azure.change('dana', { groups: [approvers] });
    const draft = await drafted(requests);
    azure.change('dana', { groups: [] });
    expect(await requests.submit(id, draft, day, 'x')).toEqual({ kind: 'refused', reason: 'not-for-you' });
    azure.down.add('people');
    expect(await requests.submit(id, draft, day, 'x')).toEqual({ kind: 'unavailable' });
    expect(await requests.find(id)).toBeNull();
  });

  test('not for longer than the policy says, and not without a reason', async () => {
    const { requests } = await openRequests();
    const draft = await drafted(requests);
    expect(await requests.submit(id, draft, 7 * day + 1, 'x')).toEqual({
      kind: 'refused',
      reason: 'too-long',
    });
    expect(await requests.submit(id, draft, day, ' \n ')).toEqual({
      kind: 'refused',
      reason: 'reason-missing',
    });
  });

  test('a reason is cut between characters, never within one', async () => {
    const ground = await openRequests();
    const { spec } = await submitted(ground, ` ${'x'.repeat(499)}😀😀 `);
    expect(spec.reason).toBe(`${'x'.repeat(499)}😀`);
  });

  test('T32 sent twice, it is one request; the same of another is open already', async () => {
    const { requests } = await openRequests();
    const draft = await drafted(requests);
    const sent = await Promise.all([
      requests.submit(id, draft, day, 'x'),
      requests.submit(id, draft, day, 'x'),
    ]);
    expect(sent).toEqual([
      { kind: 'submitted', tier: 1 },
      { kind: 'submitted', tier: 1 },
    ]);
    expect(await requests.mine(ids.dana, 9)).toHaveLength(1);
    expect(await requests.submit('s'.repeat(22), draft, day, 'x')).toEqual({ kind: 'open-already' });
  });

  test('T39 five open requests of one person are enough, and what was denied is not asked for again at once', async () => {
    const { requests, azure, clock } = await openRequests({ registry: { match: ['contoso*'] } });
    for (let n = 0; n < 6; n++) {
      azure.registries.set(`contoso${n}`, registryNamed(`contoso${n}`));
      const draft = await drafted(requests, { loginServer: hostOf(`contoso${n}`) });
      const sent = await requests.submit(`${n}`.repeat(22), draft, day, 'x');
      expect(sent.kind).toBe(n < 5 ? 'submitted' : 'too-many');
    }
    const first = await requests.find('0'.repeat(22));
    expect(await requests.decide('0'.repeat(22), first?.specHash ?? '', olga, 'deny', null)).toEqual({
      kind: 'done',
    });
    const again = await drafted(requests, { loginServer: hostOf('contoso0') });
    expect(await requests.submit(id, again, day, 'x')).toEqual({ kind: 'too-many' });
    clock.at += 11 * 60_000;
    expect(await requests.submit(id, again, day, 'x')).toEqual({ kind: 'submitted', tier: 1 });
  });

  test('where nobody need approve, it says so', async () => {
    const { requests } = await openRequests({ rule: { tier: 0 } });
    expect(await requests.submit(id, await drafted(requests), day, 'x')).toEqual({
      kind: 'submitted',
      tier: 0,
    });
    expect((await requests.find(id))?.state).toBe('approved');
  });
});

describe('what approvers are told', () => {
  test('the roles that the identity has, custom ones by their names, each once', async () => {
    const ground = await openRequests();
    const request = await submitted(ground);
    const { azure, requests } = ground;
    const of = (roleGuid: string) => ({
      ...{ id: `/a/${roleGuid}`, scope: '/', principalId: pipeline, condition: null, createdOn: null },
      ...{ roleGuid, roleDefinitionId: `/r/${roleGuid}` },
    });
    azure.held = [of(roles.AcrPull.guid), of(roles.AcrPull.guid), of(clientId)];
    expect(await requests.holds(request)).toEqual(['AcrPull', 'Contoso custom reader']);
    azure.down.add('arm');
    expect(await requests.holds(request)).toBeNull();
  });

  test('nothing, where the policy does not allow it any more, or nobody answers', async () => {
    const ground = await openRequests();
    const request = await submitted(ground);
    expect(await ground.requests.allowed(request)).toMatchObject({ tier: 1 });
    ground.azure.change('dana', { guest: true });
    expect(await ground.requests.allowed(request)).toBeNull();
    ground.azure.down.add('people');
    expect(await ground.requests.allowed(request)).toBeNull();
  });
});
