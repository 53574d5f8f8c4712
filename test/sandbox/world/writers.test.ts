import { expect, test } from 'vitest';
import { isLoaded, loadWorld } from '../../../sandbox/world/load.js';
import { describeProblem } from '../../../sandbox/world/problems.js';
import { worldText } from '../writes/lab.js';

/** What a world says of identities that write, of vaults and of people who sign in. */

test.each([
  [{ bot: { grantor: 'nobody' } }, 'bot.grantor: there is no nobody among servicePrincipals'],
  [{ bot: { rotator: 'ana' } }, 'bot.rotator: there is no ana among servicePrincipals'],
  [
    { vaults: { delivery: { subscription: 'test' } } },
    'vaults.delivery.subscription: there is no test among subscriptions',
  ],
  [{ vaults: { 'A.b': { subscription: 'prod' } } }, 'vaults.A.b: the name of a vault: 3–24 small letters'],
  [
    { roleAssignments: { it: { principal: 'ana', role: 'Reader', scope: 'vault:other' } } },
    'roleAssignments.it.scope: there is no other among vaults',
  ],
  [
    { roleDefinitions: { rotator: {}, 'key vault secrets officer': {} } },
    'roleDefinitions.key vault secrets officer: the name of a built-in role',
  ],
  [
    { users: { ana: { tenant: 'contoso', contexts: ['c0'] }, olga: { tenant: 'contoso' } } },
    'users.ana.contexts.0: an authentication context: c1 to c99',
  ],
  [{ propagation: 7200 }, 'propagation: Too big'],
])('%j is a mistake', (parts, reason) => {
  const loaded = loadWorld(worldText(parts));
  const told = isLoaded(loaded) ? [] : loaded.map(describeProblem);
  expect(told.join('\n')).toContain(reason);
});

test('owners are who the file names, whatever they are', () => {
  const loaded = loadWorld(
    worldText({
      bot: {},
      managedIdentities: { 'id-bot': { tenant: 'contoso' } },
      servicePrincipals: {
        grantor: { tenant: 'contoso' },
        rotator: { tenant: 'contoso', objectId: '11111111-2222-4333-8444-555555555555' },
        pipeline: { tenant: 'contoso', owners: ['rotator', 'id-bot', 'olga'] },
      },
    }),
  );
  if (!isLoaded(loaded)) throw new Error(loaded.map(describeProblem).join('\n'));
  const { servicePrincipals, managedIdentities, users } = loaded.world;
  expect(servicePrincipals.get('pipeline')?.owners).toEqual([
    servicePrincipals.get('rotator')?.objectId,
    managedIdentities.get('id-bot')?.objectId,
    users.get('olga')?.id,
  ]);
});

test('the beginning of a session counts from the clock of the world, and stays', () => {
  const users = {
    ana: { tenant: 'contoso', session: '-2h' },
    olga: { tenant: 'contoso' },
    rita: { tenant: 'contoso' },
  };
  const loaded = loadWorld(worldText({ users, groups: { builders: { tenant: 'contoso' } } }));
  if (!isLoaded(loaded)) throw new Error(loaded.map(describeProblem).join('\n'));
  loaded.clock.advance(3_600_000);
  const next = loaded.apply('other');
  if (!isLoaded(next)) throw new Error(next.map(describeProblem).join('\n'));
  for (const { world } of [loaded, next]) {
    expect(world.users.get('ana')?.session).toEqual(new Date('2026-03-02T07:00:00Z'));
    expect(world.users.get('olga')?.session).toBeNull();
  }
});
