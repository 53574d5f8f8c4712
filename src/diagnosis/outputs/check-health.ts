import type { VerdictOf } from '../../knowledge/checks.js';
import { parseLoginServer } from '../facts/login-server.js';
import { resolved } from './dns.js';
import { allMatches, firstMatch } from './lines.js';
import { type Observation, type Output, outputOf, saw } from './output.js';

/**
 * `az acr check-health` (azure-cli acr/check_health.py, acr/_errors.py). Its errors of Docker prove no daemon to be down:
 * one word of `docker ps` on stderr, a warning or a missing permission, is enough for them. What it prints of Docker's version is left: up to
 * 2.74 it is the server's, later the client's. That its sample image could be pulled tells of another registry.
 */
const checkHealthForms = {
  level: /^(?:WARNING|ERROR): /,
  daemon: /^(?:Docker|Podman) daemon status: available$/,
  dns: /^DNS lookup to ([A-Za-z0-9.-]{1,160}) at IP ([0-9A-Fa-f.:]{2,45}) : OK$/,
  challenge: /^Challenge endpoint https:\/\/([A-Za-z0-9.-]{1,160})\/v2\/ : OK$/,
  refresh: /^Fetch refresh token for registry '([A-Za-z0-9.-]{1,160})' : OK$/,
  access: /^Fetch access token for registry '([A-Za-z0-9.-]{1,160})' : OK$/,
  /** Of older releases and the documentation, where the code stands at the beginning. */
  error:
    /^(?:[0-9-]{10} [0-9:.]{8,20} )?An error occurred: ((?:DOCKER|HELM|NOTARY|CONNECTIVITY|CMK|LOGIN_SERVER)_(?:[A-Z_]{0,30}_)?ERROR|CMK_ERROR)\.?$/,
  registry: /[Rr]egistry '([A-Za-z0-9.-]{1,160})'/,
  code: /^Access to registry '[A-Za-z0-9.-]{1,160}' was denied\. Response code: (\d{3})\./,
  /** `az acr login` has the same code for Docker. */
  login: /^You may want to use 'az acr login .{0,120} --expose-token' to get an access token/,
  cloudShell: /requires running the docker daemon, which is not supported in Azure Cloud Shell/,
} as const;

/** Reads what the check printed; null where it printed nothing here. */
export function readCheckHealth(all: readonly string[]): Output | null {
  const lines = all.map((line) => line.replace(checkHealthForms.level, '').trim());
  if (firstMatch(lines, checkHealthForms.login) !== null) return null;
  const seen = observations(lines);
  const codes = codesIn(lines);
  const exchanged = firstMatch(lines, checkHealthForms.access) !== null;
  if (seen.length === 0 && codes.length === 0 && !exchanged) return null;
  const health = healthOf(lines, codes, exchanged);
  return outputOf('az acr check-health', {
    about: registryIn(lines, codes),
    seen: health === null ? seen : [...seen, saw('health-check', health)],
    notes: exchanged ? ['exchange-only'] : [],
  });
}

function observations(lines: readonly string[]): readonly Observation[] {
  const codes = codesIn(lines);
  const has = (...some: string[]): boolean => some.some((code) => codes.includes(code));
  const seen: Observation[] = [];
  if (firstMatch(lines, checkHealthForms.daemon) !== null) seen.push(saw('docker-daemon', 'available'));
  const address = firstMatch(lines, checkHealthForms.dns)?.[2];
  const dns = address === undefined ? null : resolved([address]);
  if (dns !== null) seen.push(dns);
  // Why no address came, the check does not say.
  if (has('CONNECTIVITY_DNS_ERROR')) seen.push(saw('challenge', 'no-answer'));
  if (has('CONNECTIVITY_SSL_ERROR')) seen.push(saw('connection', 'tls-error'));
  if (has('CONNECTIVITY_FORBIDDEN_ERROR'))
    seen.push(saw('connection', 'connects'), saw('challenge', 'forbidden'));
  if (firstMatch(lines, checkHealthForms.challenge) !== null)
    seen.push(saw('connection', 'connects'), saw('challenge', 'challenged'));
  return seen;
}

function codesIn(lines: readonly string[]): readonly string[] {
  return allMatches(lines, checkHealthForms.error).map(([, code = '']) => code);
}

type Health = VerdictOf<'health-check'>;

/** What the registry's own steps say comes before Docker, and Docker before what is harmless. */
const healthByCode: readonly (readonly [code: string, Health])[] = [
  ['CONNECTIVITY_DNS_ERROR', 'dns'],
  ['CONNECTIVITY_FORBIDDEN_ERROR', 'forbidden'],
  ['CONNECTIVITY_SSL_ERROR', 'tls'],
  ['CONNECTIVITY_CHALLENGE_ERROR', 'challenge'],
  ['CONNECTIVITY_AAD_LOGIN_ERROR', 'challenge'],
  ['CONNECTIVITY_WWW_AUTHENTICATE_ERROR', 'challenge'],
  ['CONNECTIVITY_TOOMANYREQUESTS_ERROR', 'throttled'],
  ['LOGIN_SERVER_ERROR', 'login-server'],
  ['CMK_ERROR', 'encryption-key'],
  ['DOCKER_COMMAND_ERROR', 'docker'],
  ['DOCKER_DAEMON_ERROR', 'docker'],
];

const healthByStatus: Readonly<Record<string, Health>> = {
  '401': 'refused-401',
  '403': 'refused-403',
  '429': 'throttled',
};

/** The finding that matters most; null where the text shows only a part that was well. */
function healthOf(lines: readonly string[], codes: readonly string[], exchanged: boolean): Health | null {
  if (firstMatch(lines, checkHealthForms.cloudShell) !== null) return 'cloud-shell';
  if (codes.some((code) => /^CONNECTIVITY_(?:REFRESH|ACCESS)_TOKEN_ERROR$/.test(code))) {
    const status = firstMatch(lines, checkHealthForms.code)?.[1] ?? '';
    return Object.hasOwn(healthByStatus, status) ? (healthByStatus[status] ?? null) : null;
  }
  const found = healthByCode.find(([code]) => codes.includes(code));
  if (found !== undefined) return found[1];
  if (!exchanged) return null;
  if (codes.length === 0) return 'all-ok';
  return codes.every((code) => /^(?:HELM|NOTARY)_/.test(code)) ? 'helm-notary-only' : null;
}

function registryIn(lines: readonly string[], codes: readonly string[]): Output['about'] {
  const { dns, challenge, refresh, access, registry } = checkHealthForms;
  const told = [dns, challenge, refresh, access].map((form) => firstMatch(lines, form)?.[1]);
  const blamed = codes.length === 0 ? undefined : firstMatch(lines, registry)?.[1];
  const named = [...told, blamed].find((host) => host !== undefined) ?? '';
  return parseLoginServer(named);
}
