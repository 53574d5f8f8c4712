import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { Authority } from '../../../sandbox/network/authority.js';
import { machine } from '../../../src/probe/collect/machine.js';
import { tempTree } from '../../support/temp.js';
import { signal } from './around.js';

const env = { PATH: process.env['PATH'] ?? '' };

describe('this machine', () => {
  it('looks names up as its programs do, which the hosts file decides', async () => {
    const { lookUp } = await machine(env);
    const said = await lookUp('localhost', signal);
    expect(said).toMatchObject({ kind: 'found' });
    expect(said.kind === 'found' && said.addresses.includes('127.0.0.1')).toBe(true);
  });

  it('ends a look-up with its signal', async () => {
    const { lookUp } = await machine(env);
    expect(await lookUp('localhost', AbortSignal.abort())).toEqual({ kind: 'failed', reason: 'timeout' });
  });

  it('runs programs without a shell, gives them no input, and ends them in time', async () => {
    const { run } = await machine(env);
    expect(await run('printf', ['%s', '$(id) "x"'], signal)).toEqual({ ok: true, stdout: '$(id) "x"' });
    expect(await run('cat', [], signal)).toEqual({ ok: true, stdout: '' });
    expect(await run('false', [], signal)).toEqual({ ok: false, stdout: '' });
    expect(await run('acr-help-is-not-there', [], signal)).toBeNull();
    const began = performance.now();
    expect(await run('sleep', ['20'], AbortSignal.timeout(100))).toBeNull();
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('trusts what the environment names, and is not disturbed by files that are damaged', async () => {
    const { pem } = await Authority.create('Own authority');
    const damaged = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    const folder = tempTree({ 'good.pem': pem, 'bad.pem': damaged });
    const [good, bad] = [join(folder, 'good.pem'), join(folder, 'bad.pem')];
    const { network } = await machine({ ...env, NODE_EXTRA_CA_CERTS: good, SSL_CERT_FILE: bad });
    expect(network.extraCa).toContain(pem);
    expect(() => createSecureContext({ ca: [...network.extraCa] })).not.toThrow();
  });

  it("reads Docker's folder where the environment says that it is", async () => {
    const folder = tempTree({ 'config.json': '{}' });
    const { dockerFile, resolvers } = await machine({ ...env, DOCKER_CONFIG: folder });
    expect(await dockerFile('config.json')).toBe('{}');
    expect(await dockerFile('none.json')).toBeNull();
    expect(resolvers.every((it) => !it.includes(']'))).toBe(true);
  });
});
