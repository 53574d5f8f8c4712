import { anonymousPull } from './anonymous-pull.js';
import { applicationChecks } from './applications.js';
import type { Check } from './check.js';
import { contentChecks } from './content.js';
import { entraSession } from './entra-session.js';
import { kubeletRole } from './kubelet-role.js';
import { networkRules } from './network-rules.js';
import { reachability } from './reachability.js';
import { registryLookup } from './registry-lookup.js';
import { settings } from './registry-settings.js';
import { roleChecks } from './roles.js';
import { tokenChecks } from './tokens.js';

/** Every live check, in the order in which they are shown. Checks of the tree that stand not here are the person's. */
export const liveChecks: readonly Check[] = [
  ...reachability,
  registryLookup,
  ...settings,
  networkRules,
  anonymousPull,
  ...roleChecks,
  kubeletRole,
  ...applicationChecks,
  ...tokenChecks,
  ...contentChecks,
  entraSession,
];
