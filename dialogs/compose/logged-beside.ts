import type { LogLook } from '../../src/checks/login-events/log-look.js';
import type { Language } from '../../src/knowledge/language.js';
import type { LoginEventsTexts } from '../../src/knowledge/texts/login-events.js';
import { fill } from './fill.js';
import { listOf } from './list.js';
import { code } from './logged-rows.js';

/** Addresses or identities that are named in one sentence. */
const MOST_NAMED = 3;

/**
 * Sentences that set what the registry saw beside what the case supposes: another address than the person's, another
 * identity than the one that was assumed. Pure.
 */
export function besideTheCase(
  texts: LoginEventsTexts,
  { events, names, address }: Extract<LogLook, { kind: 'events' }>,
  language: Language,
): readonly string[] {
  const listed = (values: readonly string[]): string =>
    listOf([...new Set(values)].slice(0, MOST_NAMED).map(code), language, 'conjunction');
  const seen = events.flatMap(({ match, ip }) => (match === 'identity' && ip !== null ? [ip] : []));
  const others = events.flatMap(({ match, identity }) =>
    match === 'address' && identity.kind === 'named' ? [identity.name] : [],
  );
  const [expected] = names;
  const sentences: string[] = [];
  if (address !== null && seen.length > 0) {
    const sentence = seen.includes(address) ? texts.sameAddress : texts.otherAddress;
    const told = seen.includes(address) ? [address] : seen;
    sentences.push(fill(sentence, { seen: listed(told), expected: code(address) }));
  }
  if (others.length > 0 && expected !== undefined) {
    sentences.push(fill(texts.otherIdentity, { seen: listed(others), expected: code(expected) }));
  }
  return sentences;
}
