import type { Node } from './node.js';

const byRoles = {
  'eligible-only': 'role-not-activated',
  'granted-recently': 'role-propagating',
  none: 'role-missing',
  covers: 'audience-by-method',
  unknown: 'role-missing-possible',
} as const;

/** Z1–Z5, M1: what the identity that failed may do. */
export const authorization = {
  'denied-identity': {
    kind: 'ask',
    ask: 'auth-method',
    passages: ['DE-C5', 'DE-P5a', 'ZH-E4-F', 'ZH-E3-B4'],
    to: {
      'individual-entra': 'permission-mode',
      'exposed-token': 'permission-mode',
      'service-principal': 'permission-mode',
      'managed-identity': 'permission-mode',
      'aks-kubelet-identity': 'kubelet-role',
      'admin-user': 'audience-by-method',
      'repository-token': 'scope-map',
      anonymous: 'anonymous-operation',
      'workload-federation': 'permission-mode',
      unknown: 'permission-mode',
    },
  },
  'permission-mode': {
    kind: 'check',
    check: 'permission-mode',
    needs: ['registry', 'operation'],
    passages: ['DE-C7', 'DE-P5a', 'DE-P5b', 'DE-P5c'],
    to: { legacy: 'roles-legacy', abac: 'abac-operation', unknown: 'role-missing-possible' },
  },
  'roles-legacy': {
    kind: 'check',
    check: 'roles-legacy',
    needs: ['client-id'],
    passages: ['DE-P5c', 'DE-P5c1', 'DE-P5c2'],
    to: { ...byRoles, 'too-weak': 'role-missing', 'repository-roles-only': 'role-missing' },
  },
  /** With ABAC, repository roles never list the catalog: that needs its own role. */
  'abac-operation': {
    kind: 'ask',
    ask: 'operation',
    passages: ['DE-P5b4'],
    to: {
      login: 'roles-abac',
      pull: 'roles-abac',
      push: 'roles-abac',
      delete: 'roles-abac',
      list: 'catalog-not-authorized',
      manage: 'roles-abac',
      other: 'roles-abac',
      unknown: 'roles-abac',
    },
  },
  'roles-abac': {
    kind: 'check',
    check: 'roles-abac',
    needs: ['client-id'],
    passages: ['DE-P5b', 'DE-P5b1', 'DE-P5b2', 'DE-P5b3'],
    to: {
      ...byRoles,
      'too-weak': 'role-missing',
      'images-only': 'catalog-not-authorized',
      'condition-excludes': 'abac-condition-excludes',
      'legacy-roles-only': 'abac-ignores-legacy-role',
    },
  },
  'scope-map': {
    kind: 'check',
    check: 'scope-map',
    needs: ['registry', 'token-name'],
    passages: ['DE-P5-links'],
    to: { covers: 'last-look', lacks: 'scope-map-insufficient', unknown: 'scope-map-possible' },
  },
  catalog: {
    kind: 'ask',
    ask: 'auth-method',
    passages: ['DE-P5b4'],
    to: {
      'individual-entra': 'catalog-mode',
      'exposed-token': 'catalog-mode',
      'service-principal': 'catalog-mode',
      'managed-identity': 'catalog-mode',
      'aks-kubelet-identity': 'catalog-mode',
      'admin-user': 'catalog-not-authorized',
      'repository-token': 'catalog-not-authorized',
      anonymous: 'catalog-not-authorized',
      'workload-federation': 'catalog-mode',
      unknown: 'catalog-mode',
    },
  },
  'catalog-mode': {
    kind: 'check',
    check: 'permission-mode',
    needs: ['registry'],
    passages: ['DE-P5b4'],
    to: {
      legacy: 'catalog-not-authorized',
      abac: 'catalog-not-authorized',
      unknown: 'catalog-not-authorized',
    },
  },
  management: {
    kind: 'ask',
    ask: 'management-symptom',
    passages: ['DE-S8', 'DE-C5', 'DE-P4a', 'DE-P4b', 'DE-P4c'],
    to: {
      'stale-view': 'role-propagating',
      'assigning-denied': 'management-rights',
      'registry-denied': 'arm-role-missing',
      'content-missing': 'network-rules',
      'not-in-subscription': 'registry-lookup',
      'other-tenant': 'cross-tenant',
      unknown: 'arm-role-possible',
    },
  },
  /** Who may not give roles is told so by Azure; whoever may by now was given a role since. */
  'management-rights': {
    kind: 'check',
    check: 'management-rights',
    passages: ['DE-P4a'],
    to: {
      assigns: 'role-propagating',
      'cannot-assign': 'assign-role-not-allowed',
      'no-access': 'assign-role-not-allowed',
      unknown: 'assign-role-not-allowed',
    },
  },
} as const satisfies Record<string, Node<string>>;
