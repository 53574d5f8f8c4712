import { postgresToken } from '../../azure/postgres-token.js';
import { type Environment, readSettings, type ServerSettings } from '../../config/settings.js';
import type { TokenFor } from '../../store/postgres.js';
import { extraCaOf } from '../extra-ca.js';
import { type AzureGround, groundOf } from './azure.js';

/** What PostgreSQL takes in the place of a password; null where the address of the store has all that it takes. */
export function storeTokenOn(
  { storeClientId }: Pick<ServerSettings, 'storeClientId'>,
  ground: Pick<AzureGround, 'network' | 'cloud'>,
): TokenFor | null {
  return storeClientId === null ? null : postgresToken(ground, storeClientId);
}

/**
 * The same for a command that needs the store and nothing else of the bot; null, too, where the settings are wrong.
 *
 * @throws Failure where `ACR_HELP_EXTRA_CA` cannot be read
 */
export async function storeTokenIn(env: Environment): Promise<TokenFor | null> {
  const settings = readSettings(env);
  if (!('server' in settings)) return null;
  return storeTokenOn(settings.server, groundOf(settings.azure, await extraCaOf(env)));
}
