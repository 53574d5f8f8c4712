import type { Node } from './node.js';

/** C3–C5, C7: service principal, admin user, repository token, anonymous pull. */
export const accounts = {
  /** "Application not registered with AAD": also the answer to any unknown user name, so the method is asked. */
  'unknown-application': {
    kind: 'ask',
    ask: 'auth-method',
    passages: ['DE-S2', 'DE-P3a', 'DE-P3a1'],
    to: {
      'individual-entra': 'sp-not-found',
      'exposed-token': 'exposed-token-user',
      'service-principal': 'application-known',
      'managed-identity': 'sp-not-found',
      'aks-kubelet-identity': 'application-known',
      'admin-user': 'admin-user',
      'repository-token': 'token-status',
      anonymous: 'sp-not-found',
      'workload-federation': 'application-known',
      unknown: 'sp-user-name',
    },
  },
  'application-known': {
    kind: 'check',
    check: 'sp-application',
    needs: ['client-id'],
    passages: ['DE-P3a', 'DE-P3a1'],
    to: {
      found: 'cross-tenant-likely',
      'not-found': 'sp-not-found',
      'other-tenant': 'cross-tenant',
      unknown: 'sp-not-found',
    },
  },
  'sp-user-name': {
    kind: 'ask',
    ask: 'sp-user-name',
    passages: ['DE-P3a1'],
    to: { 'application-id': 'sp-application', other: 'sp-not-found', unknown: 'sp-application' },
  },
  'sp-application': {
    kind: 'check',
    check: 'sp-application',
    needs: ['client-id'],
    passages: ['DE-P3a'],
    to: {
      found: 'sp-secret-expiry',
      'not-found': 'sp-not-found',
      'other-tenant': 'cross-tenant',
      unknown: 'sp-secret-expiry',
    },
  },
  'sp-secret-expiry': {
    kind: 'check',
    check: 'sp-secret-expiry',
    passages: ['DE-P6b', 'ZH-E3-B6'],
    to: { current: 'sp-sign-in', expired: 'sp-secret-expired', unknown: 'sp-sign-in' },
  },
  'sp-sign-in': {
    kind: 'check',
    check: 'sp-sign-in',
    passages: ['DE-P3a2', 'ZH-E3-B5'],
    to: { works: 'denied-identity', fails: 'sp-secret-invalid', unknown: 'sp-secret-invalid-possible' },
  },
  /** Only the fallback of `az` fails on a disabled admin user; it is the cause only where it was really used. */
  'admin-disabled': {
    kind: 'ask',
    ask: 'auth-method',
    passages: ['DE-S5', 'ZH-E4'],
    to: {
      'individual-entra': 'entra-session',
      'exposed-token': 'entra-session',
      'service-principal': 'sp-user-name',
      'managed-identity': 'managed-identity',
      'aks-kubelet-identity': 'kubelet-role',
      'admin-user': 'admin-user',
      'repository-token': 'token-status',
      anonymous: 'admin-user-disabled',
      'workload-federation': 'federation',
      unknown: 'admin-user-disabled',
    },
  },
  'admin-user': {
    kind: 'check',
    check: 'admin-user',
    needs: ['registry'],
    passages: ['ZH-E3-B1'],
    to: { enabled: 'admin-password', disabled: 'admin-user-disabled', unknown: 'admin-password' },
  },
  'admin-password': {
    kind: 'check',
    check: 'admin-password',
    passages: ['ZH-E3-B1', 'ZH-E3-B1n'],
    to: {
      matches: 'audience-by-method',
      differs: 'admin-password-wrong',
      unknown: 'admin-password-possible',
    },
  },
  'token-status': {
    kind: 'check',
    check: 'token-status',
    needs: ['registry', 'token-name'],
    passages: ['ZH-E3-B2'],
    to: { enabled: 'token-password', disabled: 'repo-token-disabled', unknown: 'token-password' },
  },
  'token-password': {
    kind: 'check',
    check: 'token-password',
    passages: ['DE-P6c', 'ZH-E3-B3'],
    to: { current: 'token-sign-in', expired: 'repo-token-password-expired', unknown: 'token-sign-in' },
  },
  'token-sign-in': {
    kind: 'check',
    check: 'token-sign-in',
    passages: ['ZH-E3-B2'],
    to: { works: 'scope-map', fails: 'repo-token-password-wrong', unknown: 'repo-token-password-possible' },
  },
  /** Anonymous callers may only read. */
  'anonymous-operation': {
    kind: 'ask',
    ask: 'operation',
    passages: ['ZH-01'],
    to: {
      login: 'anonymous-pull',
      pull: 'anonymous-pull',
      push: 'not-logged-in',
      delete: 'not-logged-in',
      list: 'anonymous-pull',
      manage: 'not-logged-in',
      other: 'anonymous-pull',
      unknown: 'anonymous-pull',
    },
  },
  'anonymous-pull': {
    kind: 'check',
    check: 'anonymous-pull',
    needs: ['registry'],
    passages: ['DE-P3d', 'ZH-01'],
    to: { on: 'stored-credentials', off: 'not-logged-in', unknown: 'stored-credentials' },
  },
  'stored-credentials': {
    kind: 'check',
    check: 'stored-credentials',
    passages: ['DE-P3d'],
    to: {
      stored: 'anonymous-pull-stale-login',
      none: 'audience-by-method',
      unknown: 'anonymous-pull-stale-possible',
    },
  },
} as const satisfies Record<string, Node<string>>;
