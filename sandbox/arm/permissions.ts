import type { Operation } from './call.js';
import { ok } from './on-registry.js';
import { permissionsOf } from './rights.js';

/** What the caller may do at a scope: no right is needed to ask. Conditions are not shown (arm-api.md §2). */
export const permissionOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.authorization/permissions',
    single: false,
    run: ({ caller, scope, world }) => {
      const held = permissionsOf(caller, scope, world).map(
        ({ actions, notActions, dataActions, notDataActions }) => ({
          actions,
          notActions,
          dataActions,
          notDataActions,
        }),
      );
      return ok({ value: held, nextLink: null });
    },
  },
];
