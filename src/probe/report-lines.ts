import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import { emptyReport, type ProbeReport, probeReport } from './report.js';
import { meaningOf } from './shell-words.js';

/** The lines of a block, read back. Whether the values are of their grammars, only the schema decides. */

const forms = {
  registry: /^registry (\S+)$/,
  from: /^from (\S+)$/,
  at: /^at (\S+)$/,
  dns: /^dns (\S+) resolver (\S+) cname (\S+) (addr|failed) (\S+)$/,
  lookup: /^lookup (\S+) (addr|failed) (\S+)$/,
  tcp: /^tcp (\S+) (\S+)$/,
  tls: /^tls (\S+) (\S+) issuer (.+)$/,
  v2: /^v2 (\S+) (\d{3}) challenge (\S+)$/,
  repository: /^repository (\S+) (\d{3}) challenge (\S+)$/,
  proxy: /^proxy https (set|none) excepted (\S+)$/,
  clock: /^clock (-?\d{1,10})$/,
  docker: /^docker (\S+) daemon (\S+)$/,
  podman: /^podman (\S+)$/,
  store: /^store (\S+) entry (\S+)$/,
  identity: /^identity imds (\S+) app-service (\S+) workload (\S+)$/,
  host: /^host (\S+)$/,
  saw: /^saw (.+)$/,
} as const;

type Key = keyof typeof forms;
type ShellKey = 'host' | 'saw';

/** First words of all lines. */
// The cast only names the keys that the table above has.
export const lineKeys = Object.keys(forms) as readonly Key[];
const ownKeys = lineKeys.filter((it) => it !== 'host' && it !== 'saw');

/** `bad`: lines that are of no form, say what no grammar allows, or say something twice. */
export interface LinesRead {
  /** Null where not even the registry can be told. */
  readonly report: ProbeReport | null;
  readonly bad: number;
}

/** Reads each line for itself: one that was damaged takes no other with it. */
export function readLines(lines: readonly string[]): LinesRead {
  const registries = lines.filter((line) => line.startsWith('registry '));
  const registry = parseLoginServer(registries[0]?.slice('registry '.length) ?? '');
  if (registry === null || registries.length > 1) return { report: null, bad: lines.length };
  let report: ProbeReport = emptyReport(registry, 'other');
  const seen = new Set<string>();
  let bad = 0;
  for (const line of lines.filter((it) => !isOfShell(it))) {
    const taken = take(report, line, seen);
    if (taken === null) bad++;
    else report = taken;
  }
  const told = withWords(report, lines);
  return told === null ? { report, bad: bad + 1 } : { report: told, bad };
}

function take(report: ProbeReport, line: string, seen: Set<string>): ProbeReport | null {
  const key = ownKeys.find((it) => line.startsWith(`${it} `));
  const match = key && forms[key].exec(line);
  if (!key || !match) return null;
  const [, ...values] = match;
  const aboutHost = key === 'dns' || key === 'lookup' || key === 'tcp' || key === 'tls' || key === 'v2';
  const name = aboutHost ? `${key} ${values[0]}` : key;
  if (seen.has(name)) return null;
  seen.add(name);
  const change = aboutHost ? ofHost(report, key, values) : ofMachine(key, values);
  const checked = probeReport.safeParse({ ...report, ...change });
  return checked.success ? checked.data : null;
}

/** Lines of a snippet: they mean something together only. */
function isOfShell(line: string): boolean {
  return forms.host.test(line) || forms.saw.test(line);
}

/** With what the words of a snippet mean; what other lines say is kept. Null where a value is of no grammar. */
function withWords(report: ProbeReport, lines: readonly string[]): ProbeReport | null {
  const hosts = lines.flatMap((line) => forms.host.exec(line)?.[1] ?? []);
  const saw = lines.flatMap((line) => forms.saw.exec(line)?.[1] ?? []);
  if (hosts.length === 0 && saw.length === 0) return report;
  const { clockAhead, ...login } = meaningOf(hosts, saw, report.at);
  const said = Object.fromEntries(Object.entries(report.login).filter(([, value]) => value !== null));
  const checked = probeReport.safeParse({
    ...report,
    login: { ...login, ...said },
    clockAhead: report.clockAhead ?? clockAhead,
  });
  return checked.success ? checked.data : null;
}

type HostKey = 'dns' | 'lookup' | 'tcp' | 'tls' | 'v2';

/** What a line changes; its values are still as they were pasted. */
function ofHost(report: ProbeReport, key: HostKey, [host, ...values]: readonly string[]): object {
  const said = { [key]: wayValue(key, values) };
  if (host === report.registry) return { login: { ...report.login, ...said } };
  // Only hosts of this registry have a place in its report; the schema refuses the others.
  const empty = { host, dns: null, lookup: null, tcp: null, tls: null };
  const foreign = key === 'v2' || (report.data !== null && report.data.host !== host);
  return foreign ? { data: host } : { data: { ...(report.data ?? empty), ...said } };
}

function wayValue(key: HostKey, values: readonly string[]): unknown {
  const [first, second, third, fourth] = values;
  switch (key) {
    case 'dns':
      return { resolver: orNull(first), cname: list(second, '>'), answer: answer(third, fourth) };
    case 'lookup':
      return answer(first, second);
    case 'tcp':
      return first;
    case 'tls':
      return { result: first, issuer: orNull(second) };
    case 'v2':
      return { status: Number(first), realm: orNull(second) };
  }
}

function ofMachine(key: Exclude<Key, HostKey | ShellKey>, values: readonly string[]): object {
  const [first, second, third] = values;
  switch (key) {
    case 'registry':
      return { registry: first };
    case 'from':
      return { from: first };
    case 'at':
      return { at: first };
    case 'repository':
      return { repository: { name: first, status: Number(second), realm: orNull(third) } };
    case 'proxy':
      return { proxy: { set: first === 'set', excepted: yesNo(second) } };
    case 'clock':
      return { clockAhead: Number(first) };
    case 'docker':
      return { docker: { version: orNull(first), daemon: yesNo(second) } };
    case 'podman':
      return { podman: { version: orNull(first) } };
    case 'store':
      return { store: { name: orNull(first), entry: yesNo(second) } };
    case 'identity':
      return { identity: { imds: yesNo(first), appService: yesNo(second), workload: yesNo(third) } };
  }
}

function answer(kind: string | undefined, value: string | undefined): unknown {
  if (kind === 'failed') return { kind, reason: value };
  return { kind: 'found', addresses: list(value, ',') };
}

function list(text: string | undefined, separator: string): readonly string[] {
  return text === undefined || text === '-' ? [] : text.split(separator);
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '-' ? null : text;
}

/** Anything else than the three words is left for the schema to refuse. */
function yesNo(text: string | undefined): unknown {
  return text === '-' ? null : text === 'yes' ? true : text === 'no' ? false : text;
}
