import type { Rule } from './rule.js';

/** What a 401 means depends on the request that it answered, and on who asked. */
export const accessRules: readonly Rule[] = [
  {
    why: 'A 401 at sign-in: what was sent is wrong.',
    any: ['authentication-required', 'status-401', 'invalid-username-password', 'unauthorized-word'],
    all: ['login-endpoint'],
    none: ['content-request', 'kubernetes'],
    votes: { 'credentials-invalid': 2.4, 'not-logged-in': 0.4 },
  },
  {
    why: 'A 401 at push or pull: no current credentials.',
    any: ['authentication-required', 'status-401', 'unauthorized-word', 'invalid-username-password'],
    all: ['content-request'],
    none: ['kubernetes', 'credentials-given', 'oauth-token-401'],
    votes: { 'not-logged-in': 2, 'role-missing': 1, 'entra-token-expired': 0.6, 'credentials-invalid': 0.2 },
  },
  {
    why: 'Credentials were given on the command line and refused.',
    any: ['authentication-required', 'status-401', 'unauthorized-word'],
    all: ['credentials-given'],
    none: ['kubernetes'],
    votes: { 'credentials-invalid': 2.5 },
  },
  {
    why: 'The registry names the action that the token lacks: signed in, without the right.',
    all: ['action-missing'],
    none: ['kubernetes', 'basic-challenge'],
    votes: { 'role-missing': 2.5 },
  },
  {
    why: 'oras shows the words of the token server; a bare status comes after a good token.',
    all: ['bare-status-401'],
    votes: { 'role-missing': 4 },
  },
  {
    why: 'Basic credentials were sent in each request, as with repository tokens and the admin user.',
    all: ['basic-challenge'],
    votes: { 'credentials-invalid': 4, 'scope-map-insufficient': 3 },
  },
  {
    why: 'Several refusals of one push: the first names the missing right, the last is its echo.',
    all: ['access-denied', 'authentication-required'],
    votes: { 'role-missing': 2, 'credentials-invalid': -2, 'not-logged-in': -2 },
  },
  {
    why: 'In a cluster, an anonymous request means that neither identity nor pull secret gave credentials.',
    all: ['kubernetes', 'anonymous-token-401'],
    none: ['build-tool'],
    votes: { 'aks-identity-missing-role': 11, 'aks-pull-secret-invalid': 9, 'not-logged-in': 2 },
  },
  {
    why: 'In a cluster, a refused token request with credentials points to the pull secret or the identity.',
    all: ['kubernetes', 'oauth-token-401'],
    none: ['build-tool'],
    votes: { 'aks-pull-secret-invalid': 10, 'aks-identity-missing-role': 9.5 },
  },
  {
    why: 'In a cluster, a bare 401 points to the identity of the nodes first.',
    all: ['kubernetes'],
    any: ['authentication-required', 'status-401', 'unauthorized-word'],
    none: [
      'build-tool',
      'anonymous-token-401',
      'oauth-token-401',
      'insufficient-scope',
      'exchange-401',
      'az-not-signed-in',
    ],
    votes: { 'aks-identity-missing-role': 8.5, 'aks-pull-secret-invalid': 7 },
  },
  {
    why: 'A pull secret is named beside the refusal.',
    all: ['pull-secret-named'],
    any: [
      'authentication-required',
      'status-401',
      'oauth-token-401',
      'anonymous-token-401',
      'no-basic-credentials',
      'unauthorized-word',
    ],
    votes: { 'aks-pull-secret-invalid': 6 },
  },
  {
    why: 'In a cluster, nobody logs in by hand.',
    all: ['kubernetes', 'no-basic-credentials'],
    votes: { 'aks-pull-secret-invalid': 9, 'aks-identity-missing-role': 10 },
  },
  {
    why: 'A token of --expose-token was used with another user name.',
    all: ['expose-token', 'named-user'],
    any: ['authentication-required', 'status-401', 'invalid-username-password'],
    votes: { 'expose-token-username': 10 },
  },
  {
    why: 'Listing repositories asks for the catalogue.',
    all: ['catalog-command'],
    any: ['authentication-required', 'status-401', 'access-denied'],
    none: ['exchange-401', 'exchange-403', 'challenge-missing'],
    votes: { 'catalog-not-authorized': 8 },
  },
  {
    why: 'The image or tag is missing; the 401 after it comes from the anonymous retry.',
    any: [
      'manifest-unknown',
      'manifest-not-found',
      'manifest-for-not-found',
      'repository-unknown',
      'reference-not-found',
    ],
    all: ['kubernetes'],
    votes: { 'repository-or-tag-not-found': 9 },
  },
  {
    why: 'The refusal has the words of the firewall; the status is only its echo.',
    all: ['firewall-client-ip'],
    any: ['pull-access-denied-acr', 'status-403', 'denied-word', 'exchange-403'],
    votes: { 'role-missing': -6, 'ip-not-allowed': 2 },
  },
  {
    why: 'The refusal has the words of a lock; the rest is the frame of the client.',
    all: ['operation-disallowed'],
    votes: { 'role-missing': -4 },
  },
  {
    why: 'Docker puts "pull access denied" before a missing right.',
    all: ['pull-access-denied-acr', 'access-denied'],
    votes: { 'role-missing': 2, 'image-not-qualified': -4 },
  },
  {
    why: 'The refused name has a login server: it is qualified.',
    all: ['acr-host', 'access-denied'],
    none: ['hub-library', 'unqualified-pull'],
    votes: { 'image-not-qualified': -4 },
  },
  {
    why: 'A name without a login server is refused by Docker Hub, whatever words it uses.',
    any: ['unqualified-pull', 'hub-library'],
    votes: { 'role-missing': -6, 'not-logged-in': -3 },
  },
  {
    why: 'The registry said that the secret is wrong; the 401 is its frame.',
    any: ['client-secret-refused', 'application-not-registered', 'client-id-no-guid', 'unknown-tenant'],
    votes: { 'not-logged-in': -3, 'role-missing': -3 },
  },
  {
    why: 'In a cluster, a refused service principal may sit in the pull secret.',
    all: ['kubernetes'],
    any: ['client-secret-refused', 'application-not-registered', 'client-id-no-guid'],
    votes: { 'aks-identity-missing-role': -6, 'aks-pull-secret-invalid': -4 },
  },
  {
    why: 'An import names its source: the 401 speaks of the source registry or a wrong source reference.',
    all: ['action-missing', 'mcr-as-repository'],
    votes: { 'image-not-qualified': 12, 'role-missing': -3 },
  },
];
