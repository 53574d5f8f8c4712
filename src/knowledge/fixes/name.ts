import type { Fix } from './fix.js';

/** Names: of the registry, of the subscription, of the image. */
export const nameFixes = {
  'registry-not-found': {
    steps: [
      { step: 'compare-registry-name', command: 'registry-list' },
      { step: 'check-cloud', command: 'cloud-show' },
      { step: 'registry-deleted' },
    ],
    helper: 'registry-owner',
    links: ['login-troubleshooting', 'az-acr-login', 'registry-faq'],
  },
  'login-server-malformed': {
    steps: [
      { step: 'docker-login-full-name', command: 'docker-login' },
      { step: 'az-login-resource-name', command: 'acr-login' },
      { step: 'read-login-server', command: 'registry-names' },
      { step: 'image-name-form' },
    ],
    helper: 'self',
    links: ['login-troubleshooting', 'az-acr-login', 'faq-docker-fails'],
  },
  'wrong-subscription': {
    steps: [
      { step: 'sign-in-right-tenant', command: 'acr-login-tenant' },
      { step: 'switch-subscription', command: 'subscription-switch' },
      { step: 'still-not-visible' },
    ],
    helper: 'registry-owner',
    links: ['az-subscriptions', 'az-login', 'roles-overview'],
  },
  'repository-or-tag-not-found': {
    steps: [
      { step: 'list-repositories', command: 'repository-list' },
      { step: 'list-tags', command: 'tag-list' },
      { step: 'correct-reference' },
      { step: 'kubernetes-spelling', command: 'pod-events', when: { environment: ['kubernetes'] } },
    ],
    helper: 'self',
    links: ['manifest-not-found', 'registry-faq'],
  },
  'platform-mismatch': {
    steps: [
      { step: 'show-platforms', command: 'manifest-show' },
      { step: 'build-for-platform', command: 'docker-build-platform' },
      {
        step: 'pull-other-platform',
        command: 'docker-pull-platform',
        when: { environment: ['workstation'] },
      },
    ],
    helper: 'self',
    links: ['docker-platforms', 'manifest-not-found'],
  },
  'image-not-qualified': {
    steps: [
      { step: 'qualify-for-push', command: 'docker-tag-push', when: { operation: ['push'] } },
      {
        step: 'qualify-for-pull',
        command: 'docker-pull',
        when: { operation: ['pull', 'login', 'list', 'delete', 'manage', 'other'] },
      },
      { step: 'sign-in-to-that-server', command: 'acr-login' },
    ],
    helper: 'self',
    links: ['login-troubleshooting', 'anonymous-pull'],
  },
} as const satisfies Record<string, Fix>;
