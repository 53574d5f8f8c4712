import type { Fix } from './fix.js';

/** Limits of the service tier. */
export const limitFixes = {
  'rate-limited': {
    steps: [
      { step: 'limit-wait' },
      { step: 'limit-fewer-requests' },
      { step: 'limit-own-identity', when: { method: ['anonymous', 'admin-user'] } },
      { step: 'limit-higher-tier' },
    ],
    helper: 'registry-owner',
    links: ['service-tiers', 'performance-troubleshooting', 'best-practices', 'support-request'],
  },
  'quota-exceeded': {
    steps: [
      { step: 'quota-look', command: 'usage-show' },
      { step: 'quota-delete-images' },
      { step: 'quota-higher-tier' },
    ],
    helper: 'registry-owner',
    links: ['registry-storage', 'service-tiers', 'delete-images', 'push-disallowed'],
  },
} as const satisfies Record<string, Fix>;
