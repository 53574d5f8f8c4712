import type { Fix } from './fix.js';
import { relogin, withoutShell } from './when.js';

/** Signing in at all, in time, and in a way that the tenant allows. */
export const signInFixes = {
  'not-logged-in': {
    steps: [
      { step: 'same-server-as-image' },
      { step: 'sign-in-entra', command: 'acr-login', when: { method: ['individual-entra'] } },
      { step: 'sign-in-exposed-token', command: 'expose-token', when: { method: ['exposed-token'] } },
      {
        step: 'sign-in-sp',
        command: 'docker-login-sp',
        except: withoutShell,
        when: { method: ['service-principal'] },
      },
      {
        step: 'sign-in-managed-identity',
        command: 'managed-identity-login',
        when: { method: ['managed-identity'] },
      },
      {
        step: 'sign-in-admin',
        command: 'docker-login-admin',
        except: withoutShell,
        when: { method: ['admin-user'] },
      },
      {
        step: 'sign-in-token',
        command: 'docker-login-token',
        except: withoutShell,
        when: { method: ['repository-token'] },
      },
      { step: 'sign-in-anonymous', when: { method: ['anonymous'] } },
      { step: 'valid-service-configuration', when: { environment: withoutShell } },
      {
        step: 'sign-in-in-same-job',
        when: { environment: ['azure-devops', 'github-actions'] },
      },
    ],
    helper: 'self',
    links: [
      'auth-overview',
      'individual-login',
      'service-principal',
      'managed-identity',
      'repository-tokens',
      'admin-account',
      'az-acr-login',
      'devops-registry',
      'anonymous-pull',
    ],
  },
  'entra-token-expired': {
    steps: [
      {
        step: 'expired-entra',
        command: 'acr-login',
        when: { method: ['individual-entra', 'exposed-token', 'workload-federation'] },
      },
      { step: 'expired-sp', command: 'docker-login-sp', when: { method: ['service-principal'] } },
      {
        step: 'expired-managed-identity',
        command: 'managed-identity-login',
        when: { method: ['managed-identity', 'aks-kubelet-identity'] },
      },
      {
        step: 'expired-password',
        command: 'docker-login',
        when: { method: ['admin-user', 'repository-token', 'anonymous'] },
      },
      {
        step: 'session-revoked',
        command: 'acr-login-new-session',
        when: { method: ['individual-entra', 'exposed-token'] },
      },
      {
        step: 'scripts-sign-in-late',
        when: { environment: ['workstation', 'azure-devops', 'github-actions', 'azure-service'] },
      },
    ],
    helper: 'self',
    links: ['individual-login', 'az-acr-login', 'reset-sp-credentials', 'regenerate-token-password'],
  },
  'expose-token-username': {
    steps: [{ step: 'zero-guid-user', command: 'expose-token' }, { step: 'exposed-token-age' }],
    helper: 'self',
    links: ['expose-token', 'individual-login', 'az-acr-login'],
  },
  'mode-switch-stale-credential': {
    steps: [
      { step: 'mode-switch-roles-first' },
      {
        step: 'mode-switch-relogin',
        command: 'docker-relogin',
        commandFor: relogin,
        when: {
          environment: ['workstation', 'cloud-shell', 'azure-devops', 'github-actions', 'portal'],
        },
      },
      { step: 'mode-switch-kubelet', when: { environment: ['kubernetes'] } },
      { step: 'mode-switch-service', when: { environment: ['azure-service'] } },
    ],
    helper: 'registry-owner',
    links: ['repository-permissions', 'roles-overview'],
  },
  'anonymous-pull-stale-login': {
    steps: [
      { step: 'logout-then-anonymous', command: 'docker-logout-pull' },
      { step: 'anonymous-reads-only' },
    ],
    helper: 'self',
    links: ['anonymous-pull', 'auth-overview', 'registry-faq'],
  },
  'conditional-access': {
    steps: [
      { step: 'satisfy-policy', command: 'acr-login-tenant' },
      { step: 'policy-review' },
      { step: 'automation-identity' },
    ],
    helper: 'entra-administrator',
    links: ['conditional-access', 'entra-error-codes', 'service-principal', 'managed-identity'],
  },
  'federation-mismatch': {
    steps: [
      { step: 'federation-compare', command: 'federated-list' },
      { step: 'federation-correct' },
      { step: 'federation-github', when: { environment: ['github-actions'] } },
      { step: 'federation-devops', when: { environment: ['azure-devops'] } },
      { step: 'federation-kubernetes', when: { environment: ['kubernetes'] } },
    ],
    helper: 'application-owner',
    links: ['federated-credentials', 'entra-error-codes', 'github-oidc', 'devops-connections'],
  },
  'managed-identity-unavailable': {
    steps: [
      { step: 'identity-assign', command: 'identity-show' },
      { step: 'identity-choose' },
      { step: 'identity-role', command: 'role-assign', when: { mode: ['legacy'] } },
      { step: 'identity-role', command: 'role-assign', when: { mode: ['abac'] } },
      { step: 'identity-service-settings', when: { environment: ['azure-service'] } },
    ],
    helper: 'registry-owner',
    links: ['managed-identity', 'web-app-pull', 'container-apps-pull', 'roles-overview'],
  },
  'arm-audience-disabled': {
    steps: [
      { step: 'audience-update-cli', command: 'az-upgrade' },
      { step: 'audience-sign-in', command: 'acr-login-scope' },
      {
        step: 'audience-enable',
        command: 'arm-audience-enable',
        when: { environment: ['azure-service'] },
      },
    ],
    helper: 'registry-owner',
    links: ['arm-authentication', 'web-app-pull', 'container-apps-pull', 'az-update'],
  },
} as const satisfies Record<string, Fix>;
