import { parseGuid } from '../../diagnosis/facts/guid.js';
import { type Answer, failed } from '../answer.js';
import type { ArmClients } from '../clients.js';
import { hasCode } from '../errors.js';
import type { AssignmentRecord, EligibilityRecord, RegistryRecord, RoleDefinitionRecord } from '../ports.js';
import type { Ask } from '../run-cache.js';
import { allOf, answered } from './ask.js';
import { isAtOrAbove, roleGuid } from './ids.js';

/** Whose roles at which registry. */
export interface Holder {
  readonly registry: RegistryRecord;
  readonly principalId: string;
}

const authorization = 'Microsoft.Authorization';
const nobody: Answer<never> = failed({ kind: 'not-found' });

/**
 * Assignments that count at the registry, through groups too: `atScope()` with `assignedTo()`, the combination that the
 * documentation shows (RBAC role-assignments-list-rest.md). The scope goes without its slash, or the path gets two.
 */
export function assignmentsOf({
  authorization: client,
}: ArmClients): Ask<Holder, readonly AssignmentRecord[]> {
  return async ({ registry, principalId }, signal) => {
    const principal = parseGuid(principalId);
    if (principal === null) return nobody;
    return answered(`${authorization}/roleAssignments/read`, async () => {
      const filter = `atScope() and assignedTo('${principal}')`;
      const options = { filter, abortSignal: signal };
      const found = await allOf(client.roleAssignments.listForScope(registry.id.slice(1), options), signal);
      return found
        .map((held) => ({
          id: held.id ?? '',
          scope: held.scope ?? '',
          roleGuid: roleGuid(held.roleDefinitionId ?? ''),
          roleDefinitionId: held.roleDefinitionId ?? '',
          principalId: held.principalId ?? '',
          condition: held.condition ?? null,
          createdOn: held.createdOn?.toISOString() ?? null,
        }))
        .filter((held): held is AssignmentRecord => held.roleGuid !== null);
    });
  };
}

/**
 * Roles that the principal may activate. Whether PIM takes `atScope()` beside `assignedTo()` is not verified, so the
 * scopes are compared here. A tenant without the licence has none; its error is known from reports only.
 */
export function eligibilitiesOf({
  authorization: client,
}: ArmClients): Ask<Holder, readonly EligibilityRecord[]> {
  return async ({ registry, principalId }, signal) => {
    const principal = parseGuid(principalId);
    if (principal === null) return nobody;
    return answered(`${authorization}/roleEligibilityScheduleInstances/read`, async () => {
      const options = { filter: `assignedTo('${principal}')`, abortSignal: signal };
      const instances = client.roleEligibilityScheduleInstances;
      try {
        const found = await allOf(instances.listForScope(registry.id.slice(1), options), signal);
        return found
          .map(({ scope, roleDefinitionId }) => ({
            scope: scope ?? '',
            roleGuid: roleGuid(roleDefinitionId ?? ''),
          }))
          .filter((held): held is EligibilityRecord => held.roleGuid !== null)
          .filter(({ scope }) => isAtOrAbove(scope, registry.id));
      } catch (error) {
        if (hasCode(error, 'AadPremiumLicenseRequired')) return [];
        throw error;
      }
    });
  };
}

/** A role definition by its resource id, also that of a custom role. */
export function roleDefinitionOf({ authorization: client }: ArmClients): Ask<string, RoleDefinitionRecord> {
  return async (id, signal) => {
    const path =
      /^\/((?:subscriptions\/[0-9a-f-]{36}\/)?providers\/Microsoft\.Authorization\/roleDefinitions\/[0-9a-f-]{36})$/i;
    const [, bare] = path.exec(id) ?? [];
    if (bare === undefined) return nobody;
    return answered(`${authorization}/roleDefinitions/read`, async () => {
      const found = await client.roleDefinitions.getById(bare, { abortSignal: signal });
      const permissions = found.permissions ?? [];
      return {
        name: found.roleName ?? '',
        actions: permissions.flatMap(({ actions }) => actions ?? []),
        notActions: permissions.flatMap(({ notActions }) => notActions ?? []),
        dataActions: permissions.flatMap(({ dataActions }) => dataActions ?? []),
        notDataActions: permissions.flatMap(({ notDataActions }) => notDataActions ?? []),
      };
    });
  };
}
