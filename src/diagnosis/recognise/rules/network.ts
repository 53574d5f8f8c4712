import type { Rule } from './rule.js';

/** Network faults, and whose they are. */
export const networkRules: readonly Rule[] = [
  {
    why: 'The name was parsed and the registry was asked: what follows is the failure.',
    all: ['reference-unparsable', 'reference-parsed'],
    votes: { 'login-server-malformed': -9 },
  },
  {
    why: 'An unreachable name of Resource Manager or Entra is a fault of the network, not of a name.',
    all: ['no-such-host', 'azure-endpoint-name'],
    votes: { 'connection-failed': 8, 'registry-not-found': -5 },
  },
  {
    why: 'There was no connection because the name does not exist.',
    all: ['new-connection', 'no-such-host'],
    votes: { 'connection-failed': -6 },
  },
  {
    why: 'Layers come from another host: the sign-in worked.',
    any: ['layer-host-unreachable', 'layer-download-failed'],
    votes: { 'connection-failed': -9, 'registry-not-found': -7, 'ip-not-allowed': -3, 'tls-untrusted': -8 },
  },
  {
    why: 'An App Service without a reason beside a pull over the network integration.',
    all: ['vnet-image-pull', 'image-pull-config'],
    votes: { 'credentials-invalid': -2, 'not-logged-in': -2 },
  },
  {
    why: 'The name has an alias in the private zone and still led to the public side.',
    all: ['privatelink-alias'],
    any: ['firewall-client-ip', 'status-403', 'firewall-cli', 'login-attempt-403'],
    votes: { 'private-endpoint-dns': 14, 'ip-not-allowed': -5, 'public-access-disabled': -4 },
  },
  {
    why: 'Public access is named beside a refusal.',
    all: ['public-access-off'],
    any: [
      'firewall-client-ip',
      'status-403',
      'denied-word',
      'exchange-403',
      'firewall-cli',
      'login-attempt-403',
    ],
    votes: { 'public-access-disabled': 6 },
  },
  {
    why: 'The tier is what forbids switching public access.',
    any: ['tier-lacks-feature', 'arm-DisablingPublicNetworkAccessNotSupported'],
    votes: { 'public-access-disabled': -8 },
  },
  {
    why: 'A token request or manifest answered 403 in a cluster: its network is not allowed.',
    all: ['status-403', 'kubernetes'],
    votes: { 'ip-not-allowed': 2, 'public-access-disabled': 1.5 },
  },
  {
    why: 'The 500 is that of the daemon or agent, which passes on that the connection failed.',
    all: ['server-5xx'],
    any: ['handshake-timeout', 'no-such-host', 'refused', 'x509-untrusted', 'dns-server-failed'],
    votes: { 'service-outage': -8 },
  },
  {
    why: 'Container Apps print "GET https::" whatever the name; the login server stands in the value.',
    all: ['host-lost', 'acr-host'],
    votes: { 'image-not-qualified': -13, 'role-missing': 10, 'credentials-invalid': 5 },
  },
  {
    why: 'The tag of a name without a host is missing at Docker Hub, and no registry of Azure is named.',
    all: ['hub-manifest-unknown'],
    none: ['acr-host', 'acr-named'],
    votes: { 'not-acr': 17, 'repository-or-tag-not-found': -8 },
  },
  {
    why: "Microsoft's public registry failed, and no other is named.",
    all: ['public-host'],
    any: ['server-5xx', 'timeout', 'refused', 'status-403', 'broken'],
    none: ['acr-named'],
    votes: { 'not-acr': 12 },
  },
  {
    why: 'Throttled: the other words of the answer are frame.',
    any: [
      'status-429',
      'exchange-429',
      'registry-TOOMANYREQUESTS',
      'check-CONNECTIVITY_TOOMANYREQUESTS_ERROR',
    ],
    votes: { 'service-outage': -4, 'connection-failed': -3 },
  },
  {
    why: 'The name that is not found is that of the daemon beside a build, which is called docker.',
    all: ['daemon-connect-error'],
    any: ['scheme-doubled', 'no-such-host', 'host-without-dot'],
    votes: { 'login-server-malformed': -12, 'registry-not-found': -8, 'image-not-qualified': -12 },
  },
  {
    why: 'A daemon that cannot be reached is also a connection error.',
    any: [
      'daemon-unreachable',
      'daemon-connect-error',
      'daemon-socket-missing',
      'daemon-socket-denied',
      'daemon-api-unreachable',
      'daemon-pipe-missing',
    ],
    votes: { 'connection-failed': -8 },
  },
  {
    why: 'No registry has a name of less than five characters.',
    all: ['name-too-short'],
    any: ['no-such-host', 'check-CONNECTIVITY_DNS_ERROR', 'cannot-connect-login-server'],
    votes: { 'login-server-malformed': 10 },
  },
  {
    why: 'The missing right concerns something that belongs to the registry.',
    all: ['arm-action-other', 'registry-in-scope'],
    votes: { 'not-acr': -7, 'arm-role-missing': 3 },
  },
  {
    why: 'The name is left out or made up, and the registry is named elsewhere: its credentials were refused.',
    all: ['instance-hub-image', 'acr-named'],
    votes: { 'image-not-qualified': -6, 'not-acr': -9, 'credentials-invalid': 7, 'not-logged-in': 5 },
  },
  {
    why: 'A storage account refused, and nothing of a registry is named.',
    all: ['storage-refusal'],
    none: ['acr-host', 'acr-named', 'content-request', 'layer-host-unreachable', 'kubernetes'],
    votes: { 'not-acr': 14, 'data-endpoint-blocked': -6 },
  },
  {
    why: 'The task has no credentials for that registry; no network refused it.',
    all: ['task-login-failed', 'login-without-terminal'],
    votes: { 'public-access-disabled': -9, 'ip-not-allowed': -9, 'role-missing': 4 },
  },
  {
    why: 'What is not reached is the endpoint for managed identities.',
    all: ['node-metadata'],
    any: ['timeout', 'refused', 'new-connection', 'broken'],
    none: ['acr-host'],
    votes: { 'managed-identity-unavailable': 8, 'connection-failed': -8 },
  },
  {
    why: 'The layers were not let through by whoever answers with its own certificate.',
    all: ['layer-download-failed', 'x509-untrusted'],
    votes: { 'tls-untrusted': 4, 'data-endpoint-blocked': -6 },
  },
  {
    why: 'A misspelt suffix explains why nothing is found.',
    any: ['host-misspelt', 'host-suffix-doubled', 'host-empty-label', 'scheme-doubled'],
    votes: { 'registry-not-found': -4, 'connection-failed': -4, 'private-endpoint-dns': -3 },
  },
];
