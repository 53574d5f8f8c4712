import type { Operation } from './call.js';
import { ok } from './on-registry.js';
import { page } from './paging.js';
import { authorizationFailed } from './refusals.js';
import { covers, may } from './rights.js';

const action = 'Microsoft.Authorization/locks/read';
const levels = { 'read-only': 'ReadOnly', 'cannot-delete': 'CanNotDelete' } as const;

/**
 * Management locks at a scope and below it (Management Locks, List By Scope, api-version 2016-09-01). The sources
 * disagree whether those above are listed too; this list leaves them out, so that a client has to ask at each level.
 */
export const lockOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.authorization/locks',
    single: false,
    run: (call) => {
      const { caller, scope, world } = call;
      if (!may(caller, action, scope, world)) return authorizationFailed(caller, action, scope);
      const locks = [...world.registries.values()]
        .filter(({ id }) => covers(scope, id))
        .flatMap(({ id, locks }) =>
          Object.entries(locks).map(([name, { level }]) => ({
            id: `${id}/providers/Microsoft.Authorization/locks/${name}`,
            name,
            type: 'Microsoft.Authorization/locks',
            properties: { level: levels[level], notes: null },
          })),
        );
      return ok(page(call, locks));
    },
  },
];
