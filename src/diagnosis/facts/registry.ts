import type { LoginServer, RegistryName } from '../reading.js';
import { argumentsOf, commands } from './commands.js';
import { hostSpans } from './hosts.js';
import { parseLoginServer, parseRegistryName, registryOf } from './login-server.js';
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

/** Weaker phrases: the name in them may be a login server's, or another option's. */
const namePhrases: readonly Capture[] = [
  { pattern: /(?<![Cc]onnected )\b[Rr]egistry ['"]([\w.-]{1,120})['"]/g, source: 'errors.md §1' },
  { pattern: /--attach-acr[ =]['"]?([\w.-]{1,120})/g, source: 'az aks command' },
  { pattern: /\bcontainer registry ([\w-]{1,50})[.:]? (?:Code|failed)/g, source: 'Azure ML' },
];

/** Words on a line that show a failure; a line without them may only tell what was done or went well. */
const failing =
  /error|fail|denied|unauthor|forbidden|refused|time[d ]?out|not found|no such host|x509|unable|could not|couldn't|response code|invalid|unreachable|reset by peer/i;

/** The host that the lines of failure speak of most; the first of equals. */
function decisive(text: string, known: ReadonlySet<LoginServer>): LoginServer | null {
  const scores = new Map<LoginServer, number>();
  for (const line of text.split('\n')) {
    if (!/azurecr/i.test(line)) continue;
    const points = failing.test(line) ? 5 : 1;
    const seen = new Set<LoginServer>();
    for (const { start, end } of hostSpans(line)) {
      const server = parseLoginServer(line.slice(start, end));
      if (server && known.has(server)) seen.add(server);
    }
    for (const server of seen) scores.set(server, (scores.get(server) ?? 0) + points);
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
function fromCommand(text: string): string | null {
  const lists = [...argumentsOf(commands.acr, text), ...argumentsOf(commands.powershell, text)];
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
function typed(text: string, server: LoginServer): string {
  for (const { start, end } of hostSpans(text)) {
    const host = text.slice(start, end);
    if (host.toLowerCase() === server) return host;
  }
  return server;
}

/** Registry name in the letters of the text. */
function nameIn(host: string, server: LoginServer): RegistryName {
  const lower = registryOf(server);
  return parseRegistryName(host.slice(0, lower.length)) ?? lower;
}

/** Finds the decisive registry. `raw` is the paste before normalisation: hosts count only if they stand there. */
export function findRegistry(text: string, raw: string): RegistryFacts {
  const hosts = rawHosts(raw);
  const loginServer = decisive(text, hosts.loginServers);
  const endpoint = hosts.dataEndpoints[0];
  const named =
    firstCapture(resourcePhrases, text, resourceName) ??
    fromCommand(text) ??
    firstCapture(namePhrases, text, resourceName);
  const fromHost = loginServer ?? endpoint?.loginServer ?? null;
  const host = fromHost === null ? null : typed(text, fromHost);
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
