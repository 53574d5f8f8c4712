import { type AddressInfo, connect, createServer as createTcp } from 'node:net';
import { createServer } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { handshake, trust } from '../../src/azure/handshake.js';
import { issuedBy, type Names } from './certificates.js';
import { contoso, signal } from './egress-on.js';

/** Meets a server with a certificate of such an issuer, who is trusted or not. */
async function meet(names: Names, { trusted = true, host = contoso as string } = {}) {
  const { ca, cert, key } = await issuedBy(names, host);
  const server = createServer({ cert, key }, (socket) => socket.on('error', () => {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const shaken = await handshake(socket, contoso, trust(trusted ? [ca] : []), 5_000, signal);
  if (shaken.ok) shaken.socket.destroy();
  return shaken;
}

describe('who issued the certificate', () => {
  test.each([
    [[{ O: 'Microsoft Corporation' }, { CN: 'Azure TLS Issuing CA 01' }], 'Microsoft Corporation'],
    [[{ CN: 'Azure TLS Issuing CA 01' }, { O: 'Microsoft Corporation' }], 'Microsoft Corporation'],
    [[{ CN: 'proxy.contoso.example' }], 'proxy.contoso.example'],
    [[{ O: "Käse & Söhne (IT), d'Or - 3" }], "Käse & Söhne (IT), d'Or - 3"],
    [[{ O: '某公司' }], '某公司'],
    [[{ O: 'a'.repeat(60) }], 'a'.repeat(60)],
  ] satisfies [Names, string][])('%j: %s', async (names, issuer) => {
    expect(await meet(names)).toMatchObject({ ok: true, issuer });
    // A proxy that opens TLS is met just there: nobody trusts it yet.
    expect(await meet(names, { trusted: false })).toMatchObject({ ok: false, failure: 'untrusted', issuer });
  });

  test('is told although the certificate is for somebody else', async () => {
    const wrong = await meet([{ O: 'Contoso' }], { host: 'fabrikam.azurecr.io' });
    expect(wrong).toMatchObject({ failure: 'wrong-name', issuer: 'Contoso' });
  });

  test('by the first of several organisations that may be shown', async () => {
    expect(await meet([{ O: '<b>' }, { O: 'Contoso' }])).toMatchObject({ issuer: 'Contoso' });
    expect(await meet([{ O: '<b>' }, { CN: 'proxy' }])).toMatchObject({ issuer: 'proxy' });
  });

  test.each([
    'a\u0000b',
    'a\u001b[31mb',
    'a\nb',
    'a\u202eb',
    'a\u200bb',
    'a`b',
    '<script>alert(1)</script>',
    'a<b>c',
    '[x](https://evil.example)',
    '@everyone',
    ' a',
    '\u0301a',
    'a'.repeat(61),
    'a'.repeat(1000),
  ])('is not shown where the name is %j', async (name) => {
    for (const names of [[{ O: name }], [{ CN: name }], [{ O: name }, { CN: name }]]) {
      expect(await meet(names)).toMatchObject({ ok: true, issuer: null });
    }
    expect(await meet([{ O: name }], { trusted: false })).toMatchObject({ ok: false, issuer: null });
  });

  test('is nobody where no certificate was met', async () => {
    const server = createTcp((socket) => socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    expect(await handshake(socket, contoso, trust([]), 5_000, signal)).toEqual({
      ok: false,
      failure: 'failed',
      issuer: null,
    });
  });
});
