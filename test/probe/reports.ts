import fc from 'fast-check';
import type { ProbeAnswer, ProbeReport, ProbeWay } from '../../src/probe/report.js';
import { probeReport } from '../../src/probe/report.js';
import * as value from '../../src/probe/values.js';

/** A report with every line that there is. */
export const fullReport: ProbeReport = probeReport.parse({
  registry: 'contoso.azurecr.io',
  from: 'pod',
  at: '2026-11-29T12:00:00Z',
  login: {
    dns: {
      resolver: '10.0.0.10',
      cname: ['contoso.privatelink.azurecr.io'],
      answer: { kind: 'found', addresses: ['10.1.2.3', 'fd00::1'] },
    },
    lookup: { kind: 'found', addresses: ['10.1.2.3'] },
    tcp: 'ok',
    tls: { result: 'ok', issuer: 'Microsoft Corporation' },
    v2: { status: 401, realm: 'contoso.azurecr.io' },
  },
  data: {
    host: 'contoso.westeurope.data.azurecr.io',
    dns: { resolver: '10.0.0.10', cname: [], answer: { kind: 'failed', reason: 'nxdomain' } },
    lookup: { kind: 'failed', reason: 'nxdomain' },
    tcp: null,
    tls: null,
  },
  repository: { name: 'team/my_app', status: 401, realm: 'contoso.azurecr.io' },
  proxy: { set: true, excepted: false },
  clockAhead: -3,
  docker: { version: '28.2.2', daemon: false },
  podman: { version: null },
  store: { name: 'desktop', entry: true },
  identity: { imds: null, appService: false, workload: true },
});

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const ip = octets.map((it) => it.join('.'));
const names = fc.stringMatching(/^[a-z0-9]{1,12}(\.[a-z0-9][a-z0-9-]{0,8}[a-z0-9]){0,3}$/);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const answer: fc.Arbitrary<ProbeAnswer> = fc.oneof(
  fc.record({ kind: fc.constant('found' as const), addresses: fc.array(ip, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('failed' as const), reason: fc.constantFrom(...value.dnsFailures) }),
);
const issuer = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9,()-]{0,14}( [A-Za-z0-9,()-]{1,14}){0,3}$/);
const way: fc.Arbitrary<ProbeWay> = fc.record({
  dns: orNull(fc.record({ resolver: orNull(ip), cname: fc.array(names, { maxLength: 4 }), answer })),
  lookup: orNull(answer),
  tcp: orNull(fc.constantFrom(...value.tcpResults)),
  tls: orNull(fc.record({ result: fc.constantFrom(...value.tlsResults), issuer: orNull(issuer) })),
});
const http = fc.record({ status: fc.integer({ min: 100, max: 599 }), realm: orNull(names) });

/** Reports of every kind that the schema allows; of the host beside the registry only where something is said of it. */
export const anyReport: fc.Arbitrary<ProbeReport> = fc
  .record({
    registry: fc.constantFrom('contoso.azurecr.io', 'contoso-a1b2.azurecr.cn', 'contoso.azurecr.us'),
    from: fc.constantFrom(...value.places),
    at: orNull(fc.constant('2026-11-29T12:00:00Z')),
    login: fc.tuple(way, orNull(http)).map(([seen, v2]) => ({ ...seen, v2 })),
    data: orNull(way),
    repository: orNull(http.map((it) => ({ ...it, name: 'team/my_app' }))),
    proxy: orNull(fc.record({ set: fc.boolean(), excepted: fc.boolean() })),
    clockAhead: orNull(fc.integer({ min: -100_000, max: 100_000 })),
    docker: orNull(fc.record({ version: orNull(fc.constant('28.2.2')), daemon: orNull(fc.boolean()) })),
    podman: orNull(fc.record({ version: orNull(fc.constant('4.3.1')) })),
    store: orNull(fc.record({ name: orNull(fc.constant('file')), entry: orNull(fc.boolean()) })),
    identity: orNull(
      fc.record({ imds: orNull(fc.boolean()), appService: fc.boolean(), workload: fc.boolean() }),
    ),
  })
  .map(({ data, ...rest }) => {
    const host = rest.registry.replace('.', '.westeurope.data.');
    const said = data !== null && Object.values(data).some((it) => it !== null);
    return probeReport.parse({ ...rest, data: said ? { host, ...data } : null });
  });
