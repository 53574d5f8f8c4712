import { describe, expect, test } from 'vitest';
import { failed } from '../../src/azure/answer.js';
import type { RegistryRecord } from '../../src/azure/ports.js';
import { findingOf, verdictOf } from './fakes.js';

const endpoint = (status: RegistryRecord['privateEndpoints'][number]['status']) => ({ name: status, status });

describe('what one setting of the registry tells', () => {
  test.each([
    ['permission-mode', { mode: 'legacy' }, 'legacy'],
    ['permission-mode', { mode: 'abac' }, 'abac'],
    ['admin-user', { adminUserEnabled: true }, 'enabled'],
    ['admin-user', { adminUserEnabled: false }, 'disabled'],
    ['arm-audience', { armAudience: 'enabled' }, 'accepted'],
    ['arm-audience', { armAudience: 'disabled' }, 'refused'],
    ['private-endpoint', { privateEndpoints: [] }, 'none'],
    ['private-endpoint', { privateEndpoints: [endpoint('approved')] }, 'approved'],
    ['private-endpoint', { privateEndpoints: [endpoint('rejected'), endpoint('approved')] }, 'approved'],
    ['private-endpoint', { privateEndpoints: [endpoint('pending')] }, 'none'],
    ['private-endpoint', { privateEndpoints: [endpoint('rejected'), endpoint('disconnected')] }, 'none'],
  ] as const)('%s with %j: %s', async (id, registry, expected) => {
    expect(await verdictOf(id, { registry })).toBe(expected);
  });

  test.each([
    ['permission-mode', 'own'],
    ['admin-user', 'own'],
    ['arm-audience', 'own'],
    ['private-endpoint', 'configuration'],
  ] as const)('%s is shown as %s', async (id, exposure) => {
    expect(await findingOf(id, { vantage: 'bot' })).toMatchObject({ exposure, witness: 'bot' });
    expect(await findingOf(id, { registry: null })).toMatchObject({ exposure, witness: 'person' });
  });

  test('a right that the bot lacks is named with the role that has it', async () => {
    const findRegistry = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    expect(await findingOf('permission-mode', { management: { findRegistry } })).toMatchObject({
      why: 'missing-right',
      role: 'Reader',
    });
  });

  test.each(['permission-mode', 'admin-user', 'arm-audience', 'private-endpoint'] as const)(
    '%s of a registry that is not seen is not known',
    async (id) => {
      expect(await verdictOf(id, { registry: null })).toBe('unknown: missing-right');
      expect(await verdictOf(id, { management: null })).toBe('unknown: not-signed-in');
    },
  );
});
