import { describe, expect, test } from 'vitest';
import { judgeAddress } from '../../../src/azure/guard.js';
import { running, server } from './running.js';

const { signal } = new AbortController();
const data = 'contoso.westeurope.data.azurecr.io';
const storage = 'acrcontoso.blob.core.windows.net';

async function resolve(
  situation: Parameters<typeof running>[0],
  name: string,
  side: 'person' | 'bot' = 'person',
) {
  return (await running(situation)).network(side).resolve(name, signal);
}

describe('the name service', () => {
  test('leads a registry through its chain to an address', async () => {
    expect(await resolve({}, server)).toEqual({
      kind: 'found',
      addresses: [expect.stringMatching(/^20\.\d+\.\d+\.\d+$/)],
      aliases: [
        expect.stringMatching(/\.azcr\.io$/),
        expect.stringMatching(/\.trafficmanager\.net$/),
        expect.stringMatching(/\.westeurope\.cloudapp\.azure\.com$/),
      ],
    });
  });

  test('names the zone of private links first, and stays public for who is not linked', async () => {
    const situation = { registry: { privateEndpoints: { pe: {} } } };
    expect(await resolve(situation, server)).toMatchObject({
      addresses: [expect.stringMatching(/^20\./)],
      aliases: ['contoso.privatelink.azurecr.io', expect.any(String), expect.any(String), expect.any(String)],
    });
    expect(await resolve(situation, data)).toMatchObject({
      aliases: ['contoso.westeurope.data.privatelink.azurecr.io'],
    });
  });

  test('knows no private link of an endpoint that nobody approved', async () => {
    const answer = await resolve({ registry: { privateEndpoints: { pe: { status: 'pending' } } } }, server);
    expect(answer.kind === 'found' ? answer.aliases : []).toHaveLength(3);
  });

  test.each([
    [{}, storage, 'found'],
    [{}, data, 'not-found'],
    [{ registry: { dataEndpoint: true } }, data, 'found'],
    [{ registry: { dataEndpoint: true } }, storage, 'not-found'],
    [{}, 'CONTOSO.azurecr.io', 'found'],
    [{}, 'fabrikam.azurecr.io', 'not-found'],
    [{}, 'mcr.microsoft.com', 'not-found'],
    [{}, 'localhost', 'not-found'],
    [{}, 'login.microsoftonline.com', 'found'],
    [{}, 'management.azure.com', 'found'],
    [{}, 'graph.microsoft.com', 'found'],
  ])('with %j, %s is %s', async (situation, name, kind) => {
    expect((await resolve(situation, name)).kind).toBe(kind);
  });

  test.each([
    ['not-found', { kind: 'not-found', aliases: [] }],
    ['server-failure', { kind: 'failed', reason: 'server-failure' }],
    [
      { addresses: ['10.1.0.4'], aliases: ['x.privatelink.azurecr.io'] },
      { kind: 'found', addresses: ['10.1.0.4'], aliases: ['x.privatelink.azurecr.io'] },
    ],
  ])('says %j for the side that a world wants', async (dns, answer) => {
    const sandbox = await running({ faults: { f: { host: '*.azurecr.io', for: 'person', dns } } });
    expect(await sandbox.network('person').resolve(server, signal)).toEqual(answer);
    expect((await sandbox.network('bot').resolve(server, signal)).kind).toBe('found');
  });

  test('that does not answer is waited for until the caller stops', async () => {
    const sandbox = await running({ faults: { f: { host: server, dns: 'timeout' } } });
    const begin = performance.now();
    expect(await sandbox.network('bot').resolve(server, AbortSignal.timeout(50))).toEqual({
      kind: 'failed',
      reason: 'timeout',
    });
    expect(performance.now() - begin).toBeGreaterThan(45);
    expect(await sandbox.network('bot').resolve(server, AbortSignal.abort())).toEqual({
      kind: 'failed',
      reason: 'timeout',
    });
  });
});

test('addresses are public to the guard, one for each host, and the same in every run', async () => {
  const hosts = [server, storage, 'management.azure.com', 'graph.microsoft.com', 'login.microsoftonline.com'];
  const addresses = async () => {
    const network = (await running()).network('bot');
    const answers = await Promise.all(hosts.map((host) => network.resolve(host, signal)));
    return answers.flatMap((answer) => (answer.kind === 'found' ? answer.addresses : []));
  };
  const first = await addresses();
  expect(new Set(first).size).toBe(hosts.length);
  expect(first.map((it) => judgeAddress(it, { privateAllowed: false, extraDenied: [] }).kind)).toEqual(
    hosts.map(() => 'public'),
  );
  expect(await addresses()).toEqual(first);
});
