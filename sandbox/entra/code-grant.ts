import { createHash } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { issueEntraToken } from '../tokens.js';
import type { World } from '../world/world.js';
import { lifetime } from './access-token.js';
import { judgeClient } from './client-proof.js';
import type { SignInCloud } from './clouds.js';
import { CODE_MINUTES, takeCode } from './codes.js';
import { tenantOf } from './directories.js';
import { issueIdToken } from './id-token.js';
import { workloads } from './principals.js';
import { type Aadsts, nameless, refuse } from './refusals.js';
import { json, requestIds } from './reply.js';

/** The token endpoint for `grant_type=authorization_code`, with PKCE (RFC 7636). */
export async function codeGrant(
  tenantName: string,
  cloud: SignInCloud,
  request: SandboxRequest,
  world: World,
): Promise<SandboxResponse> {
  const form = new URLSearchParams(request.body);
  const client = (form.get('client_id') ?? '').toLowerCase();
  const redirect = form.get('redirect_uri') ?? '';
  const tenant = tenantOf(tenantName, world);
  const app = workloads(world).find((it) => it.clientId === client && it.tenant.id === tenant?.id);
  const named = { ...nameless(client, tenantName), app: app?.name ?? '', redirect };
  const no = (code: Aadsts) => refuse(code, named, request, world.now());

  if (tenant === null) return no(90002);
  if (app === undefined) return no(700016);
  const unproven = judgeClient(form, app, world);
  if (unproven !== null) return no(unproven);
  const taken = takeCode(form.get('code') ?? '');
  // Not verified: the number for a code that is none, or another application's.
  if (taken === null || taken.grant.clientId !== client || taken.grant.tenant !== tenant.id)
    return no(9002313);
  const { grant, redeemed } = taken;
  if (redeemed) return no(54005);
  if (world.now().getTime() - grant.issued.getTime() > CODE_MINUTES * 60_000) return no(70008);
  // Not verified: the number for another redirect URI than the one the code was asked for with.
  if (grant.redirectUri !== redirect) return no(50011);
  if (challengeOf(form.get('code_verifier') ?? '') !== grant.challenge) return no(501481);
  const user = [...world.users.values()].find(({ id }) => id === grant.oid);
  if (user === undefined) return no(9002313);
  if (!user.enabled) return no(50057);

  const [graph = ''] = cloud.graph;
  const access = { oid: user.id, appid: client, tid: tenant.id, aud: graph };
  return json(
    200,
    {
      token_type: 'Bearer',
      scope: grant.scope,
      expires_in: lifetime - 1,
      ext_expires_in: lifetime - 1,
      access_token: await issueEntraToken(access, world.now()),
      id_token: await issueIdToken(
        user,
        { host: request.host, tenant: tenant.id, clientId: client, grant },
        world,
      ),
    },
    requestIds(),
  );
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
