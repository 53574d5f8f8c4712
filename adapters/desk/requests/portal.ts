/** Portals of the clouds, by the end of a vault's host. */
const portals = {
  '.vault.azure.net': 'https://portal.azure.com',
  '.vault.azure.cn': 'https://portal.azure.cn',
  '.vault.usgovcloudapi.net': 'https://portal.azure.us',
} as const;

/**
 * Where people see a version of a secret: the address of the vault itself gives a browser nothing. Pure.
 *
 * @param id of the version, as the vault has it
 * @returns null for what is in no vault of a cloud
 */
export function portalUrl(id: string, tenant: string): string | null {
  const host = URL.canParse(id) ? new URL(id).hostname : '';
  const [, portal] = Object.entries(portals).find(([end]) => host.endsWith(end)) ?? [];
  return portal === undefined ? null : `${portal}/#@${tenant}/asset/Microsoft_Azure_KeyVault/Secret/${id}`;
}
