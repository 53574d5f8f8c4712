import type { CauseId } from '../../src/knowledge/causes.js';
import { type CommandName, commandNames } from './commands.js';

/** How a command ends in a world, and what of its text is the service's. */
export interface Expected {
  readonly exit: 'ok' | 'fails';
  readonly prints: RegExp;
  /**
   * What the diagnosis may read in it first. The world's own cause where the text is enough to know it; else what one can
   * say of the text alone.
   */
  readonly reads: readonly CauseId[];
}

export type Expectations = Readonly<Partial<Record<CommandName, Expected>>>;

const fails = (prints: RegExp, ...reads: CauseId[]): Expected => ({ exit: 'fails', prints, reads });
const each = (names: readonly CommandName[], expected: Expected): Expectations =>
  Object.fromEntries(names.map((name) => [name, expected]));

const pulls = ['skopeo inspect', 'skopeo copy (pull)', 'podman pull'] as const;
const containers = [...pulls, 'skopeo copy (push)'] as const;
const logins = ['skopeo login', 'podman login'] as const;
const azRegistry = ['az acr login --expose-token', 'az acr repository list'] as const;
const worked: Expected = { exit: 'ok', prints: /^/, reads: [] };

/**
 * `check-health` ends well whatever it finds. On a machine of the tests it also finds that there is no Docker daemon, no Helm,
 * and no way to Microsoft's sample image, each of which is true.
 */
const health = (prints: RegExp, ...reads: CauseId[]): Expectations => ({
  'az acr check-health': {
    exit: 'ok',
    prints,
    reads: [...reads, 'docker-not-running', 'connection-failed', 'helm-notary-missing'],
  },
});

/** Every kind of wrong user name and password, and an identity without any role, are told in the same words. */
const bare = ['credentials-invalid', 'not-logged-in'] as const;
const words = /unauthorized: authentication required, visit https:\/\/aka\.ms\/acr\/authorization/;
const unauthorized: Expectations = {
  ...each(['docker login', 'docker pull'], fails(words, ...bare)),
  // Docker asks for what a push needs before it sends a layer.
  'docker push': fails(words, ...bare),
  // Old and new ones hide the words of the registry.
  ...each(logins, fails(/invalid username\/password/, ...bare)),
  ...each(containers, fails(RegExp(`invalid username/password: ${words.source}`), ...bare)),
  // The kubelet has such a user name and password from a pull secret only.
  'containerd (CRI) pull': fails(
    /failed to authorize: failed to fetch oauth token: .+ 401 Unauthorized/,
    'aks-pull-secret-invalid',
    ...bare,
  ),
};

const refusedToken =
  /CONNECTIVITY_REFRESH_TOKEN_ERROR\nAccess to registry '\S+' was denied\. Response code: 401\./;
const denied = /requested access to the resource is denied/;
const withoutRight: readonly CauseId[] = ['role-missing'];
const missing = /manifest unknown: manifest tagged by \\?"\S+\\?" is not found/;
const unreachable = /Could not connect to the registry login server '\S+'\./;
const noHost = /dial tcp: lookup \S+ on \S+: no such host/;
const untrusted = /x509: certificate signed by unknown authority/;
const closed = /dial tcp 20\.\S+:443: connect: connection refused/;
const goTools = [...logins, ...containers, 'docker login', 'docker pull', 'containerd (CRI) pull'] as const;

