import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { expect, test } from 'vitest';
import type { Transport } from '../../src/azure/bounded-client.js';
import { armClients, graphReader } from '../../src/azure/clients.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createDirectory } from '../../src/azure/directory.js';
import { eventsIn } from '../../src/azure/login-events/rows.js';
import { createManagement } from '../../src/azure/management.js';
import type { RegistryRecord } from '../../src/azure/ports.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { canary, holds, holdsLater, tellsNothing } from './hold.js';
import { wildJson } from './wild.js';

const subscription = '11111111-2222-4333-8444-555555555555';
const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso`;
const page = (...value: unknown[]) => ({ value });
const answers = [
  page({
    id,
    name: 'contoso',
    location: 'westeurope',
    tags: { owner: canary },
    sku: { name: 'Premium' },
    properties: {
      loginServer: 'contoso.azurecr.io',
      adminUserEnabled: true,
      networkRuleSet: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/24', action: 'Allow' }] },
      privateEndpointConnections: [],
    },
  }),
  page({
    id: `${id}/providers/Microsoft.Authorization/roleAssignments/${subscription}`,
    properties: {
      roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${subscription}`,
      principalId: subscription,
      principalType: 'User',
      scope: id,
      condition: canary,
    },
  }),
  page({
    id: subscription,
    displayName: canary,
    appId: subscription,
    passwordCredentials: [{ endDateTime: '2027-01-01T00:00:00Z' }],
  }),
  {
    id: subscription,
    subscriptionId: subscription,
    registrationState: 'Registered',
    error: {
      code: 'AuthorizationFailed',
      message: `${canary} to perform action 'Microsoft.ContainerRegistry/registries/read'`,
    },
  },
];

/** Whatever is asked, the same answer. */
function answering(body: string, status: number): HttpClient {
  return {
    sendRequest: async (request) => ({
      request,
      status,
      headers: createHttpHeaders({ 'content-type': 'application/json' }),
      bodyAsText: body,
    }),
  };
}

const credential = { getToken: async () => ({ token: 'fake', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const host = parseLoginServer('contoso.azurecr.io');
if (host === null) throw new Error('no login server');
const signal = new AbortController().signal;
const role = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${subscription}`;
const contoso: RegistryRecord = {
  ...{ id, name: 'contoso', loginServer: host, subscription, resourceGroup: 'rg', location: 'westeurope' },
  ...{ sku: 'Premium', provisioningState: 'Succeeded', mode: 'legacy' },
  ...{ adminUserEnabled: false, anonymousPullEnabled: false, publicNetworkAccess: 'enabled' },
  ...{ defaultAction: 'allow', ipRules: [], trustedServicesAllowed: true, armAudience: 'enabled' },
  ...{ quarantine: false, dataEndpoints: [], privateEndpoints: [] },
};

test.each([200, 403])(
  'Resource Manager and Graph, with %i and any body: an answer or a problem',
  async (status) => {
    await holdsLater(
      wildJson(...answers),
      async (body) => {
        const transport: Transport = {
          httpClient: answering(body, status),
          timeoutMs: 1_500,
          maxRetries: 0,
          retryDelayMs: 1,
        };
        const management = createManagement(armClients(publicCloud, credential, transport), [subscription]);
        const directory = createDirectory(graphReader(publicCloud, credential, transport));
        return Promise.all([
          management.findRegistry(host, signal),
          management.tokens(contoso, signal),
          management.scopeMap(`${id}/scopeMaps/ci`, signal),
          management.usages(contoso, signal),
          management.locks(contoso, signal),
          management.assignments(contoso, subscription, signal),
          management.eligibilities(contoso, subscription, signal),
          management.roleDefinition(role, signal),
          management.clusters(signal),
          management.providerRegistered(subscription, signal),
          directory.application(subscription, signal),
          directory.servicePrincipal(subscription, signal),
          directory.user(subscription, signal),
        ]);
      },
      (all) => {
        for (const answer of Array.isArray(all) ? all : []) expect(answer).toHaveProperty('ok');
        if (status === 403) tellsNothing(all);
      },
    );
  },
);

test('rows of Log Analytics: what a client wrote itself is not taken over', () => {
  const columns = ['TimeGenerated', 'Identity', 'CallerIpAddress', 'ResultDescription', 'UserAgent'];
  const table = {
    columnDescriptors: columns.map((name) => ({ name })),
    rows: [['2026-03-01T10:00:00Z', canary, '203.0.113.7', '401', `docker/24.0.7 ${canary}`]],
  };
  holds(
    wildJson(table.rows, [['2026-03-01T10:00:00Z', 'dana@contoso.com', '::1', '200', 'curl/8']]),
    (json) => {
      let rows: unknown = null;
      try {
        rows = JSON.parse(json);
      } catch {}
      const all = Array.isArray(rows) ? rows.filter((row) => Array.isArray(row)) : [];
      return eventsIn({ ...table, rows: all }, []);
    },
    tellsNothing,
  );
});
