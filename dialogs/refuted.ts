import type { CauseId } from '../src/knowledge/causes.js';
import type { Answers, QuestionId, Step } from './walk.js';

/** Causes of the admin user, of repository-scoped tokens, and of managed identities: out where another method is used. */
const adminOnly = ['admin-user-disabled', 'admin-password-wrong'] as const;
const tokenOnly = ['repo-token-disabled', 'repo-token-password-wrong', 'scope-map-insufficient'] as const;
const managedOnly = ['managed-identity-unavailable'] as const;

/** Causes that an answer rules out, whatever the text says for them. */
const refutations: Readonly<Partial<Record<QuestionId, Readonly<Record<string, readonly CauseId[]>>>>> = {
  'auth-method': {
    'individual-entra': [...adminOnly, ...tokenOnly, ...managedOnly],
    'exposed-token': [...adminOnly, ...tokenOnly, ...managedOnly],
    'service-principal': [...adminOnly, ...tokenOnly, ...managedOnly],
    'managed-identity': [...adminOnly, ...tokenOnly],
    'admin-user': [...tokenOnly, ...managedOnly],
    'repository-token': [...adminOnly, ...managedOnly],
  },
  // A certificate comes over a connection that stands; a credential is stored after it was accepted.
  symptom: {
    'cloud-shell': ['docker-not-running'],
    tls: ['connection-failed'],
    'credential-store': ['not-logged-in', 'credentials-invalid'],
  },
  environment: { 'cloud-shell': ['docker-not-running'] },
  'docker-daemon': { available: ['docker-not-running'] },
  'docker-version': { current: ['docker-too-old'] },
  'name-form': { 'well-formed': ['login-server-malformed'] },
  'registry-lookup': {
    here: ['registry-not-found', 'wrong-subscription'],
    'no-permission': ['registry-not-found', 'wrong-subscription'],
    elsewhere: ['registry-not-found', 'arm-role-missing'],
    absent: ['wrong-subscription', 'connection-failed'],
  },
  'image-exists': { exists: ['repository-or-tag-not-found'] },
  'image-platform': { offered: ['platform-mismatch'], missing: ['repository-or-tag-not-found'] },
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
  'sp-application': { found: ['sp-not-found'] },
  'sp-secret-expiry': { current: ['sp-secret-expired'], expired: ['sp-secret-invalid'] },
  'sp-sign-in': { works: ['credentials-invalid', 'sp-secret-invalid', 'sp-secret-expired', 'sp-not-found'] },
  'arm-audience': { accepted: ['arm-audience-disabled'] },
  'anonymous-pull': { off: ['anonymous-pull-stale-login'] },
  'admin-user': { enabled: ['admin-user-disabled'], disabled: ['admin-password-wrong'] },
  'admin-password': { matches: ['admin-password-wrong', 'credentials-invalid'] },
  'token-status': { enabled: ['repo-token-disabled'], disabled: ['repo-token-password-wrong'] },
  'token-password': { expired: ['scope-map-insufficient'] },
  'token-sign-in': { works: ['repo-token-password-wrong', 'credentials-invalid'] },
  'scope-map': { covers: ['scope-map-insufficient'] },
  'roles-legacy': {
    covers: ['role-missing', 'role-not-activated', 'role-propagating'],
    none: ['role-not-activated', 'role-propagating'],
    'too-weak': ['role-not-activated', 'role-propagating'],
    'eligible-only': ['role-missing', 'role-propagating'],
    'granted-recently': ['role-missing', 'role-not-activated'],
  },
  'roles-abac': {
    covers: [
      'role-missing',
      'role-not-activated',
      'role-propagating',
      'abac-ignores-legacy-role',
      'abac-condition-excludes',
    ],
    none: ['abac-ignores-legacy-role', 'abac-condition-excludes', 'role-not-activated', 'role-propagating'],
    'too-weak': ['abac-ignores-legacy-role', 'role-not-activated', 'role-propagating'],
    'images-only': [
      'role-missing',
      'role-not-activated',
      'role-propagating',
      'abac-ignores-legacy-role',
      'abac-condition-excludes',
    ],
    'condition-excludes': ['abac-ignores-legacy-role', 'role-missing', 'role-not-activated'],
    'legacy-roles-only': ['abac-condition-excludes', 'role-missing', 'role-not-activated'],
    'eligible-only': ['role-missing', 'role-propagating'],
    'granted-recently': ['role-missing', 'role-not-activated'],
  },
  'permission-mode': { legacy: ['abac-ignores-legacy-role', 'abac-condition-excludes'] },
  challenge: {
    challenged: ['ip-not-allowed', 'public-access-disabled', 'connection-failed', 'tls-untrusted'],
  },
  'private-endpoint': { none: ['private-endpoint-dns'] },
  'network-rules': {
    allowed: ['ip-not-allowed', 'public-access-disabled'],
    'public-access-off': ['ip-not-allowed'],
    'ip-not-listed': ['public-access-disabled'],
  },
  connection: { connects: ['connection-failed', 'tls-untrusted'], 'tls-error': ['connection-failed'] },
  // Who is sent to a data endpoint has reached the registry before.
  'data-endpoint': { reachable: ['data-endpoint-blocked'], blocked: ['connection-failed'] },
  'pull-secret-used': { no: ['aks-pull-secret-invalid'] },
  'pull-secret': { good: ['aks-pull-secret-invalid'] },
  'kubelet-role': {
    'role-present': [
      'aks-identity-missing-role',
      'role-missing',
      'abac-ignores-legacy-role',
      'abac-condition-excludes',
    ],
    'role-missing': ['repository-or-tag-not-found'],
    'other-tenant': ['aks-identity-missing-role'],
  },
  'managed-identity': { assigned: ['managed-identity-unavailable'] },
  'federated-credential': { matches: ['federation-mismatch'] },
  'content-state': {
    free: ['content-locked', 'quota-exceeded'],
    locked: ['quota-exceeded'],
    'storage-full': ['content-locked'],
  },
  'service-state': { healthy: ['service-outage'], outage: ['connection-failed'] },
};

/** A cause that is out of the question, and the answer that says so. */
export interface Refuted {
  readonly cause: CauseId;
  readonly question: QuestionId;
  readonly answer: string;
}

/** Causes that answers contradict: those on the way, and what live checks found beside it. Pure. */
export function refutedBy(path: readonly Step[], observed: Answers): readonly Refuted[] {
  const onTheWay = Object.fromEntries(path.map(({ question, answer }) => [question, answer]));
  // Object.entries widens the keys; those of Answers are exactly QuestionId.
  const all = Object.entries({ ...observed, ...onTheWay }) as [QuestionId, string][];
  return all.flatMap(([question, answer]) => {
    const byAnswer = refutations[question];
    // Answers come from outside and may be the name of an inherited property.
    if (byAnswer === undefined || !Object.hasOwn(byAnswer, answer)) return [];
    return (byAnswer[answer] ?? []).map((cause) => ({ cause, question, answer }));
  });
}
