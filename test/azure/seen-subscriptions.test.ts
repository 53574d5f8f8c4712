import { expect, test, vi } from 'vitest';
import { publicCloud } from '../../src/azure/clouds.js';
import { firstHit } from '../../src/azure/management/find-registry.js';
import { SeenSubscriptions } from '../../src/azure/management/seen-subscriptions.js';
import { createManagement } from '../../src/azure/management.js';
import { prepare } from '../../src/azure/prepare.js';
import type { Before } from './in-process.js';
import { loginServer, signal, wired } from './wired.js';
import { subscription, world } from './world.js';

const server = loginServer('contoso.azurecr.io');

/** A connection that is prepared, and what is asked after that. */
async function prepared(before?: Before) {
  const { net, credential, clients } = wired(world(), { maxRetries: 0, ...(before && { before }) });
  const seen = new SeenSubscriptions();
  await prepare({ cloud: publicCloud, credential, arm: clients, seen, readsData: true });
  const past = net.exchanges.length;
  const asked = () => net.exchanges.slice(past).map(({ request }) => request.path.split('/').at(-1));
  return { seen, asked, management: createManagement(clients, null, seen) };
}

test('where to look first is known, and no sign-in is left to wait for', async () => {
  const { seen, asked, management } = await prepared();
  expect(seen.ids).toContain(subscription.id);
  expect(await management.findRegistry(server, signal)).toMatchObject({
    ok: true,
    value: { name: 'contoso' },
  });
  expect(asked().toSorted()).toEqual(['registries', 'subscriptions']);
});

/** Beside the registry's own one; nothing is in it. */
const other = '99999999-9999-4999-8999-999999999999';

test('a registry that was found before is looked for in its subscription alone', async () => {
  const asked: string[] = [];
  const before: Before = async ({ path }) => {
    const [, , id = '', , , kind] = path.split('/');
    if (kind === 'registries') asked.push(id);
    return undefined;
  };
  const { clients } = wired(world(), { maxRetries: 0, before });
  const seen = new SeenSubscriptions();
  const found = { ok: true, value: { name: 'contoso' } };
  const find = () => createManagement(clients, [other, subscription.id], seen).findRegistry(server, signal);
  expect(await find()).toMatchObject(found);
  await vi.waitFor(() => expect(asked.toSorted()).toEqual([other, subscription.id].toSorted()));
  asked.length = 0;
  expect(await find()).toMatchObject(found);
  expect(asked).toEqual([subscription.id]);
});

test('one that is no longer where it was is looked for everywhere', async () => {
  const { clients } = wired(world(), { maxRetries: 0 });
  const seen = new SeenSubscriptions();
  seen.found(server, other);
  const management = createManagement(clients, [other, subscription.id], seen);
  expect(await management.findRegistry(server, signal)).toMatchObject({
    ok: true,
    value: { name: 'contoso' },
  });
  expect(seen.homeOf(server)).toBe(subscription.id);
});

test('so many registries are remembered, those found last', () => {
  const seen = new SeenSubscriptions();
  seen.found(server, other);
  for (let i = 0; i < 10_000; i++) seen.found(loginServer(`registry${i}.azurecr.io`), other);
  expect(seen.homeOf(server)).toBeNull();
  expect(seen.homeOf(loginServer('registry0.azurecr.io'))).toBe(other);
});

test('a listing that fails does not hide what a look where it was shows', async () => {
  let listings = 0;
  const { management } = await prepared(async ({ path }) => {
    if (path === '/subscriptions') listings += 1;
    return listings > 1 && path === '/subscriptions' ? { status: 403, headers: {}, body: '{}' } : undefined;
  });
  expect(await management.findRegistry(server, signal)).toMatchObject({
    ok: true,
    value: { name: 'contoso' },
  });
});

test('a guess that finds nothing says nothing', async () => {
  const nothing = Promise.resolve({ ok: true, value: null } as const);
  const denied = { ok: false, problem: { kind: 'denied', action: 'read' } } as const;
  expect(await firstHit(nothing, Promise.resolve(denied))).toEqual(denied);
  expect(await firstHit(Promise.resolve(denied), nothing)).toEqual({ ok: true, value: null });
});

test('a preparation that fails is none: nobody hears of it before the run', async () => {
  const { seen, management } = await prepared(async () => ({ status: 403, headers: {}, body: '{}' }));
  expect(seen.ids).toEqual([]);
  expect(await management.findRegistry(server, signal)).toMatchObject({ ok: false });
});
