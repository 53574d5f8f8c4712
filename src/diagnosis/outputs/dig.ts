import { parseLoginServer } from '../facts/login-server.js';
import { resolved, unresolved } from './dns.js';
import { allMatches, firstMatch } from './lines.js';
import { type Observation, type Output, outputOf } from './output.js';

/** `dig` without `+short`, whose bare addresses name nothing. */
const digForms = {
  head: /^; <<>> DiG [^\s]{1,60} <<>> (.{1,200})$/,
  status: /^;; ->>HEADER<<- opcode: QUERY, status: (NOERROR|NXDOMAIN|SERVFAIL|REFUSED), id: \d{1,5}$/,
  question: /^;([A-Za-z0-9_.-]{1,253})\.[ \t]{1,24}IN[ \t]{1,8}(?:A|AAAA)$/,
  record:
    /^([A-Za-z0-9_.-]{1,253})\.[ \t]{1,24}\d{1,9}[ \t]{1,8}IN[ \t]{1,8}(CNAME|A|AAAA)[ \t]{1,8}([A-Za-z0-9_.:-]{2,253})$/,
  server: /^;; SERVER: ([0-9A-Fa-f.:]{2,45})#\d{1,5}\(/,
  silent: /^;; (?:connection timed out; )?no servers could be reached$/,
} as const;

/** Reads each run of dig; one about anything else than a registry is left. */
export function readDig(lines: readonly string[]): readonly Output[] {
  const starts = lines.flatMap((line, index) => (digForms.head.test(line) ? [index] : []));
  return starts.flatMap((start, at) => readRun(lines.slice(start, starts[at + 1] ?? start + 80)));
}

function readRun(lines: readonly string[]): readonly Output[] {
  const words = firstMatch(lines, digForms.head)?.[1]?.split(' ') ?? [];
  const asked = [firstMatch(lines, digForms.question)?.[1] ?? '', ...words];
  const about = asked.map((it) => parseLoginServer(it.replace(/\.$/, ''))).find((it) => it !== null);
  const seen = about === undefined ? null : answerIn(lines, about);
  return seen === null || about === undefined ? [] : [outputOf('dig', { about, seen: [seen] })];
}

function answerIn(lines: readonly string[], about: string): Observation | null {
  const resolver = firstMatch(lines, digForms.server)?.[1] ?? null;
  const status = firstMatch(lines, digForms.status)?.[1];
  if (status === 'NXDOMAIN') return unresolved('not-found', resolver);
  if (status === 'SERVFAIL' || status === 'REFUSED') return unresolved('server-error', resolver);
  if (status === undefined)
    return firstMatch(lines, digForms.silent) === null ? null : unresolved('server-error', resolver);
  const records = allMatches(lines, digForms.record);
  // An answer to another question may stand beside it.
  if (records[0]?.[1]?.toLowerCase() !== about) return null;
  const valuesOf = (...types: string[]) =>
    records.flatMap(([, , type = '', value = '']) => (types.includes(type) ? [value] : []));
  return resolved(valuesOf('A', 'AAAA'), valuesOf('CNAME'), resolver);
}
