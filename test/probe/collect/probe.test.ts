import { describe, expect, it } from 'vitest';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import { probe } from '../../../src/probe/collect/probe.js';
import { printReport } from '../../../src/probe/print-report.js';
import { readReports } from '../../../src/probe/read-report.js';
import { fakeNet } from '../../support/fake-net.js';
import { around, front, registry, serveRegistry } from './around.js';

const server = parseLoginServer(registry) ?? expect.fail('no login server');
const ask = { registry: server, repository: null };

describe('a registry that can be reached', () => {
  it('is reported from the name to the challenge, with what the machine has', async () => {
    const net = await fakeNet();
    const served = await serveRegistry(net);
    await net.serve('20.62.128.20', { names: ['*.westeurope.data.azurecr.io'], answer: () => {} });
    net.dns('contoso.westeurope.data.azurecr.io', ['20.62.128.20']);
    await net.plain('198.51.100.254', 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    const machine = around(net.network, {
      env: { KUBERNETES_SERVICE_HOST: '10.0.0.1', AZURE_FEDERATED_TOKEN_FILE: '/run/token' },
      config: { auths: { [registry]: {} }, credsStore: 'desktop' },
      programs: {
        docker: { ok: false, stdout: '{"Client":{"Version":"28.2.2"},"Server":null}' },
        podman: { ok: true, stdout: '{"Client":{"Version":"4.3.1"}}' },
        'docker-credential-desktop': { ok: true, stdout: `{"https://${registry}":"fake-user"}` },
      },
    });
    const report = await probe({ ...ask, repository: 'team/app' }, machine);
    expect(printReport(report).split('\n').slice(1, -1)).toEqual([
      `registry ${registry}`,
      'from pod',
      'at 2026-11-29T12:00:00Z',
      `dns ${registry} resolver 10.0.0.10 cname weu.fe.azcr.io>weu-acr-reg.trafficmanager.net>r1.westeurope.cloudapp.azure.com addr ${front}`,
      `lookup ${registry} addr ${front}`,
      `tcp ${registry} ok`,
      `tls ${registry} ok issuer Fake authority`,
      `v2 ${registry} 401 challenge ${registry}`,
      `repository team/app 401 challenge ${registry}`,
      'dns contoso.westeurope.data.azurecr.io resolver 10.0.0.10 cname - addr 20.62.128.20',
      'lookup contoso.westeurope.data.azurecr.io addr 20.62.128.20',
      'tcp contoso.westeurope.data.azurecr.io ok',
      'tls contoso.westeurope.data.azurecr.io ok issuer Fake authority',
      'proxy https none excepted no',
      'clock 30',
      'docker 28.2.2 daemon no',
      'podman 4.3.1',
      'store desktop entry yes',
      'identity imds yes app-service no workload yes',
    ]);
    expect(readReports(printReport(report))).toEqual([{ kind: 'whole', report }]);
    expect(served.requests.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual([
      'GET /v2/',
      'GET /v2/team/app/tags/list?n=1',
    ]);
    expect(served.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(machine.ran.toSorted()).toEqual([
      'docker version --format {{json .}}',
      'docker-credential-desktop list',
      'podman version --format {{json .}}',
    ]);
  });

  it('has no data endpoint where nobody says its region', async () => {
    const net = await fakeNet();
    await serveRegistry(net);
    net.dns(registry, {
      kind: 'found',
      addresses: [front],
      aliases: ['contoso.privatelink.azurecr.io'],
    });
    const { data, login } = await probe(ask, around(net.network));
    expect(data).toBeNull();
    expect(login.v2?.status).toBe(401);
    expect(net.lookups).not.toContain('contoso.westeurope.data.azurecr.io');
  });
});

describe('surroundings that do ill', () => {
  it('a name that does not exist: nothing is connected to', async () => {
    const net = await fakeNet();
    const { login } = await probe(ask, around(net.network));
    expect(login).toEqual({
      dns: { resolver: '10.0.0.10', cname: [], answer: { kind: 'failed', reason: 'nxdomain' } },
      lookup: { kind: 'failed', reason: 'nxdomain' },
      tcp: null,
      tls: null,
      v2: null,
    });
    expect(net.connections).toEqual(['198.51.100.254:443']);
  });

  it('a hosts file that says otherwise than DNS is followed, as by every client', async () => {
    const net = await fakeNet();
    await serveRegistry(net);
    const lying = { ...around(net.network), lookUp: async () => found('127.0.0.1') };
    const { login } = await probe(ask, lying);
    expect(login).toMatchObject({ lookup: found('127.0.0.1'), tcp: 'refused', v2: null });
    expect(login.dns?.answer).toEqual(found(front));
    expect(net.connections).not.toContain(`${front}:443`);
  });

  it('a name service that says what is no name and no address: it does not come into the report', async () => {
    const net = await fakeNet();
    net.dns(registry, {
      kind: 'found',
      addresses: ['not an address', 'fe80::1%eth0', front],
      aliases: ['ok.example.', 'evil\n--- acr-help probe 1', 'after.example'],
    });
    const report = await probe(ask, around(net.network));
    expect(report.login.dns).toMatchObject({ cname: ['ok.example'], answer: found(front) });
    expect(readReports(printReport(report))).toEqual([{ kind: 'whole', report }]);
  });

  it.each([
    ['an own authority of a proxy that opens TLS', {}, 'untrusted'],
    ['a certificate that has expired', { from: -9, to: -2 }, 'expired'],
    ['a certificate of somebody else', { names: ['evil.example'] }, 'name-mismatch'],
  ] as const)('%s: told with its issuer, nothing is asked', async (_name, leaf, result) => {
    const net = await fakeNet();
    net.dns(registry, [front]);
    const served = await net.serve(front, { names: [registry], answer: () => {}, ...leaf });
    const extraCa = result === 'untrusted' ? [] : net.network.extraCa;
    const { login } = await probe(ask, around({ ...net.network, extraCa }));
    expect(login).toMatchObject({ tcp: 'ok', tls: { result, issuer: 'Fake authority' }, v2: null });
    expect(served.requests).toEqual([]);
  });

  it('a connection that is cut off, and one that speaks no TLS', async () => {
    const net = await fakeNet();
    net.dns(registry, [front]);
    await net.plain(front, '');
    expect((await probe(ask, around(net.network))).login.tls).toEqual({ result: 'reset', issuer: null });
    await net.plain(front, 'HTTP/1.1 200 OK\r\n\r\n<b>sign in to the network</b>');
    expect((await probe(ask, around(net.network))).login.tls).toEqual({ result: 'other', issuer: null });
  });

  it('an answer that is not HTTP, or goes on for ever, is no answer', async () => {
    const net = await fakeNet();
    net.dns(registry, [front]);
    await net.serve(front, {
      names: [registry],
      answer: (_request, response) => {
        response.writeHead(401, { 'www-authenticate': `Bearer realm="${'x'.repeat(9000)}"` });
        response.end('y'.repeat(100_000));
      },
    });
    expect((await probe(ask, around(net.network))).login).toMatchObject({ tls: { result: 'ok' }, v2: null });
  });

  it('nothing answers at all: it ends in time, and says how far it came', async () => {
    const net = await fakeNet();
    net.dns(registry, [front]);
    await net.mute(front);
    net.blackHole('198.51.100.254');
    const began = performance.now();
    const hanging = around(net.network, { config: { credsStore: 'desktop' } });
    const machine = {
      ...hanging,
      run: (_program: string, _args: readonly string[], stop: AbortSignal) => aborted(stop),
    };
    const report = await probe({ ...ask, repository: 'team/app' }, machine);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(report).toMatchObject({
      login: { tcp: 'ok', tls: { result: 'timeout', issuer: null }, v2: null },
      docker: { version: null },
      store: { name: 'desktop', entry: null },
      identity: { imds: false },
    });
  });

  it('a name service that never answers does not keep it either', async () => {
    const net = await fakeNet();
    const resolve = async (_name: string, stop: AbortSignal) => {
      await aborted(stop);
      return { kind: 'failed', reason: 'timeout' } as const;
    };
    const { login } = await probe(ask, around({ ...net.network, resolve }));
    expect(login.dns?.answer).toEqual({ kind: 'failed', reason: 'timeout' });
    expect(login.tcp).toBeNull();
  });
});

function found(...addresses: string[]) {
  return { kind: 'found' as const, addresses };
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
}
