import { describe, expect, test } from 'vitest';
import type { RoleRequest } from '../../src/access/request.js';
import type { Proposal, Requests, RoleDraft } from '../../src/access/requests.js';
import { roles } from '../../src/knowledge/roles.js';
import {
  approvers,
  clientId,
  day,
  type FakeAzure,
  hostOf,
  ids,
  kubelet,
  need,
  openRequests,
  party,
  pipeline,
  policyOf,
  registryNamed,
  requestsOn,
  tenant,
} from './requests-ground.js';

const dana = party('dana');
const olga = party('olga', { platform: 'teams', person: 'teams\nt\nolga' });

async function drafted(requests: Requests, some: Parameters<typeof need>[0] = {}): Promise<RoleDraft> {
  const proposal = await requests.propose(need(some), dana);
  if (proposal.kind !== 'offer') throw new Error(JSON.stringify(proposal));
  return proposal.draft;
}

const id = 'r'.repeat(22);

async function submitted(
  ground: Awaited<ReturnType<typeof openRequests>>,
  reason = 'builds',
): Promise<RoleRequest> {
  const { requests } = ground;
  const draft = await drafted(requests);
  expect(await requests.submit(id, draft, 2 * day, reason)).toEqual({
    kind: 'submitted',
    tier: expect.any(Number),
  });
  const found = await requests.find(id);
  if (found === null) throw new Error('nothing was submitted');
  return found;
}

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

