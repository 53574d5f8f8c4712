import { bearerOf } from '../entra/bearer.js';
import { armAudiences } from '../entra/clouds.js';
import { challengeFaultOf } from '../entra/faults.js';
import type { SandboxRequest, SandboxResponse, Service } from '../service.js';
import type { World } from '../world/world.js';
import { activationOperations } from './activations.js';
import type { Call, Operation } from './call.js';
import { clusterOperations } from './clusters.js';
import { credentialOperations } from './credentials.js';
import { diagnosticSettingOperations } from './diagnostic-settings.js';
import { eligibilityOperations } from './eligibilities.js';
import { lockOperations } from './locks.js';
import { parseArmPath } from './path.js';
import { permissionOperations } from './permissions.js';
import {
  faultBody,
  missingApiVersion,
  refuse,
  subscriptionNotFound,
  unauthenticated,
  wrongTenant,
} from './refusals.js';
import { registryOperations } from './registries.js';
import { registryPartOperations } from './registry-parts.js';
import { isResourceList, listResources } from './resources.js';
import { subscriptionOf } from './rights.js';
import { roleAssignmentWrites } from './role-assignment-writes.js';
import { roleAssignmentOperations } from './role-assignments.js';
import { roleDefinitionOperations } from './role-definitions.js';
import { scopeMapOperations } from './scope-maps.js';
import { getSubscription, listSubscriptions, providerOperations } from './subscriptions.js';
import { tokenOperations } from './tokens.js';

const operations: readonly Operation[] = [
  ...registryOperations,
  ...tokenOperations,
  ...scopeMapOperations,
  ...registryPartOperations,
  ...credentialOperations,
  ...roleAssignmentOperations,
  ...roleAssignmentWrites,
  ...roleDefinitionOperations,
  ...eligibilityOperations,
  ...activationOperations,
  ...permissionOperations,
  ...lockOperations,
  ...diagnosticSettingOperations,
  ...providerOperations,
  ...clusterOperations,
];

/** Azure Resource Manager: reading, role assignments, and secrets of registries. Paths compare without case. */
export const arm: Service = async (request, world) => {
  const fault = challengeFaultOf(request, world, faultBody);
  if (fault !== null) return fault;
  const bearer = await bearerOf(request, world, armAudiences);
  if (!bearer.ok) return unauthenticated(bearer);
  const path = parseArmPath(request.path);
  if (path === null) return refuse(400, 'BadRequest', 'The request URI is not valid.');
  // SDKs spell the name of the parameter in one way; the service takes any case.
  const query = new URLSearchParams();
  for (const [key, value] of request.query) query.append(key.toLowerCase(), value);
  if (!query.get('api-version')) return missingApiVersion();
  return route({ ...path, request, query, caller: bearer.caller, world }, request, world);
};

function route(call: Call, request: SandboxRequest, world: World): SandboxResponse {
  const atTenant = call.scope === '';
  if (call.type === '' && /^\/subscriptions$/i.test(call.scope)) return listSubscriptions(call);
  const subscription = subscriptionOf(call.scope, world);
  if (subscription === null && !atTenant) return subscriptionNotFound(call.scope.split('/')[2] ?? '');
  if (subscription !== null && subscription.tenant.id !== call.caller.tenant) {
    const delegated = call.caller.kind === 'bot' && subscription.botReads;
    if (!delegated) return wrongTenant(call.caller.tenant, subscription.tenant.id);
  }
  if (subscription !== null && /^\/subscriptions\/[^/]+$/i.test(call.scope) && call.type === '') {
    return getSubscription(call, subscription);
  }
  if (subscription !== null && isResourceList(call)) return listResources(call);
  const operation = operations.find(
    ({ method, type, single }) => method === request.method && type === call.type && single === call.single,
  );
  return operation?.run(call) ?? unknownType(call);
}

function unknownType({ type, query }: Call): SandboxResponse {
  const [namespace = '', ...rest] = type.split('/');
  return refuse(
    404,
    'InvalidResourceType',
    `The resource type '${rest.join('/')}' could not be found in the namespace '${namespace}' for api version '${query.get('api-version')}'.`,
  );
}
