import { parseArmScope, parseRoleAction } from './arm-id.js';
import type { Paste } from './paste.js';
import { parseRegistryScope } from './registry-scope.js';
import { type Capture, firstCapture } from './rule.js';

/** ARM's refusals (errors.md §7). A linked scope is the one that lacks the permission. */
const armActions: readonly Capture[] = [
  {
    pattern: /\bnot have permission to perform action(?:\(s\))? '([^'\n]{5,200})'/g,
    source: 'LinkedAuthorizationFailed',
  },
  { pattern: /\bto perform(?: action)? '([^'\n]{5,200})'/g, source: 'AuthorizationFailed' },
];

const armScopes: readonly Capture[] = [
  { pattern: /\blinked scope\(s\) '([^'\n]{5,600})'/g, source: 'LinkedAuthorizationFailed' },
  { pattern: /\b(?:over|at|on) (?:the )?scope '([^'\n]{5,600})'/g, source: 'AuthorizationFailed' },
  { pattern: /--scopes? ['"]?(\/subscriptions\/[^\s'"]{36,600})/g, source: 'az role assignment' },
];

/** What a registry token was asked for (registry-protocol §3, §6). */
const registryScopes: readonly Capture[] = [
  { pattern: /\bscope="?([a-z-]{8,20}:[^\s"'&]{1,300})/g, source: 'challenge, token request' },
  { pattern: /\b((?:repository|registry):[^\s"':&]{1,255}:[a-z_,*]{1,80})/g, source: 'prose' },
];

const registryActions: readonly Capture[] = [
  { pattern: /"Action": ?"([a-z_*]{1,30})"/g, source: 'registry-protocol §2, JSON detail' },
  { pattern: /\bmap\[Action:([a-z_*]{1,30}) /g, source: 'Go print of the same' },
];

/** What was asked, and on what; null where it is not named. */
export interface PermissionFacts {
  readonly scope: string | null;
  readonly action: string | null;
}

const registryAction = (text: string): string | null => (/^(?:\*|[a-z_]{3,20})$/.test(text) ? text : null);

/** Finds scope and action: those of ARM's refusal if there is one, else those of the registry's. */
export function findPermission(paste: Paste): PermissionFacts {
  const action = firstCapture(armActions, paste, parseRoleAction);
  const armScope = firstCapture(armScopes, paste, (captured) => parseArmScope(captured)?.id ?? null);
  if (action !== null || armScope !== null) return { scope: armScope, action };
  const registryScope = firstCapture(registryScopes, paste, parseRegistryScope);
  const named = firstCapture(registryActions, paste, registryAction);
  const [single, ...more] = registryScope?.actions ?? [];
  return {
    scope: registryScope?.text ?? null,
    action: named ?? (single !== undefined && more.length === 0 ? single : null),
  };
}
