import { parseLoginServer } from '../facts/login-server.js';
import type { LoginServer } from '../reading.js';
import { resolved, unresolved } from './dns.js';
import { firstMatch } from './lines.js';
import { type Observation, type Output, outputOf, saw } from './output.js';

/** `kubectl describe pod`: what the kubelet's events tell of the node's way to the registry. */
const kubectlForms = {
  name: /^Name:[ \t]{1,30}[a-z0-9][a-z0-9.-]{0,252}$/,
  namespace: /^Namespace:[ \t]{1,30}[a-z0-9][a-z0-9-]{0,62}$/,
  events: /^Events:(?:[ \t]{1,30}<none>)?$/,
  image: /^Image:[ \t]{1,30}([A-Za-z0-9.-]{1,160})\/[^\s]{1,300}$/,
  kubelet: /^(?:Normal|Warning)[ \t]{1,20}[A-Za-z]{1,30}[ \t]/,
  missing: /: lookup ([A-Za-z0-9.-]{1,160}) on ([0-9A-Fa-f.:]{2,45}):53: no such host/,
  failing: /: lookup ([A-Za-z0-9.-]{1,160}) on ([0-9A-Fa-f.:]{2,45}):53: (?:server misbehaving|read udp )/,
  dialled:
    /https:\/\/([A-Za-z0-9.-]{1,160})\/v2\/.{0,200}: dial tcp ([0-9.]{7,15}):443: (?:i\/o timeout|connect: connection (?:refused|timed out))/,
  pulled: /Successfully pulled image "([A-Za-z0-9.-]{1,160})\/[^\s"]{1,300}"/,
} as const;

/** Reads a pod's description; null where it is none. It does not show which pull secret is used. */
export function readKubectl(lines: readonly string[]): Output | null {
  const { name, namespace, events, image } = kubectlForms;
  if ([name, namespace, events].some((form) => firstMatch(lines, form) === null)) return null;
  const about = lines.map((line) => parseLoginServer(image.exec(line)?.[1] ?? '')).find((it) => it !== null);
  if (about === undefined) return null;
  const told = lines
    .slice(lines.findIndex((line) => events.test(line)))
    .filter((line) => kubectlForms.kubelet.test(line));
  // The last event is the newest.
  const seen =
    told
      .toReversed()
      .map((line) => eventOf(line, about))
      .find((it) => it.length > 0) ?? [];
  return outputOf('kubectl describe pod', { about, environment: 'kubernetes', seen });
}

function eventOf(line: string, about: LoginServer): readonly Observation[] {
  const [, missing, resolver = null] = kubectlForms.missing.exec(line) ?? [];
  if (missing === about) return [unresolved('not-found', resolver), saw('challenge', 'no-answer')];
  const [, failing, asked = null] = kubectlForms.failing.exec(line) ?? [];
  if (failing === about) return [unresolved('server-error', asked), saw('challenge', 'no-answer')];
  const [, dialled, address = ''] = kubectlForms.dialled.exec(line) ?? [];
  if (dialled === about) {
    const dns = resolved([address]);
    const shut = [saw('connection', 'refused-or-timeout'), saw('challenge', 'no-answer')];
    return dns === null ? shut : [dns, ...shut];
  }
  return kubectlForms.pulled.exec(line)?.[1] === about ? [saw('connection', 'connects')] : [];
}
