import type { Fix } from './fix.js';

/** All that is neither of the above, and the way on when the cause stays unknown. */
export const otherFixes = {
  'cmk-key-unavailable': {
    steps: [{ step: 'cmk-restore' }, { step: 'cmk-verify', command: 'check-health' }],
    helper: 'registry-owner',
    links: ['customer-managed-keys', 'health-errors'],
  },
  'client-defect': {
    steps: [
      { step: 'client-update', command: 'az-upgrade' },
      { step: 'client-other', command: 'docker-login' },
      { step: 'client-report' },
    ],
    helper: 'self',
    links: ['az-update', 'docker-install', 'acr-issues'],
  },
  'service-outage': {
    steps: [
      { step: 'outage-repeat', command: 'challenge' },
      { step: 'outage-status' },
      { step: 'outage-ticket' },
    ],
    helper: 'microsoft',
    links: ['azure-status', 'support-request', 'acr-issues'],
  },
  'not-acr': {
    steps: [{ step: 'not-acr-where' }, { step: 'not-acr-paste-more' }],
    helper: 'self',
    links: ['registry-faq'],
  },
  unknown: {
    steps: [
      { step: 'unknown-reproduce', command: 'check-health' },
      { step: 'unknown-login-events', command: 'login-events' },
      { step: 'unknown-other-topics' },
      { step: 'unknown-ask-people' },
      { step: 'unknown-ticket' },
    ],
    helper: 'microsoft',
    links: [
      'check-health',
      'health-errors',
      'registry-logs',
      'network-troubleshooting',
      'performance-troubleshooting',
      'auth-overview',
      'registry-faq',
      'best-practices',
      'community-support',
      'microsoft-qa',
      'support-request',
      'acr-issues',
      'azure-feedback',
    ],
  },
} as const satisfies Record<string, Fix>;
