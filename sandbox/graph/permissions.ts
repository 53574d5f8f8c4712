import type { Caller } from '../entra/caller.js';
import type { GraphPermission, ServicePrincipal, World } from '../world/world.js';

/** Application permissions in Graph that a caller has. */
function permissionsOf({ objectId }: Caller, world: World): readonly GraphPermission[] {
  const workloads = [...world.servicePrincipals.values(), ...world.managedIdentities.values()];
  return workloads.find((it) => it.objectId === objectId)?.graph ?? [];
}

/** Whether a caller may read every application of its directory. */
export function mayReadAll(caller: Caller, world: World): boolean {
  const enough = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'];
  return permissionsOf(caller, world).some((held) => enough.includes(held));
}

/**
 * Whether a caller may change an application: with Application.ReadWrite.All each of them, with Application.ReadWrite.OwnedBy
 * those that it owns. People have what they own; not verified: with which of the permissions of their client.
 */
export function mayChange(caller: Caller, app: ServicePrincipal, world: World): boolean {
  const held = permissionsOf(caller, world);
  if (held.includes('Application.ReadWrite.All')) return true;
  const owns = app.owners.includes(caller.objectId);
  return owns && (caller.kind === 'user' || held.includes('Application.ReadWrite.OwnedBy'));
}
