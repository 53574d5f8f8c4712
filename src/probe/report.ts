import { z } from 'zod';
import * as value from './values.js';

/**
 * What a probe saw from where it ran. It is what somebody says they saw: it may be compared and explained, but it is
 * no evidence. It never opens facts about a registry to anybody, and never counts for a request or a grant.
 */

const answer = z.discriminatedUnion('kind', [
  /** `addresses` is empty where the name exists and has none. */
  z.object({ kind: z.literal('found'), addresses: z.array(value.address).max(16) }),
  z.object({ kind: z.literal('failed'), reason: z.enum(value.dnsFailures) }),
]);

/** What the name service that was asked said; `resolver` is null where its address could not be told. */
const dns = z.object({
  resolver: value.address.nullable(),
  /** In order, without the name itself. */
  cname: z.array(value.host).max(10),
  answer,
});

/** An answer to a request without a sign-in; `realm` is the host of the challenge's realm. */
const http = z.object({ status: value.status, realm: value.host.nullable() });

/** What was seen of one host; null for a step that was not tried or gave nothing to tell. */
const way = z.object({
  dns: dns.nullable(),
  /** What the system's own look-up gives: with hosts file and search domains. */
  lookup: answer.nullable(),
  /** Through the proxy where one is set that is not left out for this host, as `tls` and what is asked over it. */
  tcp: z.enum(value.tcpResults).nullable(),
  tls: z.object({ result: z.enum(value.tlsResults), issuer: value.issuer.nullable() }).nullable(),
});

const fields = z.object({
  registry: value.loginServer,
  from: z.enum(value.places),
  /** UTC, to the second; null where it was cut off. */
  at: value.instant.nullable(),
  login: way.extend({ v2: http.nullable() }),
  /** The dedicated data endpoint; null where it could not be known without a sign-in. */
  data: way.extend({ host: value.dataEndpoint }).nullable(),
  repository: http.extend({ name: value.repository }).nullable(),
  /** Whether a variable names a proxy for HTTPS, and whether the list of exceptions has the registry. */
  proxy: z.object({ set: z.boolean(), excepted: z.boolean() }).nullable(),
  /** Seconds that the clock of the machine is ahead of the registry's. */
  clockAhead: value.seconds.nullable(),
  /** Versions are null where the program was not found. */
  docker: z.object({ version: value.version.nullable(), daemon: z.boolean().nullable() }).nullable(),
  podman: z.object({ version: value.version.nullable() }).nullable(),
  /** Where Docker keeps passwords, and whether it has an entry for the registry. */
  store: z.object({ name: value.storeName.nullable(), entry: z.boolean().nullable() }).nullable(),
  /** Which sources of an Azure identity there are; no token was asked for. */
  identity: z
    .object({ imds: z.boolean().nullable(), appService: z.boolean(), workload: z.boolean() })
    .nullable(),
});

/** A data endpoint in it is one of the registry's own. */
export const probeReport = fields.refine(({ registry, data }) => {
  const [owner] = registry.split('.');
  return data === null || data.host.split('.', 1)[0] === owner;
});

export type ProbeReport = Readonly<z.output<typeof probeReport>>;
export type ProbeWay = Readonly<z.output<typeof way>>;
export type ProbeDns = Readonly<z.output<typeof dns>>;
export type ProbeAnswer = Readonly<z.output<typeof answer>>;

/** A report with nothing but its head. */
export function emptyReport(registry: ProbeReport['registry'], from: value.Place): ProbeReport {
  const nothing = { dns: null, lookup: null, tcp: null, tls: null };
  return {
    registry,
    from,
    at: null,
    login: { ...nothing, v2: null },
    data: null,
    repository: null,
    proxy: null,
    clockAhead: null,
    docker: null,
    podman: null,
    store: null,
    identity: null,
  };
}
