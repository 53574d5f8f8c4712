import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { botSecret } from '../../sandbox/entra/bot.js';
import { isLoaded, loadWorld } from '../../sandbox/world/load.js';
import type { World } from '../../sandbox/world/world.js';
import type { Problem } from '../../src/azure/answer.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { signal, wired } from '../azure/wired.js';
import { repository } from '../support/temp.js';
import { hasOpenapi, loadOracle, type Oracle } from './oracle.js';

/** Every world that comes with the project, read by the real clients: its file must make a Resource Manager that fits. */

const folder = join(repository, 'sandbox', 'worlds');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function read(file: string): World {
  const loaded = loadWorld(readFileSync(join(folder, file), 'utf8'), () => 0);
  if (!isLoaded(loaded)) throw new Error(JSON.stringify(loaded));
  return loaded.world;
}

/** Reads what the checks would, for every registry and every identity of a world. */
async function readAll(world: World) {
  const { tenant, clientId } = world.bot;
  const spec = { kind: 'client-secret', tenant: tenant.id, clientId, secret: botSecret } as const;
  const { management, directory, net } = wired(world, { spec, maxRetries: 0, timeoutMs: 500 });
  const problems: Problem[] = [];
  const note = (answer: { ok: true } | { ok: false; problem: Problem }) => {
    if (!answer.ok) problems.push(answer.problem);
  };
  for (const { loginServer } of world.registries.values()) {
    const server = parseLoginServer(loginServer);
    if (server === null) throw new Error(`${loginServer} is no login server`);
    const found = await management.findRegistry(server, signal);
    note(found);
    if (!found.ok || found.value === null) continue;
    const it = found.value;
    const tokens = await management.tokens(it, signal);
    note(tokens);
    for (const { scopeMapId } of tokens.ok ? tokens.value : []) {
      if (scopeMapId !== null) note(await management.scopeMap(scopeMapId, signal));
    }
    for (const answer of await Promise.all([management.usages(it, signal), management.locks(it, signal)]))
      note(answer);
    for (const id of principals(world)) {
      note(await management.assignments(it, id, signal));
      note(await management.eligibilities(it, id, signal));
    }
  }
  note(await management.clusters(signal));
  for (const { id } of world.subscriptions.values()) note(await management.providerRegistered(id, signal));
  for (const { clientId } of [...world.servicePrincipals.values(), ...world.managedIdentities.values()]) {
    note(await directory.application(clientId, signal));
    note(await directory.servicePrincipal(clientId, signal));
  }
  for (const { id } of world.users.values()) note(await directory.user(id, signal));
  return { net, problems };
}

function principals(world: World): readonly string[] {
  return [
    ...[...world.users.values()].map(({ id }) => id),
    ...[...world.servicePrincipals.values(), ...world.managedIdentities.values()].map(
      ({ objectId }) => objectId,
    ),
  ];
}

describe('a world of the project', () => {
  let oracle: Oracle | null = null;
  beforeAll(async () => {
    oracle = hasOpenapi ? await loadOracle() : null;
  });

  test.each(files)('%s is read without an answer that breaks the protocol', async (file) => {
    const { net, problems } = await readAll(read(file));
    expect(problems.filter((problem) => 'reason' in problem && problem.reason === 'protocol')).toEqual([]);
    for (const { request, response } of net.exchanges) {
      if (request.host !== 'management.azure.com' || oracle === null) continue;
      expect({ path: request.path, ...(await oracle.judge(request, response)) }).toMatchObject({
        problems: [],
      });
    }
  });
});
