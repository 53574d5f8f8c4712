import { z } from 'zod';
import { AdapterError } from '../../src/chat/adapter.js';
import { clockFrom } from '../../src/doctor/clock.js';
import type { TeamsLook } from '../../src/doctor/teams.js';
import { type Settings, settingsOf, type TeamsConfig } from './config.js';
import { keysAt, NoKeys } from './inbound/token.js';
import { type Credentials, configuredCredentials, loginUrl } from './sdk.js';
import { trySignIn } from './sign-in.js';

type Looked = Extract<TeamsLook, { kind: 'looked' }>;

const FETCH_MS = 5000;
const jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).min(1) });

/**
 * Asks Entra and the channel what the adapter's configuration is worth, as the adapter would at its start. Never rejects.
 *
 * @param credentials for tests: in place of Entra's tokens
 */
export async function inspectTeams(
  config: TeamsConfig,
  now: () => number,
  credentials?: Credentials,
): Promise<TeamsLook> {
  const settings = readConfig(config);
  if (typeof settings === 'string') return { kind: 'misconfigured', detail: settings };
  const [signIn, keys] = await Promise.all([
    settings.appId === '' ? null : trySignIn(credentials ?? configuredCredentials(settings), settings),
    lookAtKeys(settings.openIdMetadata, now),
  ]);
  return { kind: 'looked', signIn, ...keys };
}

/** Hosts that the adapter sends to. */
export function teamsHosts(config: TeamsConfig): readonly string[] {
  const settings = readConfig(config);
  if (typeof settings === 'string') return [];
  const { openIdMetadata, serviceUrl, serviceHosts } = settings;
  const urls = [loginUrl(settings), openIdMetadata, serviceUrl];
  return [...new Set([...urls.map((url) => new URL(url).hostname), ...serviceHosts])];
}

function readConfig(config: TeamsConfig): Settings | string {
  try {
    return settingsOf(config);
  } catch (error) {
    if (error instanceof AdapterError) return error.message;
    throw error;
  }
}

async function lookAtKeys(metadataUrl: string, now: () => number): Promise<Pick<Looked, 'keys' | 'clock'>> {
  const sent = now();
  try {
    const { keys, date } = await keysAt(metadataUrl);
    const clock = clockFrom(keys.hostname, date, sent, now());
    const response = await fetch(keys, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (response.status >= 500) return { keys: 'unknown', clock };
    const read = jwks.safeParse(response.ok ? await response.json().catch(() => null) : null);
    return { keys: read.success ? 'published' : 'unusable', clock };
  } catch (error) {
    return { keys: error instanceof NoKeys ? 'unusable' : 'unknown', clock: null };
  }
}
