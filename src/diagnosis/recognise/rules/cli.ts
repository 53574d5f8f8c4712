import type { Rule } from './rule.js';

/** az prints several messages for one failure; which of them decides depends on the others. */
export const cliRules: readonly Rule[] = [
  {
    why: 'The exchange refused and az advises a new sign-in: the session first.',
    all: ['exchange-401', 'relogin-hint'],
    none: ['access-token-step'],
    votes: { 'entra-token-expired': 1.6 },
  },
  {
    why: 'The exchange went well and the scope was refused: a right is missing.',
    all: ['access-token-step'],
    any: ['exchange-401', 'exchange-403'],
    votes: { 'role-missing': 3 },
  },
  {
    why: 'The registry answered the challenge, so that its network lets the client through.',
    all: ['challenge-ok', 'exchange-403'],
    votes: { 'role-missing': 4, 'ip-not-allowed': -4, 'public-access-disabled': -4 },
  },
  {
    why: 'The second message is only the fallback to the admin user.',
    any: ['exchange-401', 'exchange-403', 'exchange-429', 'exchange-5xx', 'challenge-missing'],
    all: ['arm-action-registry'],
    votes: { 'arm-role-missing': -7 },
  },
  {
    why: 'Not found in the subscription is only the fallback where the exchange answered.',
    any: ['exchange-401', 'exchange-403'],
    all: ['not-in-subscription'],
    votes: { 'wrong-subscription': -1, 'registry-not-found': -5, 'role-missing': 2 },
  },
  {
    why: 'The name that az built does not answer: there is no such registry.',
    all: ['not-in-subscription', 'cannot-connect-login-server'],
    none: ['dash-in-name', 'scheme-doubled'],
    votes: { 'registry-not-found': 3, 'wrong-subscription': -6 },
  },
  {
    why: 'A name with a dash cannot be a resource name.',
    all: ['dash-in-name', 'cannot-connect-login-server'],
    votes: { 'login-server-malformed': 14 },
  },
  {
    why: 'az wrote "not found" and then answered: the registry is in another subscription.',
    all: ['default-login-server'],
    none: ['cannot-connect-login-server', 'no-such-host'],
    votes: { 'registry-not-found': -2 },
  },
  {
    why: 'Older az shows a blocked network as a missing challenge with a refusal.',
    all: ['challenge-missing', 'access-denied'],
    votes: { 'ip-not-allowed': 8, 'public-access-disabled': 7, 'role-missing': -1 },
  },
  {
    why: 'Connection errors on the way show why there was no challenge.',
    all: ['challenge-missing'],
    any: ['timeout', 'refused', 'proxy', 'new-connection'],
    votes: { 'connection-failed': 4 },
  },
  {
    why: 'The name leads to a private endpoint that does not answer from here.',
    all: ['challenge-missing', 'dns-private'],
    votes: { 'connection-failed': 4, 'private-endpoint-dns': 6, 'public-access-disabled': 3 },
  },
  {
    why: 'check-health found a fault of the registry; the missing Docker is a second one.',
    all: ['check-health', 'connectivity-code'],
    any: [
      'check-DOCKER_COMMAND_ERROR',
      'check-DOCKER_DAEMON_ERROR',
      'daemon-unreachable',
      'daemon-connect-error',
    ],
    votes: { 'docker-not-running': -14 },
  },
  {
    why: 'The sample comes from MCR: it says nothing about the registry.',
    all: ['check-DOCKER_PULL_ERROR'],
    votes: { 'not-acr': -8 },
  },
  {
    why: 'With everything else in order, a failed sample is all that is wrong.',
    all: ['check-DOCKER_PULL_ERROR', 'access-token-ok'],
    votes: { 'connection-failed': 1 },
  },
  {
    why: 'Everything about the registry is in order.',
    all: ['access-token-ok'],
    votes: { 'registry-not-found': -3, 'credentials-invalid': -1 },
  },
  {
    why: 'The daemon is missing because Cloud Shell has none.',
    all: ['cloud-shell'],
    any: [
      'daemon-unreachable',
      'check-DOCKER_COMMAND_ERROR',
      'check-DOCKER_DAEMON_ERROR',
      'daemon-socket-missing',
      'client-missing',
      'daemon-verify',
      'daemon-not-running',
    ],
    votes: { 'cloud-shell-no-daemon': 30 },
  },
  {
    why: 'The reason behind an unreadable version is the old client.',
    all: ['client-too-old'],
    votes: { 'docker-not-running': -6, 'connection-failed': -10 },
  },
  {
    why: 'This crash of az has a known reason.',
    all: ['cli-registry-missing-crash'],
    votes: { 'client-defect': -12 },
  },
  {
    why: 'A certificate error is wrapped in a connection error by Python and Node.',
    any: ['x509-untrusted', 'certificate-rejected'],
    votes: { 'connection-failed': -12 },
  },
  {
    why: 'A crash that ends in a named fault is no defect of the tool.',
    all: ['traceback'],
    any: [
      'new-connection',
      'refused',
      'timeout',
      'proxy',
      'x509-untrusted',
      'certificate-rejected',
      'server-5xx',
      'imds-unreachable',
      'authority-unknown',
      'cli-registry-missing-crash',
    ],
    votes: { 'client-defect': -5 },
  },
  {
    why: 'The metadata endpoint does not answer: no managed identity here.',
    all: ['imds-unreachable'],
    any: ['refused', 'timeout', 'new-connection', 'broken'],
    votes: { 'managed-identity-unavailable': 9 },
  },
  {
    why: 'Retries ended in 5xx answers.',
    all: ['new-connection', 'server-5xx'],
    votes: { 'connection-failed': -4 },
  },
  {
    why: 'No credential of the SDK had a session; the identity is not the point.',
    all: ['az-not-signed-in', 'credential-unavailable'],
    none: ['identity-not-found', 'imds-unreachable'],
    votes: { 'managed-identity-unavailable': -2 },
  },
  {
    why: 'az asks for a new sign-in after every Entra error; the code tells the reason.',
    all: ['az-not-signed-in'],
    any: ['aadsts-any'],
    votes: { 'not-logged-in': -11 },
  },
];
