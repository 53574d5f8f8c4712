import type { CodeEntry } from './code.js';

const spec = 'opencontainers/distribution-spec spec.md';

/** `errors[].code` of the registry's data plane. */
export const registryCodes = {
  UNAUTHORIZED: {
    meaning: 'No token, an invalid token, or a token without the scope that `detail` names.',
    causes: ['credentials-invalid', 'not-logged-in', 'role-missing', 'entra-token-expired'],
    symptom: 'unauthorized',
    source: 'Azure/acr docs/AAD-OAuth.md',
  },
  DENIED: {
    meaning: 'Refused by network rules, by a right or by a lock; the message tells which.',
    causes: ['ip-not-allowed', 'role-missing', 'public-access-disabled', 'scope-map-insufficient'],
    symptom: 'scope-denied',
    source: 'seed ZH error 5; gh:Azure/acr#435',
  },
  NAME_UNKNOWN: {
    meaning: 'The repository does not exist.',
    causes: ['repository-or-tag-not-found'],
    symptom: 'image-missing',
    source: spec,
  },
  MANIFEST_UNKNOWN: {
    meaning: 'The tag or digest does not exist.',
    causes: ['repository-or-tag-not-found'],
    symptom: 'image-missing',
    source: 'azure-container-registry/manifest-tag-not-found.md',
  },
  MANIFEST_BLOB_UNKNOWN: {
    meaning: 'The manifest names a layer that the registry does not have.',
    causes: ['repository-or-tag-not-found'],
    symptom: 'image-missing',
    source: spec,
  },
  BLOB_UNKNOWN: {
    meaning: 'A layer is missing.',
    causes: ['repository-or-tag-not-found'],
    symptom: 'image-missing',
    source: spec,
  },
  NAME_INVALID: {
    meaning: 'The repository name breaks the grammar.',
    causes: ['login-server-malformed'],
    symptom: 'name-malformed',
    source: spec,
  },
  TAG_INVALID: {
    meaning: 'The tag breaks the grammar.',
    causes: ['login-server-malformed'],
    symptom: 'name-malformed',
    source: spec,
  },
  UNSUPPORTED: {
    meaning: 'The registry does not offer the operation.',
    causes: ['unknown', 'client-defect'],
    symptom: 'other',
    source: spec,
  },
  TOOMANYREQUESTS: {
    meaning: 'Throttled; `Retry-After` tells the seconds.',
    causes: ['rate-limited'],
    symptom: 'throttled',
    source: 'gh:Azure/AKS#1400; container-registry-skus.md',
  },
  REGISTRY_DISALLOWED_OPERATION: {
    meaning: 'Locked, quarantined, over the storage limit, or a retired tier.',
    causes: ['content-locked', 'quota-exceeded'],
    symptom: 'disallowed-operation',
    source: 'container-registry-faq.yml',
  },
  IMAGE_QUARANTINED: {
    meaning: 'The image waits in quarantine.',
    causes: ['content-locked'],
    symptom: 'disallowed-operation',
    source: 'Azure/acr docs/preview/quarantine/readme.md',
  },
} as const satisfies Record<string, CodeEntry>;
