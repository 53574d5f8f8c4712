import { resolved, unresolved } from '../diagnosis/outputs/dns.js';
import { clientVersion } from '../diagnosis/outputs/docker-version.js';
import { type Observation, type Output, outputOf, saw } from '../diagnosis/outputs/output.js';
import type { OutputNote } from '../knowledge/programs.js';
import type { Environment } from '../knowledge/vocabulary.js';
import type { ReadReport } from './read-report.js';
import type { ProbeAnswer, ProbeReport, ProbeWay } from './report.js';
import type { Place } from './values.js';

/**
 * A report that was pasted, as an output of the person's. Of one that was cut off, the lines count that are whole: each
 * has a form of its own, and what is missing is missing. One that was changed counts for nothing: which line is not as
 * it was, nobody can tell. Pure.
 */
export function outputOfReport({ kind, report }: ReadReport): Output {
  const environment = report === null ? null : environments[report.from];
  const about = report?.registry ?? null;
  if (kind === 'edited') return outputOf('acr-help probe', { about, environment, notes: ['report-edited'] });
  return outputOf('acr-help probe', {
    about,
    environment,
    seen: report === null ? [] : observations(report),
    notes: [...(kind === 'truncated' ? (['report-truncated'] as const) : []), ...asides(report)],
  });
}

const environments: Readonly<Record<Place, Environment | null>> = {
  laptop: 'workstation',
  pod: 'kubernetes',
  'azure-devops': 'azure-devops',
  'github-actions': 'github-actions',
  'cloud-shell': 'cloud-shell',
  other: null,
};

/** Seconds that the clock of a machine may be off before tokens are refused. */
const CLOCK_TOLERANCE = 300;

/** What explains a trouble though no check asks for it: a wrong clock, and a proxy where the registry did not answer as it should. */
function asides(report: ProbeReport | null): readonly OutputNote[] {
  if (report === null) return [];
  const { clockAhead, proxy, login } = report;
  const throughProxy = proxy?.set === true && !proxy.excepted && login.v2?.status !== 401;
  return [
    ...(Math.abs(clockAhead ?? 0) > CLOCK_TOLERANCE ? (['clock-off'] as const) : []),
    ...(throughProxy ? (['through-proxy'] as const) : []),
  ];
}

function observations(report: ProbeReport): readonly Observation[] {
  const { login, data, docker, store } = report;
  return [
    nameOf(login),
    connectionOf(login, login.v2 !== null),
    challengeOf(report),
    data === null ? null : dataOf(data),
    // Where there is no Docker, nothing was found out about it.
    docker?.daemon == null ? null : saw('docker-daemon', docker.daemon ? 'available' : 'down'),
    docker?.version == null ? null : clientVersion(docker.version),
    store?.entry == null ? null : saw('stored-credentials', store.entry ? 'stored' : 'none'),
  ].filter((it) => it !== null);
}

/** What the machine's own look-up gives is what its programs connect to; the name service's answer shows the way there. */
function nameOf({ dns, lookup }: ProbeWay): Observation | null {
  const answer = lookup ?? dns?.answer ?? null;
  if (answer === null) return null;
  const resolver = dns?.resolver ?? null;
  if (answer.kind === 'found') {
    const aliases = dns !== null && sameEnd(dns.answer, answer) ? dns.cname : [];
    return resolved(answer.addresses, aliases, resolver);
  }
  // The system's look-up seldom knows why: then the name service's word is the better one.
  const why = dns?.answer.kind === 'failed' ? dns.answer.reason : answer.reason;
  return why === 'other' ? null : unresolved(why === 'nxdomain' ? 'not-found' : 'server-error', resolver);
}

/** Aliases lead to the addresses of the name service; a hosts file may name others. */
function sameEnd(one: ProbeAnswer, other: ProbeAnswer): boolean {
  return (
    one.kind === 'found' &&
    other.kind === 'found' &&
    one.addresses.some((address) => other.addresses.includes(address))
  );
}

function connectionOf({ tcp, tls }: ProbeWay, answered: boolean): Observation | null {
  const told = tls?.issuer == null ? {} : { issuer: tls.issuer.replaceAll(', ', ' ') };
  if (answered && (tls === null || tls.result === 'ok')) return saw('connection', 'connects', told);
  if (tls !== null && tls.result !== 'ok') {
    const silent = tls.result === 'timeout' || tls.result === 'reset';
    // What the probe cannot name is no fault of the certificate.
    if (tls.result === 'other') return null;
    return silent ? saw('connection', 'refused-or-timeout') : saw('connection', 'tls-error', told);
  }
  if (tcp === null || tcp === 'ok' || tcp === 'other') return null;
  return saw('connection', 'refused-or-timeout');
}

/** A challenge counts only where it sends to the registry itself. */
function challengeOf({ registry, login }: ProbeReport): Observation | null {
  const { v2, tcp } = login;
  if (v2 === null)
    return failed(login) || (tcp !== null && tcp !== 'ok') ? saw('challenge', 'no-answer') : null;
  if (v2.status === 401 && v2.realm === registry) return saw('challenge', 'challenged');
  return v2.status === 403 ? saw('challenge', 'forbidden') : null;
}

function dataOf(way: ProbeWay): Observation | null {
  if (way.tls?.result === 'ok') return saw('data-endpoint', 'reachable');
  const shut = failed(way) || ['refused', 'timeout', 'unreachable', 'proxy-refused'].includes(way.tcp ?? '');
  return shut ? saw('data-endpoint', 'blocked') : null;
}

function failed({ dns, lookup }: ProbeWay): boolean {
  return (lookup ?? dns?.answer)?.kind === 'failed';
}
