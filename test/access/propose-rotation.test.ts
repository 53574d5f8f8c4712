import { describe, expect, test } from 'vitest';
import {
  LONGEST_VALID_MS,
  proposeRotation,
  rotationOf,
  type SecretNeed,
  type SecretOffer,
} from '../../src/access/propose-rotation.js';
import type { Requests } from '../../src/access/requests.js';
import type { FakeAzure } from './fake-azure.js';
import { dana, openRequests, rotating, type SetUp, vaultUrl } from './requests-ground.js';
import { approvers, clientId, day, hostOf, ids, pipeline } from './requests-names.js';

const application = { kind: 'application', clientId } as const;
const token = { kind: 'token', name: 'CI-build' } as const;
const identities = [{ kind: 'admin' }, token, application] as const;

const kindOf = {
  admin: 'admin-password',
  token: 'repository-token-password',
  application: 'client-secret',
} as const;

function need(some: Partial<SecretNeed> = {}): SecretNeed {
  return { loginServer: hostOf('contoso'), identity: { kind: 'admin' }, ...some };
}

/** A registry with a token and an application with a secret; all of them can be made new. */
async function opened(rule: object = {}, setUp: SetUp = {}) {
  const ground = await openRequests(rotating(rule), setUp);
  const { azure, clock } = ground;
  const from = (milliseconds: number): string => new Date(clock.at + milliseconds).toISOString();
  const passwords = [
    { name: 'password1', createdOn: from(-day), expiresOn: from(day) },
    { name: 'password2', createdOn: from(-day), expiresOn: from(-1) },
  ];
  azure.tokens = [{ name: 'ci-build', enabled: true, scopeMapId: null, passwords }];
  azure.secrets = [{ keyId: 'k1', expiresOn: from(day) }];
  return { ...ground, from };
}

async function offered(requests: Requests, identity: SecretNeed['identity']): Promise<SecretOffer> {
  const proposal = await proposeRotation(requests, need({ identity }), dana);
  if (proposal.kind !== 'offer') throw new Error(JSON.stringify(proposal));
  return proposal;
}

describe('what is proposed', () => {
  test('both passwords of the admin user, of which Azure tells no end', async () => {
    const { requests } = await opened();
    expect(await offered(requests, { kind: 'admin' })).toMatchObject({
      secret: { kind: 'admin-password' },
      inUse: [
        { id: 'password', endsAt: null, isOver: false },
        { id: 'password2', endsAt: null, isOver: false },
      ],
      delivery: { kind: 'vault', url: vaultUrl },
      tier: 1,
      registry: { loginServer: 'contoso.azurecr.io' },
    });
  });

  test('the passwords that a token has, with their ends, under the name that Azure has for it', async () => {
    const { requests, clock } = await opened();
    const offer = await offered(requests, token);
    expect(offer.secret).toEqual({ kind: 'repository-token-password', token: 'ci-build' });
    expect(offer.inUse).toEqual([
      { id: 'password1', endsAt: clock.at + day, isOver: false },
      { id: 'password2', endsAt: clock.at - 1, isOver: true },
    ]);
  });

  test('of an application the secrets that still work', async () => {
    const { requests, azure, clock, from } = await opened();
    azure.secrets = [...azure.secrets, { keyId: 'k2', expiresOn: from(0) }, { keyId: 'k3', expiresOn: null }];
    expect(await offered(requests, application)).toMatchObject({
      secret: { kind: 'client-secret', objectId: pipeline, appId: clientId },
      inUse: [
        { id: 'k1', endsAt: clock.at + day },
        { id: 'k3', endsAt: null },
      ],
    });
  });

  test('of an application with more than two secrets that work, none', async () => {
    const { requests, azure, from } = await opened();
    const live = ['k1', 'k2'].map((keyId) => ({ keyId, expiresOn: from(day) }));
    azure.secrets = [...live, { keyId: 'old', expiresOn: from(-day) }];
    expect((await offered(requests, application)).inUse).toHaveLength(2);
    azure.secrets = [...live, { keyId: 'k3', expiresOn: null }];
    expect(await proposeRotation(requests, need({ identity: application }), dana)).toEqual({
      kind: 'too-many-secrets',
    });
  });
});

