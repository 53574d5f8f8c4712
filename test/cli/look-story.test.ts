import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { printReport } from '../../src/probe/print-report.js';
import { snippetFor } from '../../src/probe/snippets/snippet.js';
import { fullReport } from '../probe/reports.js';
import { repository } from '../support/temp.js';
import { Child, type Line } from './child.js';

/** The first start may build. */
const LONG = 120_000;

const worldOf = (name: string) => {
  const file = join(repository, 'sandbox', 'worlds', `${name}.yaml`);
  const { asks, paste }: { readonly asks: string; readonly paste: string } = parse(
    readFileSync(file, 'utf8'),
  );
  return { file, asks, paste: { as: asks, say: paste } };
};
const textOf = ({ blocks = [] }: Line): string => JSON.stringify(blocks);
const verbsOf = ({ buttons = [] }: Line) => buttons.map(({ verb }) => verb);
const codeOf = ({ blocks = [] }: Line) =>
  blocks.flatMap((block) => (block.type === 'code' ? [block.text] : []));
const server = (name: string) => parseLoginServer(name) ?? expect.fail('no login server');

describe('somebody looks from where it fails', () => {
  test('the firewall lets them in there: another cause is shown, and why', { timeout: LONG }, async () => {
    const { file, asks, paste } = worldOf('ip-not-allowed');
    const child = new Child(['chat', '--world', file, '--json']);
    await child.send(paste);
    expect(child.last.outcome).toMatchObject({ cause: 'ip-not-allowed' });

    await child.press(asks, 'look-there');
    const registry = server('wideworlddocs.azurecr.io');
    // The prompt in the paste tells the shell: one snippet, then the command of this very program.
    expect(codeOf(child.last)).toEqual([snippetFor(registry, 'laptop'), `acr-help probe ${registry}`]);

    const { login } = fullReport;
    const v2 = { status: 401, realm: registry };
    await child.send({
      as: asks,
      say: printReport({ ...fullReport, registry, from: 'laptop', login: { ...login, v2 }, data: null }),
    });
    expect(child.last.outcome?.cause).not.toBe('ip-not-allowed');
    expect(textOf(child.last)).toContain(
      'Seen from your machine, the registry now answers and asks for a sign-in',
    );
    expect(verbsOf(child.last)).not.toContain('look-there');
    expect(await child.end()).toEqual({ code: 0, err: '' });
  });

  test('a name that leads elsewhere there: the question is answered, and both answers stand side by side', {
    timeout: LONG,
  }, async () => {
    const { file, asks, paste } = worldOf('private-endpoint-dns');
    const child = new Child(['chat', '--world', file, '--json', '--lang', 'en']);
    await child.send(paste);
    expect(child.last.ask?.node).toBe('dns');
    expect(verbsOf(child.last)[0]).toBe('look-there');
    await child.press(asks, 'look-there');
    const registry = server('woodgroveml.azurecr.io');
    if (child.last.ask?.node === 'probe-place')
      await child.send({ as: asks, answer: { node: 'probe-place', option: 'pod' } });

    const lookup = { kind: 'found' as const, addresses: ['20.61.97.131'] };
    const login = { ...fullReport.login, dns: null, lookup, tcp: 'timeout' as const, tls: null, v2: null };
    await child.send({ as: asks, say: printReport({ ...fullReport, registry, login, data: null }) });
    expect(child.last.outcome).toMatchObject({ cause: 'private-endpoint-dns' });
    expect(textOf(child.last)).toContain('20.61.97.131');
    expect(await child.end()).toEqual({ code: 0, err: '' });
  });
});
