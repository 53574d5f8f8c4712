import type { Answer } from '../../azure/answer.js';
import type { Granter, OwnAssignment } from '../../azure/granter.js';
import { matchesAction } from '../../checks/action-pattern.js';
import { roles } from '../../knowledge/roles.js';
import { requestableRoles } from '../policy/roles.js';
import { letsPass } from './delegation-condition.js';

/** What is wrong with the rights of the grantor. Each but `cannot-grant` keeps the bot from granting. */
export const grantorFlaws = [
  /** `*`, as Owner and Contributor have it. */
  'everything',
  /** User Access Administrator, or a role that may change roles, too. */
  'manages-access',
  /** It may give any role, as its right to assign has no condition. */
  'unconditioned',
  /** Its condition lets pass what the bot never gives, or cannot be read here. */
  'condition-too-wide',
  /** The same for what it may take away. */
  'removes-any',
  /** It has no right to assign roles. */
  'cannot-grant',
] as const;
export type GrantorFlaw = (typeof grantorFlaws)[number];

export interface GrantorFinding {
  readonly flaw: GrantorFlaw;
  /** Name of the role by which it has the right; null for what it lacks. */
  readonly role: string | null;
  readonly scope: string;
}

const write = 'Microsoft.Authorization/roleAssignments/write';
const remove = 'Microsoft.Authorization/roleAssignments/delete';
/** Stand for all that a grantor has no need of. */
const anything = 'Microsoft.Compute/virtualMachines/write';
const access = [
  'Microsoft.Authorization/roleDefinitions/write',
  'Microsoft.Authorization/elevateAccess/action',
];
/** Stands for every role that the bot does not know. */
const unknownRole = '00000000-0000-4000-8000-000000000000';

/**
 * Looks at the grantor's own roles, before anything is granted (security T48): it must be able to give the few roles
 * that can be asked for, and nothing else – Azure itself then refuses whatever else the bot would write.
 *
 * @param scopes registries, or what lies above them
 * @returns no findings: it is as it should be
 */
export async function grantorSelfCheck(
  granter: Pick<Granter, 'own'>,
  scopes: readonly string[],
  signal: AbortSignal,
): Promise<Answer<readonly GrantorFinding[]>> {
  const findings: GrantorFinding[] = [];
  for (const scope of scopes) {
    const own = await granter.own(scope, signal);
    if (!own.ok) return own;
    findings.push(...judgeGrantor(scope, own.value));
  }
  const unlike = new Map(findings.map((it) => [`${it.flaw} ${it.role} ${it.scope.toLowerCase()}`, it]));
  return { ok: true, value: [...unlike.values()] };
}

/** Whether the bot may grant with such a grantor. One that can do too little is in nobody's way. */
export function isFit(findings: readonly GrantorFinding[]): boolean {
  return findings.every(({ flaw }) => flaw === 'cannot-grant');
}

/** The decision alone. Pure. */
function judgeGrantor(scope: string, own: readonly OwnAssignment[]): readonly GrantorFinding[] {
  const found = own.flatMap((held) =>
    flawsOf(held).map((flaw): GrantorFinding => ({ flaw, role: held.role.name, scope: held.scope })),
  );
  const grants = own.some(
    (held) =>
      permits(held, write) && requestableRoles.some((role) => passes(held, write, roles[role].guid) === true),
  );
  return grants ? found : [...found, { flaw: 'cannot-grant', role: null, scope }];
}

function flawsOf(held: OwnAssignment): readonly GrantorFlaw[] {
  if (permits(held, anything)) return ['everything'];
  if (access.some((action) => permits(held, action))) return ['manages-access'];
  const flaws: GrantorFlaw[] = [];
  if (permits(held, write)) {
    if (held.condition === null) flaws.push('unconditioned');
    else if (!isNarrow(held, write)) flaws.push('condition-too-wide');
  }
  if (permits(held, remove) && held.condition !== null && !isNarrow(held, remove)) flaws.push('removes-any');
  return flaws;
}

/** What is not understood does not count as narrow. */
function isNarrow(held: OwnAssignment, action: string): boolean {
  const own = new Set<string>(requestableRoles);
  const others = Object.entries(roles).filter(([name]) => !own.has(name));
  const guids = [...others.map(([, { guid }]) => guid), unknownRole];
  return guids.every((guid) => passes(held, action, guid) === false);
}

function passes({ condition }: OwnAssignment, action: string, roleGuid: string): boolean | null {
  if (condition === null) return true;
  const types = ['User', 'ServicePrincipal'].map((principalType) =>
    letsPass(condition, { action, roleGuid, principalType }),
  );
  if (types.includes(true)) return true;
  return types.includes(null) ? null : false;
}

function permits({ role: { actions, notActions } }: OwnAssignment, action: string): boolean {
  const listed = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => matchesAction(pattern, action));
  return listed(actions) && !listed(notActions);
}
