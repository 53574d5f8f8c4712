import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { Registry, World } from '../world/world.js';
import { basicCredentials, type SignIn, signIn } from './credentials.js';
import { granted } from './grants.js';
import { badRequest, unauthorized, unsupported } from './refusals.js';
import { accessTokenFor, identityOfRefreshToken } from './registry-tokens.js';
import { json } from './reply.js';
import { parseScopes } from './scope.js';

/**
 * `GET` and `POST /oauth2/token`: an access token for what of the wanted is granted (registry-protocol.md §3). Nothing
 * granted is no refusal: the operation is what fails then.
 */
export async function token(
  request: SandboxRequest,
  registry: Registry,
  world: World,
): Promise<SandboxResponse> {
  if (request.method !== 'GET' && request.method !== 'POST') return unsupported();
  const fields = request.method === 'GET' ? request.query : new URLSearchParams(request.body);
  if (fields.get('service') !== registry.loginServer) return badRequest('service is not this registry');
  const result =
    request.method === 'GET'
      ? await byHeader(request, registry, world)
      : await byForm(fields, request, registry, world);
  if (!result.ok) return result.refusal;
  const access = granted(result.identity, parseScopes(fields.getAll('scope')), registry, world);
  return json(200, { access_token: await accessTokenFor(result.identity, access, registry, world) });
}

async function byForm(
  form: URLSearchParams,
  request: SandboxRequest,
  registry: Registry,
  world: World,
): Promise<SignIn> {
  const [user, password] = [form.get('username') ?? '', form.get('password') ?? ''];
  switch (form.get('grant_type')) {
    case 'refresh_token': {
      const identity = await identityOfRefreshToken(form.get('refresh_token') ?? '', registry, world);
      return identity === null ? { ok: false, refusal: unauthorized() } : { ok: true, identity };
    }
    case 'password':
      // Without a user name: the way in which the SDK asks for an anonymous token.
      return user === '' ? byHeader(request, registry, world) : signIn({ user, password }, registry, world);
    default:
      return { ok: false, refusal: badRequest('grant_type is not supported') };
  }
}

/** Basic credentials, or nobody. */
async function byHeader({ headers }: SandboxRequest, registry: Registry, world: World): Promise<SignIn> {
  const header = headers['authorization'];
  const credentials = basicCredentials(header);
  if (credentials !== null) return signIn(credentials, registry, world);
  const open = header === undefined && admitsAnybody(registry);
  return open ? { ok: true, identity: { kind: 'anonymous' } } : { ok: false, refusal: unauthorized() };
}

/** Anonymous pull is of Standard and Premium (auth-methods.md A10). */
function admitsAnybody({ anonymousPull, sku }: Registry): boolean {
  return anonymousPull && sku !== 'Basic';
}
