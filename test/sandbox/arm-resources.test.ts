import { describe, expect, test } from 'vitest';
import { arm } from '../../sandbox/arm/arm.js';
import { assigned, dana, registry, subscription, world } from '../azure/world.js';
import { ask, bearer, parsed } from './raw.js';

/** The list in which `az acr` looks for a registry. */

const management = 'https://management.azure.com';
const type = 'Microsoft.ContainerRegistry/registries';

async function list(of = world(), filter: string | null = `resourceType eq '${type}'`) {
  const query = new URLSearchParams({ 'api-version': '2021-04-01', ...(filter && { $filter: filter }) });
  const url = `${management}/subscriptions/${subscription.id}/resources?${query}`;
  return ask(arm, of, url, { headers: await bearer(dana, management, of.now()) });
}

const reader = (scope = registry.id) => world({ assignments: [assigned('Reader', dana.id, { scope })] });

describe('the resources of a subscription', () => {
  test('are those of the type that the caller may read', async () => {
    const { id, name, region: location, sku } = registry;
    expect(parsed(await list(reader()))['value']).toEqual([
      { id, name, type, location, tags: {}, sku: { name: sku, tier: sku } },
    ]);
    expect(parsed(await list(world({ assignments: [assigned('AcrPush', dana.id)] })))['value']).toEqual([]);
  });

  test('are all without a filter, and none of another type', async () => {
    const all = reader(`/subscriptions/${subscription.id}`);
    const types = (await list(all, null)).body ?? '';
    expect(types).toContain(type);
    expect(types).toContain('Microsoft.ContainerService/managedClusters');
    expect(parsed(await list(all, "resourceType eq 'Microsoft.Web/sites'"))['value']).toEqual([]);
  });

  test('are refused to a filter that nobody reads', async () => {
    const answer = await list(reader(), 'name is good');
    expect([answer.status, parsed(answer)]).toEqual([
      400,
      { error: { code: 'InvalidFilterInQueryString', message: expect.stringContaining('name is good') } },
    ]);
  });
});
