import type { Call, Operation } from './call.js';
import { ok } from './on-registry.js';
import { authorizationFailed, refuse } from './refusals.js';
import { may, subscriptionOf } from './rights.js';
import { rolesOf } from './roles.js';

const action = 'Microsoft.Authorization/roleDefinitions/read';
const type = 'microsoft.authorization/roledefinitions';

type Role = ReturnType<typeof rolesOf>[number];

/** Custom roles are assignable where somebody said so; built-in ones everywhere. */
function definitionBody({ name, guid, kind, ...permissions }: Role, { scope, world }: Call) {
  const { actions, notActions, dataActions, notDataActions } = permissions;
  const subscription = subscriptionOf(scope, world);
  const prefix = subscription === null ? '' : `/subscriptions/${subscription.id}`;
  const subscriptions = [...world.subscriptions.values()].map(({ id }) => `/subscriptions/${id}`);
  return {
    id: `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName: name,
      type: kind,
      description: name,
      assignableScopes: kind === 'BuiltInRole' ? ['/'] : subscriptions,
      permissions: [{ actions, notActions, dataActions, notDataActions }],
      createdOn: '2018-10-29T23:49:30.7430460Z',
      updatedOn: '2021-11-11T20:15:22.2117670Z',
      createdBy: null,
      updatedBy: null,
    },
  };
}

/** At the tenant (no scope) everybody may read the roles; not verified. */
function refused({ caller, scope, world }: Call) {
  const allowed = scope === '' || may(caller, action, scope, world);
  return allowed ? null : authorizationFailed(caller, action, scope);
}

/** What a `$filter` selects. Not verified: that by type (arm-api.md §2), and that any other selects everything. */
function selected(filter: string): (role: Role) => boolean {
  const [, property = '', value = ''] = /^(roleName|type) eq '([^']+)'$/i.exec(filter) ?? [];
  const wanted = value.toLowerCase();
  switch (property.toLowerCase()) {
    case 'rolename':
      return ({ name }) => name.toLowerCase() === wanted;
    case 'type':
      return ({ kind }) => kind.toLowerCase() === wanted;
    default:
      return () => true;
  }
}

/** Roles, built-in and custom. */
export const roleDefinitionOperations: readonly Operation[] = [
  {
    method: 'GET',
    type,
    single: true,
    run: (call) => {
      const [wanted = ''] = call.names;
      const found = rolesOf(call.world).find(({ guid }) => guid === wanted.toLowerCase());
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
      const found = rolesOf(call.world).filter(selected(call.query.get('$filter') ?? ''));
      return refused(call) ?? ok({ value: found.map((definition) => definitionBody(definition, call)) });
    },
  },
];
