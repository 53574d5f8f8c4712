import { describe, expect, test } from 'vitest';
import { hour, partyOf, person } from '../common.js';
import {
  all,
  approved,
  carriedOut,
  delivered,
  expectOneLive,
  openRotating,
  type Rotating,
  rotationPolicy,
  rotationRequest,
  versionsOf,
} from './ground.js';
import { clientSecrets, kinds, opens } from './secrets.js';

/** What has changed since a secret was approved to be made new (T27, T29, T30). */

type Change = (ground: Rotating) => void;

const replaced =
  (some: object): Change =>
  (ground) => {
    ground.state.policy = rotationPolicy(ground.sandbox, ground.way, { some });
  };
const changed =
  (name: string, some: object): Change =>
  (ground) => {
    const found = person(ground, name);
    ground.people.all.set(found.objectId, { ...found, ...some });
  };
const gone =
  (name: string): Change =>
  (ground) =>
    void ground.people.all.delete(person(ground, name).objectId);

const changes: readonly (readonly [string, string, Change])[] = [
  ['T30 the approver has left the group', 'approver-lost-right', changed('olga', { groups: [] })],
  ['T30 the approver has become a guest', 'approver-lost-right', changed('olga', { guest: true })],
  ['T30 the approver has left', 'approver-gone', gone('olga')],
  ['T30 the requester has left', 'requester-gone', gone('ana')],
  ['T30 the requester has become a guest', 'policy-refuses', changed('ana', { guest: true })],
  [
    'T30 the policy names other approvers',
    'approver-lost-right',
    (ground) => {
      const approvers = ['person:rita'];
      ground.state.policy = rotationPolicy(ground.sandbox, ground.way, { approvers });
    },
  ],
  ['T30 the policy wants two approvers', 'approvals-missing', replaced({ tier: 3 })],
  ['T30 the policy lets others ask', 'policy-refuses', replaced({ by: ['person:rita'] })],
  [
    'T30 there is no policy any more',
    'policy-refuses',
    (ground) => {
      ground.state.policy = null;
    },
  ],
  [
    'T30 the policy has secrets put elsewhere',
    'policy-refuses',
    (ground) => {
      const other = ground.way === 'vault' ? 'one-time page' : 'vault';
      ground.state.policy = rotationPolicy(ground.sandbox, other);
    },
  ],
  [
    'T30 the policy has secrets put into another vault',
    'policy-refuses',
    replaced({ delivery: 'https://other.vault.azure.net' }),
  ],
  [
    'T29 the approval is more than an hour old',
    'approved-long-ago',
    ({ sandbox }) => void sandbox.advance(hour + 1000),
  ],
];

async function expectNothingDone(ground: Rotating, why: string): Promise<void> {
  expect(await rotationRequest(ground.ledger)).toMatchObject({ state: 'void', why, made: null });
  expect(ground.sandbox.audit()).toEqual([]);
  expect(versionsOf(ground.sandbox)).toEqual([]);
  expect(ground.tellings).toContain('outcome void');
}

describe('between approval and rotation', () => {
  test.each(changes)('%s: nothing is written', async (_, why, change) => {
    const ground = await openRotating('token password', 'vault');
    await approved(ground);
    // Begun, and put off: what an approval that nobody has acted on is, the ledger says.
    ground.people.problem = { kind: 'unavailable', reason: 'timeout', status: null };
    while (ground.why().length === 0) await ground.executor.runOnce();
    ground.people.problem = null;
    change(ground);
    await ground.drain();
    await expectNothingDone(ground, why);
    expect(ground.why()).toEqual(['no-answer']);
  });

  test.each(all)(
    'T30 the policy has changed about %s by way of %s: nothing is written',
    async (kind, way) => {
      const ground = await openRotating(kind, way);
      await approved(ground);
      ground.state.policy = rotationPolicy(ground.sandbox, way === 'vault' ? 'one-time page' : 'vault');
      await ground.drain();
      await expectNothingDone(ground, 'policy-refuses');
    },
  );

  const ofOwners: readonly (readonly [string, string, string])[] = [
    ['T27 the approver has become an owner of the service principal', 'olga', 'approver-lost-right'],
    ['T30 the requester owns the service principal no longer', 'rita', 'policy-refuses'],
  ];
  test.each(ofOwners)('%s: nothing is written', async (_, owner, why) => {
    const ground = await openRotating('client secret', 'vault');
    await approved(ground);
    const ana = partyOf(ground.sandbox, 'ana').objectId;
    const other = partyOf(ground.sandbox, owner).objectId;
    ground.people.owners = owner === 'olga' ? [ana, other] : [other];
    await ground.drain();
    await expectNothingDone(ground, why);
  });
});

describe('after a lost answer', () => {
  const lostOnce = (host: string, method: string, path: string, call: number) => ({
    parts: {
      faults: { it: { host, http: { status: 500 }, on: { method, path, calls: [call], after: true } } },
    },
  });
  /** A rotation whose first attempt had an effect; then nobody may approve it any more. */
  async function lost(
    kind: keyof typeof kinds,
    way: 'vault' | 'one-time page',
    on: ReturnType<typeof lostOnce>,
  ) {
    const ground = await openRotating(kind, way, on);
    await approved(ground);
    while (ground.why().length === 0) await ground.executor.runOnce();
    gone('olga')(ground);
    await ground.drain();
    return ground;
  }
  const put = lostOnce('delivery.vault.azure.net', 'PUT', '/secrets/*', 2);

  test.each(['token password', 'client secret'] as const)(
    'T34 %s that is in the vault and works stays: what was done is done',
    async (kind) => {
      await expectOneLive(await lost(kind, 'vault', put));
    },
  );

  test('T30 T34 a password of the admin user in the vault, of which nobody can say whether it works, is made worthless', async () => {
    const ground = await lost('admin password', 'vault', put);
    expect(await rotationRequest(ground.ledger)).toMatchObject({ state: 'void', why: 'approver-gone' });
    const [version, ...others] = versionsOf(ground.sandbox);
    expect([version?.enabled, others]).toEqual([false, []]);
    expect(await opens(ground.sandbox, 'admin password', version?.value ?? '')).toBe(false);
    expect(await opens(ground.sandbox, 'admin password', kinds['admin password'].old)).toBe(true);
  });

  test('T30 T34 a client secret whose value is lost is removed', async () => {
    const add = lostOnce('graph.microsoft.com', 'POST', '*/addPassword', 1);
    const ground = await lost('client secret', 'one-time page', add);
    expect((await rotationRequest(ground.ledger)).state).toBe('void');
    expect(clientSecrets(ground.sandbox).map(({ name }) => name)).toEqual(['old']);
  });
});

test('the policy has changed in what does not concern the request: it is carried out', async () => {
  const ground = await openRotating('token password', 'vault');
  await approved(ground);
  replaced({ secrets: ['repository-token-password'] })(ground);
  await ground.drain();
  await expectOneLive(ground);
});

test('T22 a new secret is for who asked for it: the link opens it for nobody else', async () => {
  const ground = await openRotating('admin password', 'one-time page');
  await carriedOut(ground);
  await expect(delivered(ground, { as: 'olga' })).rejects.toThrow('not-yours');
  expect(await opens(ground.sandbox, 'admin password', await delivered(ground))).toBe(true);
});
