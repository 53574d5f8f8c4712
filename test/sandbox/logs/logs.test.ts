import { describe, expect, test } from 'vitest';
import { logs } from '../../../sandbox/logs/logs.js';
import { ask, bearer, parsed } from '../raw.js';
import { basic, clientId, lab, type Parts, role } from '../registry-lab.js';

const audience = 'https://api.loganalytics.io';
const logged = (some: Parts = {}) =>
  lab({
    changes: { later: { clock: '+10m' } },
    roleAssignments: role('Reader'),
    ...some,
    situation: {
      workspaces: { central: { subscription: 'prod', tables: 'always', resourceContext: true } },
      ...some.situation,
    },
    registry: { diagnostics: { logs: { workspace: 'central' } }, ...some.registry },
  });
type Logged = ReturnType<typeof logged>;

async function queried(
  { world }: Logged,
  query = 'ContainerRegistryLoginEvents | project Identity, CallerIpAddress, UserAgent, ResultDescription',
  who = 'ana',
  path = `/v1${world.registries.get('contoso')?.id}/query`,
) {
  const user = world.users.get(who) ?? world.asks;
  const headers = await bearer(user, audience, world.now());
  const body = JSON.stringify({ query, timespan: 'P1D' });
  const answer = await ask(logs, world, `https://api.loganalytics.io${path}`, {
    method: 'POST',
    headers,
    body,
  });
  const { tables, error } = parsed(answer);
  const [table] = Array.isArray(tables) ? tables : [];
  return { status: answer.status, rows: table?.rows, error };
}

describe('a registry logs', () => {
  const userAgent = { 'user-agent': 'docker/26.1.4' };

  test('who signs in, from where and how it ends; a request without credentials is no sign-in', async () => {
    const at = logged();
    await at.ask('/v2/');
    await at.ask('/v2/', { headers: { ...basic(clientId, 'wrong'), ...userAgent } });
    await at.exchange('ana');
    at.apply('later');
    expect((await queried(at)).rows).toEqual([
      [clientId, '198.51.100.9', 'docker/26.1.4', '401'],
      ['ana@contoso.onmicrosoft.com', '198.51.100.9', '', '200'],
    ]);
  });

  test('what its firewall refuses, without a name', async () => {
    const at = logged({
      registry: { firewall: { default: 'deny' }, diagnostics: { logs: { workspace: 'central' } } },
    });
    await at.ask('/v2/', { headers: userAgent });
    at.apply('later');
    expect((await queried(at)).rows).toEqual([['', '198.51.100.9', 'docker/26.1.4', '403']]);
  });

  test('nothing that can be found at once, and nothing at all without a setting', async () => {
    const at = logged();
    await at.exchange('ana');
    expect((await queried(at)).rows).toEqual([]);
    const without = logged({ registry: { diagnostics: {} } });
    await without.exchange('ana');
    expect(without.world.ledger.loginEvents).toEqual([]);
  });
});

describe('a query', () => {
  const events = [
    { logged: '-20m', identity: 'b', ip: '203.0.113.7' },
    { logged: '-30m', identity: 'a', ip: '203.0.113.8', result: '403' },
  ];
  const seeded = () =>
    logged({ registry: { diagnostics: { logs: { workspace: 'central' } }, loginEvents: events } });

  test.each([
    ["where Identity == 'A'", []],
    ["where Identity =~ 'A'", [['a']]],
    ["where Identity in~ ('B', 'c') or CallerIpAddress == '203.0.113.8'", [['b'], ['a']]],
    ["where (Identity == 'a' or Identity == 'b') and ResultDescription != '403'", [['b']]],
    ['order by TimeGenerated asc | take 1', [['a']]],
    ["extend Mine = Identity == 'a' | order by Mine desc", [['a'], ['b']]],
  ])('%s', async (operators, rows) => {
    const query = `ContainerRegistryLoginEvents | ${operators} | project Identity`;
    expect((await queried(seeded(), query)).rows).toEqual(rows);
  });

  test.each([
    ["where Identity == 'a", 'SyntaxError'],
    ["where Identity == 'a' or", 'SyntaxError'],
    ['summarize count()', 'SyntaxError'],
    ['where Identity ; drop', 'SyntaxError'],
  ])('%s is refused', async (operators, code) => {
    const found = await queried(seeded(), `ContainerRegistryLoginEvents | ${operators}`);
    expect(found).toMatchObject({ status: 400, error: { innererror: { code } } });
  });

  test('of a table that is not there', async () => {
    expect(await queried(seeded(), 'StorageBlobLogs')).toMatchObject({
      status: 400,
      error: { innererror: { innererror: { code: 'SEM0100' } } },
    });
  });

  test('needs a right to the log or to the workspace', async () => {
    const nobody = logged({ roleAssignments: role('AcrPull') });
    expect(await queried(nobody)).toMatchObject({ status: 403, error: { code: 'InsufficientAccessError' } });
    const { customerId = '' } = nobody.world.workspaces.get('central') ?? {};
    expect(await queried(nobody, undefined, 'ana', `/v1/workspaces/${customerId}/query`)).toMatchObject({
      status: 403,
    });
    const reader = logged({
      roleAssignments: {
        ana: { principal: 'ana', role: 'Log Analytics Reader', scope: 'workspace:central' },
      },
    });
    expect(await queried(reader)).toMatchObject({ status: 200 });
    expect(await queried(reader, undefined, 'ana', `/v1/workspaces/${customerId}/query`)).toMatchObject({
      status: 200,
    });
  });

  test('with a token of another audience is not let in', async () => {
    const { world } = seeded();
    const headers = await bearer(world.asks, 'https://management.azure.com', world.now());
    const answer = await ask(logs, world, 'https://api.loganalytics.io/v1/x/query', {
      method: 'POST',
      headers,
    });
    expect(answer.status).toBe(401);
  });
});
