import type { RegistryName } from '../reading.js';
import { parseGuid } from './guid.js';
import { parseRegistryName } from './login-server.js';

/** ARM resource ids and scopes: `/subscriptions/<guid>[/resourceGroups/<rg>[/providers/…]]`. */
const scope =
  /^\/subscriptions\/([0-9a-f-]{36})(?:\/resourceGroups\/[-\w.()]{1,90}(?:\/providers\/[A-Za-z0-9.]{1,80}(?:\/[-\w.()]{1,128}){1,16})?)?$/i;

const registryId = /\/providers\/Microsoft\.ContainerRegistry\/registries\/([^/\s]{1,80})/i;

/** Role actions such as `Microsoft.ContainerRegistry/registries/listCredentials/action`. */
const action = /^[A-Za-z]{2,30}\.[A-Za-z.]{2,60}(?:\/[A-Za-z]{1,60}){1,8}$/;

/** An ARM scope, and the subscription and registry that it names. */
export interface ArmScope {
  readonly id: string;
  readonly subscription: string;
  readonly registry: RegistryName | null;
}

/** An ARM resource id or scope within a subscription, or null. */
export function parseArmScope(text: string): ArmScope | null {
  const match = scope.exec(text);
  const subscription = match ? parseGuid(match[1] ?? '') : null;
  if (subscription === null) return null;
  const name = registryId.exec(text)?.[1];
  return { id: text, subscription, registry: name === undefined ? null : parseRegistryName(name) };
}

/** A role action of ARM (`provider/type/…/verb`), or null. */
export function parseRoleAction(text: string): string | null {
  return action.test(text) ? text : null;
}
