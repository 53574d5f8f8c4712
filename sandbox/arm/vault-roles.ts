import type { RoleDefinition } from './built-in-roles.js';

const vault = 'Microsoft.KeyVault/vaults';
const around = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Support/*',
  'Microsoft.KeyVault/checkNameAvailability/read',
  'Microsoft.KeyVault/deletedVaults/read',
  'Microsoft.KeyVault/locations/*/read',
  `${vault}/*/read`,
  'Microsoft.KeyVault/operations/read',
];

/** Built-in roles for the secrets of a vault, by name (RBAC built-in-roles/security.md). */
export const vaultRoles: Readonly<Record<string, RoleDefinition>> = {
  'Key Vault Secrets Officer': {
    name: 'Key Vault Secrets Officer',
    guid: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    actions: around,
    notActions: [],
    dataActions: [`${vault}/secrets/*`],
    notDataActions: [],
  },
  'Key Vault Secrets User': {
    name: 'Key Vault Secrets User',
    guid: '4633458b-17de-408a-b874-0445c86b69e6',
    actions: [],
    notActions: [],
    dataActions: [`${vault}/secrets/getSecret/action`, `${vault}/secrets/readMetadata/action`],
    notDataActions: [],
  },
};
