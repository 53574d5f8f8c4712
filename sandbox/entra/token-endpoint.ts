import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { World } from '../world/world.js';
import { issueFor, lifetime } from './access-token.js';
import { readAssertion } from './assertion.js';
import { judgeClient } from './client-proof.js';
import { resourceIn, type SignInCloud } from './clouds.js';
import { codeGrant } from './code-grant.js';
import { tenantOf } from './directories.js';
import { peoplesGrants, personsToken } from './people.js';
import { workloads } from './principals.js';
import { type Aadsts, type Named, refuse } from './refusals.js';
import { json, requestIds } from './reply.js';

/**
 * `POST /{tenant}/oauth2/v2.0/token`: for people by a device code or a code of the authorize page, for workloads with
 * client credentials, a secret or an assertion of another issuer.
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
  if (grant === 'authorization_code') return codeGrant(tenantName, cloud, request, world);
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
  const refusal = judgeClient(form, app, world);
  if (refusal !== null) return no(refusal);
  if (!app.enabled) return no(7000112);

  const token = await issueFor(app, resource.audience, world);
  const expiry = { expires_in: lifetime - 1, ext_expires_in: lifetime - 1 };
  return json(200, { token_type: 'Bearer', ...expiry, access_token: token }, requestIds());
}

function isPersons(grant: string): grant is keyof typeof peoplesGrants {
  return Object.hasOwn(peoplesGrants, grant);
}
