import type { Challenge, Reach } from '../azure/ports.js';
import { parseIp } from '../diagnosis/facts/ip-address.js';
import { isPrivate } from '../diagnosis/outputs/dns.js';
import type { CheckId, Unknown, VerdictOf } from '../knowledge/checks.js';
import type { Check, Outcome, Vantage } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';

const frame = { witness: 'none', exposure: 'public' } as const;

/** What the way to the login server tells, from whose network. */
type Read<C extends CheckId> = (reach: Reach, vantage: Vantage) => VerdictOf<C> | null;
type Tell = (reach: Reach) => Outcome['facts'];

/**
 * A check on the shared probe; null is "true for the bot's network only" or "did not come so far".
 *
 * @param tellAnyway what is told without a verdict, to be set beside what the person sees
 */
function onTheWay<C extends CheckId>(
  id: C,
  read: Read<C>,
  tell: Tell = () => ({}),
  tellAnyway: Tell = () => ({}),
): Check<C> {
  return {
    id,
    run: async (_subject, { vantage }, shared): Promise<Outcome<C>> => {
      const reach = await shared.reach();
      if (reach.notAsked !== undefined) return unknownFrom(frame, reach.notAsked);
      const found = read(reach, vantage);
      if (found !== null) return verdict<C>(frame, found, tell(reach));
      return unknown(frame, whyNot(reach, vantage), tellAnyway(reach));
    },
  };
}

/** Names on the way to the addresses (Private Link shows there), and the addresses. */
function namesAndAddresses({ dns }: Reach): Outcome['facts'] {
  if (dns.kind === 'failed') return {};
  const aliases = dns.aliases.filter((name) => isHostName.test(name));
  const addresses = dns.kind === 'found' ? dns.addresses.filter((it) => parseIp(it) !== null) : [];
  return {
    ...(aliases.length === 0 ? {} : { aliases: aliases.slice(0, MOST_NAMES).join(' → ') }),
    ...(addresses.length === 0 ? {} : { addresses: addresses.slice(0, MOST_NAMES).join(', ') }),
  };
}

/** The bot's own network is nobody's business: of private addresses nothing is told. */
function publicAddresses(reach: Reach): Outcome['facts'] {
  const { addresses } = namesAndAddresses(reach) ?? {};
  return addresses === undefined || addresses.split(', ').some(isPrivate) ? {} : { addresses };
}

const MOST_NAMES = 6;
/** DNS may hand out anything as a name, and this one is shown. */
const isHostName = /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9])?$/i;

/** Who issued the certificate: a proxy that opens TLS shows its own name here. */
function issuerOf({ issuer }: Reach): Outcome['facts'] {
  // A comma would part it in two.
  return issuer === null ? {} : { issuer: issuer.replaceAll(', ', ' ') };
}

/** Answers that no registry gives: a proxy's sign-in page, or somebody who wants the tokens. */
const foreign: readonly Challenge['kind'][] = ['foreign-realm', 'redirect', 'no-challenge', 'broken'];

/** Why the way tells nothing: somebody else is there, nobody is, or it holds for the bot's network only. */
function whyNot({ dns, tcp, tls, http }: Reach, vantage: Vantage): Unknown {
  if (http !== null && foreign.includes(http.kind)) return 'intercepted';
  if (tls !== null && tls !== 'trusted' && tls !== 'timeout') return 'untrusted-certificate';
  const nobody = dns.kind === 'failed' || (tcp !== null && tcp !== 'connected');
  return vantage === 'bot' && !nobody ? 'other-vantage' : 'not-reachable';
}

/** W1, W0, O1: DNS, connection, challenge, state of the service. */
export const reachability = [
  // A name that does not exist in public DNS exists for nobody; every other answer depends on who asks.
  onTheWay(
    'dns',
    ({ dns }, vantage) => {
      if (dns.kind === 'not-found') return 'not-found';
      if (vantage === 'bot') return null;
      if (dns.kind === 'failed') return 'server-error';
      // A name without addresses has none that could be told from the other kind.
      if (dns.addresses.length === 0) return null;
      return dns.addresses.some(isPrivate) ? 'private-address' : 'public-address';
    },
    namesAndAddresses,
    publicAddresses,
  ),
  onTheWay(
    'connection',
    ({ tcp, tls, http }, vantage) => {
      // What the guard refuses was never tried.
      if (vantage === 'bot' || tcp === null || tcp === 'guard') return null;
      if (tcp !== 'connected') return 'refused-or-timeout';
      if (tls !== null && tls !== 'trusted') return tls === 'timeout' ? 'refused-or-timeout' : 'tls-error';
      return http === null ? null : 'connects';
    },
    issuerOf,
  ),
  onTheWay('challenge', ({ http, tcp, dns }, vantage) => {
    if (vantage === 'bot' || tcp === 'guard') return null;
    if (http?.kind === 'challenged') return 'challenged';
    if (http?.kind === 'forbidden') return 'forbidden';
    return dns.kind !== 'found' || tcp !== 'connected' || http?.kind === 'timeout' ? 'no-answer' : null;
  }),
  // What the service itself answers is the same for everybody.
  onTheWay('service-state', ({ http }) => {
    if (http === null) return null;
    if (http.kind === 'server-error') return 'outage';
    return http.kind === 'challenged' || http.kind === 'forbidden' || http.kind === 'throttled'
      ? 'healthy'
      : null;
  }),
] as const;
