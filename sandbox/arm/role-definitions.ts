import { type BuiltInRole, builtInRoles } from './built-in-roles.js';
import type { Call, Operation } from './call.js';
import { ok } from './on-registry.js';
import { authorizationFailed, refuse } from './refusals.js';
import { may, subscriptionOf } from './rights.js';

const action = 'Microsoft.Authorization/roleDefinitions/read';
const type = 'microsoft.authorization/roledefinitions';

function definitionBody({ name, guid, ...permissions }: BuiltInRole, { scope, world }: Call) {
  const { actions, notActions, dataActions, notDataActions } = permissions;
  const subscription = subscriptionOf(scope, world);
  const prefix = subscription === null ? '' : `/subscriptions/${subscription.id}`;
  return {
    id: `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName: name,
      type: 'BuiltInRole',
      description: name,
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions, notDataActions }],
      createdOn: '2018-10-29T23:49:30.7430460Z',
      updatedOn: '2021-11-11T20:15:22.2117670Z',
      createdBy: null,
      updatedBy: null,
    },
  };
}

/** At the tenant (no scope) everybody may read the built-in roles; not verified. */
function refused({ caller, scope, world }: Call) {
  const allowed = scope === '' || may(caller, action, scope, world);
  return allowed ? null : authorizationFailed(caller, action, scope);
}

/** Built-in roles; the world has no custom ones. */
export const roleDefinitionOperations: readonly Operation[] = [
  {
    method: 'GET',
    type,
    single: true,
    run: (call) => {
      const [wanted = ''] = call.names;
      const found = builtInRoles.find(({ guid }) => guid === wanted.toLowerCase());
      const missing = `The specified role definition with ID '${wanted.replaceAll('-', '')}' does not exist.`;
      const answer = found
        ? ok(definitionBody(found, call))
        : refuse(404, 'RoleDefinitionDoesNotExist', missing);
      return refused(call) ?? answer;
    },
  },
  {
    method: 'GET',
    type,
    single: false,
    run: (call) => {
      const named = /^roleName eq '([^']+)'$/i.exec(call.query.get('$filter') ?? '')?.[1]?.toLowerCase();
      const found = builtInRoles.filter(({ name }) => named === undefined || name.toLowerCase() === named);
      return refused(call) ?? ok({ value: found.map((definition) => definitionBody(definition, call)) });
    },
  },
];
