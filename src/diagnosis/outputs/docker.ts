import { clientVersion } from './docker-version.js';
import { firstMatch } from './lines.js';
import { type Observation, type Output, outputOf, saw } from './output.js';

/** `docker version`, `docker info` and `docker --version`. */
const dockerForms = {
  /** Podman answers to the same command and is another program. */
  client: /^Client:(?: (?!Podman)[A-Za-z][A-Za-z -]{0,60})?$/,
  server: /^Server:(?: [A-Za-z][A-Za-z0-9 .-]{0,60})?$/,
  version: /^Version:[ \t]{1,20}([0-9A-Za-z][0-9A-Za-z.+~-]{0,40})$/,
  serverPart: /^(?:Engine:|Containers: \d{1,6}|Version:[ \t]{1,20}[0-9][0-9A-Za-z.+~-]{0,40})$/,
  serverVersion: /^Server Version: [0-9][0-9A-Za-z.+~-]{0,40}$/,
  storage: /^Storage Driver: [a-z0-9]{1,20}$/,
  short: /^Docker version ([0-9][0-9A-Za-z.+~-]{0,40}), build [0-9a-f-]{3,40}$/,
  down: /^(?:ERROR: |error during connect: .{0,200})?(?:Cannot connect to the Docker daemon at |error during connect: )/,
} as const;

/** Lines below a heading in which the version stands. */
const NEAR = 4;

/** Reads which of the two parts answered; null where neither did. A client that answers proves no daemon. */
export function readDocker(lines: readonly string[]): Output | null {
  const client = clientIn(lines);
  const daemon = daemonIn(lines, client !== null);
  if (client === null && daemon === null) return null;
  const version = client === null ? null : clientVersion(client);
  const seen = [daemon, version].filter((it): it is Observation => it !== null);
  return outputOf('docker', { seen, notes: daemon === null ? ['client-only'] : [] });
}

function clientIn(lines: readonly string[]): string | null {
  const below = near(lines, dockerForms.client);
  return firstMatch(below, dockerForms.version)?.[1] ?? firstMatch(lines, dockerForms.short)?.[1] ?? null;
}

function daemonIn(lines: readonly string[], withClient: boolean): Observation | null {
  const server = firstMatch(near(lines, dockerForms.server), dockerForms.serverPart) !== null;
  const info = firstMatch(lines, dockerForms.serverVersion) !== null;
  if ((server && withClient) || (info && firstMatch(lines, dockerForms.storage) !== null))
    return saw('docker-daemon', 'available');
  // Alone it may be the error of any command.
  return withClient && firstMatch(lines, dockerForms.down) !== null ? saw('docker-daemon', 'down') : null;
}

/** The lines below a heading. */
function near(lines: readonly string[], heading: RegExp): readonly string[] {
  const at = lines.findIndex((line) => heading.test(line));
  return at < 0 ? [] : lines.slice(at + 1, at + 1 + NEAR);
}
