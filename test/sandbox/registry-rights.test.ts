import { describe, expect, test } from 'vitest';
import { conditionAdmits } from '../../sandbox/registry/conditions.js';
import { accessToken, basic, granted, lab, nameIs, readCondition, role, server } from './registry-lab.js';

const all = 'repository:team/app:pull,push,delete,metadata_read,metadata_write';
const catalog = 'registry:catalog:*';

describe('roles', () => {
  const reads = ['pull', 'metadata_read'];
  const everything = ['pull', 'push', 'delete', 'metadata_read', 'metadata_write'];

  test.each([
    ['legacy', 'AcrPull', reads, true],
    ['legacy', 'AcrPush', ['pull', 'push', 'metadata_read'], true],
    ['legacy', 'AcrDelete', ['delete'], false],
    ['legacy', 'Reader', reads, true],
    ['legacy', 'Contributor', everything, true],
    ['legacy', 'Owner', everything, true],
    ['legacy', 'Container Registry Data Importer and Data Reader', reads, true],
    ['abac', 'Container Registry Repository Reader', reads, false],
    [
      'abac',
      'Container Registry Repository Writer',
      ['pull', 'push', 'metadata_read', 'metadata_write'],
      false,
    ],
    ['abac', 'Container Registry Repository Contributor', everything, false],
    ['abac', 'Container Registry Repository Catalog Lister', [], true],
    ['abac', 'Container Registry Data Importer and Data Reader', reads, true],
    ['abac', 'Owner', [], false],
    ['abac', 'Contributor', [], false],
  ])('in mode %s %s gives %j, the catalog: %s', async (mode, name, actions, lists) => {
    const of = lab({ registry: { mode }, roleAssignments: role(name) });
    expect(await of.actions(all)).toEqual(actions);
    expect(await of.actions(catalog)).toEqual(lists ? ['*'] : []);
  });

  test.each([
    ['abac', 'AcrPull'],
    ['abac', 'AcrPush'],
    ['abac', 'AcrDelete'],
    ['abac', 'Reader'],
    ['legacy', 'Container Registry Repository Reader'],
    ['legacy', 'Container Registry Repository Catalog Lister'],
  ])('mode %s does not honour %s', async (mode, name) => {
    expect((await lab({ registry: { mode }, roleAssignments: role(name) }).exchange()).status).toBe(401);
  });

  test('of a group and of a scope above count, those of others and elsewhere do not', async () => {
    const exchange = async (principal: string, scope: string) => {
      const roleAssignments = { a: { principal, role: 'AcrPull', scope } };
      const registries = { contoso: { subscription: 'prod' }, other: { subscription: 'prod' } };
      return (await lab({ roleAssignments, situation: { registries } }).exchange()).status;
    };
    expect(await exchange('builders', 'registry:contoso')).toBe(200);
    expect(await exchange('ana', 'group:rg-registry')).toBe(200);
    expect(await exchange('ana', 'subscription:prod')).toBe(200);
    expect(await exchange('ana', 'registry:other')).toBe(401);
    expect(await exchange('ci', 'registry:contoso')).toBe(401);
  });

  test('count ten minutes after they were given; an eligibility never does', async () => {
    const of = lab({
      roleAssignments: role('AcrPull', { created: '-9m' }),
      changes: { fix: {}, wait: { clock: '+1m' } },
    });
    expect((await of.exchange()).status).toBe(401);
    of.apply('wait');
    expect((await of.exchange()).status).toBe(200);
    const eligibilities = role('AcrPull');
    expect((await lab({ roleAssignments: {}, situation: { eligibilities } }).exchange()).status).toBe(401);
  });

  test('quarantine is added to a pull for who may look at it', async () => {
    const quarantine = { q: { principal: 'ana', role: 'AcrQuarantineReader', scope: 'registry:contoso' } };
    const of = lab({ roleAssignments: { ...role('AcrPull'), ...quarantine } });
    expect(await of.actions('repository:web:pull')).toEqual(['pull', 'quarantine_read']);
  });

  test('the bot reads where the world says so', async () => {
    const pull = async (dataReader: boolean) => {
      const of = lab({ situation: { bot: { dataReader } } });
      const { clientId } = of.world.bot;
      const headers = basic(clientId, 'sandbox-only-secret-of-the-bot');
      return of.ask(`/oauth2/token?service=${server}&scope=${all}`, { headers });
    };
    expect(granted(accessToken(await pull(true)))[0]?.actions).toEqual(['pull', 'metadata_read']);
    expect((await pull(false)).status).toBe(401);
  });
});

