import { describe, expect, test } from 'vitest';
import { entryFor, isDiscoverable, registryFrom, touches, within } from '../../../src/access/policy/match.js';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import { id, policyOf, registry, subscription } from './people.js';

function known(name: string, loginServer = `${name}.azurecr.io`) {
  const host = parseLoginServer(loginServer);
  const found = host === null ? null : registryFrom(host, registry(name).resourceId);
  if (found === null) throw new Error(`${name} is no registry`);
  return found;
}

const elsewhere = id('d', 9);
const policy = policyOf({
  registries: {
    server: { match: ['contosoprod.azurecr.io'] },
    name: { match: ['contosoprod', 'ContosoTest'], discoverable: true },
    longer: { match: ['contosod*'] },
    shorter: { match: ['contoso*'], discoverable: true },
    mine: { match: ['contosod*'], subscription },
    theirs: { match: ['fabrikam'], subscription: elsewhere },
    label: { match: ['tailspin-*'] },
  },
});

describe('the most specific entry decides', () => {
  test.each([
    ['contosoprod', undefined, 'server'],
    ['contosoprod', 'contosoprod-abc123.azurecr.io', 'name'],
    ['contosoprod', 'contosoprod.azurecr.cn', 'name'],
    ['contosotest', undefined, 'name'],
    ['contosodev', undefined, 'mine'],
    ['contosoother', undefined, 'shorter'],
    ['fabrikam', undefined, null],
    ['tailspin', undefined, null],
    ['tailspin', 'tailspin-abc123.azurecr.io', 'label'],
    ['northwind', undefined, null],
  ])('%s %s: %s', (name, loginServer, expected) => {
    expect(entryFor(policy, known(name, loginServer))?.name ?? null).toBe(expected);
  });
});

test('discoverable is what its entry says; an unknown registry is not; without a policy nothing changes', () => {
  expect(isDiscoverable(policy, known('contosoother'))).toBe(true);
  expect(isDiscoverable(policy, known('contosoprod'))).toBe(false);
  expect(isDiscoverable(policy, known('northwind'))).toBe(false);
  expect(isDiscoverable(null, known('northwind'))).toBe(true);
});

test.each([
  ['', false],
  [registry('contosodev').resourceId.toUpperCase(), true],
  [registry('contosodev').resourceId.replace('sub', '\u017fub'), false],
  [registry('contosodev').resourceId.replace('contosodev', 'contoso\u212aev'), false],
  [`${registry('contosodev').resourceId}/tokens/x`, false],
  [registry('contosodev').resourceId.replace('/rg/', '/a/b/'), false],
])('an id in Resource Manager: %s', (resourceId, expected) => {
  const host = parseLoginServer('contosodev.azurecr.io');
  expect(host !== null && registryFrom(host, resourceId) !== null).toBe(expected);
});

describe('repositories', () => {
  test.each([
    // pattern, repository, below, within, touches
    ['team/*', 'team/app', false, true, true],
    ['team/*', 'team', true, true, true],
    ['team/*', 'team', false, false, false],
    ['team/*', 'teams', true, false, false],
    ['team/*', 'team-infra/app', false, false, false],
    ['team/*', 'team/a', true, true, true],
    ['team/a/*', 'team', true, false, true],
    ['team/a', 'team', true, false, true],
    ['team/a', 'team/a', true, false, false],
    ['team/a', 'team/a', false, true, true],
    ['other', 'team', true, false, false],
  ])('%s and %s (below: %s)', (pattern, repository, below, inside, touched) => {
    expect([within({ repository, below }, pattern), touches({ repository, below }, pattern)]).toEqual([
      inside,
      touched,
    ]);
  });

  test('a whole registry is within none, and touches each', () => {
    expect([within(null, 'team/*'), touches(null, 'team/*')]).toEqual([false, true]);
  });
});