describe('what is decided', () => {
  test('an approver approves; another press on it is over', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const { requests } = ground;
    expect(await requests.decide(id, specHash, olga, 'approve', null)).toEqual({ kind: 'done' });
    expect((await requests.find(id))?.state).toBe('approved');
    expect(await requests.decide(id, specHash, olga, 'approve', null)).toEqual({ kind: 'over' });
    expect(await requests.decide(id, specHash, party('rita'), 'deny', 'no')).toEqual({ kind: 'over' });
  });

  test('words to a denial are cut and kept; blank ones are none', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    await ground.requests.decide(id, specHash, olga, 'deny', ` ${'n'.repeat(600)}`);
    expect((await ground.requests.find(id))?.why).toBe('n'.repeat(500));
    const other = await openRequests();
    const { specHash: seen } = await submitted(other);
    await other.requests.decide(id, seen, olga, 'deny', ' ');
    expect((await other.requests.find(id))?.why).toBeNull();
  });

  test.each(['approve', 'deny'] as const)('who is no approver does not %s', async (verdict) => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const press = () => ground.requests.decide(id, specHash, party('bob'), verdict, null);
    expect(await press()).toEqual({ kind: 'refused', reason: 'not-an-approver' });
    ground.azure.people.delete(ids.bob);
    expect(await press()).toEqual({ kind: 'refused', reason: 'not-an-approver' });
    expect((await ground.requests.find(id))?.state).toBe('pending');
  });

  test.each(['approve', 'deny'] as const)(
    'T44 a guest or somebody of another tenant does not %s, whatever groups they are in',
    async (verdict) => {
      const ground = await openRequests();
      const { specHash } = await submitted(ground);
      const press = () => ground.requests.decide(id, specHash, olga, verdict, null);
      ground.azure.change('olga', { guest: true });
      expect(await press()).toEqual({ kind: 'refused', reason: 'guest' });
      ground.azure.change('olga', { guest: false, tenant: ids.bob });
      expect(await press()).toEqual({ kind: 'refused', reason: 'other-tenant' });
    },
  );

  test('T27 nobody approves their own, from whatever platform, nor as an owner of the service principal', async () => {
    const ground = await openRequests();
    const { azure, requests } = ground;
    azure.change('dana', { groups: [approvers] });
    const { specHash } = await submitted(ground);
    const onTeams = party('dana', { platform: 'teams', person: `teams\n${tenant}\n29:dana` });
    const upper = { ...onTeams, objectId: ids.dana.toUpperCase() };
    azure.people.set(upper.objectId, { objectId: ids.dana, tenant, groups: [approvers], guest: false });
    for (const by of [dana, onTeams, upper])
      expect(await requests.decide(id, specHash, by, 'approve', null)).toEqual({
        kind: 'refused',
        reason: 'self-approval',
      });
    // Became an owner after the request was made.
    azure.owners = [ids.olga];
    expect(await requests.decide(id, specHash, olga, 'approve', null)).toEqual({
      kind: 'refused',
      reason: 'owner',
    });
    expect((await requests.find(id))?.approvals).toEqual([]);
  });

  test('T28 what the approver did not see is not approved', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const other = specHash.startsWith('0') ? `1${specHash.slice(1)}` : `0${specHash.slice(1)}`;
    expect(await ground.requests.decide(id, other, olga, 'approve', null)).toEqual({ kind: 'over' });
    expect((await ground.requests.find(id))?.state).toBe('pending');
  });

  test('T29 after a day it is over', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    ground.clock.at += day;
    expect(await ground.requests.decide(id, specHash, olga, 'approve', null)).toEqual({ kind: 'over' });
    expect((await ground.requests.find(id))?.approvals).toEqual([]);
  });

  test('T30 the policy of this moment decides, and who the requester is now', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const { ledger, azure, clock } = ground;
    const stricter = requestsOn(ledger, azure, clock, policyOf({ rule: { by: ['group:approvers'] } }));
    expect(await stricter.decide(id, specHash, olga, 'approve', null)).toEqual({
      kind: 'refused',
      reason: 'request-refused',
    });
    azure.people.delete(ids.dana);
    expect(await ground.requests.decide(id, specHash, olga, 'approve', null)).toEqual({
      kind: 'refused',
      reason: 'request-refused',
    });
    azure.down.add('people');
    expect(await ground.requests.decide(id, specHash, olga, 'approve', null)).toEqual({
      kind: 'unavailable',
    });
    expect((await ground.requests.find(id))?.state).toBe('pending');
  });

  test('T31 approved and denied at once, one of them counts', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const both = await Promise.all([
      ground.requests.decide(id, specHash, olga, 'approve', null),
      ground.requests.decide(id, specHash, party('rita'), 'deny', 'no'),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'over']);
    const found = await ground.requests.find(id);
    expect(found?.state).toBe(both[0]?.kind === 'done' ? 'approved' : 'denied');
  });

  test.each([2, 3])('from tier %i on a click does not approve, but denies', async (tier) => {
    const ground = await openRequests({ rule: { tier } });
    const { specHash } = await submitted(ground);
    expect(await ground.requests.decide(id, specHash, olga, 'approve', null)).toEqual({
      kind: 'sign-in-needed',
    });
    expect((await ground.requests.find(id))?.state).toBe('pending');
    expect(await ground.requests.decide(id, specHash, olga, 'deny', null)).toEqual({ kind: 'done' });
  });

  test('a request that there is not is over', async () => {
    const { requests } = await openRequests();
    expect(await requests.decide('x'.repeat(22), 'a'.repeat(64), olga, 'approve', null)).toEqual({
      kind: 'over',
    });
  });
});

describe('what approvers are told', () => {
  test('the roles that the identity has, custom ones by their names, each once', async () => {
    const ground = await openRequests();
    const request = await submitted(ground);
    const { azure, requests } = ground;
    const of = (roleGuid: string) => ({ roleGuid, roleDefinitionId: `/r/${roleGuid}` });
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

test('a press costs few calls, and none of them twice', async () => {
  const ground = await openRequests();
  const { azure } = ground;
  const { specHash } = await submitted(ground);
  expect(azure.calls.toSorted()).toEqual(['app', 'owners', 'owners', 'person', 'person', 'registry']);
  azure.calls.length = 0;
  await ground.requests.decide(id, specHash, olga, 'approve', null);
  expect(azure.calls.toSorted()).toEqual(['owners', 'person', 'person']);
});
