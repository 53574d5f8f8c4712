import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { World } from '../world/world.js';
import { issueFor, lifetime } from './access-token.js';
import { judgeAssertion, readAssertion } from './assertion.js';
import { resourceIn, type SignInCloud } from './clouds.js';
import { peoplesGrants, personsToken } from './people.js';
import { type Workload, workloads } from './principals.js';
import { type Aadsts, type Named, refuse } from './refusals.js';
import { json, requestIds } from './reply.js';

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * `POST /{tenant}/oauth2/v2.0/token`: for people by a device code, for workloads with client credentials, a secret or an
 * assertion of another issuer.
 */
export async function tokenEndpoint(
  tenantName: string,
  cloud: SignInCloud,
  request: SandboxRequest,
  world: World,
): Promise<SandboxResponse> {
  const form = new URLSearchParams(request.body);
  const grant = form.get('grant_type') ?? '';
  if (isPersons(grant)) return personsToken(tenantName, grant, cloud, request, world);
  const scope = form.get('scope') ?? '';
  const client = (form.get('client_id') ?? '').toLowerCase();
  const assertion = readAssertion(form.get('client_assertion') ?? '');
  const tenant = tenantOf(tenantName, world);
  const app = workloads(world).find(
    (workload) => workload.clientId === client && workload.tenant.id === tenant?.id,
  );
  const named: Named = {
    client,
    app: app?.name ?? '',
    tenant: tenantName,
    resource: scope.replace(/\/\.default$/, ''),
    issuer: assertion?.issuer ?? '',
    subject: assertion?.subject ?? '',
    audience: assertion?.audiences.join(', ') ?? '',
    grant,
  };
  const no = (code: Aadsts): SandboxResponse => refuse(code, named, request, world.now());

  if (named.grant !== 'client_credentials') return no(70003);
  if (tenant === null) return no(90002);
  if (app === undefined) return no(700016);
  if (!scope.endsWith('/.default')) return no(1002012);
  const resource = resourceIn(cloud, named.resource);
  if (resource.kind !== 'known') return no(resource.kind === 'disabled' ? 50001 : 500011);
  const refusal =
    form.get('client_assertion_type') === jwtBearer
      ? byAssertion(assertion, app, world)
      : bySecret(form.get('client_secret'), app, world);
  if (refusal !== null) return no(refusal);
  if (!app.enabled) return no(7000112);

  const token = await issueFor(app, resource.audience, world);
  const expiry = { expires_in: lifetime - 1, ext_expires_in: lifetime - 1 };
  return json(200, { token_type: 'Bearer', ...expiry, access_token: token }, requestIds());
}

function isPersons(grant: string): grant is keyof typeof peoplesGrants {
  return Object.hasOwn(peoplesGrants, grant);
}

/** A directory by its id, or by the domain that Microsoft gives it. */
function tenantOf(name: string, world: World): { readonly id: string } | null {
  const wanted = name.toLowerCase();
  const tenants = [...world.tenants.values(), world.bot.tenant];
  return tenants.find(({ id, name }) => id === wanted || `${name}.onmicrosoft.com` === wanted) ?? null;
}

function byAssertion(
  assertion: ReturnType<typeof readAssertion>,
  app: Workload,
  world: World,
): Aadsts | null {
  return assertion === null ? 7000218 : judgeAssertion(assertion, app.federated, world.now());
}

/** A secret that matches but is over is told from one that matches nothing. */
function bySecret(secret: string | null, app: Workload, world: World): Aadsts | null {
  if (secret === null || secret === '') return 7000218;
  const known = app.secrets.filter(({ value }) => value === secret);
  if (known.some(({ expires }) => expires === null || expires > world.now())) return null;
  return known.length > 0 ? 7000222 : 7000215;
}
