import type { CauseId } from '../src/knowledge/causes.js';
import type { QuestionId, Step } from './walk.js';

/** Causes that an answer rules out, whatever the text says for them. */
const refutations: Readonly<Partial<Record<QuestionId, Readonly<Record<string, readonly CauseId[]>>>>> = {
  'docker-daemon': { available: ['docker-not-running'] },
  'docker-version': { current: ['docker-too-old'] },
  'name-form': { 'well-formed': ['login-server-malformed'] },
  'registry-lookup': { here: ['registry-not-found', 'wrong-subscription'] },
  'image-exists': { exists: ['repository-or-tag-not-found'] },
  'earlier-sign-in': {
    'over-three-hours': ['not-logged-in'],
    'before-mode-switch': ['not-logged-in'],
    recently: ['not-logged-in', 'entra-token-expired'],
  },
  'sp-application': { found: ['sp-not-found'] },
  'sp-secret-expiry': { current: ['sp-secret-expired'] },
  'sp-sign-in': { works: ['credentials-invalid', 'sp-secret-invalid', 'sp-secret-expired', 'sp-not-found'] },
  'admin-user': { enabled: ['admin-user-disabled'] },
  'admin-password': { matches: ['admin-password-wrong', 'credentials-invalid'] },
  'token-status': { enabled: ['repo-token-disabled'] },
  'token-sign-in': { works: ['repo-token-password-wrong', 'credentials-invalid'] },
  'scope-map': { covers: ['scope-map-insufficient'] },
  'roles-legacy': { covers: ['role-missing'] },
  'roles-abac': { covers: ['role-missing', 'abac-ignores-legacy-role', 'abac-condition-excludes'] },
  'permission-mode': { legacy: ['abac-ignores-legacy-role', 'abac-condition-excludes'] },
  challenge: {
    challenged: ['ip-not-allowed', 'public-access-disabled', 'connection-failed', 'tls-untrusted'],
  },
  'network-rules': { allowed: ['ip-not-allowed', 'public-access-disabled'] },
  connection: { connects: ['connection-failed', 'tls-untrusted'] },
  'data-endpoint': { reachable: ['data-endpoint-blocked'] },
  'pull-secret-used': { no: ['aks-pull-secret-invalid'] },
  'pull-secret': { good: ['aks-pull-secret-invalid'] },
  'kubelet-role': { 'role-present': ['aks-identity-missing-role'] },
  'managed-identity': { assigned: ['managed-identity-unavailable'] },
  'federated-credential': { matches: ['federation-mismatch'] },
  'content-state': { free: ['content-locked', 'quota-exceeded'] },
  'service-state': { healthy: ['service-outage'] },
};

/** Causes that the answers on the way contradict. Pure. */
export function refutedBy(path: readonly Step[]): readonly CauseId[] {
  return path.flatMap(({ question, answer }) => refutations[question]?.[answer] ?? []);
}
