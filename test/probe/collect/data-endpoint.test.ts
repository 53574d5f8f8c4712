import { expect, it } from 'vitest';
import { parseLoginServer } from '../../../src/diagnosis/facts/login-server.js';
import { dataEndpointOf } from '../../../src/probe/collect/data-endpoint.js';

it.each([
  [
    'contoso.azurecr.io',
    ['x.fe.azcr.io', 'r1.westeurope.cloudapp.azure.com'],
    'contoso.westeurope.data.azurecr.io',
  ],
  ['contoso-a1b2.azurecr.io', ['r1.eastus2.cloudapp.azure.com'], 'contoso-a1b2.eastus2.data.azurecr.io'],
  ['contoso.westeurope.geo.azurecr.io', [], 'contoso.westeurope.data.azurecr.io'],
  ['contoso.azurecr.io', ['contoso.privatelink.azurecr.io'], null],
  ['contoso.azurecr.io', ['r1.westeurope.cloudapp.azure.com', 'elsewhere.example'], null],
  ['contoso.azurecr.io', ['r1.evil.example.cloudapp.azure.com.example'], null],
  ['contoso.azurecr.io', [], null],
])('%s by way of %o', (registry, cname, expected) => {
  const server = parseLoginServer(registry) ?? expect.fail('no login server');
  expect(dataEndpointOf(server, cname)).toBe(expected);
});
