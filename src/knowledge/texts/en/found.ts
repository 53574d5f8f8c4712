import type { FoundTexts } from '../types.js';

/** What checks saw, behind the label of the check. */
export const found: FoundTexts = {
  'docker-daemon': { available: 'The daemon answers', down: 'The daemon does not answer' },
  'docker-version': { current: 'New enough', outdated: 'Too old' },
  'stored-credentials': {
    stored: 'For this registry there are some',
    none: 'For this registry there are none',
  },
  'registry-lookup': {
    here: 'Found in Azure',
    elsewhere: 'Exists, but not in the subscription that was searched',
    absent: 'Does not exist: DNS does not know the name',
    'no-permission': 'Exists, but the identity has no role that shows it',
  },
  'image-exists': { exists: 'Found in the registry', missing: 'Not found in the registry' },
  'image-platform': {
    offered: 'Has a variant for this platform',
    missing: 'Has no variant for this platform',
  },
  'entra-session': {
    'works-now': 'Signed in, and the registry accepts it',
    'still-refused': 'Signed in to Azure, but the registry refuses',
    'entra-error': 'Azure gives no token for this sign-in',
  },
  'arm-audience': {
    accepted: 'Accepts tokens for Azure Resource Manager',
    refused: 'Refuses tokens for Azure Resource Manager',
  },
  'sp-application': {
    found: 'Found in the directory of the registry',
    'not-found': 'Not in the directory of the registry, or disabled there',
    'other-tenant': 'Found, but only in another directory',
  },
  'sp-secret-expiry': {
    current: 'At least one client secret is still valid',
    expired: 'No client secret is valid',
  },
  'admin-user': { enabled: 'Enabled', disabled: 'Disabled' },
  'token-status': { enabled: 'Enabled', disabled: 'Disabled' },
  'token-password': { current: 'At least one password is still valid', expired: 'No password is valid' },
  'scope-map': {
    covers: 'Allows this action on this repository',
    lacks: 'Does not allow this action on this repository',
  },
  provider: { registered: 'Registered', 'not-registered': 'Not registered' },
  'management-rights': {
    assigns: 'Include assigning roles',
    'cannot-assign': 'Do not include assigning roles',
    'no-access': 'Neither to see nor to manage it',
  },
  account: {
    member: 'A member of the directory',
    guest: 'A guest in the directory',
    disabled: 'Disabled',
  },
  'anonymous-pull': { on: 'Allowed', off: 'Not allowed' },
  'permission-mode': {
    legacy: '`RBAC Registry Permissions`',
    abac: '`RBAC Registry + ABAC Repository Permissions`',
  },
  'roles-legacy': {
    covers: 'Holds a role that allows the action',
    'too-weak': 'Holds a role, but only for less',
    'repository-roles-only': 'Holds only roles that do not count in this registry',
    'eligible-only': 'Is eligible for the role, but it is not activated (PIM)',
    'granted-recently': 'Holds the right role, for less than 10 minutes',
    none: 'Holds no role that gives access to images',
  },
  'roles-abac': {
    covers: 'Holds a repository role that allows the action',
    'too-weak': 'Holds a repository role, but only for less',
    'images-only': 'Holds a role for images, but none to list repositories',
    'condition-excludes': 'Holds a role whose condition leaves this repository out',
    'legacy-roles-only': 'Holds only roles that do not count in this registry',
    'eligible-only': 'Is eligible for the role, but it is not activated (PIM)',
    'granted-recently': 'Holds the right role, for less than 10 minutes',
    none: 'Holds no role that gives access to images',
  },
  challenge: {
    challenged: 'Reachable, and asks for a sign-in',
    forbidden: 'Refuses the network (403)',
    'no-answer': 'No answer',
  },
  dns: {
    'public-address': 'Resolves to a public address',
    'private-address': 'Resolves to a private address',
    'not-found': 'DNS does not know the name',
    'server-error': 'The name server does not answer, or fails',
  },
  'private-endpoint': { approved: 'Approved', none: 'None that is approved' },
  connection: {
    connects: 'Connects, and gets an answer',
    'refused-or-timeout': 'Refused, or no answer in time',
    'tls-error': 'The encrypted connection (TLS) fails',
  },
  'network-rules': {
    'public-access-off': 'Public access is disabled',
    'ip-not-listed': 'Only some networks are allowed, and not this address',
    'proxy-in-between': 'Address is listed, but a proxy or VPN is in between',
    allowed: 'Allow this access',
  },
  'data-endpoint': { blocked: 'Not reachable', reachable: 'Reachable' },
  'kubelet-role': {
    'role-present': 'Holds a role that allows pulling',
    'role-missing': 'Holds no role that allows pulling',
    'service-principal': 'The cluster uses a service principal',
    'other-tenant': 'Cluster and registry are in different directories',
  },
  'managed-identity': {
    assigned: 'Assigned to the resource',
    missing: 'Not found',
    'wrong-one': 'Another one, or several and none is chosen',
  },
  'federated-credential': {
    matches: 'One has exactly this issuer and subject',
    differs: 'None has exactly this issuer and subject',
  },
  'content-state': {
    free: 'Not locked, and there is space',
    locked: 'Locked against this action',
    'storage-full': 'The storage limit is reached',
  },
  'service-state': { healthy: 'The service answers', outage: 'Answers with a server error' },
};
