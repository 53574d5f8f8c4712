import type { Fix, FixStep } from './fix.js';
import { withoutShell } from './when.js';

/** Where a renewed client secret has to go as well. */
const secretPlaces = [
  { step: 'secret-in-kubernetes', when: { environment: ['kubernetes'] } },
  { step: 'secret-in-devops', when: { environment: ['azure-devops'] } },
  { step: 'secret-in-github', when: { environment: ['github-actions'] } },
  { step: 'secret-in-service', when: { environment: ['azure-service'] } },
] as const satisfies readonly FixStep[];

/** User names, passwords and secrets. */
export const secretFixes = {
  'credentials-invalid': {
    steps: [
      { step: 'valid-entra', command: 'acr-login', when: { method: ['individual-entra'] } },
      { step: 'valid-exposed-token', command: 'expose-token', when: { method: ['exposed-token'] } },
      { step: 'valid-sp', command: 'secret-expiry', when: { method: ['service-principal'] } },
      { step: 'valid-admin', command: 'admin-show', when: { method: ['admin-user'] } },
      { step: 'valid-token', command: 'token-expiry', when: { method: ['repository-token'] } },
      { step: 'valid-managed-identity', when: { method: ['managed-identity', 'aks-kubelet-identity'] } },
      { step: 'valid-federation', when: { method: ['workload-federation'] } },
      { step: 'valid-anonymous', command: 'docker-logout', when: { method: ['anonymous'] } },
      {
        step: 'valid-service-configuration',
        when: { environment: ['kubernetes', 'azure-devops', 'azure-service'] },
      },
      { step: 'firewall-looks-like-auth', command: 'challenge' },
    ],
    helper: 'registry-owner',
    links: [
      'auth-overview',
      'roles-overview',
      'repository-permissions',
      'individual-login',
      'service-principal',
      'managed-identity',
      'repository-tokens',
      'admin-account',
      'entra-error-codes',
      'az-acr-login',
      'network-troubleshooting',
    ],
  },
  'admin-user-disabled': {
    steps: [
      { step: 'admin-prefer-entra', command: 'acr-login' },
      { step: 'admin-enable', command: 'admin-enable' },
      { step: 'admin-policy' },
    ],
    helper: 'registry-owner',
    links: ['admin-account', 'individual-login', 'repository-tokens', 'auth-overview'],
  },
  'admin-password-wrong': {
    steps: [
      { step: 'admin-compare', command: 'admin-show' },
      { step: 'admin-sign-in', command: 'docker-login-admin', except: withoutShell },
      { step: 'admin-update-places' },
      { step: 'admin-regenerate', command: 'admin-renew' },
      { step: 'admin-who-regenerated' },
    ],
    helper: 'registry-owner',
    links: ['admin-account', 'auth-overview', 'az-acr-login'],
  },
  'sp-secret-invalid': {
    steps: [
      { step: 'sp-use-secret-value', command: 'docker-login-sp' },
      { step: 'sp-new-secret', command: 'secret-new' },
      { step: 'sp-save-secret' },
      ...secretPlaces,
      { step: 'sp-remove-old-secret', command: 'secret-remove' },
    ],
    helper: 'application-owner',
    links: ['new-client-secret', 'service-principal', 'reset-sp-credentials', 'entra-error-codes'],
  },
  'sp-secret-expired': {
    steps: [
      { step: 'sp-see-expiry', command: 'secret-expiry' },
      { step: 'sp-owner-resets', command: 'secret-new' },
      { step: 'sp-save-secret' },
      ...secretPlaces,
      { step: 'sp-sign-in-again', command: 'docker-login-sp', except: withoutShell },
    ],
    helper: 'subscription-owner',
    links: [
      'reset-sp-credentials',
      'new-client-secret',
      'list-app-credentials',
      'individual-login',
      'aks-update-credentials',
      'service-principal',
      'entra-error-codes',
    ],
  },
  'sp-not-found': {
    steps: [
      { step: 'sp-user-is-client-id', command: 'docker-login-sp' },
      { step: 'sp-find-application', command: 'sp-show' },
      { step: 'sp-other-tenant' },
      { step: 'sp-create-new' },
    ],
    helper: 'application-owner',
    links: ['service-principal', 'create-service-principal', 'new-client-secret', 'entra-error-codes'],
  },
  'repo-token-password-wrong': {
    steps: [
      { step: 'token-see-expiry', command: 'token-expiry' },
      { step: 'token-regenerate', command: 'token-generate' },
      { step: 'token-save-password' },
      ...secretPlaces,
      { step: 'token-sign-in', command: 'docker-login-token', except: withoutShell },
    ],
    helper: 'registry-owner',
    links: ['regenerate-token-password', 'show-token', 'repository-tokens'],
  },
  'repo-token-disabled': {
    steps: [
      { step: 'token-enable', command: 'token-enable' },
      ...secretPlaces,
      { step: 'token-sign-in', command: 'docker-login-token', except: withoutShell },
    ],
    helper: 'registry-owner',
    links: ['repository-tokens', 'regenerate-token-password'],
  },
} as const satisfies Record<string, Fix>;
