import { describe, expect, test } from 'vitest';
import { arm } from '../../sandbox/arm/arm.js';
import { resolveName } from '../../sandbox/network/names.js';
import { hostsOf } from '../../sandbox/registry/hosts.js';
import { ask, bearer, parsed } from './raw.js';
import { accessToken, armAudience, basic, type Lab, lab, server } from './registry-lab.js';

/** Regions of a registry: the hosts that each brings, who serves what, and what Resource Manager tells. */

const north = 'contoso.northeurope.geo.azurecr.io';
const two = { replications: { northeurope: {} } };
const hosts = (of: Lab) => [...of.world.registries.values()].flatMap(hostsOf);

describe('the hosts of a registry', () => {
  test.each([
    [{}, [server, 'acrcontoso.blob.core.windows.net']],
    [two, [server, 'acrcontoso.blob.core.windows.net', 'acrcontosonortheurope.blob.core.windows.net']],
    [
      { ...two, dataEndpoint: true },
      [server, 'contoso.westeurope.data.azurecr.io', 'contoso.northeurope.data.azurecr.io'],
    ],
    [
      { ...two, privateEndpoints: { pe: {} } },
      [server, 'contoso.westeurope.data.azurecr.io', 'contoso.northeurope.data.azurecr.io'],
    ],
    [
      { regionalEndpoints: true },
      [server, 'contoso.westeurope.geo.azurecr.io', 'acrcontoso.blob.core.windows.net'],
    ],
    [
      { ...two, loginServer: 'contoso-abc123.azurecr.cn', regionalEndpoints: true, dataEndpoint: true },
      [
        'contoso-abc123.azurecr.cn',
        'contoso-abc123.westeurope.geo.azurecr.cn',
        'contoso-abc123.westeurope.data.azurecr.cn',
        'contoso-abc123.northeurope.geo.azurecr.cn',
        'contoso-abc123.northeurope.data.azurecr.cn',
      ],
    ],
  ])('with %j', (registry, expected) => {
    const of = lab({ registry });
    expect(hosts(of)).toEqual(expected);
    for (const host of expected) {
      expect(resolveName(of.world, host, 'person')).toMatchObject({ kind: 'found' });
    }
  });

  test('are not there for a region without a replica, or with the feature off', () => {
    const { world } = lab({ registry: { ...two, dataEndpoint: true } });
    for (const host of ['contoso.eastus.data.azurecr.io', north]) {
      expect(resolveName(world, host, 'bot')).toEqual({ kind: 'not-found', aliases: [] });
    }
  });

  test('have their own names in the zone of private links, each in its region', () => {
    const registry = { ...two, regionalEndpoints: true, privateEndpoints: { pe: {} } };
    const { world } = lab({ registry });
    const aliases = (host: string) => {
      const found = resolveName(world, host, 'bot');
      return found !== 'timeout' && found.kind === 'found' ? found.aliases.slice(0, 2) : [];
    };
    expect(aliases(server)).toEqual(['contoso.privatelink.azurecr.io', 'sandbox-westeurope.fe.azcr.io']);
    expect(aliases(north)).toEqual([
      'contoso.northeurope.geo.privatelink.azurecr.io',
      'sandbox-northeurope.fe.azcr.io',
    ]);
    expect(aliases('contoso.northeurope.data.azurecr.io')).toEqual([
      'contoso.northeurope.data.privatelink.azurecr.io',
    ]);
  });

  test('of regions are of Premium', () => {
    for (const some of [two, { regionalEndpoints: true }]) {
      expect(() => lab({ registry: { ...some, sku: 'Standard' } })).toThrow(/of Premium only/);
    }
  });
});

