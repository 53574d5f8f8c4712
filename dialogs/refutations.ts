import type { CauseId } from '../src/knowledge/causes.js';
import type { QuestionId } from './walk.js';

/** Causes of the admin user, of repository-scoped tokens, and of managed identities: out where another method is used. */
const adminOnly = ['admin-user-disabled', 'admin-password-wrong'] as const;
const tokenOnly = ['repo-token-disabled', 'repo-token-password-wrong', 'scope-map-insufficient'] as const;
const managedOnly = ['managed-identity-unavailable'] as const;
/** Causes that only the newer permission mode has; the check of the older one says that it is the mode. */
const abacOnly = ['abac-ignores-legacy-role', 'abac-condition-excludes'] as const;
/** A role that would do is neither waited for nor to be activated: the checks of roles have verdicts for both. */
const soonGood = ['role-not-activated', 'role-propagating'] as const;

/**
 * Causes that an answer rules out, whatever the text says for them. Each follows from what the verdict is documented to
 * mean; the comment says how where that is not its plain opposite.
 */
export const refutations: Readonly<
  Partial<Record<QuestionId, Readonly<Record<string, readonly CauseId[]>>>>
> = {
  'auth-method': {
    // In a service of Azure, whoever means their own sign-in is served by a managed identity all the same.
    'individual-entra': [...adminOnly, ...tokenOnly],
    'exposed-token': [...adminOnly, ...tokenOnly],
    'service-principal': [...adminOnly, ...tokenOnly, ...managedOnly],
    'managed-identity': [...adminOnly, ...tokenOnly],
    'aks-kubelet-identity': [...adminOnly, ...tokenOnly],
    'admin-user': [...tokenOnly, ...managedOnly],
    'repository-token': [...adminOnly, ...managedOnly],
    'workload-federation': [...adminOnly, ...tokenOnly],
  },
  // A certificate comes over a connection that stands; a credential is stored after it was accepted.
  symptom: {
    'cloud-shell': ['docker-not-running'],
    tls: ['connection-failed'],
    'credential-store': ['not-logged-in', 'credentials-invalid'],
  },
  environment: { 'cloud-shell': ['docker-not-running'] },
  // Cloud Shell has no daemon: where one answers, this is another place.
  'docker-daemon': { available: ['docker-not-running', 'cloud-shell-no-daemon'] },
  'docker-version': { current: ['docker-too-old'] },
  'name-form': { 'well-formed': ['login-server-malformed'] },
  'registry-lookup': {
    here: ['registry-not-found', 'wrong-subscription'],
    // Resource Manager refuses whoever may not look, whether there is a registry or not.
    'no-permission': ['wrong-subscription'],
    elsewhere: ['registry-not-found', 'arm-role-missing'],
    // Nothing is there that could refuse an address, be reached by another way, or have a fault.
    absent: [
      'wrong-subscription',
      'connection-failed',
      'private-endpoint-dns',
      'ip-not-allowed',
      'public-access-disabled',
      'service-outage',
    ],
  },
  // A platform is looked for in an image that is there.
  'image-exists': { exists: ['repository-or-tag-not-found'], missing: ['platform-mismatch'] },
  'image-platform': {
    offered: ['platform-mismatch', 'repository-or-tag-not-found'],
    missing: ['repository-or-tag-not-found'],
  },
  'image-reference': { qualified: ['image-not-qualified'] },
  provider: { registered: ['provider-not-registered'] },
  'management-rights': {
    assigns: ['assign-role-not-allowed', 'arm-role-missing'],
    'cannot-assign': ['arm-role-missing'],
  },
  'stored-credentials': { stored: ['not-logged-in'], none: ['anonymous-pull-stale-login'] },
  'earlier-sign-in': {
    'over-three-hours': ['not-logged-in'],
    'before-mode-switch': ['not-logged-in'],
    recently: ['not-logged-in', 'entra-token-expired'],
  },
  'exposed-token-user': { 'zero-guid': ['expose-token-username'] },
  // Whoever has just signed in anew and is refused still has no session that ran out.
  'entra-session': { 'still-refused': ['entra-token-expired'] },
  // Entra looks for the application before it looks at its secret (AADSTS700016).
  'sp-application': { found: ['sp-not-found'], 'not-found': ['sp-secret-expired', 'sp-secret-invalid'] },
  'sp-secret-expiry': { current: ['sp-secret-expired'], expired: ['sp-secret-invalid'] },
  'sp-sign-in': { works: ['credentials-invalid', 'sp-secret-invalid', 'sp-secret-expired', 'sp-not-found'] },
  'arm-audience': { accepted: ['arm-audience-disabled'] },
  'anonymous-pull': { off: ['anonymous-pull-stale-login'] },
  'admin-user': { enabled: ['admin-user-disabled'], disabled: ['admin-password-wrong'] },
  'admin-password': { matches: ['admin-password-wrong', 'credentials-invalid'] },
  // A token that is off, or whose password is over, is refused before its scope map is asked.
  'token-status': {
    enabled: ['repo-token-disabled'],
    disabled: ['repo-token-password-wrong', 'scope-map-insufficient'],
  },
  'token-password': { expired: ['scope-map-insufficient'] },
  'token-sign-in': {
    works: ['repo-token-password-wrong', 'repo-token-disabled', 'credentials-invalid'],
    fails: ['scope-map-insufficient'],
  },
  'scope-map': { covers: ['scope-map-insufficient'] },
  'roles-legacy': {
    covers: ['role-missing', ...soonGood, ...abacOnly],
    none: [...soonGood, ...abacOnly],
    'too-weak': [...soonGood, ...abacOnly],
    'repository-roles-only': [...soonGood, ...abacOnly],
    'eligible-only': ['role-missing', 'role-propagating', ...abacOnly],
    'granted-recently': ['role-missing', 'role-not-activated', ...abacOnly],
  },
  'roles-abac': {
    covers: ['role-missing', ...soonGood, ...abacOnly],
    none: [...soonGood, ...abacOnly],
    // A condition that leaves the repository out is told before the role is called too weak.
    'too-weak': [...soonGood, ...abacOnly],
    'images-only': ['role-missing', ...soonGood, ...abacOnly],
    // The role is there and counts, for other repositories: waiting changes nothing.
    'condition-excludes': ['abac-ignores-legacy-role', 'role-missing', ...soonGood],
    // In this mode such a role never takes effect, however old it becomes.
    'legacy-roles-only': ['abac-condition-excludes', 'role-missing', ...soonGood],
    'eligible-only': ['role-missing', 'role-propagating'],
    // A new role that would do is none of the older ones, and its condition lets this repository in.
    'granted-recently': ['role-missing', 'role-not-activated', ...abacOnly],
  },
  'permission-mode': { legacy: abacOnly },
  challenge: {
    challenged: ['ip-not-allowed', 'public-access-disabled', 'connection-failed', 'tls-untrusted'],
    // A registry that keeps somebody out answers so.
    'no-answer': ['ip-not-allowed', 'public-access-disabled'],
  },
  'private-endpoint': { none: ['private-endpoint-dns'] },
  'network-rules': {
    allowed: ['ip-not-allowed', 'public-access-disabled'],
    'public-access-off': ['ip-not-allowed'],
    'ip-not-listed': ['public-access-disabled'],
  },
  // A certificate comes over a connection that stands, and the registry's refusal over TLS that is trusted.
  connection: {
    connects: ['connection-failed', 'tls-untrusted'],
    'refused-or-timeout': ['tls-untrusted'],
    'tls-error': ['connection-failed', 'ip-not-allowed', 'public-access-disabled'],
  },
  // Who is sent to a data endpoint has reached the registry before.
  'data-endpoint': { reachable: ['data-endpoint-blocked'], blocked: ['connection-failed'] },
  'pull-secret-used': { no: ['aks-pull-secret-invalid'] },
  'pull-secret': { good: ['aks-pull-secret-invalid'] },
  // Another tenant has a verdict of its own, for no role can be given across tenants; a role that is new or active is
  // present.
  'kubelet-role': {
    'role-present': [
      'aks-identity-missing-role',
      'role-missing',
      'role-not-activated',
      ...abacOnly,
      'cross-tenant',
    ],
    'role-missing': ['repository-or-tag-not-found', 'role-propagating', 'cross-tenant'],
    'other-tenant': ['aks-identity-missing-role', ...soonGood, ...abacOnly],
  },
  'managed-identity': { assigned: ['managed-identity-unavailable'] },
  'federated-credential': { matches: ['federation-mismatch'] },
  'content-state': {
    free: ['content-locked', 'quota-exceeded'],
    locked: ['quota-exceeded'],
    'storage-full': ['content-locked'],
  },
  'service-state': { healthy: ['service-outage'], outage: ['connection-failed'] },
  // It asks the daemon and the registry in one go, and says so where one of them is missing.
  'health-check': {
    'all-ok': ['docker-not-running', 'cloud-shell-no-daemon'],
    'helm-notary-only': ['docker-not-running', 'cloud-shell-no-daemon'],
  },
};
