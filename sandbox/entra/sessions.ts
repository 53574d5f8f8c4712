import type { User, World } from '../world/world.js';
import { satisfies } from './authentication-contexts.js';

/** How fresh a sign-in has to be. */
export interface Freshness {
  /** `prompt=login`: whatever session there is. */
  readonly again: boolean;
  /** `prompt=none`: without a page. */
  readonly silent: boolean;
  /** Seconds; null where no age is too old. */
  readonly maxAge: number | null;
}

/** Reads `prompt` and `max_age`; null where they are none. Not verified: that Entra heeds `max_age` as OpenID Connect has it. */
export function freshnessIn(query: URLSearchParams): Freshness | null {
  const prompts = (query.get('prompt') ?? '').split(' ').filter((it) => it !== '');
  const known = prompts.every((it) => ['login', 'none', 'consent', 'select_account'].includes(it));
  const age = query.get('max_age');
  if (!known || (prompts.includes('none') && prompts.length > 1)) return null;
  if (age !== null && !/^\d{1,9}$/.test(age)) return null;
  const maxAge = age === null ? null : Number(age);
  return { again: prompts.includes('login'), silent: prompts.includes('none'), maxAge };
}

/** When the person has last shown who they are: now, unless their session is good enough. It goes on from then. */
export function signInAt(user: User, freshness: Freshness, world: World): Date {
  const session = sessionOf(user, world);
  if (session !== null && isFresh(session, freshness, world)) return session;
  const now = world.now();
  world.ledger.sessions.set(user.id, now);
  return now;
}

/** Why nobody can be signed in without a page (OpenID Connect Core 3.1.2.6); null: somebody can. */
export function silently(
  user: User | null,
  freshness: Freshness,
  contexts: readonly string[],
  world: World,
): Readonly<Record<string, string>> | null {
  const session = user && sessionOf(user, world);
  if (user === null || session === null || !isFresh(session, freshness, world)) {
    return {
      error: 'login_required',
      error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
    };
  }
  if (satisfies(user, contexts)) return null;
  return {
    error: 'interaction_required',
    error_description:
      'AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
  };
}

function sessionOf({ id, session }: User, { ledger }: World): Date | null {
  return ledger.sessions.get(id) ?? session;
}

function isFresh(session: Date, { again, maxAge }: Freshness, { now }: World): boolean {
  if (again) return false;
  return maxAge === null || now().getTime() - session.getTime() <= maxAge * 1000;
}