describe('what is refused', () => {
  const refused = (reason: string) => ({ kind: 'refused', reason });

  test.each(identities)('what no rule allows, or not to this requester: %j', async (identity) => {
    const others = identities.filter((it) => it !== identity).map(({ kind }) => kindOf[kind]);
    const { requests } = await opened({ secrets: others });
    const asked = (by: Requests) => proposeRotation(by, need({ identity }), dana);
    expect(await asked(requests)).toEqual(refused('not-offered'));
    const other = await opened({ by: ['group:approvers'] });
    expect(await asked(other.requests)).toEqual(refused('not-for-you'));
  });

  test.each([
    [vaultUrl, []],
    [vaultUrl, ['one-time-page']],
    ['one-time-page', ['vault']],
  ] as const)('where the policy says %s and the bot is set up for %j', async (delivery, deliveries) => {
    const { requests } = await opened({ delivery }, { deliveries });
    expect(await proposeRotation(requests, need(), dana)).toEqual(refused('not-offered'));
  });

  test('T46 hidden and unknown registries alike, whatever else is wrong', async () => {
    const { requests, azure } = await opened();
    const changes: readonly ((it: FakeAzure) => unknown)[] = [
      () => {},
      (it) => it.down.add('apps'),
      (it) => it.down.add('people'),
      (it) => it.change('dana', { guest: true }),
      (it) => it.registries.delete('hidden'),
    ];
    for (const change of changes) {
      change(azure);
      for (const name of ['hidden', 'nowhere'])
        for (const identity of identities)
          expect(
            await proposeRotation(requests, need({ identity, loginServer: hostOf(name) }), dana),
          ).toEqual(refused('unknown-registry'));
      azure.down.clear();
    }
  });

  test('a token that there is not, or whose name is not known, and an application of another tenant', async () => {
    const { requests, azure } = await opened();
    for (const name of [null, 'other'])
      expect(await proposeRotation(requests, need({ identity: { kind: 'token', name } }), dana)).toEqual(
        refused('other-identity'),
      );
    azure.apps = [];
    expect(await proposeRotation(requests, need({ identity: application }), dana)).toEqual(
      refused('other-identity'),
    );
  });

  test('an application that the requester does not own, where the policy says so', async () => {
    const { requests, azure } = await opened({ principals: 'owned' });
    const asked = () => proposeRotation(requests, need({ identity: application }), dana);
    expect(await asked()).toEqual(refused('other-identity'));
    azure.owners = [ids.dana];
    expect(await asked()).toMatchObject({ kind: 'offer' });
  });

  test.each(['arm', 'apps', 'people', 'owners'] as const)(
    'nothing is said where %s does not answer',
    async (part) => {
      const { requests, azure } = await opened();
      azure.down.add(part);
      expect(await proposeRotation(requests, need({ identity: application }), dana)).toEqual({
        kind: 'unavailable',
      });
    },
  );
});

describe('what is asked for', () => {
  const of = (secret: SecretOffer['secret'], inUse: string | null) => {
    const registry = { loginServer: 'contoso.azurecr.io', resourceId: '/r' };
    return rotationOf({ requester: dana, registry, secret }, inUse, LONGEST_VALID_MS);
  };
  const admin = { kind: 'admin-password' } as const;
  const ofToken = { kind: 'repository-token-password', token: 'ci' } as const;
  const ofApplication = { kind: 'client-secret', objectId: pipeline, appId: clientId } as const;

  test.each([
    [admin, 'password', { renew: 'password2' }],
    [admin, 'password2', { renew: 'password' }],
    [ofToken, 'password1', { renew: 'password2' }],
    [ofToken, 'password2', { renew: 'password1' }],
    [ofToken, null, { renew: 'password1' }],
    [ofApplication, 'k1', { retire: 'k1' }],
    [ofApplication, null, { retire: null }],
  ] as const)('of %j with %j in use never the one in use', (secret, inUse, wanted) => {
    expect(of(secret, inUse)?.secret).toEqual({ ...secret, ...wanted });
  });

  test('what is no slot is nothing; the admin user has no end', () => {
    expect(of(admin, 'password1')).toBeNull();
    expect(of(ofToken, 'password')).toBeNull();
    expect(of(admin, 'password')?.validMs).toBeNull();
    expect(of(ofToken, 'password1')?.validMs).toBe(90 * day);
  });
});

describe('what is submitted', () => {
  test('is refused where the policy puts it elsewhere by then, and one at a time', async () => {
    const { requests } = await opened();
    const offer = await offered(requests, token);
    const spec = rotationOf(offer, 'password1', day);
    if (spec === null) throw new Error('nothing is asked for');
    const submit = (id: string, delivery: SecretOffer['delivery']) =>
      requests.submit(id.repeat(22), { ...spec, delivery }, 'leaked');
    expect(await submit('a', { kind: 'one-time-page' })).toEqual({ kind: 'refused', reason: 'not-offered' });
    const elsewhere = { kind: 'vault', url: 'https://kv-other.vault.azure.net' } as const;
    expect(await submit('a', elsewhere)).toEqual({ kind: 'refused', reason: 'not-offered' });
    expect(await submit('a', offer.delivery)).toEqual({ kind: 'submitted', tier: 1 });
    expect(await submit('b', offer.delivery)).toEqual({ kind: 'open-already' });
    // The other slot of the same token, too: both must never be made new at once.
    const other = { ...spec, ...rotationOf(offer, 'password2', day), delivery: offer.delivery };
    expect(await requests.submit('c'.repeat(22), other, 'x')).toEqual({ kind: 'open-already' });
  });

  test('T27 neither who asked nor an owner of the application approves, from whatever platform', async () => {
    const { requests, azure } = await opened();
    azure.owners = [ids.olga];
    azure.change('dana', { groups: [approvers] });
    const offer = await offered(requests, application);
    const spec = rotationOf(offer, 'k1', day);
    if (spec === null) throw new Error('nothing is asked for');
    const id = 'd'.repeat(22);
    await requests.submit(id, { ...spec, delivery: offer.delivery }, 'leaked');
    const hash = (await requests.find(id))?.specHash ?? '';
    const approve = { verdict: 'approve', words: null, strength: 'sign-in' } as const;
    const onTeams = { ...dana, platform: 'teams', person: 'teams\nt\n29:dana' } as const;
    for (const [objectId, reason] of [
      [ids.dana, 'self-approval'],
      [ids.olga, 'owner'],
    ] as const)
      expect(await requests.decide(id, hash, { ...onTeams, objectId }, approve)).toEqual({
        kind: 'refused',
        reason,
      });
    expect(await requests.decide(id, hash, { ...onTeams, objectId: ids.rita }, approve)).toEqual({
      kind: 'done',
    });
  });
});
