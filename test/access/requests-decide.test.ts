import { describe, expect, test } from 'vitest';
import { dana, id, olga, openRequests, policyOf, requestsOn, submitted } from './requests-ground.js';
import { approvers, day, ids, party, tenant } from './requests-names.js';

const approve = { verdict: 'approve', words: null, strength: 'click' } as const;
const deny = { ...approve, verdict: 'deny' } as const;
const saying = (words: string) => ({ ...deny, words });

describe('what is decided', () => {
  test('an approver approves; another press on it is over', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const { requests } = ground;
    expect(await requests.decide(id, specHash, olga, approve)).toEqual({ kind: 'done' });
    expect((await requests.find(id))?.state).toBe('approved');
    expect(await requests.decide(id, specHash, olga, approve)).toEqual({ kind: 'over' });
    expect(await requests.decide(id, specHash, party('rita'), saying('no'))).toEqual({ kind: 'over' });
  });

  test('words to a denial are cut and kept; blank ones are none', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    await ground.requests.decide(id, specHash, olga, saying(` ${'n'.repeat(600)}`));
    expect((await ground.requests.find(id))?.why).toBe('n'.repeat(500));
    const other = await openRequests();
    const { specHash: seen } = await submitted(other);
    await other.requests.decide(id, seen, olga, saying(' '));
    expect((await other.requests.find(id))?.why).toBeNull();
  });

  test.each(['approve', 'deny'] as const)('who is no approver does not %s', async (verdict) => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const press = () =>
      ground.requests.decide(id, specHash, party('bob'), { verdict, words: null, strength: 'click' });
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
      const press = () =>
        ground.requests.decide(id, specHash, olga, { verdict, words: null, strength: 'click' });
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
      expect(await requests.decide(id, specHash, by, approve)).toEqual({
        kind: 'refused',
        reason: 'self-approval',
      });
    // Became an owner after the request was made.
    azure.owners = [ids.olga];
    expect(await requests.decide(id, specHash, olga, approve)).toEqual({
      kind: 'refused',
      reason: 'owner',
    });
    expect((await requests.find(id))?.approvals).toEqual([]);
  });

  test('T28 what the approver did not see is not approved', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const other = specHash.startsWith('0') ? `1${specHash.slice(1)}` : `0${specHash.slice(1)}`;
    expect(await ground.requests.decide(id, other, olga, approve)).toEqual({ kind: 'over' });
    expect((await ground.requests.find(id))?.state).toBe('pending');
  });

  test('T29 after a day it is over', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    ground.clock.at += day;
    expect(await ground.requests.decide(id, specHash, olga, approve)).toEqual({ kind: 'over' });
    expect((await ground.requests.find(id))?.approvals).toEqual([]);
  });

  test('T30 the policy of this moment decides, and who the requester is now', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const { ledger, azure, clock } = ground;
    const stricter = requestsOn(ledger, azure, clock, policyOf({ rule: { by: ['group:approvers'] } }));
    expect(await stricter.decide(id, specHash, olga, approve)).toEqual({
      kind: 'refused',
      reason: 'request-refused',
    });
    azure.people.delete(ids.dana);
    expect(await ground.requests.decide(id, specHash, olga, approve)).toEqual({
      kind: 'refused',
      reason: 'request-refused',
    });
    azure.down.add('people');
    expect(await ground.requests.decide(id, specHash, olga, approve)).toEqual({
      kind: 'unavailable',
    });
    expect((await ground.requests.find(id))?.state).toBe('pending');
  });

  test('T31 approved and denied at once, one of them counts', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const both = await Promise.all([
      ground.requests.decide(id, specHash, olga, approve),
      ground.requests.decide(id, specHash, party('rita'), saying('no')),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'over']);
    const found = await ground.requests.find(id);
    expect(found?.state).toBe(both[0]?.kind === 'done' ? 'approved' : 'denied');
  });

  test.each([2, 3])('from tier %i on a click does not approve, but denies', async (tier) => {
    const ground = await openRequests({ rule: { tier } });
    const { specHash } = await submitted(ground);
    expect(await ground.requests.decide(id, specHash, olga, approve)).toEqual({
      kind: 'sign-in-needed',
    });
    expect((await ground.requests.find(id))?.state).toBe('pending');
    expect(await ground.requests.decide(id, specHash, olga, deny)).toEqual({ kind: 'done' });
  });

  test('T47 a fresh sign-in approves from tier 2 on; with tier 3 two different people', async () => {
    const signedIn = { ...approve, strength: 'sign-in' } as const;
    const two = await openRequests({ rule: { tier: 2 } });
    const asked = await submitted(two);
    expect(await two.requests.decide(id, asked.specHash, olga, signedIn)).toEqual({ kind: 'done' });
    expect((await two.requests.find(id))?.state).toBe('approved');
    const three = await openRequests({ rule: { tier: 3 } });
    const { requests } = three;
    const { specHash } = await submitted(three);
    expect(await requests.decide(id, specHash, olga, signedIn)).toEqual({ kind: 'done' });
    const onSlack = { ...olga, platform: 'slack', person: 'slack\nT1\nolga' } as const;
    for (const again of [olga, onSlack])
      expect(await requests.decide(id, specHash, again, signedIn)).toEqual({ kind: 'over' });
    expect((await requests.find(id))?.state).toBe('pending');
    expect(await requests.decide(id, specHash, party('rita'), signedIn)).toEqual({ kind: 'done' });
    expect((await requests.find(id))?.state).toBe('approved');
  });

  test('a request that there is not is over', async () => {
    const { requests } = await openRequests();
    expect(await requests.decide('x'.repeat(22), 'a'.repeat(64), olga, approve)).toEqual({
      kind: 'over',
    });
  });
});