describe('a condition', () => {
  const actionsWith = (condition: string, repository = 'team/app', name = 'Reader') =>
    lab({
      registry: { mode: 'abac' },
      roleAssignments: role(`Container Registry Repository ${name}`, { condition }),
    }).actions(`repository:${repository}:pull,push,metadata_read`);

  test.each([
    [nameIs('StringEqualsIgnoreCase', 'Team/App'), true],
    [nameIs('StringEqualsIgnoreCase', 'team/ap'), false],
    [nameIs('StringStartsWithIgnoreCase', 'TEAM/'), true],
    [nameIs('StringStartsWith', 'TEAM/'), false],
    [nameIs('StringEquals', 'team/app'), true],
    [`${nameIs('StringEquals', 'a')} OR ${nameIs('StringStartsWithIgnoreCase', 'team/')}`, true],
    [`${nameIs('StringEquals', 'team/app')} AND ${nameIs('StringEquals', 'a')}`, false],
    [nameIs('StringEqualsIgnoreCase', 'team/app').replace('@Request', '@Resource'), false],
    [nameIs('StringMatches', 'team/app'), false],
    ["@Request[Microsoft.Other/things:name] StringEquals 'team/app'", false],
  ])('%s admits team/app: %s', async (comparison, admitted) => {
    const actions = await actionsWith(readCondition(comparison));
    expect(actions).toEqual(admitted ? ['pull', 'metadata_read'] : []);
  });

  test('leaves actions that it does not name unrestricted', async () => {
    const condition = readCondition(nameIs('StringEqualsIgnoreCase', 'web'));
    expect(await actionsWith(condition, 'team/app', 'Writer')).toEqual(['push']);
  });

  const question = { action: 'Microsoft.A/b/read', repository: 'team/app' };
  const name = 'Microsoft.ContainerRegistry/registries/repositories:name';

  test.each([
    ["ActionMatches{'Microsoft.A/*'}", true],
    ["NOT ActionMatches{'Microsoft.A/b/write'} && !ActionMatches{'x'}", true],
    [`@Request[${name}] ForAnyOfAnyValues:StringEqualsIgnoreCase {'a', 'TEAM/app'}`, true],
    // AND comes before OR.
    ["ActionMatches{'Microsoft.A/*'} OR ActionMatches{'x'} AND ActionMatches{'x'}", true],
    ["(ActionMatches{'Microsoft.A/*'} || ActionMatches{'x'}) && ActionMatches{'x'}", false],
    ['', false],
    ["ActionMatches{'Microsoft.A/*'", false],
    ["(ActionMatches{'Microsoft.A/*'}", false],
    ["ActionMatches{'Microsoft.A/*'} ActionMatches{'Microsoft.A/*'}", false],
    ["SubOperationMatches{'Microsoft.A/*'}", false],
    ["ActionMatches{'Microsoft.A/*'} ;", false],
    [`@Request[${name}] ForAllOfAnyValues:StringEquals {'team/app'}`, true],
    [`@Request[${name}] ForAnyOfAllValues:StringNotEquals {'team/app', 'web'}`, false],
    [`@Request[${name}] ForAnyOfAnyValues:StringNotEquals {'team/app', 'web'}`, true],
    [`@Request[${name}] ForSomeOfAnyValues:StringEquals {'team/app'}`, false],
    // Several values need a quantifier.
    [`@Request[${name}] StringEquals {'team/app', 'web'}`, false],
    [`@Request[${name}] StringNotStartsWithIgnoreCase 'TEAM/'`, false],
    [`@Request[${name}] GuidNotEquals 'web'`, false],
  ])('%s: %s', (condition, admitted) => {
    expect(conditionAdmits(condition, question)).toBe(admitted);
  });
});

describe('a scope map', () => {
  const actions = async (rules: readonly string[]) => {
    const registry = {
      scopeMaps: { reads: { actions: rules } },
      tokens: { robot: { scopeMap: 'reads', passwords: { password1: {} } } },
    };
    const headers = basic('robot', 'sandbox-contoso-robot-password1');
    const query = `/oauth2/token?service=${server}&scope=${all}&scope=${catalog}`;
    return granted(accessToken(await lab({ registry }).ask(query, { headers }))).map((it) => it.actions);
  };

  test.each([
    [
      ['repositories/team/app/content/read', 'repositories/team/app/metadata/read'],
      ['pull', 'metadata_read'],
    ],
    [
      ['repositories/team/*/content/read', 'repositories/*/content/write'],
      ['pull', 'push'],
    ],
    [
      ['repositories/team/app/content/delete', 'repositories/team/app/metadata/write'],
      ['delete', 'metadata_write'],
    ],
    [['repositories/team/content/read', 'repositories/tea*/content/read', 'gateway/x/config/read'], []],
  ])('with %j gives %j, and never the catalog', async (rules, expected) => {
    expect(await actions(rules)).toEqual([expected, []]);
  });

  test.each([
    ['_repositories_pull', ['pull']],
    ['_repositories_push', ['pull', 'push']],
    ['_repositories_admin', ['pull', 'push', 'delete', 'metadata_read', 'metadata_write']],
  ])('of the registry itself: %s', async (scopeMap, expected) => {
    const registry = { tokens: { robot: { scopeMap, passwords: { password1: {} } } } };
    const headers = basic('robot', 'sandbox-contoso-robot-password1');
    const answer = await lab({ registry }).ask(`/oauth2/token?service=${server}&scope=${all}`, { headers });
    expect(granted(accessToken(answer))[0]?.actions).toEqual(expected);
  });
});
