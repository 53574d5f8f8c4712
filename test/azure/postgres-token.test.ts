import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { chinaCloud, publicCloud } from '../../src/azure/clouds.js';
import { createNodeNetwork } from '../../src/azure/node-network.js';
import { postgresToken } from '../../src/azure/postgres-token.js';
import { identityEndpoint } from '../support/identity-endpoint.js';

const endpoint = identityEndpoint();
beforeEach(() => endpoint.asked.splice(0));

test.each([
  [publicCloud, 'https://ossrdbms-aad.database.windows.net'],
  [chinaCloud, 'https://ossrdbms-aad.database.chinacloudapi.cn'],
])('asks for a token of PostgreSQL, as that identity, and keeps it', async (cloud, resource) => {
  // Another one each time: MSAL keeps tokens for the whole process.
  const clientId = randomUUID();
  endpoint.answer = () => ({ status: 200, token: `token-${endpoint.asked.length}` });
  const token = postgresToken({ network: createNodeNetwork(), cloud }, clientId);
  expect([await token(), await token()]).toEqual(['token-1', 'token-1']);
  expect(endpoint.asked.map((it) => [it.get('resource'), it.get('client_id')])).toEqual([
    [resource, clientId],
  ]);
});

test('says why there is none', async () => {
  endpoint.answer = () => ({ status: 400, token: '' });
  const token = postgresToken({ network: createNodeNetwork(), cloud: publicCloud }, randomUUID());
  await expect(token()).rejects.toMatchObject({ name: 'Refusal' });
});
