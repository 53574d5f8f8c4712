import type { Token } from '@azure/arm-containerregistry';
import { failed } from '../answer.js';
import type { ArmClients } from '../clients.js';
import type { RegistryRecord, ScopeMapRecord, TokenRecord, UsageRecord } from '../ports.js';
import type { Ask } from '../run-cache.js';
import { allOf, answered } from './ask.js';
import { parseRegistryId } from './ids.js';

const registry = 'Microsoft.ContainerRegistry/registries';

/** Repository tokens of a registry. */
export function tokensOf({ registries }: ArmClients): Ask<RegistryRecord, readonly TokenRecord[]> {
  return ({ subscription, resourceGroup, name }, signal) =>
    answered(`${registry}/tokens/read`, async () => {
      const list = registries(subscription).tokens.list(resourceGroup, name, { abortSignal: signal });
      return (await allOf(list, signal)).map(tokenRecord);
    });
}

function tokenRecord({ name, status, scopeMapId, credentials }: Token): TokenRecord {
  return {
    name: name ?? '',
    enabled: status !== 'disabled',
    scopeMapId: scopeMapId ?? null,
    passwords: (credentials?.passwords ?? []).map((password) => ({
      name: password.name ?? '',
      createdOn: password.creationTime?.toISOString() ?? null,
      expiresOn: password.expiry?.toISOString() ?? null,
    })),
  };
}

/** A scope map by its resource id. */
export function scopeMapOf({ registries }: ArmClients): Ask<string, ScopeMapRecord> {
  return async (id, signal) => {
    const place = parseRegistryId(id);
    if (place?.scopeMap == null) return failed({ kind: 'not-found' });
    const { subscription, resourceGroup, name, scopeMap } = place;
    return answered(`${registry}/scopeMaps/read`, async () => {
      const { scopeMaps } = registries(subscription);
      const found = await scopeMaps.get(resourceGroup, name, scopeMap, { abortSignal: signal });
      return { name: found.name ?? scopeMap, actions: found.actions ?? [] };
    });
  };
}

export function usagesOf({ registries }: ArmClients): Ask<RegistryRecord, readonly UsageRecord[]> {
  return ({ subscription, resourceGroup, name }, signal) =>
    answered(`${registry}/listUsages/read`, async () => {
      const client = registries(subscription).registries;
      const { value } = await client.listUsages(resourceGroup, name, { abortSignal: signal });
      return (value ?? []).map((usage) => ({
        name: usage.name ?? '',
        current: usage.currentValue ?? 0,
        limit: usage.limit ?? 0,
      }));
    });
}
