import type { LogLook, SeenEvent } from '../../src/checks/login-events/log-look.js';

/** What a look at a registry's log can give. */

const client = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';
const event = (at: string, some: Partial<SeenEvent> = {}): SeenEvent => ({
  at: `2026-03-02T${at}Z`,
  status: 401,
  identity: { kind: 'named', name: client },
  ip: '20.50.1.9',
  client: 'docker 26.1.4',
  match: 'identity',
  ...some,
});

/** Everything that can stand beside events. */
export const seenLog: Extract<LogLook, { readonly kind: 'events' }> = {
  ...{ kind: 'events', sees: 'all', from: '2026-03-01T09:00:00.000Z', to: '2026-03-02T09:00:00.000Z' },
  events: [
    event('08:40:00'),
    event('08:35:00'),
    event('08:30:00', {
      identity: { kind: 'named', name: 'kim@contoso.com' },
      ip: '203.0.113.7',
      match: 'address',
    }),
    event('08:20:00', {
      status: 403,
      identity: { kind: 'none' },
      ip: '198.51.100.77',
      client: null,
      match: null,
    }),
    event('08:10:00', { status: null, identity: { kind: 'untold' }, ip: null, match: null }),
  ],
  ...{ more: true, partial: true, collected: null, names: [client], address: '203.0.113.7' },
};

export const logSamples: Readonly<Record<string, LogLook>> = {
  'registry-log': seenLog,
  'registry-log-not-collected': {
    ...{ kind: 'not-collected', why: 'no-setting' },
    registryId:
      '/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso',
  },
  'registry-log-denied': { kind: 'denied', whose: 'bot', workspace: null, principal: client },
};
