import type { Rule } from './rule.js';

/** What a paste shows beside the refusal – settings, versions, what was done before – tells what the refusal means. */
export const shownRules: readonly Rule[] = [
  {
    why: 'Signed in under the name in lower case, asked under one with capitals.',
    all: ['acr-host-in-capitals', 'content-request'],
    any: ['authentication-required', 'no-basic-credentials', 'unauthorized-word', 'status-401'],
    none: ['kubernetes'],
    votes: { 'login-server-malformed': 12 },
  },
  {
    why: 'An old client, whatever the registry told it.',
    all: ['client-version-old'],
    any: ['authentication-required', 'status-401', 'access-denied', 'unauthorized-word'],
    votes: { 'docker-too-old': 8 },
  },
  {
    why: 'Everybody may pull, and a pull is refused: what was sent along is in the way.',
    all: ['anonymous-pull-on'],
    any: ['authentication-required', 'status-401', 'access-denied', 'unauthorized-word'],
    votes: { 'anonymous-pull-stale-login': 8 },
  },
  {
    why: 'In the ABAC mode the catalogue has a role of its own.',
    all: ['catalog-command', 'abac-named'],
    any: ['exchange-401', 'cli-data-plane-401', 'authentication-required', 'status-401'],
    votes: { 'catalog-not-authorized': 14, 'role-missing': -4 },
  },
  {
    why: 'Both passwords of the admin user are called as those of a token.',
    all: ['admin-named', 'told-repo-token-password'],
    none: ['repo-token-named'],
    votes: { 'repo-token-password-wrong': -10, 'admin-password-wrong': 3 },
  },
  {
    why: 'A role given in the same run does not count yet.',
    all: ['role-just-given'],
    any: ['authentication-required', 'status-401', 'access-denied', 'status-403', 'instance-image-refused'],
    votes: { 'role-propagating': 11, 'role-missing': 3 },
  },
  {
    why: 'The mode was switched: what the cluster holds is from before.',
    all: ['kubernetes', 'mode-just-switched'],
    votes: { 'mode-switch-stale-credential': 5 },
  },
  {
    why: 'The registry honours repository roles only, and the identity has one of the older roles.',
    all: ['abac-mode-words'],
    any: ['oauth-token-401', 'anonymous-token-401', 'authentication-required', 'status-401', 'access-denied'],
    votes: { 'abac-ignores-legacy-role': 6, 'aks-pull-secret-invalid': -4 },
  },
  {
    why: 'The registry is over its size, which is refused in the words of a lock.',
    all: ['operation-disallowed', 'usage-shown'],
    votes: { 'quota-exceeded': 14 },
  },
  {
    why: 'The push came longer after the sign-in than a token lives.',
    all: ['told-long-job'],
    any: ['oauth-token-401', 'authentication-required', 'status-401'],
    votes: { 'entra-token-expired': 4 },
  },
  {
    why: 'The admin user is off, and a name and password are sent.',
    all: ['admin-off-shown', 'credentials-given'],
    any: ['authentication-required', 'status-401', 'invalid-username-password'],
    votes: { 'admin-user-disabled': 9 },
  },
  {
    why: 'A lock or a quarantine hides the tag.',
    all: ['operation-disallowed'],
    any: ['manifest-unknown', 'manifest-not-found', 'manifest-for-not-found'],
    votes: { 'repository-or-tag-not-found': -26, 'content-locked': 4 },
  },
];
