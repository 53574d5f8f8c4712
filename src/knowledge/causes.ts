/**
 * The domain's language: one id per leaf of the troubleshooting tree. The tree's outcomes, the command
 * line's JSON, the text keys, the metrics and the corpus all use these ids.
 */
export const families = [
  'docker',
  'name',
  'credentials',
  'authorization',
  'network',
  'limits',
  'other',
] as const;

/** A group of causes that are looked into by the same part of the tree. */
export type Family = (typeof families)[number];

/** Every cause that the bot can name, with its family. */
export const causes = {
  'docker-not-running': 'docker',
  'cloud-shell-no-daemon': 'docker',
  'docker-too-old': 'docker',
  'docker-credential-store': 'docker',
  'helm-notary-missing': 'docker',
  'registry-not-found': 'name',
  'login-server-malformed': 'name',
  'wrong-subscription': 'name',
  'repository-or-tag-not-found': 'name',
  'platform-mismatch': 'name',
  'image-not-qualified': 'name',
  'not-logged-in': 'credentials',
  'credentials-invalid': 'credentials',
  'admin-user-disabled': 'credentials',
  'admin-password-wrong': 'credentials',
  'sp-secret-invalid': 'credentials',
  'sp-secret-expired': 'credentials',
  'sp-not-found': 'credentials',
  'repo-token-password-wrong': 'credentials',
  'repo-token-disabled': 'credentials',
  'mode-switch-stale-credential': 'credentials',
  'entra-token-expired': 'credentials',
  'expose-token-username': 'credentials',
  'anonymous-pull-stale-login': 'credentials',
  'conditional-access': 'credentials',
  'federation-mismatch': 'credentials',
  'managed-identity-unavailable': 'credentials',
  'arm-audience-disabled': 'credentials',
  'role-missing': 'authorization',
  'role-not-activated': 'authorization',
  'abac-ignores-legacy-role': 'authorization',
  'abac-condition-excludes': 'authorization',
  'catalog-not-authorized': 'authorization',
  'scope-map-insufficient': 'authorization',
  'arm-role-missing': 'authorization',
  'assign-role-not-allowed': 'authorization',
  'app-registration-not-allowed': 'authorization',
  'provider-not-registered': 'authorization',
  'role-propagating': 'authorization',
  'aks-identity-missing-role': 'authorization',
  'aks-pull-secret-invalid': 'authorization',
  'cross-tenant': 'authorization',
  'content-locked': 'authorization',
  'ip-not-allowed': 'network',
  'public-access-disabled': 'network',
  'private-endpoint-dns': 'network',
  'connection-failed': 'network',
  'tls-untrusted': 'network',
  'data-endpoint-blocked': 'network',
  'rate-limited': 'limits',
  'quota-exceeded': 'limits',
  'cmk-key-unavailable': 'other',
  'client-defect': 'other',
  'service-outage': 'other',
  'not-acr': 'other',
  unknown: 'other',
} as const satisfies Record<string, Family>;

/** Id of a cause; see `causes`. */
export type CauseId = keyof typeof causes;

/** All cause ids, in the order of the table. */
// Object.keys widens to string; the keys of a const table are exactly CauseId.
export const causeIds = Object.keys(causes) as CauseId[];

/** Whether a string from outside is a cause id. */
export function isCauseId(value: string): value is CauseId {
  return Object.hasOwn(causes, value);
}
