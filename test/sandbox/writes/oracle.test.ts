import { beforeAll, describe, expect, test } from 'vitest';
import { hasOpenapi, loadOracle, type Oracle } from '../oracle.js';
import { guid, Lab } from './lab.js';

/** Every answer to a write that Microsoft's descriptions cover is held against them. */

async function traffic(lab: Lab): Promise<void> {
  const pull = lab.wanted('AcrPull', 'pipeline');
  await lab.assignment('grantor', 'PUT', guid(1), { ...pull, description: 'acr-help 7' });
  await lab.assignment('grantor', 'PUT', guid(1), { ...pull, description: 'acr-help 7' });
  await lab.assignment('grantor', 'PUT', guid(2), pull);
  await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPush', 'pipeline'));
  await lab.assignment('grantor', 'PUT', guid(3), lab.wanted('Owner', 'pipeline'));
  await lab.assignment('olga', 'PUT', guid(3), lab.wanted('AcrPull', 'fresh', {}));
  await lab.assignment('rita', 'GET', guid(1));
  await lab.assignment('rita', 'GET', guid(8));
  await lab.assignment('rita', 'GET', '');
  await lab.assignment('rita', 'DELETE', guid(1));
  await lab.assignment('grantor', 'DELETE', guid(1));
  await lab.assignment('grantor', 'DELETE', guid(1));
  await lab.post('olga', 'listCredentials');
  await lab.post('rita', 'listCredentials');
  await lab.post('rotator', 'regenerateCredential', { name: 'password2' });
  const tokenId = `${lab.registry.id}/tokens/ci-pull`;
  await lab.post('rotator', 'generateCredentials', { tokenId });
  await lab.post('rotator', 'generateCredentials', {
    tokenId,
    name: 'password1',
    expiry: '2026-05-01T00:00:00Z',
  });
  const token = `https://management.azure.com${tokenId}?api-version=2025-11-01`;
  await lab.send('rotator', 'GET', token);
  const request = `${lab.registry.id}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/${guid(5)}`;
  await lab.send('ana', 'PUT', `https://management.azure.com${request}?api-version=2020-10-01`, {
    properties: {
      ...lab.wanted('AcrPush', 'ana', {}),
      requestType: 'SelfActivate',
      justification: 'release',
      scheduleInfo: { expiration: { type: 'AfterDuration', duration: 'PT1H' } },
    },
  });
}

describe.skipIf(!hasOpenapi)('writes (skipped where ../shared/openapi is missing)', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await loadOracle();
  });

  test.each([
    ['that goes well', {}],
    ['that is locked', { registry: { locks: { it: { level: 'read-only' } } } }],
    ['without admin user', { registry: { adminUser: false } }],
    [
      'that throttles',
      { faults: { it: { host: 'management.azure.com', http: { status: 429, retryAfter: 5 } } } },
    ],
  ])('to a world %s are answered as it is described', async (_, parts) => {
    const eligibilities = { ana: { principal: 'ana', role: 'AcrPush', scope: 'registry:contoso' } };
    const lab = new Lab({ eligibilities, ...parts });
    await traffic(lab);
    const described = new Set<string>();
    for (const { request, response } of lab.exchanges) {
      const { operation, problems } = await oracle.judge(request, response);
      described.add(operation ?? request.path);
      const { method, path } = request;
      expect({ operation, method, path, status: response.status, problems }).toMatchObject({ problems: [] });
    }
    expect([...described].sort()).toEqual([
      'Registries_GenerateCredentials',
      'Registries_ListCredentials',
      'Registries_RegenerateCredential',
      'RoleAssignmentScheduleRequests_Create',
      'RoleAssignments_Create',
      'RoleAssignments_Delete',
      'RoleAssignments_Get',
      'RoleAssignments_ListForResource',
      'Tokens_Get',
    ]);
  });
});
