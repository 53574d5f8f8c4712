import type { Fix } from './fix.js';

/** Rights in Azure Resource Manager and in the directory. */
export const managementFixes = {
  'arm-role-missing': {
    steps: [
      { step: 'manage-role', command: 'role-assign-manage' },
      { step: 'view-role', command: 'role-assign-view' },
      {
        step: 'no-management-for-images',
        command: 'docker-login',
        when: { operation: ['login', 'pull', 'push', 'delete'] },
      },
      { step: 'private-browser-window' },
    ],
    helper: 'role-administrator',
    links: ['roles-overview', 'assign-role-portal', 'repository-permissions'],
  },
  'assign-role-not-allowed': {
    steps: [
      { step: 'ask-role-administrator', command: 'role-assign' },
      { step: 'delegate-assigning', command: 'role-assign-assigner' },
      { step: 'delegate-condition' },
    ],
    helper: 'subscription-owner',
    links: ['assign-role-portal', 'delegate-role-assignment', 'roles-overview', 'role-troubleshooting'],
  },
  'app-registration-not-allowed': {
    steps: [
      { step: 'app-created-by-admin' },
      { step: 'app-use-existing', when: { environment: ['azure-devops'] } },
      { step: 'app-avoid' },
    ],
    helper: 'entra-administrator',
    links: ['create-service-principal', 'devops-connections', 'managed-identity', 'federated-credentials'],
  },
  'provider-not-registered': {
    steps: [{ step: 'provider-register', command: 'register-provider' }, { step: 'repeat-command' }],
    helper: 'subscription-owner',
    links: ['register-provider'],
  },
  'cross-tenant': {
    steps: [
      { step: 'tenant-find' },
      {
        step: 'tenant-sign-in',
        command: 'acr-login-tenant',
        when: { method: ['individual-entra', 'exposed-token'] },
      },
      { step: 'tenant-guest', when: { method: ['individual-entra', 'exposed-token'] } },
      { step: 'tenant-sp', when: { method: ['service-principal', 'workload-federation'] } },
      { step: 'tenant-managed-identity', when: { method: ['managed-identity', 'aks-kubelet-identity'] } },
      { step: 'tenant-aks', when: { environment: ['kubernetes'] } },
    ],
    helper: 'entra-administrator',
    links: ['aks-cross-tenant', 'service-principal', 'az-login', 'entra-error-codes'],
  },
} as const satisfies Record<string, Fix>;