export const expectations: Readonly<Partial<Record<CauseId | 'works', Expectations>>> = {
  works: each(commandNames, worked),
  'sp-secret-invalid': {
    'az login': fails(/AADSTS7000215: Invalid client secret provided\./, 'sp-secret-invalid'),
    ...unauthorized,
    '@azure/container-registry': fails(/AADSTS7000215/, 'sp-secret-invalid'),
  },
  'sp-secret-expired': {
    'az login': fails(/AADSTS7000222: The provided client secret keys .+ are expired\./, 'sp-secret-expired'),
    ...unauthorized,
    '@azure/container-registry': fails(/AADSTS7000222/, 'sp-secret-expired'),
  },
  'sp-not-found': {
    'az login': fails(/AADSTS700016: Application with identifier '\S+' was not found/, 'sp-not-found'),
    ...each(['docker login', 'docker pull'], fails(/Application not registered with AAD\./, 'sp-not-found')),
    '@azure/container-registry': fails(/AADSTS700016/, 'sp-not-found'),
  },
  'role-missing': {
    'az acr show': worked,
    ...each(azRegistry, fails(refusedToken, 'role-missing', 'entra-token-expired')),
    ...health(refusedToken, 'role-missing', 'entra-token-expired'),
    ...unauthorized,
    '@azure/container-registry': fails(/statusCode: 401/, 'role-missing', ...bare),
  },
  'ip-not-allowed': {
    'az acr show': worked,
    ...each(azRegistry, fails(/Looks like you don't have access to registry '\S+'\./, 'ip-not-allowed')),
    ...health(/CONNECTIVITY_FORBIDDEN_ERROR/, 'ip-not-allowed'),
    'docker login': fails(/login attempt to \S+ failed with status: 403 Forbidden/, 'ip-not-allowed'),
    'docker pull': fails(/client with IP .+203\.0\.113\.77.+ is not allowed access/, 'ip-not-allowed'),
    ...each(
      [...logins, ...containers],
      fails(
        /status code from registry 403|client with IP '203\.0\.113\.77' is not allowed/,
        'ip-not-allowed',
      ),
    ),
    'containerd (CRI) pull': fails(/403 Forbidden/, 'ip-not-allowed'),
    '@azure/container-registry': fails(/client with IP \S+ is not allowed access/, 'ip-not-allowed'),
  },
  'content-locked': {
    ...each(['docker login', ...logins, ...pulls, 'docker pull', '@azure/container-registry'], worked),
    ...each(
      ['skopeo copy (push)', 'docker push'],
      fails(/unknown: The operation is disallowed on this registry, repository or image\./, 'content-locked'),
    ),
  },
  'rate-limited': {
    'az acr show': worked,
    ...each(
      azRegistry,
      fails(/CONNECTIVITY_CHALLENGE_ERROR/, 'rate-limited', 'service-outage', 'connection-failed'),
    ),
    ...health(/CONNECTIVITY_CHALLENGE_ERROR/, 'rate-limited', 'service-outage'),
    'docker login': fails(/429 Too Many Requests/, 'rate-limited'),
    'docker pull': fails(/toomanyrequests: Too many requests/, 'rate-limited'),
    ...each([...logins, ...containers], fails(/too many requests/i, 'rate-limited')),
    'containerd (CRI) pull': fails(/429 Too Many Requests/, 'rate-limited'),
    '@azure/container-registry': fails(/TOOMANYREQUESTS/, 'rate-limited'),
  },
  'abac-condition-excludes': {
    ...each(['az acr show', 'docker login', ...logins], worked),
    'az acr repository list': fails(/authentication required/, 'catalog-not-authorized', ...withoutRight),
    ...each(['docker manifest inspect', 'docker pull', ...containers], fails(denied, ...withoutRight)),
    'containerd (CRI) pull': fails(/insufficient_scope: authorization failed/, ...withoutRight),
    '@azure/container-registry': fails(/metadata_read/, ...withoutRight),
  },
  'scope-map-insufficient': {
    ...each(['docker login', ...logins], worked),
    ...each(['skopeo copy (push)', 'docker push'], fails(denied, 'scope-map-insufficient', ...withoutRight)),
  },
  'repo-token-password-wrong': unauthorized,
  'repository-or-tag-not-found': {
    ...each(['docker login', ...logins], worked),
    ...each([...pulls, 'docker pull'], fails(missing, 'repository-or-tag-not-found')),
    'docker manifest inspect': fails(/no such manifest/, 'repository-or-tag-not-found'),
    'containerd (CRI) pull': fails(/: not found/, 'repository-or-tag-not-found'),
  },
  'registry-not-found': {
    'az acr show': fails(/could not be found in subscription/, 'registry-not-found', 'wrong-subscription'),
    ...each(azRegistry, fails(unreachable, 'registry-not-found')),
    ...health(/CONNECTIVITY_DNS_ERROR/, 'registry-not-found'),
    ...each(goTools, fails(noHost, 'registry-not-found')),
    '@azure/container-registry': fails(/getaddrinfo ENOTFOUND/, 'registry-not-found'),
  },
  'tls-untrusted': {
    ...each(azRegistry, fails(unreachable, 'tls-untrusted', 'connection-failed')),
    ...health(/CONNECTIVITY_SSL_ERROR/, 'tls-untrusted'),
    ...each(goTools, fails(untrusted, 'tls-untrusted')),
    '@azure/container-registry': fails(/unable to verify the first certificate/, 'tls-untrusted'),
  },
  'connection-failed': {
    ...each(azRegistry, fails(unreachable, 'connection-failed')),
    ...health(/CONNECTIVITY_CHALLENGE_ERROR/, 'connection-failed', 'service-outage'),
    ...each(goTools, fails(closed, 'connection-failed')),
    // Nothing in it names a registry.
    '@azure/container-registry': fails(/connect ECONNREFUSED 20\.\S+:443/, 'connection-failed', 'not-acr'),
  },
  'arm-role-missing': {
    'az acr show': fails(/could not be found in subscription/, 'arm-role-missing', 'wrong-subscription'),
    ...each(['az acr login --expose-token', 'docker login', ...pulls], worked),
  },
};
