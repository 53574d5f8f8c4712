import { botSecret } from './entra/bot.js';
import { passwordValues } from './registry/passwords.js';
import type { World } from './world/world.js';

/**
 * Every secret that a world has or has had: of the bot, of applications, of registries and their tokens, in vaults. For
 * those who search for them where none may be.
 */
export function secretValues(world: World): readonly string[] {
  const { ledger, registries, servicePrincipals } = world;
  const ofApplications = [...servicePrincipals.values()].flatMap(({ secrets }) => secrets);
  const values = [
    botSecret,
    ...[...ofApplications, ...[...ledger.secrets.values()].flat()].map(({ value }) => value),
    ...[...registries.values()].flatMap((registry) => passwordValues(registry, world)),
    ...[...ledger.vaultSecrets.values()].flatMap(({ versions }) => versions.map(({ value }) => value)),
  ];
  return [...new Set(values.filter((value) => value !== null))];
}
