import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostAt, resolveName } from '../../../sandbox/network/names.js';
import { hostsOf } from '../../../sandbox/registry/hosts.js';
import { azureHosts } from '../../../sandbox/services.js';
import { isLoaded, loadWorld } from '../../../sandbox/world/load.js';
import type { World } from '../../../sandbox/world/world.js';
import { judgeAddress } from '../../../src/azure/guard.js';
import { repository } from '../../support/temp.js';
import { running, server } from './running.js';

const folder = join(repository, 'sandbox', 'worlds');

function worldOf(file: string): World {
  const loaded = loadWorld(readFileSync(join(folder, file), 'utf8'));
  if (!isLoaded(loaded)) throw new Error(file);
  return loaded.world;
}

const worlds = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map(worldOf);
const hostsIn = ({ registries }: World) => [...azureHosts, ...[...registries.values()].flatMap(hostsOf)];

/** Without faults: those give addresses of their own. */
function addressOf(world: World, host: string): string {
  const found = resolveName({ ...world, faults: [] }, host, 'bot');
  if (found === 'timeout' || found.kind !== 'found') throw new Error(host);
  expect(found.addresses).toHaveLength(1);
  return found.addresses[0] ?? '';
}

describe('the addresses of every host of every world', () => {
  const addresses = new Map(
    worlds.flatMap((world) => hostsIn(world).map((host) => [host, addressOf(world, host)] as const)),
  );

  test('are no two the same: a connection knows its address only', () => {
    expect(addresses.size).toBeGreaterThan(100);
    expect(new Set(addresses.values()).size).toBe(addresses.size);
  });

  test('are public to the guard', () => {
    const refused = [...addresses].filter(
      ([, address]) =>
        judgeAddress(address, { privateAllowed: false, extraDenied: [] }).kind !== 'public' ||
        !/^20\.(?:[4-9]\d|10[0-3])\./.test(address),
    );
    expect(refused).toEqual([]);
  });

  test('lead back to their host', () => {
    const astray = worlds.flatMap((world) =>
      hostsIn(world).filter(
        (host) => hostAt({ ...world, faults: [] }, addressOf(world, host), 'person') !== host,
      ),
    );
    expect(astray).toEqual([]);
  });
});

describe('who is at an address', () => {
  const dns = { addresses: ['10.1.0.4', '10.1.0.5'] };
  const linked = { faults: { f: { host: server, for: 'person', dns } } };

  test('depends on the side: what one resolves to leads nowhere for the other', async () => {
    const world = (await running(linked)).world();
    const own = addressOf(world, server);
    expect(['10.1.0.4', '10.1.0.5', own].map((it) => hostAt(world, it, 'person'))).toEqual([
      server,
      server,
      null,
    ]);
    expect(['10.1.0.4', own].map((it) => hostAt(world, it, 'bot'))).toEqual([null, server]);
  });

  test.each(['not-found', 'server-failure', 'timeout'])('is nobody where the name is %s', async (dns) => {
    const world = (await running({ faults: { f: { host: server, dns } } })).world();
    expect(hostAt(world, addressOf(world, server), 'bot')).toBeNull();
  });
});
