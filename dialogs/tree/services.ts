import type { Node } from './node.js';

/** K1, P1, V1–V2, F1: clusters, pipelines, Azure services and federated workflows. */
export const services = {
  'pull-secret-used': {
    kind: 'ask',
    ask: 'pull-secret-used',
    passages: ['DE-S6', 'DE-G3', 'DE-P3b'],
    to: { yes: 'pull-secret', no: 'kubelet-role', unknown: 'kubelet-role' },
  },
  'pull-secret': {
    kind: 'check',
    check: 'pull-secret',
    passages: ['DE-G3', 'DE-P3b'],
    to: { good: 'cluster-image', bad: 'aks-pull-secret-invalid', unknown: 'aks-pull-secret-possible' },
  },
  'kubelet-role': {
    kind: 'check',
    check: 'kubelet-role',
    needs: ['registry', 'cluster-name'],
    passages: ['DE-S6', 'DE-G3', 'DE-P3b'],
    to: {
      'role-present': 'cluster-image',
      'role-missing': 'aks-identity-missing-role',
      'service-principal': 'cluster-secret-expiry',
      'other-tenant': 'cross-tenant',
      unknown: 'aks-identity-possible',
    },
  },
  /** An older cluster pulls with a service principal; its secret is the first thing to run out. */
  'cluster-secret-expiry': {
    kind: 'check',
    check: 'sp-secret-expiry',
    passages: ['DE-P6b'],
    to: { current: 'permission-mode', expired: 'sp-secret-expired', unknown: 'permission-mode' },
  },
  /** A refusal while all rights are in place: misspelt image, or a credential from before a mode switch. */
  'cluster-image': {
    kind: 'check',
    check: 'image-exists',
    to: {
      exists: 'mode-switch-possible',
      missing: 'repository-or-tag-not-found',
      unknown: 'unknown',
    },
  },
  pipeline: {
    kind: 'ask',
    ask: 'pipeline-connection',
    passages: ['DE-S6', 'DE-P3b'],
    to: {
      'service-principal': 'sp-application',
      'workload-federation': 'federation',
      'managed-identity': 'managed-identity',
      unknown: 'denied-identity',
    },
  },
  service: {
    kind: 'ask',
    ask: 'auth-method',
    passages: ['DE-S6', 'DE-P3b'],
    to: {
      'individual-entra': 'managed-identity',
      'exposed-token': 'managed-identity',
      'service-principal': 'sp-application',
      'managed-identity': 'managed-identity',
      'aks-kubelet-identity': 'kubelet-role',
      'admin-user': 'admin-user',
      'repository-token': 'token-status',
      anonymous: 'anonymous-operation',
      'workload-federation': 'federation',
      unknown: 'managed-identity',
    },
  },
  'managed-identity': {
    kind: 'check',
    check: 'managed-identity',
    needs: ['client-id'],
    passages: ['DE-P3b', 'DE-P5a'],
    to: {
      assigned: 'permission-mode',
      missing: 'managed-identity-unavailable',
      'wrong-one': 'managed-identity-unavailable',
      unknown: 'permission-mode',
    },
  },
  /** Same check where the text itself says that no identity answered. */
  'identity-endpoint': {
    kind: 'check',
    check: 'managed-identity',
    passages: ['DE-P3b'],
    to: {
      assigned: 'permission-mode',
      missing: 'managed-identity-unavailable',
      'wrong-one': 'managed-identity-unavailable',
      unknown: 'managed-identity-unavailable',
    },
  },
  federation: {
    kind: 'check',
    check: 'federated-credential',
    needs: ['client-id'],
    to: { differs: 'federation-mismatch', matches: 'permission-mode', unknown: 'federation-possible' },
  },
} as const satisfies Record<string, Node<string>>;
