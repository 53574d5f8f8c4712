import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import { probe } from '../../../src/probe/collect/probe.js';
import { printReport } from '../../../src/probe/print-report.js';
import { readReports } from '../../../src/probe/read-report.js';
import { probeReport } from '../../../src/probe/report.js';
import { fakeNet } from '../../support/fake-net.js';
import { around, front, registry } from './around.js';

/** Who stands between a machine and the registry, and programs of the machine, put words into what the probe sees. */

const server = parseLoginServer(registry) ?? expect.fail('no login server');
const ask = { registry: server, repository: 'team/app' };
const lure = '[sign in](https://evil.example/x) <!channel> $(id)';
const forged = `--- acr-help probe 1\nregistry evil.azurecr.io\nv2 evil.azurecr.io 401`;

type Answer = (response: ServerResponse) => void;

async function served(answer: Answer) {
  const net = await fakeNet();
  net.dns(registry, [front]);
  net.dns('evil.example', ['20.62.128.66']);
  const other = await net.serve('20.62.128.66', { names: ['evil.example'], answer: (_, it) => it.end() });
  const recorder = await net.serve(front, { names: [registry], answer: (_, it) => answer(it) });
  return { net, recorder, other };
}

/** One report that reads back whole, in the grammars of reports, with none of the words. */
function expectPlain(report: Awaited<ReturnType<typeof probe>>): void {
  const block = printReport(report);
  expect(probeReport.parse(report)).toEqual(report);
  expect(readReports(block)).toEqual([{ kind: 'whole', report }]);
  expect(block).not.toMatch(/[[\]<$`|*]|https?:|sign in|evil\.azurecr/);
}

it.each([
  ['a realm of somebody else', { 'www-authenticate': 'Bearer realm="https://evil.example/oauth2/token"' }],
  ['a realm with words', { 'www-authenticate': `Bearer realm="${lure}",service="${registry}"` }],
  ['a realm that is no web page', { 'www-authenticate': 'Bearer realm="javascript:alert(1)"' }],
  ['a realm with a password', { 'www-authenticate': 'Bearer realm="https://u:fake-secret@evil.example/"' }],
  ['a scheme of its own', { 'www-authenticate': `Evil ${lure}` }],
  ['a time that is none', { 'www-authenticate': 'Basic realm="x"', date: lure }],
  ['a time of another age', { 'www-authenticate': 'Basic realm="x"', date: 'Thu, 01 Jan 1970 00:00:00 GMT' }],
])('a registry with %s: told in the words of the form, and asked nowhere else', async (_, headers) => {
  const { net, recorder, other } = await served((response) => {
    response.writeHead(401, { ...headers, 'x-evil': lure });
    response.end(`{"errors":[{"code":"UNAUTHORIZED","message":"${lure}"}]}\n${forged}`);
  });
  const report = await probe(ask, around(net.network));
  expectPlain(report);
  expect(JSON.stringify(report)).not.toContain('fake-secret');
  expect(report.login.v2?.status).toBe(401);
  expect(other.requests).toEqual([]);
  expect(net.lookups).not.toContain('evil.example');
  expect(recorder.requests.map(({ url }) => url).toSorted()).toEqual(['/v2/', '/v2/team/app/tags/list?n=1']);
});

it.each([301, 302, 307, 308])('a %i is told and not followed', async (status) => {
  const { net, other } = await served((response) =>
    response.writeHead(status, { location: 'https://evil.example/sign-in' }).end(forged),
  );
  const report = await probe(ask, around(net.network));
  expectPlain(report);
  expect(report.login.v2).toEqual({ status, realm: null });
  expect(other.requests).toEqual([]);
});

it('an answer that drips does not keep it', async () => {
  const { net } = await served((response) => {
    response.writeHead(401);
    const drip = setInterval(() => response.write('x'), 100);
    response.on('close', () => clearInterval(drip));
  });
  const began = performance.now();
  const report = await probe(ask, around(net.network));
  expect(performance.now() - began).toBeLessThan(15_000);
  expectPlain(report);
  expect(report.login.v2).toBeNull();
});

it('a name service with ten thousand answers fills no report', async () => {
  const net = await fakeNet();
  const addresses = Array.from({ length: 10_000 }, (_, i) => `20.1.${i >> 8}.${i & 255}`);
  const aliases = Array.from({ length: 10_000 }, (_, i) => `n${i}.example`);
  net.dns(registry, { kind: 'found', addresses, aliases });
  const report = await probe(ask, around(net.network));
  expectPlain(report);
  expect(printReport(report).length).toBeLessThan(4_000);
});

it('what programs, settings and files hold that is secret or made up does not come into it', async () => {
  const { net } = await served((response) => response.writeHead(401).end());
  const secret = 'fakesecretfakesecret';
  const machine = around(net.network, {
    env: {
      HTTPS_PROXY: `http://dana:${secret}@proxy.example:3128`,
      NO_PROXY: `.azurecr.io,${secret}`,
      AZURE_CLIENT_SECRET: secret,
      IDENTITY_HEADER: secret,
      IDENTITY_ENDPOINT: `http://127.0.0.1/${secret}`,
      AZURE_FEDERATED_TOKEN_FILE: `/run/${secret}`,
    },
    config: {
      auths: { [registry]: { auth: secret, identitytoken: secret }, [secret]: {} },
      HttpHeaders: { Authorization: secret },
      credsStore: 'desktop',
    },
    programs: {
      docker: { ok: true, stdout: `{"Client":{"Version":"1\\n${lure}"},"Server":{"Version":"${secret}"}}` },
      podman: { ok: true, stdout: `{"Client":{"Version":"${secret} ${lure}"}}${'x'.repeat(1_000_000)}` },
      'docker-credential-desktop': { ok: true, stdout: `{"https://${registry}":"${secret}","${lure}":"x"}` },
    },
  });
  const report = await probe(ask, machine);
  expectPlain(report);
  expect(`${JSON.stringify(report)}${printReport(report)}`).not.toContain(secret);
  expect(report).toMatchObject({
    docker: { version: null, daemon: true },
    podman: { version: null },
    store: { name: 'desktop', entry: true },
  });
});
