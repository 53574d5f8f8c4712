import { describe, expect, test } from 'vitest';
import { roles } from '../../src/knowledge/roles.js';
import { dana, drafted, id, olga, openRequests, type SetUp, submitted } from './requests-ground.js';
import { approvers, clientId, day, hostOf, ids, party, pipeline, registryNamed } from './requests-names.js';

const denying = { verdict: 'deny', words: null, strength: 'click' } as const;

describe('what is submitted', () => {
  test('is judged anew: who has lost the right since the form was shown is refused', async () => {
    const { requests, azure } = await openRequests({ rule: { by: ['group:approvers'] } });
    azure.change('dana', { groups: [approvers] });
    const draft = await drafted(requests);
    azure.change('dana', { groups: [] });
    expect(await requests.submit(id, { ...draft, durationMs: day }, 'x')).toEqual({
      kind: 'refused',
      reason: 'not-for-you',
    });
    azure.down.add('people');
    expect(await requests.submit(id, { ...draft, durationMs: day }, 'x')).toEqual({ kind: 'unavailable' });
    expect(await requests.find(id)).toBeNull();
  });

  test('not for longer than the policy says, and not without a reason', async () => {
    const { requests } = await openRequests();
    const draft = await drafted(requests);
    expect(await requests.submit(id, { ...draft, durationMs: 7 * day + 1 }, 'x')).toEqual({
      kind: 'refused',
      reason: 'too-long',
    });
    expect(await requests.submit(id, { ...draft, durationMs: day }, ' \n ')).toEqual({
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
      requests.submit(id, { ...draft, durationMs: day }, 'x'),
      requests.submit(id, { ...draft, durationMs: day }, 'x'),
    ]);
    expect(sent).toEqual([
      { kind: 'submitted', tier: 1 },
      { kind: 'submitted', tier: 1 },
    ]);
    expect(await requests.mine(ids.dana, 9)).toHaveLength(1);
    expect(await requests.submit('s'.repeat(22), { ...draft, durationMs: day }, 'x')).toEqual({
      kind: 'open-already',
    });
  });

  test('T39 five open requests of one person are enough, and what was denied is not asked for again at once', async () => {
    const { requests, azure, clock } = await openRequests({ registry: { match: ['contoso*'] } });
    for (let n = 0; n < 6; n++) {
      azure.registries.set(`contoso${n}`, registryNamed(`contoso${n}`));
      const draft = await drafted(requests, { loginServer: hostOf(`contoso${n}`) });
      const sent = await requests.submit(`${n}`.repeat(22), { ...draft, durationMs: day }, 'x');
      expect(sent.kind).toBe(n < 5 ? 'submitted' : 'too-many');
    }
    const first = await requests.find('0'.repeat(22));
    expect(await requests.decide('0'.repeat(22), first?.specHash ?? '', olga, denying)).toEqual({
      kind: 'done',
    });
    const again = await drafted(requests, { loginServer: hostOf('contoso0') });
    expect(await requests.submit(id, { ...again, durationMs: day }, 'x')).toEqual({ kind: 'too-many' });
    clock.at += 11 * 60_000;
    expect(await requests.submit(id, { ...again, durationMs: day }, 'x')).toEqual({
      kind: 'submitted',
      tier: 1,
    });
  });

  test('where nobody need approve, it says so', async () => {
    const { requests } = await openRequests({ rule: { tier: 0 } });
    expect(await requests.submit(id, { ...(await drafted(requests)), durationMs: day }, 'x')).toEqual({
      kind: 'submitted',
      tier: 0,
    });
    expect((await requests.find(id))?.state).toBe('approved');
  });
});

describe('what is withdrawn', () => {
  test('only what is pending, and only by whose it is; then it can be asked for again', async () => {
    const ground = await openRequests();
    const { requests, ledger, clock } = ground;
    const { specHash } = await submitted(ground);
    expect(await requests.withdraw(id, olga)).toBe(false);
    expect(await requests.withdraw('x'.repeat(22), dana)).toBe(false);
    expect(await requests.withdraw(id, dana)).toBe(true);
    expect(await requests.withdraw(id, dana)).toBe(false);
    expect((await requests.find(id))?.state).toBe('withdrawn');
    const given = { request: id, specHash, by: olga, verdict: 'approve', why: null } as const;
    expect(await ledger.decide({ ...given, strength: 'click' }, clock.at)).toBe('refused');
    const draft = await drafted(requests);
    const again = await requests.submit('s'.repeat(22), { ...draft, durationMs: day }, 'x');
    expect(again).toEqual({ kind: 'submitted', tier: 1 });
    await requests.decide(
      's'.repeat(22),
      (await requests.find('s'.repeat(22)))?.specHash ?? '',
      olga,
      denying,
    );
    expect(await requests.withdraw('s'.repeat(22), dana)).toBe(false);
  });
});

describe('what is asked for again', () => {
  test('not while it waits, not what was denied, and not by anybody else', async () => {
    const ground = await openRequests();
    const { requests, clock } = ground;
    const { specHash } = await submitted(ground);
    expect(await requests.again(id, dana)).toBeNull();
    expect(await requests.again('x'.repeat(22), dana)).toBeNull();
    await requests.decide(id, specHash, olga, denying);
    expect(await requests.again(id, dana)).toBeNull();
    clock.at += 2 * day;
    expect(await requests.again(id, dana)).toBeNull();
  });

  test('T32 what nobody decided in time: the same press twice is one request, from wherever it is pressed', async () => {
    const ground = await openRequests();
    const { requests, ledger, clock } = ground;
    await submitted(ground);
    clock.at += 2 * day;
    await ledger.expire(clock.at);
    expect(await requests.again(id, olga)).toBeNull();
    expect(await requests.again(id, { ...dana, tenant: ids.bob })).toBeNull();
    const onTeams = party('dana', { platform: 'teams', person: 'teams\nt\n29:dana' });
    expect(await requests.again(id, onTeams)).toEqual({ kind: 'submitted', tier: 1 });
    clock.at += 2 * 60_000;
    expect(await requests.again(id, onTeams)).toEqual({ kind: 'submitted', tier: 1 });
    clock.at += 11 * 60_000;
    expect(await requests.again(id, onTeams)).toEqual({ kind: 'open-already' });
    const mine = await requests.mine(ids.dana, 9);
    expect(mine.map(({ state }) => state)).toEqual(['pending', 'expired']);
    // It is answered where it was asked for.
    expect(mine[0]?.spec.requester.platform).toBe('teams');
    expect(mine[0]?.spec.reason).toBe('builds');
  });

  test('T30 is judged anew', async () => {
    const ground = await openRequests();
    const { requests, ledger, azure, clock } = ground;
    await submitted(ground);
    clock.at += 2 * day;
    await ledger.expire(clock.at);
    azure.change('dana', { guest: true });
    expect(await requests.again(id, dana)).toEqual({ kind: 'refused', reason: 'guest' });
  });
});

test('what can be asked for at all is what the bot is set up for', async () => {
  const askable = async (setUp: SetUp) => (await openRequests({}, setUp)).requests.askable;
  expect(await askable({})).toEqual(['role', 'secret']);
  expect(await askable({ grants: false })).toEqual(['secret']);
  expect(await askable({ deliveries: [] })).toEqual(['role']);
  expect(await askable({ grants: false, deliveries: [] })).toEqual([]);
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
