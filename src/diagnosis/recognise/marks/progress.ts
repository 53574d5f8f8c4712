import type { Mark } from './mark.js';

/** How far it got: steps of `az acr check-health`, and what worked or came before the failure. */
export const progressMarks = {
  'access-token-step': {
    find: ['connectivity_access_token_error'],
  },
  'challenge-ok': { find: ['challenge endpoint…:{ |}ok'] },
  'refresh-token-ok': { find: ['fetch refresh token…:{ |}ok'] },
  'access-token-ok': { find: ['fetch access token…:{ |}ok'] },
  'dns-ok': { find: ['dns lookup to…:{ |}ok'] },
  'daemon-ok': { find: ['docker daemon status: available'] },
  'connectivity-code': { find: ['·connectivity_…error'] },
  'check-health': {
    find: ['azure cli version:', 'acr check-health', 'acr/health-check'],
  },
  /** check-health found a private address for the login server. */
  'dns-private': {
    find: [/at ip (?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/],
  },
  // The containers tools put "Error parsing image name" before every failure; a registry that answers was parsed.
  'reference-parsed': {
    find: ['pinging {container|docker} registry', 'reading manifest', 'requesting bear{er|} token'],
  },
  'handshake-timeout': {
    find: ['tls handshake timeout', 'dial tcp…{timeout|timed out}', 'client.timeout exceeded'],
  },
  'bare-status-401': {
    find: ["{head|get|post|put} 'https://…': response status code 401"],
  },
  'crash-loop': { find: ['back-off restarting failed', 'crashloopbackoff', 'createcontainerconfigerror'] },
  'image-present': {
    find: ['already present on machine', 'createcontainerconfigerror', 'successfully pulled image'],
  },
  'usage-shown': { find: ['show-usage', 'current value'] },
} as const satisfies Record<string, Mark>;
