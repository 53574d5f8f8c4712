import { setTimeout as sleep } from 'node:timers/promises';
import type { SignInLook } from '../../src/doctor/teams.js';
import type { Settings } from './config.js';
import { CONNECTOR, type Credentials, loginUrl } from './sdk.js';

/** What Entra answers to who is not the app that they say (RFC 6749 §5.2). */
const refusals = new Set(['invalid_client', 'unauthorized_client', 'invalid_grant', 'invalid_request']);
const ANSWER_MS = 5000;

/**
 * Whether Entra takes the bot's credential, before anybody asks the bot anything. `unknown`: it could not be asked now,
 * which is no reason not to start. Of the error only its code is read, and the number of Entra's in what it says.
 */
export async function trySignIn(credentials: Credentials, settings: Settings): Promise<SignInLook> {
  if (settings.appId === '') return { kind: 'taken' };
  const ending = new AbortController();
  try {
    return await Promise.race([
      tokenOf(credentials, settings),
      sleep(ANSWER_MS, { kind: 'unknown' } as const, { signal: ending.signal }),
    ]);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'errorCode' in error ? error.errorCode : null;
    if (typeof code !== 'string' || !refusals.has(code)) return { kind: 'unknown' };
    const said = error instanceof Error ? error.message : '';
    return { kind: 'refused', code: /\bAADSTS\d{4,8}\b/.exec(said)?.[0] ?? null };
  } finally {
    ending.abort();
  }
}

async function tokenOf(credentials: Credentials, settings: Settings): Promise<{ readonly kind: 'taken' }> {
  const made = await credentials.createCredentials(settings.appId, CONNECTOR, loginUrl(settings), true);
  // All of the SDK's own have it; its interface does not say so.
  if ('getToken' in made && typeof made.getToken === 'function') await made.getToken();
  return { kind: 'taken' };
}
