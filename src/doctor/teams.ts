import type { Clock } from './clock.js';
import { type Finding, finding } from './finding.js';

/** What Entra answers to the bot's credential. `code`: the number of Entra, AADSTS…; null where it names none. */
export type SignInLook =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly code: string | null }
  | { readonly kind: 'unknown' };

/** What Teams is like, asked with what is configured. */
export type TeamsLook =
  /** `detail`: names of fields. */
  | { readonly kind: 'misconfigured'; readonly detail: string }
  | {
      readonly kind: 'looked';
      /** Null: for a test client on this machine, without an app id. */
      readonly signIn: SignInLook | null;
      /** Keys of the channel, by which its requests are known. `unusable`: something else answers at their address. */
      readonly keys: 'published' | 'unusable' | 'unknown';
      readonly clock: Clock | null;
    };

/** Pure. */
export function judgeTeams(look: TeamsLook): readonly Finding[] {
  if (look.kind === 'misconfigured') return [finding('teams.misconfigured', null, { detail: look.detail })];
  const { signIn, keys } = look;
  return [
    signIn === null ? finding('teams.no-authentication') : judgeSignIn(signIn),
    finding(
      keys === 'published'
        ? 'teams.keys'
        : keys === 'unusable'
          ? 'teams.keys-unusable'
          : 'teams.keys-unknown',
    ),
  ];
}

function judgeSignIn(signIn: SignInLook): Finding {
  switch (signIn.kind) {
    case 'taken':
      return finding('teams.sign-in');
    case 'refused':
      return finding('teams.sign-in-refused', null, { code: signIn.code ?? 'invalid_client' });
    case 'unknown':
      return finding('teams.sign-in-unknown');
  }
}
