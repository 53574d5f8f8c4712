import { account } from './account.js';
import { anonymousPull } from './anonymous-pull.js';
import { applicationChecks } from './applications.js';
import type { Check } from './check.js';
import { contentState } from './content-state.js';
import { dataEndpoint } from './data-endpoint.js';
import { entraSession } from './entra-session.js';
import { imageExists } from './image-exists.js';
import { imagePlatform } from './image-platform.js';
import { kubeletRole } from './kubelet-role.js';
import { managementRights } from './management-rights.js';
import type { LiveCheckId } from './needs.js';
import { networkRules } from './network-rules.js';
import { provider } from './provider.js';
import { reachability } from './reachability.js';
import { registryLookup } from './registry-lookup.js';
import { settings } from './registry-settings.js';
import { roleChecks } from './roles.js';
import { tokenChecks } from './tokens.js';

const all: readonly Check[] = [
  ...reachability,
  dataEndpoint,
  registryLookup,
  provider,
  ...settings,
  networkRules,
  anonymousPull,
  ...roleChecks,
  managementRights,
  account,
  kubeletRole,
  ...applicationChecks,
  ...tokenChecks,
  imageExists,
  imagePlatform,
  contentState,
  entraSession,
];

/** The checks of these ids, in their order. */
export function checksOf(ids: readonly LiveCheckId[]): readonly Check[] {
  return ids.flatMap((id) => all.find((check) => check.id === id) ?? []);
}
