import { describe, expect, it } from 'vitest';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import type { SnippetPlace } from '../../../src/knowledge/vocabulary.js';
import { readReports } from '../../../src/probe/read-report.js';
import { snippetFor } from '../../../src/probe/snippets/snippet.js';
import { running } from '../../sandbox/network/running.js';
import { registry, runInside, runThrough, type Situation, whyNot } from './namespace.js';

const server = parseLoginServer(registry) ?? expect.fail('no login server');

describe.each(['dash', 'bash', 'busybox sh'])('the snippet in %s', (shell) => {
  const reason = whyNot(shell);
  if (reason !== null) {
    it(`is not run: ${reason}`, () => {});
    return;
  }
  async function report(situation: Situation = {}, place: SnippetPlace = 'laptop') {
    const printed = await runInside(snippetFor(server, place), shell, situation);
    const [read, ...others] = readReports(printed);
    expect(others).toEqual([]);
    if (read?.kind !== 'whole') return expect.fail(printed);
    return read.report;
  }

  it('tells the way from the name to the challenge', async () => {
    const { login, from, clockAhead, proxy } = await report({ skew: -100 });
    expect(from).toBe('laptop');
    expect(login.dns).toEqual({
      resolver: '127.0.0.1',
      cname: ['contoso.privatelink.azurecr.io'],
      answer: { kind: 'found', addresses: ['127.0.0.1'] },
    });
    expect(login).toMatchObject({ tcp: 'ok', v2: { status: 401 } });
    expect(proxy).toEqual({ set: false, excepted: false });
    expect(login).toMatchObject({
      lookup: { kind: 'found', addresses: ['127.0.0.1'] },
      tls: { result: 'ok', issuer: 'Fake authority' },
      v2: { realm: registry },
    });
    expect(Math.abs((clockAhead ?? 0) - 100)).toBeLessThan(20);
  });

  it.each<[string, Situation, object]>([
    [
      'a name that does not exist',
      { dns: 'nxdomain' },
      { dns: { answer: { kind: 'failed', reason: 'nxdomain' } }, tcp: null, v2: null },
    ],
    ['nobody who listens', { server: 'none' }, { tcp: 'refused', tls: null, v2: null }],
    ['a firewall of the registry', { status: 403 }, { tcp: 'ok', v2: { status: 403 } }],
  ])('%s', async (_name, situation, expected) => {
    expect((await report(situation)).login).toMatchObject(expected);
  });
});

const reason = whyNot('bash');
const here = reason === null ? '' : ` (not run: ${reason})`;

describe.skipIf(reason !== null)(`the snippet with curl and with GNU wget${here}`, () => {
  it.each<[string, Situation, string, string | null]>([
    ['an authority of a proxy that opens TLS', { trusted: false }, 'untrusted', 'Fake authority'],
    ['a certificate that has expired', { server: { from: -9, to: -2 } }, 'expired', 'Fake authority'],
    [
      'a certificate of somebody else',
      { server: { names: ['evil.example'] } },
      'name-mismatch',
      'Fake authority',
    ],
    ['who cuts the connection off', { server: 'resets' }, 'reset', null],
    ['who never answers', { server: 'mute' }, 'timeout', null],
  ])('%s', async (_name, situation, result, issuer) => {
    for (const without of [[], ['curl']]) {
      const printed = await runInside(snippetFor(server, 'laptop'), 'dash', { ...situation, without });
      const [read] = readReports(printed);
      expect(read?.kind).toBe('whole');
      // wget of GnuTLS has one sentence for all that ends a handshake.
      const told = without.length > 0 && issuer === null ? 'other' : result;
      expect(read?.report?.login).toMatchObject({ tcp: 'ok', tls: { result: told }, v2: null });
      if (without.length === 0) expect(read?.report?.login.tls?.issuer).toBe(issuer);
    }
  });
});

describe.skipIf(reason !== null)(`the snippet for each other place${here}`, () => {
  const scripts: Readonly<Record<string, string>> = {
    pod: snippetFor(server, 'pod').replace(/^kubectl run .* -- sh -c/, 'sh -c'),
    'azure-devops': scriptOf(snippetFor(server, 'azure-devops')),
    'github-actions': scriptOf(snippetFor(server, 'github-actions')),
    'cloud-shell': snippetFor(server, 'cloud-shell'),
  };

  it.each(Object.entries(scripts))('prints a whole report: %s', async (place, script) => {
    const printed = await runInside(script, 'bash', {
      without: ['docker'],
      env: { AZURE_FEDERATED_TOKEN_FILE: '/run/token', https_proxy: '', no_proxy: 'azurecr.io' },
    });
    const [read] = readReports(printed);
    if (read?.kind !== 'whole') return expect.fail(printed);
    expect(read.report).toMatchObject({ from: place, login: { v2: { status: 401, realm: registry } } });
    const identity = { imds: false, appService: false, workload: true };
    expect(read.report.identity).toEqual(place === 'cloud-shell' ? identity : null);
    const inPipeline = place === 'azure-devops' || place === 'github-actions';
    expect(read.report.docker).toEqual(inPipeline ? { version: null, daemon: false } : null);
  });
});

it.skipIf(reason !== null)(
  `what programs print at the ends of lines, and other than ASCII, does no harm${here}`,
  async () => {
    const nslookup =
      '#!/bin/sh\nprintf "Server:\\t\\t10.0.0.10 \\t\\r\\nName:\\tx\\nAddress: 10.1.2.3 \\342\\200\\231 \\n"\n';
    const printed = await runInside(snippetFor(server, 'laptop'), 'dash', { programs: { nslookup } });
    expect(readReports(printed)).toMatchObject([
      {
        kind: 'whole',
        report: { login: { dns: { resolver: '10.0.0.10', answer: { addresses: ['10.1.2.3'] } } } },
      },
    ]);
  },
);

describe.skipIf(whyNot('curl') !== null)('the snippet through the proxy of a world', () => {
  async function through(situation: Parameters<typeof running>[0]) {
    const sandbox = await running(situation);
    const snippet = snippetFor(server, 'laptop');
    return readReports(await runThrough(await sandbox.proxy('person'), sandbox.authority, snippet));
  }

  it('tells the answer of the registry, and that a proxy is set', async () => {
    expect(await through({})).toMatchObject([
      {
        kind: 'whole',
        report: {
          proxy: { set: true, excepted: false },
          login: { tcp: 'ok', tls: { result: 'ok' }, v2: { status: 401, realm: registry } },
        },
      },
    ]);
  });

  it('tells the refusal of its firewall', async () => {
    const refused = { registry: { publicAccess: false } };
    expect(await through(refused)).toMatchObject([{ report: { login: { v2: { status: 403 } } } }]);
  });
});

/** A step's script, without its indentation. */
function scriptOf(step: string): string {
  return step.slice(step.indexOf('|\n') + 2).replace(/^ {4}/gm, '');
}
