import type { SandboxResponse, Service } from '../service.js';
import type { World } from '../world/world.js';
import { issueFor, lifetime } from './access-token.js';
import { resourceIn, signInClouds } from './clouds.js';
import { type Workload, workloads } from './principals.js';
import { json } from './reply.js';

/** Value that the App Service form wants in `X-IDENTITY-HEADER`; obviously no secret. */
export const identityHeader = 'sandbox-only-identity-header';

/**
 * The managed-identity endpoint of the machine that the bot runs on: of a virtual machine
 * (`/metadata/identity/oauth2/token`, api-version 2018-02-01) or of App Service (`/msi/token`, 2019-08-01). Without an
 * id it is the bot's own identity.
 */
export const managedIdentity: Service = async (request, world) => {
  const virtualMachine = /^\/metadata\/identity\/oauth2\/token\/?$/.test(request.path);
  const allowed = virtualMachine
    ? request.headers['metadata'] === 'true'
    : request.headers['x-identity-header'] === identityHeader;
  if (!virtualMachine && request.path !== '/msi/token') return json(404, { error: 'not_found' });
  if (!allowed) return refuse('bad_request_102', 'Required metadata header not specified');
  const identity = identityOf(request.query, world);
  // Text as in gh:Azure/azure-sdk-for-net#37278.
  if (identity === null) return refuse('invalid_request', 'Identity not found');
  const cloud = signInClouds.get('login.microsoftonline.com');
  const resource = cloud && resourceIn(cloud, request.query.get('resource') ?? '');
  if (resource?.kind !== 'known') return refuse('invalid_resource', 'AADSTS500011: resource not found');
  const token = await issueFor(identity, resource.audience, world);
  // MSAL compares this with the clock of the machine, not with that of the world.
  const expires = Math.floor(Date.now() / 1000) + lifetime;
  return json(200, {
    access_token: token,
    client_id: identity.clientId,
    expires_on: String(expires),
    ...(virtualMachine && { expires_in: String(lifetime - 1), not_before: String(expires - lifetime) }),
    resource: resource.audience,
    token_type: 'Bearer',
  });
};

/** App Service and virtual machines name the id differently; MSAL sends either. */
function identityOf(query: URLSearchParams, world: World): Workload | null {
  const wanted = (query.get('client_id') ?? query.get('clientid') ?? '').toLowerCase();
  const attached = workloads(world).filter(({ kind }) => kind !== 'application');
  const own = ({ kind, clientId }: Workload) => (wanted === '' ? kind === 'bot' : clientId === wanted);
  return attached.find(own) ?? null;
}

function refuse(error: string, description: string): SandboxResponse {
  return json(400, { error, error_description: description });
}
