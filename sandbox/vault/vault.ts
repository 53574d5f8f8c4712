import { mayTouch } from '../arm/rights.js';
import { bearerOf } from '../entra/bearer.js';
import { vaultAudience } from '../entra/clouds.js';
import { challengeFaultOf } from '../entra/faults.js';
import { decodedPath } from '../entra/reply.js';
import type { SandboxResponse, Service } from '../service.js';
import { vaultAt } from './hosts.js';
import { challenge, faultBody, forbidden, malformed, refuse } from './refusals.js';
import { drop, get, getDeleted, type SecretCall, set, update, versions } from './secrets.js';

/** Versions of the API that a vault takes; the newest is that of the SDK (@azure/keyvault-secrets 4.11). */
const apiVersions = ['7.0', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '2025-07-01'];

const secrets = 'Microsoft.KeyVault/vaults/secrets';

interface Operation {
  readonly method: string;
  readonly path: RegExp;
  /** Data action that is needed (RBAC built-in-roles/security.md, permissions/security.md). */
  readonly action: string;
  readonly run: (call: SecretCall) => SandboxResponse;
}

const operations: readonly Operation[] = [
  {
    method: 'PUT',
    path: /^\/secrets\/([^/]+)$/,
    action: `${secrets}/setSecret/action`,
    run: set,
  },
  {
    method: 'PATCH',
    path: /^\/secrets\/([^/]+)\/([0-9a-f]{32})$/,
    action: `${secrets}/update/action`,
    run: update,
  },
  {
    method: 'GET',
    path: /^\/secrets\/([^/]+)\/versions$/,
    action: `${secrets}/readMetadata/action`,
    run: versions,
  },
  {
    method: 'GET',
    path: /^\/secrets\/([^/]+)(?:\/([0-9a-f]{32}))?$/,
    action: `${secrets}/getSecret/action`,
    run: get,
  },
  { method: 'DELETE', path: /^\/secrets\/([^/]+)$/, action: `${secrets}/delete`, run: drop },
  {
    method: 'GET',
    path: /^\/deletedsecrets\/([^/]+)$/,
    action: `${secrets}/readMetadata/action`,
    run: getDeleted,
  },
];

/**
 * Azure Key Vault, the secrets of a vault with role-based access control. Not simulated: keys, certificates, access
 * policies, the vault's firewall, recovering and purging.
 */
export const vaultService: Service = async (request, world) => {
  const vault = vaultAt(request.host, world);
  // Does not happen through the name service: it knows the hosts of the world only.
  if (vault === null) return { status: 404 };
  const fault = challengeFaultOf(request, world, (status, _, code) => faultBody(status, code));
  if (fault !== null) return fault;
  if (request.headers['authorization'] === undefined) {
    return challenge(vault, 'AKV10000: Request is missing a Bearer or PoP token.', false);
  }
  const bearer = await bearerOf(request, world, [vaultAudience]);
  if (!bearer.ok) {
    // Not verified: the numbers beside that of a wrong audience.
    const wrong = bearer.code === 'InvalidAuthenticationTokenAudience';
    return challenge(
      vault,
      wrong ? 'AKV10022: Invalid audience.' : 'AKV10046: Unable to validate token.',
      true,
    );
  }
  const { caller } = bearer;
  if (caller.tenant !== vault.subscription.tenant.id) {
    return challenge(vault, 'AKV10032: Invalid issuer.', true);
  }
  const version = request.query.get('api-version');
  if (version === null) return malformed(vault, 'api-version must be specified');
  if (!apiVersions.includes(version))
    return malformed(vault, `The specified version (${version}) is not recognized.`);
  const path = (decodedPath(request.path) ?? '').replace(/(?<=.)\/$/, '');
  const found = operations.find((it) => it.method === request.method && it.path.test(path));
  if (found === undefined) return refuse(vault, 405, 'MethodNotAllowed', 'HTTP verb is not allowed.');
  const [, name = '', wanted] = found.path.exec(path) ?? [];
  if (!/^[0-9A-Za-z-]{1,127}$/.test(name)) {
    return malformed(vault, `The request URI contains an invalid name: ${name}`);
  }
  const resource = `${vault.id}/secrets/${name}`;
  if (!mayTouch(caller, found.action, resource, world))
    return forbidden(vault, caller, found.action, resource);
  return found.run({ vault, name, version: wanted ?? null, request, caller, world });
};
