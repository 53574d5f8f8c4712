import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { botSecret } from '../../../sandbox/entra/bot.js';
import { entra } from '../../../sandbox/entra/entra.js';
import type { SandboxResponse } from '../../../sandbox/service.js';
import type { World } from '../../../sandbox/world/world.js';
import { bot, contoso, dana } from '../../azure/world.js';
import { ask, parsed } from '../raw.js';

/** A browser and an application in front of the simulated sign-in service, without HTTP. */

export const login = 'https://login.microsoftonline.com';
const verifier = 'v'.repeat(43);
export const redirect_uri = 'http://127.0.0.1:4711/signed-in';
export const upn = `${dana.name}@contoso.onmicrosoft.com`;

const request = {
  client_id: bot.clientId,
  response_type: 'code',
  response_mode: 'query',
  redirect_uri,
  scope: 'openid profile',
  state: 'some-state',
  nonce: 'some-nonce',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

interface Visit {
  readonly tenant?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Fields that are posted; a GET without. */
  readonly post?: Readonly<Record<string, string>>;
}

export function visit(
  world: World,
  { tenant = contoso.id, query = {}, post }: Visit,
): Promise<SandboxResponse> {
  const url = `${login}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams({ ...request, ...query })}`;
  const form = post && { method: 'POST', body: new URLSearchParams(post).toString() };
  return ask(entra, world, url, form);
}

/** Where somebody is sent back to. */
export function sentTo({ headers }: SandboxResponse): URL {
  return new URL(headers?.['location'] ?? 'about:blank');
}

export async function codeFor(world: World, user = upn): Promise<string> {
  return sentTo(await visit(world, { post: { user } })).searchParams.get('code') ?? '';
}

export function redeem(world: World, fields: Readonly<Record<string, string>>): Promise<SandboxResponse> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: bot.clientId,
    client_secret: botSecret,
    redirect_uri,
    code_verifier: verifier,
    ...fields,
  });
  return ask(entra, world, `${login}/${contoso.id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: body.toString(),
  });
}

/** Claims of the id token that a request leads to. */
export async function claimsFor(
  world: World,
  query: Readonly<Record<string, string>>,
  user = upn,
): Promise<Readonly<Record<string, unknown>>> {
  const code = sentTo(await visit(world, { query, post: { user } })).searchParams.get('code') ?? '';
  return decodeJwt(String(parsed(await redeem(world, { code }))['id_token']));
}
