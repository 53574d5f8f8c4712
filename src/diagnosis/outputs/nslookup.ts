import { parseLoginServer } from '../facts/login-server.js';
import type { LoginServer } from '../reading.js';
import { resolved, unresolved } from './dns.js';
import { type Observation, type Output, outputOf } from './output.js';

/** `nslookup` of BIND, of Windows and of BusyBox. Names that are no login server are somebody else's. */
const nslookupForms = {
  server: /^Server:[ \t]{1,12}([^\s]{1,100})$/,
  /** Also the resolver's, with its port. */
  address: /^Address(?:es)?:[ \t]{1,12}([0-9A-Fa-f.:]{2,45}?)(?:#53|:53)?$/,
  /** Windows goes on with further addresses and aliases, one a line. */
  bare: /^([0-9A-Za-z.:_-]{2,160})$/,
  name: /^Name:[ \t]{1,12}([A-Za-z0-9_.-]{1,253})$/,
  alias: /^Aliases:[ \t]{1,12}([A-Za-z0-9_.-]{1,253})$/,
  canonical: /^([A-Za-z0-9_.-]{1,253})[ \t]{1,12}canonical name = ([A-Za-z0-9_.-]{1,253})$/,
  failed:
    /^\*{2,3} (?:server|[^\s]{1,100}) can't find ([A-Za-z0-9_.-]{1,253}): (NXDOMAIN|SERVFAIL|REFUSED|Non-existent domain|Server failed|Query refused)$/,
} as const;

interface Block {
  readonly resolver: string | null;
  readonly lines: readonly string[];
}

/** Reads each answer; what was asked about anything else than a registry is left. */
export function readNslookup(lines: readonly string[]): readonly Output[] {
  return blocksOf(lines).flatMap(({ resolver, lines: answer }) => {
    const told = failureIn(answer, resolver) ?? answerIn(answer, resolver);
    if (told === null) return [];
    return [outputOf('nslookup', { about: told.about, seen: [told.seen] })];
  });
}

interface Told {
  readonly about: LoginServer;
  readonly seen: Observation;
}

/** A block begins with the server that was asked, whose address is in the next line. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const starts = lines.flatMap((line, index) => (nslookupForms.server.test(line) ? [index] : []));
  return starts.map((start, at) => ({
    resolver: nslookupForms.address.exec(lines[start + 1] ?? '')?.[1] ?? null,
    lines: lines.slice(start + 2, starts[at + 1] ?? lines.length).slice(0, 40),
  }));
}

function failureIn(lines: readonly string[], resolver: string | null): Told | null {
  for (const line of lines) {
    const [, name = '', why = ''] = nslookupForms.failed.exec(line) ?? [];
    const about = loginServer(name);
    if (about === null) continue;
    const missing = why === 'NXDOMAIN' || why === 'Non-existent domain';
    return { about, seen: unresolved(missing ? 'not-found' : 'server-error', resolver) };
  }
  return null;
}

function answerIn(lines: readonly string[], resolver: string | null): Told | null {
  const names: string[] = [];
  const aliases: string[] = [];
  const addresses: string[] = [];
  let list: string[] | null = null;
  for (const line of lines) {
    const canonical = nslookupForms.canonical.exec(line);
    const name = nslookupForms.name.exec(line)?.[1];
    const address = nslookupForms.address.exec(line)?.[1];
    const alias = nslookupForms.alias.exec(line)?.[1];
    const bare = nslookupForms.bare.exec(line)?.[1];
    if (canonical !== null) aliases.push(canonical[1] ?? '', canonical[2] ?? '');
    if (name !== undefined) names.push(name);
    if (address !== undefined) addresses.push(address);
    if (alias !== undefined) aliases.push(alias);
    if (address !== undefined || alias !== undefined) list = alias === undefined ? addresses : aliases;
    else if (bare !== undefined && list !== null) list.push(bare);
    else list = null;
  }
  const way = [...new Set([...aliases, ...names].map(withoutDot))];
  const about = way.map(loginServer).find((it) => it !== null) ?? null;
  const seen = resolved(
    addresses,
    way.filter((it) => it !== about),
    resolver,
  );
  return about === null || seen === null ? null : { about, seen };
}

function withoutDot(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

function loginServer(name: string): LoginServer | null {
  return parseLoginServer(withoutDot(name));
}
