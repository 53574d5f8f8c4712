import type { LoginServer } from '../diagnosis/reading.js';

/** One challenge of a WWW-Authenticate header (RFC 9110 §11.6.1). Scheme and names in lower case. */
export interface AuthChallenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Characters; a longer header is not read (security T07). */
export const LONGEST_CHALLENGE = 8 * 1024;

const tokenCharacter = /^[!#$%&'*+.^_`|~0-9A-Za-z-]$/;

/**
 * Reads a header by hand, each character once.
 *
 * @returns null for a header that is too long or breaks the grammar; also for a parameter that is there twice
 */
export function parseChallenges(header: string): readonly AuthChallenge[] | null {
  if (header.length > LONGEST_CHALLENGE) return null;
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  const skip = (characters: string) => {
    while (at < header.length && characters.includes(header.charAt(at))) at++;
  };
  const token = () => {
    const from = at;
    while (tokenCharacter.test(header.charAt(at))) at++;
    return header.slice(from, at);
  };
  const quoted = () => {
    let value = '';
    for (at++; at < header.length; at++) {
      const character = header.charAt(at);
      if (character === '"') {
        at++;
        return value;
      }
      value += character === '\\' ? header.charAt(++at) : character;
    }
    return null;
  };

  for (skip(' \t,'); at < header.length; skip(' \t,')) {
    const name = token().toLowerCase();
    if (name === '') return null;
    skip(' \t');
    if (header.charAt(at) !== '=') {
      challenges.push({ scheme: name, parameters: new Map() });
      continue;
    }
    at++;
    skip(' \t');
    const value = header.charAt(at) === '"' ? quoted() : token();
    const parameters = challenges.at(-1)?.parameters;
    if (value === null || parameters === undefined || parameters.has(name)) return null;
    parameters.set(name, value);
  }
  return challenges;
}

/** Whose token endpoint a challenge names; `none` where it names none that can be read. */
export type ChallengeOwner = 'own' | 'foreign' | 'none';

/**
 * Compares realm and service with the host that was asked. The realm is never requested, whoever owns it (DESIGN §4
 * rule 2); of several Bearer challenges each must be the host's own.
 */
export function ownerOf(header: string | undefined, host: LoginServer): ChallengeOwner {
  const bearers = (parseChallenges(header ?? '') ?? []).filter(({ scheme }) => scheme === 'bearer');
  const named = bearers.filter(({ parameters }) => parameters.has('realm') && parameters.has('service'));
  if (named.length === 0) return 'none';
  const own = bearers.every(
    ({ parameters }) =>
      parameters.get('realm') === `https://${host}/oauth2/token` && parameters.get('service') === host,
  );
  return own ? 'own' : 'foreign';
}
