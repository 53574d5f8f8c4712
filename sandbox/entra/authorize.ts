import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { User, World } from '../world/world.js';
import { contextsIn, satisfies } from './authentication-contexts.js';
import { accountsPage, refusedPage } from './authorize-page.js';
import { issueCode } from './codes.js';
import { tenantOf, upnOf } from './directories.js';
import { type Workload, workloads } from './principals.js';
import { isRegistered } from './redirect-uris.js';
import { type Aadsts, nameless } from './refusals.js';
import { freshnessIn, signInAt, silently } from './sessions.js';

/**
 * `/{tenant}/oauth2/v2.0/authorize`: GET shows who can sign in, POST (field `user`) does. A `login_hint` that names
 * somebody chooses at once, unless `prompt=login` wants them to come to the page. Nobody has to show a password:
 * where that would be due, `auth_time` is new.
 */
export function authorize(tenantName: string, request: SandboxRequest, world: World): SandboxResponse {
  const { query, method } = request;
  const client = (query.get('client_id') ?? '').toLowerCase();
  const redirectUri = query.get('redirect_uri') ?? '';
  const tenant = tenantOf(tenantName, world);
  const app = workloads(world).find((it) => it.clientId === client && it.tenant.id === tenant?.id);
  const named = { ...nameless(client, tenantName), app: app?.name ?? '', redirect: redirectUri };
  const no = (code: Aadsts, user?: User) =>
    refusedPage(code, user === undefined ? named : { ...named, user: upnOf(user), home: user.tenant.id });

  // Until the redirect URI is known to be the application's, nobody is sent there.
  if (/^(?:common|organizations|consumers)$/i.test(tenantName)) return no(50194);
  if (tenant === null) return no(90002);
  if (app === undefined) return no(700016);
  if (!isRegistered(redirectUri, world)) return no(50011);
  const mistake = mistakeIn(query);
  if (mistake !== null) return back(query, mistake);
  if (method === 'POST' && new URLSearchParams(request.body).has('cancel')) {
    return back(query, { error: 'access_denied', error_subcode: 'cancel' });
  }
  const freshness = freshnessIn(query);
  const wanted = contextsIn(query);
  if (freshness === null || wanted === null) return back(query, invalidRequest);
  const chosen = chosenBy(request, world);
  if (freshness.silent) {
    const refused = silently(chosen, freshness, wanted.essential, world);
    if (refused !== null) return back(query, refused);
  }
  const here = [...world.users.values()].filter(isOf(app));
  if (chosen === null) return accountsPage(app, here);
  if (chosen.tenant.id !== tenant.id) return no(50020, chosen);
  if (!chosen.enabled) return no(50057);
  if (freshness.again && method === 'GET') return accountsPage(app, [chosen]);
  // Of a policy that nobody can fulfil Entra tells on its own page.
  if (!satisfies(chosen, wanted.essential)) return no(53003, chosen);
  const authenticated = signInAt(chosen, freshness, world);
  const code = issueCode({
    oid: chosen.id,
    clientId: client,
    tenant: tenant.id,
    redirectUri,
    scope: query.get('scope') ?? '',
    challenge: query.get('code_challenge') ?? '',
    nonce: query.get('nonce'),
    issued: world.now(),
    authenticated,
    contexts: wanted.all.filter((context) => chosen.contexts.includes(context)),
  });
  return back(query, { code });
}

const isOf =
  (app: Workload) =>
  ({ tenant }: User): boolean =>
    tenant.id === app.tenant.id;

function chosenBy({ method, query, body }: SandboxRequest, world: World): User | null {
  const wanted = method === 'POST' ? new URLSearchParams(body).get('user') : query.get('login_hint');
  return [...world.users.values()].find((user) => upnOf(user) === wanted) ?? null;
}

type Fields = Readonly<Record<string, string>>;

const invalidRequest = { error: 'invalid_request', error_description: 'AADSTS90014: A field is missing.' };

/** Entra takes applications without PKCE too; this one has none. Not verified: the texts. */
function mistakeIn(query: URLSearchParams): Fields | null {
  const scopes = (query.get('scope') ?? '').split(' ');
  const sound =
    scopes.includes('openid') &&
    (query.get('response_mode') ?? 'query') === 'query' &&
    query.get('code_challenge_method') === 'S256' &&
    /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
  if (query.get('response_type') !== 'code') return { error: 'unsupported_response_type' };
  return sound ? null : invalidRequest;
}

function back(query: URLSearchParams, fields: Fields): SandboxResponse {
  const state = query.get('state');
  const answer = new URLSearchParams({ ...fields, ...(state !== null && { state }) });
  const location = `${query.get('redirect_uri')}?${answer}`;
  return { status: 302, headers: { location, 'cache-control': 'no-store' } };
}
