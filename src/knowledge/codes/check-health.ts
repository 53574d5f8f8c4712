import type { CodeEntry } from './code.js';

const docs = 'container-registry-health-error-reference.md; azure-cli acr/_errors.py';

/** Codes of `az acr check-health` and `az acr login`. The three-digit response code of the token errors decides further. */
export const checkHealthCodes = {
  DOCKER_COMMAND_ERROR: {
    meaning: 'The Docker client was not found or could not reach a daemon.',
    causes: ['docker-not-running'],
    symptom: 'docker-unavailable',
    source: docs,
  },
  DOCKER_DAEMON_ERROR: {
    meaning: 'The state of the Docker daemon is unknown or it cannot be reached.',
    causes: ['docker-not-running'],
    symptom: 'docker-unavailable',
    source: docs,
  },
  DOCKER_VERSION_ERROR: {
    meaning: '`docker version` could not be run; says nothing about an old Docker.',
    causes: ['docker-not-running', 'docker-too-old'],
    symptom: 'docker-unavailable',
    source: docs,
  },
  DOCKER_PULL_ERROR: {
    meaning: 'The sample image of MCR, not of the registry, could not be pulled.',
    causes: ['connection-failed', 'docker-not-running'],
    symptom: 'sample-pull-failed',
    source: docs,
  },
  HELM_COMMAND_ERROR: {
    meaning: 'Helm is not installed; harmless for the registry.',
    causes: ['helm-notary-missing'],
    symptom: 'helm-notary',
    source: docs,
  },
  HELM_VERSION_ERROR: {
    meaning: 'The Helm version could not be read or is not the recommended one; harmless.',
    causes: ['helm-notary-missing'],
    symptom: 'helm-notary',
    source: docs,
  },
  NOTARY_COMMAND_ERROR: {
    meaning: 'Notary is not installed; harmless for the registry.',
    causes: ['helm-notary-missing'],
    symptom: 'helm-notary',
    source: docs,
  },
  NOTARY_VERSION_ERROR: {
    meaning: 'The Notary version could not be read or is not the recommended one; harmless.',
    causes: ['helm-notary-missing'],
    symptom: 'helm-notary',
    source: docs,
  },
  CMK_ERROR: {
    meaning: 'The identity of the registry for its customer-managed key does not exist.',
    causes: ['cmk-key-unavailable'],
    symptom: 'cmk',
    source: docs,
  },
  CONNECTIVITY_DNS_ERROR: {
    meaning: 'The login server could not be resolved.',
    causes: ['registry-not-found', 'connection-failed', 'private-endpoint-dns', 'login-server-malformed'],
    symptom: 'unreachable',
    source: docs,
  },
  CONNECTIVITY_FORBIDDEN_ERROR: {
    meaning: '`GET /v2/` answered 403: network rules or public access.',
    causes: ['ip-not-allowed', 'public-access-disabled'],
    symptom: 'firewall-refusal',
    source: docs,
  },
  CONNECTIVITY_CHALLENGE_ERROR: {
    meaning: '`GET /v2/` gave no 401 with a challenge: 429, 5xx, 200, or no answer at all.',
    causes: ['service-outage', 'connection-failed'],
    symptom: 'server-error',
    source: docs,
  },
  CONNECTIVITY_AAD_LOGIN_ERROR: {
    meaning:
      'The challenge lacks realm or service: a fault of the service, or not a container registry of Azure.',
    causes: ['service-outage', 'connection-failed'],
    symptom: 'server-error',
    source: docs,
  },
  CONNECTIVITY_WWW_AUTHENTICATE_ERROR: {
    meaning: 'The challenge was neither Basic nor Bearer.',
    causes: ['service-outage', 'connection-failed'],
    symptom: 'server-error',
    source: 'azure-cli acr/_errors.py',
  },
  CONNECTIVITY_REFRESH_TOKEN_ERROR: {
    meaning:
      '`/oauth2/exchange` refused; the response code tells identity (401), network or right (403), rate (429), service (5xx).',
    causes: ['role-missing', 'entra-token-expired', 'ip-not-allowed', 'public-access-disabled'],
    symptom: 'exchange-401',
    source: docs,
  },
  CONNECTIVITY_ACCESS_TOKEN_ERROR: {
    meaning: '`/oauth2/token` refused the scope after a good exchange.',
    causes: ['role-missing', 'abac-condition-excludes', 'catalog-not-authorized'],
    symptom: 'exchange-401',
    source: docs,
  },
  CONNECTIVITY_SSL_ERROR: {
    meaning: 'TLS failed, mostly because of a proxy.',
    causes: ['tls-untrusted', 'connection-failed'],
    symptom: 'tls',
    source: docs,
  },
  CONNECTIVITY_TOOMANYREQUESTS_ERROR: {
    meaning: '`/oauth2/exchange` answered 429.',
    causes: ['rate-limited'],
    symptom: 'throttled',
    source: 'gh:Azure/azure-cli#25549',
  },
  LOGIN_SERVER_ERROR: {
    meaning: 'Resource Manager does not know the registry and the cloud has no registry suffix.',
    causes: ['registry-not-found', 'arm-role-missing', 'wrong-subscription'],
    symptom: 'resource-not-found',
    source: docs,
  },
  UNEXPECTED_ERROR: {
    meaning: 'The CLI met something it does not know.',
    causes: ['unknown'],
    symptom: 'other',
    source: 'azure-cli acr/_errors.py',
  },
} as const satisfies Record<string, CodeEntry>;
