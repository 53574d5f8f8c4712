import { describe, expect, test } from 'vitest';
import { grantorCondition } from '../../../src/access/deploy/condition.js';
import { readerRole } from '../../../src/access/deploy/reader-role.js';
import { rotatorRoles, vaultRole } from '../../../src/access/deploy/rotator-roles.js';
import { checkIdentity, placesOf } from '../../../src/access/identities/check.js';
import { type FlawCode, type Identity, identities } from '../../../src/access/identities/flaw.js';
import { type Offer, offerOf } from '../../../src/access/policy/offer.js';
import { requestableRoles } from '../../../src/access/policy/roles.js';
import type { RegistryRecord } from '../../../src/azure/ports.js';
import { roles } from '../../../src/knowledge/roles.js';
import { loginServer } from '../../azure/wired.js';
import { policyWith } from '../deploy/policies.js';
import { everything, type Given, openWorldWith, portsOn, type Setting } from './ground.js';

const rbac = 'Role Based Access Control Administrator';
const configurationReader = 'Container Registry Configuration Reader and Data Access Configuration Reader';
const assignments = 'Microsoft.Authorization/roleAssignments';
const registry = 'Microsoft.ContainerRegistry/registries';
const whole: Offer = { User: requestableRoles, ServicePrincipal: requestableRoles };
const narrow = grantorCondition(whole) ?? '';

