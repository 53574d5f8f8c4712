import type { Fix } from './fix.js';
import { entraMethods, passwordMethods } from './when.js';

/** Docker where the command runs. */
export const dockerFixes = {
  'docker-not-running': {
    steps: [
      { step: 'docker-install-or-start', command: 'docker-start' },
      { step: 'docker-both-answer', command: 'docker-version' },
      { step: 'sign-in-again', command: 'acr-login', when: { method: entraMethods } },
      { step: 'no-daemon-expose-token', command: 'expose-token', when: { method: entraMethods } },
      { step: 'use-podman', command: 'podman-login', when: { method: entraMethods } },
    ],
    helper: 'self',
    links: ['docker-install', 'expose-token', 'auth-overview', 'registry-faq'],
  },
  'cloud-shell-no-daemon': {
    steps: [
      { step: 'run-where-daemon', command: 'acr-login' },
      { step: 'cloud-shell-expose-token', command: 'expose-token' },
    ],
    helper: 'self',
    links: ['expose-token', 'docker-install', 'cloud-shell', 'az-acr-login'],
  },
  'docker-too-old': {
    steps: [
      { step: 'docker-update' },
      { step: 'docker-version-verify', command: 'docker-version' },
      { step: 'repeat-command' },
    ],
    helper: 'self',
    links: ['docker-install', 'auth-overview', 'registry-faq'],
  },
  'docker-credential-store': {
    steps: [
      { step: 'remove-stored-entry', command: 'docker-logout' },
      { step: 'repair-credential-store', command: 'stored-credentials' },
      { step: 'sign-in-again', command: 'acr-login', when: { method: entraMethods } },
      { step: 'sign-in-password-again', command: 'docker-login', when: { method: passwordMethods } },
    ],
    helper: 'self',
    links: ['docker-login', 'docker-install', 'auth-overview'],
  },
  'helm-notary-missing': {
    steps: [
      { step: 'helm-nothing-to-do' },
      { step: 'helm-optional-update' },
      { step: 'helm-look-at-other-lines', command: 'check-health' },
    ],
    helper: 'self',
    links: ['check-health', 'health-errors'],
  },
} as const satisfies Record<string, Fix>;
