import { existsSync } from 'node:fs';
import type { TokenFor } from '../store/postgres.js';
import { StoreError } from '../store/store-error.js';
import type { Context } from './context.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { resolveReferences, unresolvedFailure } from './references.js';

export interface StoreOption {
  readonly store?: string;
}

/**
 * Does something with the store that an option names, or the variable STORE.
 *
 * @param use gets its address, and what a server takes in the place of a password
 * @throws Failure where there is none, or it cannot be used
 */
export async function onStore<T>(
  { store: named }: StoreOption,
  { io, texts }: Context,
  use: (url: string, token: TokenFor | null) => Promise<T>,
): Promise<T> {
  const { env, unresolved } = await resolveReferences(named === undefined ? io.env : {});
  if (unresolved.length > 0) throw unresolvedFailure(unresolved, texts.references);
  const url = named ?? (env['STORE']?.trim() || 'sqlite:acr-help.db');
  // A file that is not there would be made, and found to be in order.
  const path = /^sqlite:(.+)$/s.exec(url)?.[1];
  if (path !== undefined && path !== ':memory:' && !existsSync(path)) {
    throw new Failure(
      exitCodes.unreadable,
      texts.audit.bad.store.replace('{value}', () => url),
    );
  }
  try {
    const { storeTokenIn } = await import('./bot/store-token.js');
    // Of the bot's own address only: another one is somebody's who signs in themselves.
    return await use(url, named === undefined ? await storeTokenIn(env) : null);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const sentence = texts.audit.unavailable.replace('{what}', () => error.message);
    throw new Failure(exitCodes.unavailable, sentence, error);
  }
}
