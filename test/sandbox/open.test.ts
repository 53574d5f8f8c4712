import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { botSecret } from '../../sandbox/entra/bot.js';
import { openSandbox } from '../../sandbox/open.js';
import { ask, running, server } from './network/running.js';

test('mistakes of a world are told, and nothing is started', async () => {
  expect(await openSandbox('title: [')).toEqual({
    kind: 'mistakes',
    mistakes: [expect.stringMatching(/^line 1: /)],
  });
});

test('people of the world have their object id; who is not linked has none, and strangers are who asks', async () => {
  const sandbox = await running();
  const { asks } = sandbox.world();
  expect(sandbox.objectIdOf('ana')).toBe(asks.id);
  expect(sandbox.objectIdOf('ben')).toBeNull();
  expect(sandbox.objectIdOf('somebody')).toBe(asks.id);
});

test('the bot has the sign-in and the rights that the world gives it', async () => {
  const sandbox = await running();
  const { clientId, tenant } = sandbox.world().bot;
  expect(sandbox.botCredential()).toEqual({
    kind: 'client-secret',
    tenant: tenant.id,
    clientId,
    secret: botSecret,
  });
  expect(sandbox.botReadsData()).toBe(false);
  const other = await running({ bot: { signIn: 'none', dataReader: true } });
  expect(other.botCredential()).toBeNull();
  expect(other.botReadsData()).toBe(true);
});

test('time runs, is moved by hand, and by a change', async () => {
  const sandbox = await running({ clock: '2026-03-02T09:00:00Z', changes: { fix: { clock: '+1h' } } });
  sandbox.advance(60_000);
  expect(sandbox.now().toISOString()).toMatch(/^2026-03-02T09:01:/);
  expect(sandbox.apply('fix')).toEqual([]);
  expect(sandbox.now().toISOString()).toMatch(/^2026-03-02T10:01:/);
  expect(sandbox.apply('unfix')).toEqual(['changes.unfix: no such change; there are: fix']);
});

test('nobody but this machine gets in', async () => {
  const sandbox = await running();
  const { signal } = new AbortController();
  const found = await sandbox.network('bot').resolve(server, signal);
  const [address = ''] = found.kind === 'found' ? found.addresses : [];
  const direct = await sandbox.network('bot').connect(address, 443, signal);
  if (!(direct instanceof Socket)) throw new Error('no connection of this machine');
  expect(direct.remoteAddress).toBe('127.0.0.1');
  const ports = [direct.remotePort ?? 0, Number(new URL(await sandbox.proxy('bot')).port)];
  direct.destroy();
  const addresses = Object.values(networkInterfaces()).flatMap((it) => it ?? []);
  // Link-local addresses would need their interface beside them.
  const others = addresses.filter((it) => it.address !== '127.0.0.1' && !it.address.startsWith('fe80'));
  for (const { address } of others) {
    for (const port of ports) {
      const reached = once(connect(port, address), 'connect');
      await expect(reached, address).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  }
});

test('closing ends every connection, those that wait too', async () => {
  const sandbox = await running({ faults: { f: { host: server, http: 'hangs' } } });
  const waiting = ask(sandbox, `https://${server}/v2/`).catch((error) => error);
  const proxy = connect(Number(new URL(await sandbox.proxy('person')).port), '127.0.0.1');
  await once(proxy, 'connect');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await sandbox.close();
  expect(await waiting).toBeInstanceOf(Error);
  proxy.destroy();
});
