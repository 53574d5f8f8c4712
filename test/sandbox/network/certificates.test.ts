import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import { running, server } from './running.js';

/** What Node's own TLS makes of the certificate: null, or the code of its refusal. */
async function verdict(sandbox: Sandbox, ca: string = sandbox.authority): Promise<string | null> {
  return (await shaken(sandbox, ca)).code;
}

async function shaken(sandbox: Sandbox, ca: string): Promise<{ code: string | null; secure: TLSSocket }> {
  const { signal } = new AbortController();
  const network = sandbox.network('bot');
  const found = await network.resolve(server, signal);
  const [address = ''] = found.kind === 'found' ? found.addresses : [];
  const socket = await network.connect(address, 443, signal);
  const secure = connect({ socket, servername: server, ca });
  onTestFinished(() => void secure.destroy());
  const error: unknown = await once(secure, 'secureConnect').then(
    () => null,
    (it) => it,
  );
  return { code: error instanceof Error && 'code' in error ? String(error.code) : null, secure };
}

describe('a certificate as Node sees it', () => {
  test.each([
    ['untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
  ])('%s', async (tls, code) => {
    const sandbox = await running({ faults: { f: { host: server, tls } } });
    expect(await verdict(sandbox)).toBe(code);
  });

  test('right', async () => {
    expect(await verdict(await running())).toBeNull();
  });

  test('right, but the authority of another sandbox is trusted', async () => {
    const other = await running();
    expect(await verdict(await running(), other.authority)).not.toBeNull();
  });

  test('changes with the world', async () => {
    const on = { faults: { f: { host: server, tls: 'expired' } } };
    const sandbox = await running({ changes: { fix: { faults: { f: null } }, on } });
    expect(await verdict(sandbox)).toBeNull();
    sandbox.apply('on');
    expect(await verdict(sandbox)).toBe('CERT_HAS_EXPIRED');
    sandbox.apply('fix');
    expect(await verdict(sandbox)).toBeNull();
  });

  test('is a server certificate, good for as long as a world may be served', async () => {
    const sandbox = await running();
    const { secure } = await shaken(sandbox, sandbox.authority);
    const leaf = new X509Certificate(secure.getPeerCertificate().raw);
    const soon = Date.now() + 14 * 24 * 60 * 60 * 1000;
    const authority = new X509Certificate(sandbox.authority);
    for (const { validTo } of [leaf, authority]) expect(Date.parse(validTo)).toBeGreaterThan(soon);
    // What Node calls keyUsage is the extended one: TLS server.
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect([authority.ca, leaf.ca]).toEqual([true, false]);
  });
});
