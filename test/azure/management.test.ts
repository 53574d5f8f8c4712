import { describe, expect, test } from 'vitest';
import type { RegistryRecord } from '../../src/azure/ports.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { signal, wired } from './wired.js';
import { assigned, contoso, dana, developers, kubelet, registry, subscription, world } from './world.js';

/** The clients of the SDK, unchanged, against the sandbox's Resource Manager. */

const server = (text: string) => {
  const parsed = parseLoginServer(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

async function contosoIn(management: ReturnType<typeof wired>['management']): Promise<RegistryRecord> {
  const found = await management.findRegistry(server('contoso.azurecr.io'), signal);
  if (!found.ok || found.value === null) throw new Error(JSON.stringify(found));
  return found.value;
}

describe('a registry', () => {
  test('is found by its login server, with every setting', async () => {
    const { management } = wired(world());
    expect(await contosoIn(management)).toEqual({
      id: registry.id,
      name: 'contoso',
      loginServer: 'contoso.azurecr.io',
      subscription: subscription.id,
      resourceGroup: 'rg-registry',
      location: 'westeurope',
      sku: 'Premium',
      provisioningState: 'Succeeded',
      mode: 'abac',
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: 'enabled',
      defaultAction: 'deny',
      ipRules: ['203.0.113.0/24', '198.51.100.7'],
      trustedServicesAllowed: true,
      armAudience: 'disabled',
      quarantine: false,
      dataEndpoints: ['contoso.westeurope.data.azurecr.io'],
      privateEndpoints: [{ name: 'pe-1', status: 'approved' }],
    });
  });
});

describe('roles', () => {
  test('x', async () => {
    const { management } = wired(world());
    const it = await contosoIn(management);
    console.log(
      JSON.stringify(
        [
          await management.tokens(it, signal),
          await management.usages(it, signal),
          await management.locks(it, signal),
          await management.assignments(it, dana.id, signal),
          await management.eligibilities(it, dana.id, signal),
          await management.clusters(signal),
          await management.providerRegistered(subscription.id, signal),
          await management.scopeMap(`${registry.id}/scopeMaps/readers`, signal),
          await management.roleDefinition(
            '/subscriptions/' +
              subscription.id +
              '/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d',
            signal,
          ),
        ],
        null,
        1,
      ),
    );
    void [assigned, contoso, developers, kubelet];
  });
});
