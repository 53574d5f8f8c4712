import type { LoginServer, RegistryName } from '../reading.js';
import { argumentsOf, commands } from './commands.js';
import { type HostSpan, hostSpans } from './hosts.js';
import { parseLoginServer, parseRegistryName, registryOf } from './login-server.js';
import type { Paste } from './paste.js';
import { rawHosts } from './raw-hosts.js';
import { type Capture, firstCapture } from './rule.js';

/** The registry that the decisive error is about. */
export interface RegistryFacts {
  readonly loginServer: LoginServer | null;
  readonly registry: RegistryName | null;
  /**
   * Names in the letters of the text, also those that break the grammar, e.g. too short ones; for showing, never
   * for asking.
   */
  readonly asWritten: { readonly loginServer: string | null; readonly registry: string | null };
}

/** Phrases of ARM and az that hold a registry's resource name. */
const resourcePhrases: readonly Capture[] = [
  {
    pattern: /\bResource ['"]Microsoft\.ContainerRegistry\/registries\/([\w.-]{1,120})['"]/gi,
    source: 'errors.md §7, ResourceNotFound',
  },
  {
    pattern: /\/Microsoft\.ContainerRegistry\/registries\/([\w.-]{1,120})/gi,
    source: 'ARM id, errors.md §7',
  },
  { pattern: /\bname '([^'\s]{1,120})' and type 'Microsoft\.ContainerRegistry\/registries'/g, source: 'az' },
];

/** The sentence of az for a registry that it does not see: it is about that one, whatever else is listed. */
const missedPhrases: readonly Capture[] = [
  {
    pattern:
      /\bname '([^'\s]{1,120})' and type 'Microsoft\.ContainerRegistry\/registries' could not be found/g,
    source: 'errors.md §7, az',
  },
];

/** Weaker phrases: the name in them may be a login server's, or another option's. */
const namePhrases: readonly Capture[] = [
  { pattern: /(?<![Cc]onnected )\b[Rr]egistry ['"]([\w.-]{1,120})['"]/g, source: 'errors.md §1' },
  { pattern: /\bRegistry Name: "([\w-]{1,50})"/g, source: 'terraform-provider-azurerm' },
  { pattern: /--attach-acr[ =]['"]?([\w.-]{1,120})/g, source: 'az aks command' },
  { pattern: /\bcontainer registry ([\w-]{1,50})[.:]? (?:Code|failed)/g, source: 'Azure ML' },
];

/** Words on a line that show a failure; a line without them may only tell what was done or went well. */
const failing =
  /error|fail|denied|unauthor|forbidden|refused|time[d ]?out|not found|no such host|x509|unable|could not|couldn't|response code|invalid|unreachable|reset by peer/i;

/** A login server, and where a text names it. */
interface Named {
  readonly server: LoginServer;
  readonly at: number;
}

/** The login servers of a text that are known to stand in the paste as it came, in order. */
function namedIn(
  text: string,
  spans: readonly HostSpan[],
  known: ReadonlySet<LoginServer>,
): readonly Named[] {
  const servers = new Map<string, LoginServer | null>();
  return spans.flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    let server = servers.get(written);
    if (server === undefined) {
      server = parseLoginServer(written);
      servers.set(written, server);
    }
    return server !== null && known.has(server) ? [{ server, at: start }] : [];
  });
}

/** The host that the lines of failure speak of most; the first of equals. */
function decisive(text: string, named: readonly Named[]): LoginServer | null {
  const scores = new Map<LoginServer, number>();
  const seen = new Set<LoginServer>();
  let lineEnd = -1;
  let points = 0;
  for (const { server, at } of named) {
    if (at > lineEnd) {
      const end = text.indexOf('\n', at);
      lineEnd = end < 0 ? text.length : end;
      points = failing.test(text.slice(text.lastIndexOf('\n', at) + 1, lineEnd)) ? 5 : 1;
      seen.clear();
    }
    if (seen.has(server)) continue;
    seen.add(server);
    scores.set(server, (scores.get(server) ?? 0) + points);
  }
  let best: LoginServer | null = null;
  for (const [server, score] of scores) {
    if (best === null || score > (scores.get(best) ?? 0)) best = server;
  }
  return best;
}

const registryOption = /(?:^|\s)(?:-r|--registry)[ =]['"]?([\w.-]{1,120})/;
const nameOption = /(?:^|\s)(?:-n|--name|-Name)[ =]['"]?([\w.-]{1,120})/;

/** Registry of an `az acr` command: `--registry` goes before `--name`, which may name a task or a token. */
function fromCommand(paste: Paste): string | null {
  const lists = [...argumentsOf(commands.acr, paste), ...argumentsOf(commands.powershell, paste)];
  for (const option of [registryOption, nameOption]) {
    for (const list of lists) {
      const captured = option.exec(list)?.[1];
      const name = captured === undefined ? null : resourceName(captured);
      if (name !== null) return name;
    }
  }
  return null;
}

/** Registry name from a phrase: a login server loses its suffix, an option glued to the name falls off. */
function resourceName(captured: string): string | null {
  const [name = ''] = captured.replace(/\.azurecr\.(?:io|cn|us)$/i, '').split('--');
  const plain = name.replace(/(?<![.-])[.-]{1,8}$/, '');
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(plain) ? plain : null;
}

/** The login server in the letters of the text, which may be capitals. */
function typed(text: string, spans: readonly HostSpan[], server: LoginServer): string {
  for (const { start, end } of spans) {
    const host = text.slice(start, end);
    if (host.length === server.length && host.toLowerCase() === server) return host;
  }
  return server;
}

/** Registry name in the letters of the text. */
function nameIn(host: string, server: LoginServer): RegistryName {
  const lower = registryOf(server);
  return parseRegistryName(host.slice(0, lower.length)) ?? lower;
}

/** Whether a login server can be that of a registry: its name, alone or with a domain name label behind it. */
function isOf({ server }: Named, name: string): boolean {
  const label = registryOf(server).toLowerCase();
  return label === name.toLowerCase() || label.startsWith(`${name.toLowerCase()}-`);
}

/** Finds the decisive registry. `raw` is the paste before normalisation: hosts count only if they stand there. */
export function findRegistry(paste: Paste, raw: string): RegistryFacts {
  const { text } = paste;
  const spans = hostSpans(text);
  const hosts = raw === text ? rawHosts(raw, spans) : rawHosts(raw);
  const servers = namedIn(text, spans, hosts.loginServers);
  const missed = firstCapture(missedPhrases, paste, resourceName);
  const loginServer = decisive(text, missed === null ? servers : servers.filter((it) => isOf(it, missed)));
  const endpoint = hosts.dataEndpoints[0];
  const named =
    firstCapture(resourcePhrases, paste, resourceName) ??
    fromCommand(paste) ??
    firstCapture(namePhrases, paste, resourceName);
  const fromHost = loginServer ?? endpoint?.loginServer ?? null;
  const host = fromHost === null ? null : typed(text, spans, fromHost);
  const registry =
    fromHost && host ? nameIn(host, fromHost) : named === null ? null : parseRegistryName(named);
  const malformed = loginServer === null ? (hosts.malformed[0] ?? null) : null;
  const label =
    malformed === null || /azurecr.*azurecr/i.test(malformed) ? null : (malformed.split('.')[0] ?? null);
  return {
    loginServer,
    registry,
    asWritten: {
      loginServer: malformed ?? (loginServer === null ? null : host),
      registry: registry === null ? (label ?? named) : null,
    },
  };
}
