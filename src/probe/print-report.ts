import { type Checksum, checksumOf } from './checksum.js';
import type { ProbeAnswer, ProbeDns, ProbeReport, ProbeWay } from './report.js';

/**
 * The text form, version 1: plain ASCII, one fact a line, single spaces, none at either end, so that a POSIX shell can
 * print it and what chats do to text can be undone. docs/probe.md has the grammar.
 */
const HEAD = '--- acr-help probe 1';

/** The block to paste, without a line feed at its end. */
export function printReport(report: ProbeReport, kind: Checksum['kind'] = 'sha256'): string {
  const lines = linesOf(report);
  return [HEAD, ...lines, `--- ${lines.length} ${kind} ${checksumOf(lines, kind)}`].join('\n');
}

function linesOf(report: ProbeReport): readonly string[] {
  const { registry, login, data, repository, proxy, docker, podman, store, identity } = report;
  const http = (it: { readonly status: number; readonly realm: string | null }) =>
    `${it.status} challenge ${it.realm ?? '-'}`;
  const lines = [
    `registry ${registry}`,
    `from ${report.from}`,
    report.at && `at ${report.at}`,
    ...wayLines(registry, login),
    login.v2 && `v2 ${registry} ${http(login.v2)}`,
    repository && `repository ${repository.name} ${http(repository)}`,
    ...(data === null ? [] : wayLines(data.host, data)),
    proxy && `proxy https ${proxy.set ? 'set' : 'none'} excepted ${yesNo(proxy.excepted)}`,
    report.clockAhead !== null && `clock ${report.clockAhead}`,
    docker && `docker ${docker.version ?? '-'} daemon ${yesNo(docker.daemon)}`,
    podman && `podman ${podman.version ?? '-'}`,
    store && `store ${store.name ?? '-'} entry ${yesNo(store.entry)}`,
    identity &&
      `identity imds ${yesNo(identity.imds)} app-service ${yesNo(identity.appService)} workload ${yesNo(identity.workload)}`,
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}

function wayLines(host: string, { dns, lookup, tcp, tls }: ProbeWay) {
  return [
    dns && `dns ${host} ${dnsText(dns)}`,
    lookup && `lookup ${host} ${answerText(lookup)}`,
    tcp && `tcp ${host} ${tcp}`,
    tls && `tls ${host} ${tls.result} issuer ${tls.issuer ?? '-'}`,
  ];
}

function dnsText({ resolver, cname, answer }: ProbeDns): string {
  return `resolver ${resolver ?? '-'} cname ${cname.join('>') || '-'} ${answerText(answer)}`;
}

function answerText(answer: ProbeAnswer): string {
  return answer.kind === 'found' ? `addr ${answer.addresses.join(',') || '-'}` : `failed ${answer.reason}`;
}

function yesNo(value: boolean | null): string {
  return value === null ? '-' : value ? 'yes' : 'no';
}
