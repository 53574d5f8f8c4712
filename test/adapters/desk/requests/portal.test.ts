import { expect, test } from 'vitest';
import { portalUrl } from '../../../../adapters/desk/requests/portal.js';
import { tenant } from '../../../access/requests-names.js';

test.each([
  ['https://kv-contoso.vault.azure.net', 'https://portal.azure.com'],
  ['https://kv-contoso.vault.azure.cn', 'https://portal.azure.cn'],
  ['https://kv-contoso.vault.usgovcloudapi.net', 'https://portal.azure.us'],
])('a secret of %s is looked at in %s', (vault, portal) => {
  const id = `${vault}/secrets/acr-contoso-admin/0123456789abcdef0123456789abcdef`;
  expect(portalUrl(id, tenant)).toBe(`${portal}/#@${tenant}/asset/Microsoft_Azure_KeyVault/Secret/${id}`);
});

test.each([
  'https://vault.azure.net.evil.example/secrets/x',
  'https://evil.example/.vault.azure.net',
  'https://vault.azure.net@evil.example/secrets/x',
  'kv-contoso.vault.azure.net',
  '',
])('T50 %j is in no vault, and no link', (id) => {
  expect(portalUrl(id, tenant)).toBeNull();
});
