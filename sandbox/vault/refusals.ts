import { randomUUID } from 'node:crypto';
import type { Caller } from '../entra/caller.js';
import { vaultAudience } from '../entra/clouds.js';
import { json } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';
import type { Vault } from '../world/world.js';

/** Headers of every answer of a vault. */
export function vaultHeaders({ region }: Vault): Readonly<Record<string, string>> {
  return {
    'x-ms-request-id': randomUUID(),
    'x-ms-keyvault-region': region,
    'x-ms-keyvault-service-version': '1.9.0.0',
  };
}

/**
 * Refusals of a vault: `{"error":{code,message,innererror?}}` ("Authentication, requests and responses", "REST API error
 * codes"). Words as in public reports where they are; not verified: those of malformed requests.
 */
export function refuse(
  vault: Vault,
  status: number,
  code: string,
  message: string,
  inner: string | null = null,
): SandboxResponse {
  const error = { code, message, ...(inner !== null && { innererror: { code: inner } }) };
  return json(status, { error }, vaultHeaders(vault));
}

/**
 * The challenge, which tells where to sign in and for whom. The SDK sends its first request without token and body to get
 * it.
 */
export function challenge(vault: Vault, message: string, invalid: boolean): SandboxResponse {
  const { headers, ...answer } = refuse(vault, 401, 'Unauthorized', message);
  const tenant = vault.subscription.tenant.id;
  const led = `Bearer authorization="https://login.microsoftonline.com/${tenant}", resource="${vaultAudience}"`;
  const value = invalid ? `${led}, error="invalid_token", error_description="${message}"` : led;
  return { ...answer, headers: { ...headers, 'www-authenticate': value } };
}

/** 403 of role-based access control (gh:Azure/Commercial-Marketplace-SaaS-Accelerator#710). */
export function forbidden(vault: Vault, caller: Caller, action: string, resource: string): SandboxResponse {
  const { clientId, objectId, tenant } = caller;
  const lines = [
    'Caller is not authorized to perform action on resource.',
    'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
    `Caller: appid=${clientId ?? ''};oid=${objectId};iss=https://sts.windows.net/${tenant}/`,
    `Action: '${action}'`,
    `Resource: '${resource.toLowerCase()}'`,
    'Assignment: (not found)',
    'DenyAssignmentId: null',
    'DecisionReason: null ',
    `Vault: ${vault.name};location=${vault.region}`,
    '',
  ];
  return refuse(vault, 403, 'Forbidden', lines.join('\r\n'), 'ForbiddenByRbac');
}

export function notFound(vault: Vault, name: string): SandboxResponse {
  return refuse(
    vault,
    404,
    'SecretNotFound',
    `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
  );
}

export function malformed(vault: Vault, message: string): SandboxResponse {
  return refuse(vault, 400, 'BadParameter', message);
}

const faults: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  409: 'Conflict',
  429: 'Throttled',
  503: 'ServiceUnavailable',
};

/** Body of a status that nothing in the vault led to. */
export function faultBody(status: number, code?: string): unknown {
  return {
    error: { code: code ?? faults[status] ?? 'InternalServerError', message: 'Request was not processed.' },
  };
}