describe('what is asked back', () => {
  const ask = (words: string) => ({ verdict: 'ask-back', words, strength: 'click' }) as const;

  test('is kept with its answer, cut, one question at a time, while it is pending', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const { requests } = ground;
    expect(await requests.decide(id, specHash, olga, ask(` Which ${'x'.repeat(600)}`))).toEqual({
      kind: 'done',
    });
    expect(await requests.decide(id, specHash, party('rita'), ask('And?'))).toEqual({ kind: 'over' });
    expect(await requests.answer(id, dana, ` It ${'y'.repeat(600)}`)).toBe(true);
    expect(await requests.answer(id, dana, 'twice')).toBe(false);
    const [asked] = await requests.questions(id);
    expect(asked).toMatchObject({ number: 1, by: { objectId: ids.olga } });
    expect([asked?.words, asked?.answer]).toEqual([`Which ${'x'.repeat(494)}`, `It ${'y'.repeat(497)}`]);
    expect(await requests.decide(id, specHash, party('rita'), ask('And?'))).toEqual({ kind: 'done' });
    await requests.decide(id, specHash, olga, deny);
    expect(await requests.answer(id, dana, 'too late')).toBe(false);
  });

  test('T27 is answered by the requester alone, on whatever platform, and asked by who may approve', async () => {
    const ground = await openRequests();
    const { specHash } = await submitted(ground);
    const { requests } = ground;
    expect(await requests.decide(id, specHash, party('bob'), ask('?'))).toMatchObject({ kind: 'refused' });
    expect(await requests.decide(id, specHash, dana, ask('?'))).toMatchObject({ kind: 'refused' });
    await requests.decide(id, specHash, olga, ask('?'));
    expect(await requests.answer(id, olga, 'x')).toBe(false);
    const onTeams = party('dana', { platform: 'teams', person: 'teams\nt\n29:dana' });
    expect(await requests.answer(id, onTeams, 'x')).toBe(true);
  });
});

test('a press costs few calls, and none of them twice', async () => {
  const ground = await openRequests();
  const { azure } = ground;
  const { specHash } = await submitted(ground);
  expect(azure.calls.toSorted()).toEqual(['app', 'owners', 'owners', 'person', 'person', 'registry']);
  azure.calls.length = 0;
  await ground.requests.decide(id, specHash, olga, approve);
  expect(azure.calls.toSorted()).toEqual(['owners', 'person', 'person']);
});
