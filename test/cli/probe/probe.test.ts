import { describe, expect, it } from 'vitest';
import { cliTexts } from '../../../src/cli/texts/index.js';
import { languages } from '../../../src/knowledge/language.js';
import { readReports } from '../../../src/probe/read-report.js';
import { around, front, registry, serveRegistry } from '../../probe/collect/around.js';
import { running } from '../../sandbox/network/running.js';
import { fakeNet } from '../../support/fake-net.js';
import { run } from '../world.js';
import { probing } from './probing.js';

describe('a world of the sandbox, from where the person stands', () => {
  it('shows the private endpoint, which the bot does not see', async () => {
    const sandbox = await running({
      registry: { privateEndpoints: { hub: { address: '10.1.2.3' } } },
      faults: {
        'zone-linked': {
          host: registry,
          for: 'person',
          dns: { addresses: ['10.1.2.3'], aliases: ['contoso.privatelink.azurecr.io'] },
        },
      },
    });
    const addresses = [];
    for (const side of ['person', 'bot'] as const) {
      const { code, out } = await probing(registry, around(sandbox.network(side)), { json: true });
      const { report, block } = JSON.parse(out);
      expect(readReports(block)).toEqual([{ kind: 'whole', report }]);
      expect(code).toBe(0);
      expect(report.login).toMatchObject({ tcp: 'ok', v2: { status: 401, realm: registry } });
      expect(report.login.dns.cname[0]).toBe('contoso.privatelink.azurecr.io');
      addresses.push(report.login.lookup.addresses[0]);
    }
    expect(addresses).toEqual(['10.1.2.3', expect.stringMatching(/^20\./)]);
  });

  it('is told to a person in three languages, with the block at the end', async () => {
    const sandbox = await running({ clock: '2026-11-29T12:00:00Z' });
    for (const language of languages) {
      const { code, out } = await probing('contoso', around(sandbox.network('person')), {}, language);
      expect(code).toBe(0);
      expect(readReports(out)).toMatchObject([{ kind: 'whole', report: { registry, from: 'laptop' } }]);
      expect(out).toContain(cliTexts(language).probe.paste);
    }
  });
});

describe('what the exit code tells', () => {
  it('a registry that lets nobody from here in is not reached', async () => {
    const sandbox = await running({ registry: { publicAccess: false } });
    const { code, out } = await probing(registry, around(sandbox.network('person')));
    expect(out).toContain('403');
    expect(code).toBe(1);
  });

  it('nor is one whose name does not exist, or that a proxy opens', async () => {
    const net = await fakeNet();
    expect((await probing(registry, around(net.network))).code).toBe(1);
    await serveRegistry(net);
    const { code, out } = await probing(registry, around({ ...net.network, extraCa: [] }));
    expect(code).toBe(1);
    expect(out).toContain('does not trust the issuer');
    expect(out).toContain(front);
  });

  it.each([
    [['probe'], 'The argument "registry" is missing.'],
    [['probe', 'no'], '"no" is not a registry'],
    [['probe', 'evil.example'], '"evil.example" is not a registry'],
    [['probe', 'contoso', '--repository', '../x'], '"../x" is not a repository name'],
    [['probe', 'contoso', 'more'], 'more arguments'],
  ])('%o is a mistake of whoever typed it', async (argv, sentence) => {
    const { code, err, out } = await run(argv);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(sentence);
  });

  it('stands in the help', async () => {
    const { out } = await run(['probe', '--help']);
    expect(out).toContain('probe [options] <registry>');
    expect((await run(['--help'])).out).toContain('the registry did not answer the probe');
  });
});
