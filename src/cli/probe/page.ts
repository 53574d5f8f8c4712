import { isInside } from '../../diagnosis/facts/ip-address.js';
import { printReport } from '../../probe/print-report.js';
import type { ProbeAnswer, ProbeReport, ProbeWay } from '../../probe/report.js';
import { type Row, rowLines } from '../policy/rows.js';
import type { ProbeTexts } from '../texts/probe/types.js';

/** Seconds that no sign-in minds. */
const NEGLIGIBLE = 10;

/** What a person reads: a line for each thing that was looked at, then the block to paste. */
export function probePage(report: ProbeReport, width: number, texts: ProbeTexts): string {
  const { registry, from, at } = report;
  const head = filled(texts.head, {
    registry,
    place: texts.places[from],
    time: at?.replace('T', ' ').replace('Z', ' UTC') ?? '',
  });
  const lines = rowLines(rowsOf(report, texts), width);
  return `${[head, lines.join('\n'), texts.paste, printReport(report)].join('\n\n')}\n`;
}

function rowsOf(report: ProbeReport, texts: ProbeTexts): readonly Row[] {
  const { login, data, repository, proxy, docker, podman, store, identity } = report;
  const { labels } = texts;
  const rows: readonly (Row | null)[] = [
    [labels.dns, login.dns ? dnsText(login.dns, texts) : texts.notTried],
    login.lookup && [labels.lookup, answerText(login.lookup, texts)],
    ...wayRows(login, texts),
    login.v2 && [labels.v2, httpText(login.v2, texts)],
    repository && [labels.repository, `${repository.name}: ${httpText(repository, texts)}`],
    [labels.data, data ? `${data.host}: ${dataText(data, texts)}` : texts.noData],
    proxy && [labels.proxy, texts.proxy[!proxy.set ? 'none' : proxy.excepted ? 'excepted' : 'set']],
    report.clockAhead === null ? null : [labels.clock, clockText(report.clockAhead, texts)],
    docker && [labels.docker, dockerText(docker, texts)],
    podman && [labels.podman, podman.version ?? texts.missing],
    store && [labels.store, storeText(store, texts)],
    identity && [labels.identity, identityText(identity, texts)],
  ];
  return rows.filter((row) => row !== null);
}

function wayRows({ tcp, tls }: ProbeWay, texts: ProbeTexts): readonly (Row | null)[] {
  return [
    [texts.labels.tcp, tcp ? texts.tcp[tcp] : texts.notTried],
    tls && [texts.labels.tls, tlsText(tls, texts)],
  ];
}

function dnsText({ resolver, cname, answer }: NonNullable<ProbeWay['dns']>, texts: ProbeTexts): string {
  return joined(
    answerText(answer, texts),
    resolver && filled(texts.resolver, { resolver }),
    cname.length > 0 && filled(texts.aliases, { names: cname.join(' > ') }),
  );
}

function answerText(answer: ProbeAnswer, texts: ProbeTexts): string {
  if (answer.kind === 'failed') return texts.dns[answer.reason];
  const kinds = answer.addresses.map((address) =>
    filled(texts.kinds[isInside(address) ? 'private' : 'public'], { address }),
  );
  return kinds.join(', ') || texts.noAddress;
}

function tlsText({ result, issuer }: NonNullable<ProbeWay['tls']>, texts: ProbeTexts): string {
  return joined(texts.tls[result], issuer && filled(texts.issuer, { issuer }));
}

/** The first thing that stands in the way, or that nothing does. */
function dataText({ dns, tcp, tls }: ProbeWay, texts: ProbeTexts): string {
  if (dns?.answer.kind === 'failed') return answerText(dns.answer, texts);
  if (tls) return tlsText(tls, texts);
  return tcp ? texts.tcp[tcp] : texts.notTried;
}

function httpText(
  { status, realm }: { readonly status: number; readonly realm: string | null },
  texts: ProbeTexts,
): string {
  const known = { 200: 'open', 401: 'challenged', 403: 'forbidden' } as const;
  const kind = status === 200 || status === 401 || status === 403 ? known[status] : 'other';
  const text = filled(texts.v2[kind], { status: String(status) });
  return joined(text, realm && filled(texts.realm, { realm }));
}

function clockText(ahead: number, texts: ProbeTexts): string {
  const kind = Math.abs(ahead) < NEGLIGIBLE ? 'right' : ahead > 0 ? 'ahead' : 'behind';
  return filled(texts.clock[kind], { seconds: String(Math.abs(ahead)) });
}

function dockerText({ version, daemon }: NonNullable<ProbeReport['docker']>, texts: ProbeTexts): string {
  if (version === null) return texts.missing;
  return joined(version, daemon !== null && texts.daemon[daemon ? 'yes' : 'no']);
}

function storeText({ name, entry }: NonNullable<ProbeReport['store']>, texts: ProbeTexts): string {
  if (name === null) return texts.store.none;
  const where = filled(texts.store[name === 'file' ? 'file' : 'helper'], { name });
  return joined(where, texts.entry[entry === null ? 'unknown' : entry ? 'yes' : 'no']);
}

function identityText(
  identity: NonNullable<ProbeReport['identity']>,
  { identity: texts }: ProbeTexts,
): string {
  const sources = (['imds', 'appService', 'workload'] as const).filter((it) => identity[it]);
  return sources.map((it) => texts[it]).join(', ') || texts.none;
}

function joined(...parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== '' && part !== null && part !== false).join('; ');
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
