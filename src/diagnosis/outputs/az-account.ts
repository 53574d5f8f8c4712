import { GUID, parseGuid } from '../facts/guid.js';
import { allMatches, firstMatch } from './lines.js';
import { type Output, outputOf } from './output.js';

/** `az account show` as JSON; the table leaves the subscription's id out. */
const accountForms = {
  cloud: /^"environmentName": "[A-Za-z]{3,30}",?$/,
  id: new RegExp(`^"id": "(${GUID})",?$`),
  tenant: new RegExp(`^"tenantId": "(${GUID})",?$`),
  state: /^"state": "[A-Za-z]{3,20}",?$/,
} as const;

/** Which subscription and directory the person's az works in; null for a list of several, or anything else. */
export function readAzAccount(lines: readonly string[]): Output | null {
  const { cloud, id, tenant, state } = accountForms;
  const ids = allMatches(lines, id);
  if (firstMatch(lines, cloud) === null || firstMatch(lines, state) === null || ids.length !== 1) return null;
  const subscription = parseGuid(ids[0]?.[1] ?? '');
  if (subscription === null) return null;
  return outputOf('az account show', {
    subscription,
    tenant: parseGuid(firstMatch(lines, tenant)?.[1] ?? ''),
  });
}