describe('a regional login server', () => {
  const registry = { ...two, regionalEndpoints: true, dataEndpoint: true, adminUser: true };

  test('names itself as the place for tokens, and the registry as what they are for', async () => {
    const challenge = `Bearer realm="https://${north}/oauth2/token",service="${server}"`;
    const of = lab({ registry });
    expect((await of.ask(`https://${north}/v2/`)).headers?.['www-authenticate']).toBe(challenge);
    const headers = basic('contoso', 'wrong');
    const refused = await of.ask(`https://${north}/v2/`, { headers });
    expect([refused.status, refused.headers?.['www-authenticate']]).toEqual([401, challenge]);
  });

  test('serves with the tokens of the registry, layers from its own region', async () => {
    const of = lab({ registry });
    const query = `service=${server}&scope=repository:team/app:pull`;
    const headers = basic('contoso', 'sandbox-contoso-admin-password');
    const token = accessToken(await of.ask(`https://${north}/oauth2/token?${query}`, { headers }));
    const bearing = { headers: { accept: '*/*', authorization: `Bearer ${token}` } };
    const locations = [];
    for (const host of [server, north]) {
      const manifest = parsed(await of.ask(`https://${host}/v2/team/app/manifests/v1`, bearing));
      const { digest } = manifest['config'] as { digest: string };
      const redirect = await of.ask(`https://${host}/v2/team/app/blobs/${digest}`, bearing);
      locations.push(redirect.headers?.['location'] ?? '');
    }
    expect(locations.map((location) => new URL(location).host)).toEqual([
      'contoso.westeurope.data.azurecr.io',
      'contoso.northeurope.data.azurecr.io',
    ]);
    for (const location of locations) expect((await of.ask(location)).status).toBe(200);
  });

  test('stands behind the firewall like the global one', async () => {
    const of = lab({ registry: { ...registry, publicAccess: false } });
    expect((await of.ask(`https://${north}/v2/`)).status).toBe(403);
  });
});

test('a region that takes no part in the routing is passed by', async () => {
  const replications = { westeurope: { globalRouting: false }, northeurope: {} };
  const of = lab({ registry: { replications, dataEndpoint: true } });
  const scope = 'repository:team/app:pull';
  const manifest = parsed(await of.as(scope, 'GET', '/v2/team/app/manifests/v1'));
  const { digest } = manifest['config'] as { digest: string };
  const { headers } = await of.as(scope, 'GET', `/v2/team/app/blobs/${digest}`);
  expect(headers?.['location']).toMatch(/^https:\/\/contoso\.northeurope\.data\.azurecr\.io\//);
});

describe('Resource Manager', () => {
  const registry = {
    dataEndpoint: true,
    regionalEndpoints: true,
    replications: { northeurope: { globalRouting: false, provisioningState: 'Creating' } },
  };

  async function get(path: string, version = '2025-11-01') {
    const roleAssignments = { r: { principal: 'ana', role: 'Reader', scope: 'subscription:prod' } };
    const { world } = lab({ registry, roleAssignments });
    const headers = await bearer(world.asks, armAudience, world.now());
    const url = `https://management.azure.com${world.registries.get('contoso')?.id}${path}?api-version=${version}`;
    return ask(arm, world, url, { headers });
  }

  test('lists every region as a replica', async () => {
    const at = (name: string, regionEndpointEnabled: boolean, provisioningState: string) => ({
      name,
      location: name,
      properties: { regionEndpointEnabled, provisioningState },
    });
    expect(parsed(await get('/replications'))['value']).toMatchObject([
      at('westeurope', true, 'Succeeded'),
      at('northeurope', false, 'Creating'),
    ]);
    expect(parsed(await get('/replications/northeurope'))).toMatchObject(
      at('northeurope', false, 'Creating'),
    );
    expect((await get('/replications/eastus')).status).toBe(404);
  });

  test('names the data endpoint of each, and the regional login servers to who knows of them', async () => {
    const { properties } = parsed(await get('')) as { properties: object };
    expect(properties).toMatchObject({
      dataEndpointEnabled: true,
      dataEndpointHostNames: ['contoso.westeurope.data.azurecr.io', 'contoso.northeurope.data.azurecr.io'],
    });
    expect(properties).not.toHaveProperty('regionalEndpoints');
    expect(parsed(await get('', '2026-01-01-preview'))['properties']).toMatchObject({
      regionalEndpoints: 'Enabled',
      regionalEndpointHostNames: ['contoso.westeurope.geo.azurecr.io', north],
    });
  });
});
