import type { NotOpened } from '../azure/egress.js';
import type { Resolution } from '../azure/network.js';
import type { Clock } from './clock.js';
import { type Facts, type Finding, finding } from './finding.js';

/** What a host is needed for. */
export const purposes = ['sign-in', 'azure', 'registry', 'vault', 'teams', 'slack'] as const;
export type Purpose = (typeof purposes)[number];

/** A host that has to be reached, on port 443. */
export interface NeededHost {
  readonly host: string;
  readonly for: readonly Purpose[];
}

/** How far a connection came; `issuer`: who issued the certificate. */
export type HostWay =
  | NotOpened
  | { readonly kind: 'open'; readonly dns: Resolution; readonly issuer: string | null };

/** How far a connection came, and the clock of whoever answered. */
export type HostLook = NeededHost &
  (
    | { readonly kind: 'looked'; readonly way: HostWay; readonly clock: Clock | null }
    /** A stand-in on this machine. */
    | { readonly kind: 'this-machine' }
  );

/** Hosts, each once, with everything that it is needed for. Pure. */
export function neededHosts(
  byPurpose: Readonly<Partial<Record<Purpose, readonly string[]>>>,
): readonly NeededHost[] {
  const found = new Map<string, Purpose[]>();
  for (const purpose of purposes) {
    for (const host of byPurpose[purpose] ?? []) {
      found.set(host, [...(found.get(host) ?? []), purpose]);
    }
  }
  return [...found].map(([host, many]) => ({ host, for: [...new Set(many)] }));
}

/** Whether a host is this machine, by its name alone. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host === '::1';
}

/** What stands in the way, at the first step that failed. Pure. */
export function judgeHost(look: HostLook): Finding {
  const { host, for: purposes } = look;
  const facts = { host, purposes };
  if (look.kind === 'this-machine') return finding('egress.this-machine', host, facts);
  const { way } = look;
  const address = way.dns.kind === 'found' ? (way.dns.addresses[0] ?? '?') : '?';
  switch (way.kind) {
    case 'open':
      return finding('egress.open', host, { ...facts, address, issuer: way.issuer ?? '?' });
    case 'dns':
      return judgeName(way.dns, host, facts);
    case 'guard':
      return finding('egress.private-address', host, { ...facts, address });
    case 'tcp':
      return finding('egress.blocked', host, { ...facts, address, tcp: way.failure });
    case 'tls': {
      const why = { tls: way.failure, issuer: way.issuer ?? '?', variable: trustedBy(purposes) };
      return finding('egress.tls', host, { ...facts, address, ...why });
    }
  }
}

function judgeName(dns: Resolution, host: string, facts: Facts): Finding {
  switch (dns.kind) {
    case 'not-found':
      return finding('egress.no-such-name', host, facts);
    case 'failed':
      return finding('egress.name-unknown', host, { ...facts, dns: dns.reason });
    case 'found':
      return finding('egress.no-address', host, facts);
  }
}

/** The variable that names further authorities: clients of the platforms listen to Node's own alone. */
function trustedBy(purposes: readonly Purpose[]): string {
  const platform = purposes.every((it) => it === 'teams' || it === 'slack');
  return platform ? 'NODE_EXTRA_CA_CERTS' : 'ACR_HELP_EXTRA_CA';
}