const definitions = {
  reading: { actions: readerRole.actions.map(({ action }) => action) },
  admin: { actions: rotatorRoles['admin-password'].actions.map(({ action }) => action) },
  token: { actions: rotatorRoles['repository-token-password'].actions.map(({ action }) => action) },
  vault: { dataActions: vaultRole.dataActions.map(({ action }) => action) },
  assigns: { actions: [`${assignments}/write`, `${assignments}/delete`] },
  assignsWild: { actions: [`${assignments}/*`] },
  definesRoles: { actions: ['Microsoft.Authorization/roleDefinitions/write'] },
  listing: { actions: [`${registry}/listCredentials/action`] },
  writing: { actions: [`${registry}/write`] },
  deleting: { actions: [`${registry}/delete`] },
  tokensWild: { actions: [`${registry}/tokens/*`] },
  excused: {
    actions: [`${registry}/*`],
    notActions: [`${registry}/listCredentials/action`, `${registry}/write`],
  },
  values: { dataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action'] },
  content: { dataActions: [`${registry}/repositories/content/read`] },
};

async function check(
  identity: Identity,
  setting: Setting,
  offer: Offer = whole,
  needed: readonly Identity[] = identities,
) {
  const sandbox = await openWorldWith({ definitions, ...setting });
  const own = portsOn(sandbox).own.find((it) => it.identity === identity);
  const id = sandbox.world().registries.get('contoso')?.id ?? '';
  if (own === undefined) throw new Error('nobody');
  return checkIdentity(identity, own.rights, [{ id, offer, needed }], AbortSignal.timeout(10_000));
}

/** Codes of the flaws, and whether the bot may work with it. */
async function flaws(identity: Identity, given: readonly Given[], graph: readonly string[] = []) {
  const checked = await check(identity, { roles: { [identity]: given }, graph: { [identity]: graph } });
  if (checked.kind === 'not-asked') throw new Error(checked.problem.kind);
  return [checked.kind, checked.flaws.map(({ code }) => code)];
}

type Row = readonly [string, readonly Given[], readonly FlawCode[]];
const onSubscription = 'subscription:prod';

describe('the identity that reads', () => {
  test.each<Row>([
    ['with the role that is made for it', [['reading', onSubscription]], []],
    ['that is Reader', [['Reader', onSubscription]], []],
    ['that reads images, too', [['AcrPull'], ['content']], []],
    ['that is Owner', [['Owner', onSubscription]], ['everything']],
    ['that is Contributor', [['Contributor']], ['everything']],
    ['that lists passwords', [[configurationReader]], ['reads-passwords']],
    ['with only that right', [['listing']], ['reads-passwords']],
    ['that may write', [['writing']], ['beyond']],
    ['that may delete', [['deleting']], ['beyond']],
    ['that pushes', [['AcrPush']], ['beyond']],
    ['that gives roles', [[rbac, 'registry:contoso', narrow]], ['manages-access']],
    ['that may define roles', [['definesRoles', onSubscription]], ['manages-access']],
    ['with a wildcard for which something is taken away', [['excused']], ['beyond']],
    ['that gets secrets', [['values', onSubscription]], ['beyond']],
  ])('%s', async (_, given, codes) => {
    expect(await flaws('reader', given)).toEqual([codes.length === 0 ? 'fit' : 'unfit', codes]);
  });

  test('may read the directory and not change it', async () => {
    expect(await flaws('reader', [], ['Application.Read.All'])).toEqual(['fit', []]);
    expect(await flaws('reader', [], ['Application.ReadWrite.OwnedBy'])).toEqual(['unfit', ['graph']]);
  });
});

describe('the identity that gives roles', () => {
  const withOwner = narrow.replaceAll('GuidEquals {', `GuidEquals {${roles.Owner.guid}, `);
  test.each<Row>([
    ['with the condition that is made for it', [[rbac, 'registry:contoso', narrow]], []],
    ['with a role of its own and that condition', [['assigns', 'registry:contoso', narrow]], []],
    ['that is Owner', [['Owner', onSubscription]], ['everything']],
    ['that is Contributor beside', [[rbac, 'registry:contoso', narrow], ['Contributor']], ['everything']],
    ['that is User Access Administrator', [['User Access Administrator']], ['manages-access']],
    ['that may define roles', [['definesRoles']], ['manages-access']],
    ['without a condition', [[rbac]], ['unconditioned']],
    ['with a role of its own without one', [['assigns', onSubscription]], ['unconditioned']],
    ['with a wildcard of its own without one', [['assignsWild']], ['beyond', 'unconditioned']],
    ['that lists passwords beside', [[rbac, 'registry:contoso', narrow], ['listing']], ['reads-passwords']],
    ['that may make passwords new', [['admin']], ['beyond']],
    [
      'whose condition names Owner',
      [[rbac, 'registry:contoso', withOwner]],
      ['condition-too-wide', 'removes-any'],
    ],
    [
      'whose condition lets groups pass',
      [[rbac, 'registry:contoso', narrow.replaceAll("{'User'", "{'Group', 'User'")]],
      ['condition-too-wide', 'removes-any'],
    ],
    [
      'whose condition says nothing of the kind of identity',
      [[rbac, 'registry:contoso', narrow.replaceAll(/\n {2}AND\n.*PrincipalType.*/g, '')]],
      ['condition-too-wide', 'removes-any'],
    ],
    [
      'whose condition nobody can read',
      [[rbac, 'registry:contoso', `${narrow} OR @Request[Some:thing] New 'x'`]],
      ['condition-too-wide', 'removes-any'],
    ],
    [
      'whose condition is for adding only',
      [
        [
          rbac,
          'registry:contoso',
          narrow.replace(/\nAND\n\(\n \(!\(ActionMatches\{'[^']*delete[\s\S]*$/, ''),
        ],
      ],
      ['removes-any'],
    ],
  ])('%s', async (_, given, codes) => {
    expect(await flaws('grantor', given)).toEqual([codes.length === 0 ? 'fit' : 'unfit', codes]);
  });

  test('needs no permission in Graph', async () => {
    const given: readonly Given[] = [[rbac, 'registry:contoso', narrow]];
    expect(await flaws('grantor', given, ['Application.Read.All'])).toEqual(['unfit', ['graph']]);
  });

  test('that can give nothing, or more than the policy offers, is told of and in nobody’s way', async () => {
    expect(await flaws('grantor', [])).toEqual(['fit', ['cannot-grant']]);
    const little: Offer = { User: ['AcrPull'], ServicePrincipal: [] };
    const wide = await check('grantor', { roles: { grantor: [[rbac, 'registry:contoso', narrow]] } }, little);
    expect(wide).toMatchObject({ kind: 'fit', flaws: [{ code: 'beyond-policy', role: rbac }] });
    const less = await check(
      'grantor',
      { roles: { grantor: [[rbac, 'registry:contoso', grantorCondition(little) ?? '']] } },
      { User: ['AcrPull', 'AcrPush'], ServicePrincipal: [] },
    );
    expect(less).toMatchObject({ kind: 'fit', flaws: [{ code: 'cannot-grant', what: 'AcrPush' }] });
  });
});

describe('the identity that makes secrets new', () => {
  test.each<Row>([
    ['with the roles that are made for it', [['admin'], ['token'], ['vault', onSubscription]], []],
    ['that is Owner', [['Owner']], ['everything']],
    ['that is Contributor', [['Contributor', onSubscription]], ['everything']],
    ['that gives roles', [[rbac, 'registry:contoso', narrow]], ['manages-access']],
    ['that lists passwords', [['admin'], ['listing']], ['reads-passwords']],
    ['with a wildcard', [['tokensWild']], ['beyond']],
    ['that reads whatever it likes', [['Reader', onSubscription]], ['beyond']],
    ['that reads secrets of vaults', [['Key Vault Secrets Officer', onSubscription]], ['beyond']],
    ['that gets their values', [['values', onSubscription]], ['beyond']],
  ])('%s', async (_, given, codes) => {
    expect(await flaws('rotator', given)).toEqual([codes.length === 0 ? 'fit' : 'unfit', codes]);
  });

  test.each<[readonly string[], readonly FlawCode[]]>([
    [['Application.ReadWrite.OwnedBy'], []],
    [['Application.ReadWrite.OwnedBy', 'Application.ReadWrite.All'], ['graph']],
  ])('with %j in Graph', async (permissions, codes) => {
    expect(await flaws('rotator', [], permissions)).toEqual([codes.length === 0 ? 'fit' : 'unfit', codes]);
  });
});

describe('a look', () => {
  test('tells each role and permission once, with its place', async () => {
    const checked = await check('rotator', {
      roles: { rotator: [['admin'], ['admin', onSubscription]] },
      graph: { rotator: ['Application.ReadWrite.OwnedBy'] },
    });
    if (checked.kind === 'not-asked') throw new Error('not asked');
    expect(checked.roles.map(({ role, scope }) => `${role} ${scope.split('/').length}`).sort()).toEqual([
      'admin 3',
      'admin 9',
      'looks 9',
    ]);
    expect(checked.permissions).toEqual(['Application.ReadWrite.OwnedBy']);
  });

  test('that was refused or had no answer is no verdict', async () => {
    const blind = await check('rotator', { definitions: { ...definitions, looks: {} } });
    expect(blind).toMatchObject({ kind: 'not-asked', problem: { kind: 'denied' } });
    const away = { faults: { it: { host: 'management.azure.com', http: { status: 503 } } } };
    expect(await check('rotator', { parts: away })).toMatchObject({
      kind: 'not-asked',
      problem: { kind: 'unavailable' },
    });
    const signedOut = { faults: { it: { host: 'login.microsoftonline.com', http: { status: 503 } } } };
    expect((await check('grantor', { parts: signedOut })).kind).toBe('not-asked');
  });

  test('that was refused where there is nothing to do is in order; what is seen there still counts', async () => {
    const unseeing = { definitions: { ...definitions, looks: {} } };
    const elsewhere = ['reader', 'grantor'] as const;
    expect(await check('rotator', unseeing, whole, elsewhere)).toMatchObject({ kind: 'fit', roles: [] });
    const owner = { ...unseeing, roles: { rotator: [['Owner'] as const] } };
    expect((await check('rotator', owner, whole, elsewhere)).kind).toBe('unfit');
  });

  test('is needed where the policy gives it something to do by a role of Azure', () => {
    const at = {
      id: '/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso',
      loginServer: loginServer('contoso.azurecr.io'),
    };
    const needed = (rotated: readonly string[]) =>
      placesOf(
        policyWith({
          rotations: {
            all: { registries: ['contoso'], secrets: rotated, by: ['members'], delivery: 'one-time-page' },
          },
        }),
        [at],
      ).flatMap((place) => place.needed);
    expect(needed(['client-secret'])).toEqual(['reader']);
    expect(needed(['client-secret', 'admin-password'])).toEqual(['reader', 'rotator']);
  });

  test('is at the registries that the policy knows, with what it offers there', () => {
    const at = (name: string): Pick<RegistryRecord, 'id' | 'loginServer'> => ({
      id: `/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/${name}`,
      loginServer: loginServer(`${name}.azurecr.io`),
    });
    const [entry] = everything.registries;
    if (entry === undefined) throw new Error('no entry');
    expect(placesOf(everything, [at('contoso'), at('fabrikam')])).toEqual([
      { id: at('contoso').id, offer: offerOf(everything, entry), needed: ['reader', 'grantor'] },
    ]);
    expect(placesOf(policyWith({ registries: {} }), [at('contoso')])).toEqual([]);
  });
});
