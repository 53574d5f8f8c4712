import type { Rejected } from '../entra/bearer.js';
import type { Caller } from '../entra/caller.js';
import { json, requestIds } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';

/**
 * Refusals of Resource Manager: `{"error":{code,message}}` (errors.md §7). Not verified: the statuses of
 * MissingSubscriptionRegistration and NoRegisteredProviderFound.
 */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return json(status, { error: { code, message } }, { ...requestIds(), ...headers });
}

export function authorizationFailed(caller: Caller, action: string, scope: string): SandboxResponse {
  const { label, objectId } = caller;
  return refuse(
    403,
    'AuthorizationFailed',
    `The client '${label}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** Somebody may do it, but not this: the condition of their own assignment is not fulfilled (errors.md §7). */
export function conditionNotFulfilled(
  { label, objectId }: Caller,
  action: string,
  scope: string,
): SandboxResponse {
  return refuse(
    403,
    'AuthorizationFailed',
    `The client '${label}' with object id '${objectId}' does not have authorization or an ABAC condition not fulfilled to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** 401 with its challenge. */
export function unauthenticated({ code, message, challenge }: Rejected): SandboxResponse {
  return refuse(401, code, message, { 'www-authenticate': challenge });
}

export function wrongTenant(theirs: string, ours: string): SandboxResponse {
  return refuse(
    401,
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${theirs}/'. It must match the tenant 'https://sts.windows.net/${ours}/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${ours}' to get the token. Note, if the subscription is transferred to another tenant there is no impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just transferred your subscription and see this error message, please try back later.`,
    {
      'www-authenticate': `Bearer authorization_uri="https://login.windows.net/${ours}", error="invalid_token", error_description="The access token is from the wrong issuer."`,
    },
  );
}

export const missingApiVersion = (): SandboxResponse =>
  refuse(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  );

export const subscriptionNotFound = (id: string): SandboxResponse =>
  refuse(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);

export const groupNotFound = (group: string): SandboxResponse =>
  refuse(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`);

export const resourceNotFound = (resource: string, group: string): SandboxResponse =>
  refuse(
    404,
    'ResourceNotFound',
    `The Resource '${resource}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );

export const notRegistered = (namespace: string): SandboxResponse =>
  refuse(
    409,
    'MissingSubscriptionRegistration',
    `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
  );

/** Not verified: status and words. */
export const assignmentNotFound = (name: string): SandboxResponse =>
  refuse(404, 'RoleAssignmentNotFound', `The role assignment '${name}' is not found.`);

/** What a management lock forbids ("Lock your Azure resources"). Words as in public reports. */
export const scopeLocked = (scope: string, verb: 'write' | 'delete', locked: string): SandboxResponse =>
  refuse(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform ${verb} operation because following scope(s) are locked: '${locked}'. Please remove the lock and try again.`,
  );

const faults: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['AuthenticationFailed', 'Authentication failed.'],
  403: ['Forbidden', 'Access to the service is forbidden.'],
  409: ['Conflict', 'Another operation on this resource is in progress.'],
  502: ['BadGateway', 'The gateway did not receive a response from the service.'],
  503: ['ServerTimeout', 'The request timed out.'],
  504: [
    'GatewayTimeout',
    "The gateway did not receive a response from 'Microsoft.ContainerRegistry' within the specified time period.",
  ],
};

/**
 * Body of a throttled call, as in troubleshoot-subscriptionrequeststhrottled of AKS, or of any other fault. Not
 * verified: codes and words of the others.
 */
export function faultBody(status: number, retryAfter: number | null, given?: string): unknown {
  if (status === 429) {
    const message = `Number of 'read' requests exceeded the limit. Please try again after '${retryAfter ?? 1}' seconds.`;
    return { error: { code: given ?? 'SubscriptionRequestsThrottled', message } };
  }
  const [code, message] = faults[status] ?? ['InternalServerError', 'Encountered internal server error.'];
  return { error: { code: given ?? code, message } };
}
