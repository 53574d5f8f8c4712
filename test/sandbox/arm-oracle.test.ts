import { beforeAll, describe, expect, test } from 'vitest';
import type { Registry, World } from '../../sandbox/world/world.js';
import { assigned, botWith, dana, registry, subscription, world } from '../azure/world.js';
import { puller, traffic } from './arm-traffic.js';
import { hasOpenapi, loadOracle, type Oracle } from './oracle.js';

/** Every answer of the sandbox's Resource Manager that somebody describes is held against the description. */

const basic: Registry = {
  ...registry,
  sku: 'Basic',
  mode: 'legacy',
  firewall: { default: 'allow', allow: [] },
  dataEndpoint: false,
  privateEndpoints: {},
  scopeMaps: {},
  tokens: {},
  locks: {},
  usage: {},
};
const locked: Registry = {
  ...registry,
  publicAccess: false,
  trustedServices: false,
  quarantine: true,
  anonymousPull: true,
  adminUser: true,
  identityOfKey: 'present',
  provisioningState: 'Updating',
};

const spread: Registry = {
  ...registry,
  replications: { northeurope: { globalRouting: false, provisioningState: 'Failed' } },
  regionalEndpoints: true,
  identityOfKey: 'missing',
};
const crowd = Array.from({ length: 45 }, (_, i) =>
  assigned('AcrPull', dana.id, { id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}` }),
);

const worlds: Readonly<Record<string, World>> = {
  'with everything': world(),
  'with a Basic registry': world({ registries: new Map([[basic.name, basic]]) }),
  'with a closed registry': world({ registries: new Map([[locked.name, locked]]) }),
  'with a registry in two regions': world({ registries: new Map([[spread.name, spread]]) }),
  'with a role of its own': world({
    roleDefinitions: new Map([[puller.name, puller]]),
    assignments: [assigned(puller.name, dana.id)],
  }),
  'with many assignments': world({ assignments: crowd }),
  'that denies the bot everything': world({ bot: botWith({ denied: ['*'] }) }),
  'without the registry': world({ registries: new Map() }),
  'without the resource provider': world({
    subscriptions: new Map([['production', { ...subscription, providerRegistered: false }]]),
  }),
  'that throttles': world({
    faults: [
      { name: 'busy', host: 'management.azure.com', for: 'everyone', http: { status: 429, retryAfter: 30 } },
    ],
  }),
};

describe.skipIf(!hasOpenapi)('Resource Manager (skipped where ../shared/openapi is missing)', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await loadOracle();
  });
  const described = new Set<string>();
  const undescribed = new Set<string>();

  test.each(Object.entries(worlds))('of a world %s answers as it is described', async (_, of) => {
    const seen: string[] = [];
    for (const { request, response } of await traffic(of)) {
      const { operation, problems } = await oracle.judge(request, response);
      seen.push(`${response.status}`);
      if (operation === null) undescribed.add(request.path.replaceAll(/[0-9a-f-]{36}/g, '{id}'));
      else described.add(operation);
      expect({ operation, path: request.path, status: response.status, problems }).toMatchObject({
        problems: [],
      });
    }
    expect(seen).not.toEqual([]);
  });

  test('in what is described and what is not', () => {
    console.info(`validated by oav: ${[...described].sort().join(', ')}`);
    console.info(`described nowhere: ${[...undescribed].sort().join(', ')}`);
    expect([...described].sort()).toEqual([
      'Permissions_ListForResourceGroup',
      'PrivateEndpointConnections_List',
      'Registries_Get',
      'Registries_List',
      'Registries_ListByResourceGroup',
      'Registries_ListUsages',
      'Replications_Get',
      'Replications_List',
      'RoleAssignments_ListForResource',
      'RoleDefinitions_Get',
      'RoleDefinitions_List',
      'RoleEligibilityScheduleInstances_ListForScope',
      'ScopeMaps_Get',
      'ScopeMaps_List',
      'Tokens_Get',
      'Tokens_List',
    ]);
  });
});
