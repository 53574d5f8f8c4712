import { UnsecuredJWT } from 'jose';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { issueEntraToken, timeClaim, verifyEntraToken } from '../tokens.js';
import type { User, World } from '../world/world.js';
import { lifetime } from './access-token.js';
import { resourceIn, type SignInCloud } from './clouds.js';
import { upnOf } from './directories.js';
import { type Aadsts, nameless, refuse } from './refusals.js';
import { json, requestIds } from './reply.js';

/** Application of the Azure CLI: the one that people of a world sign in through. */
const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
/** What the tokens between the steps are for; no resource has these names. */
const steps = { device: 'sandbox:device', refresh: 'sandbox:refresh' } as const;
/** Days after which a sign-in that nobody used is over. */
const UNUSED_DAYS = 90;

export const peoplesGrants = {
  'urn:ietf:params:oauth:grant-type:device_code': { step: steps.device, field: 'device_code' },
  refresh_token: { step: steps.refresh, field: 'refresh_token' },
} as const;

/**
 * `POST /{tenant}/oauth2/v2.0/devicecode`: the person who asks in the world signs in, as with `az login
 * --use-device-code`. Nobody has to type the code: whoever sees it approves at once.
 */
export async function deviceCode(
  tenantName: string,
  request: SandboxRequest,
  world: World,
): Promise<SandboxResponse> {
  const { form, client } = readForm(request);
  const no = (code: Aadsts) => refuse(code, nameless(client, tenantName), request, world.now());
  const user = world.asks;
  if (!isAt(user, tenantName)) return no(90002);
  if (client !== azureCli) return no(700016);
  const verification_uri = 'https://microsoft.com/devicelogin';
  const user_code = 'SANDBOX01';
  return json(200, {
    user_code,
    device_code: await between(user, `${steps.device} ${audienceIn(form)}`, world),
    verification_uri,
    expires_in: 900,
    interval: 5,
    message: `To sign in, use a web browser to open the page ${verification_uri} and enter the code ${user_code} to authenticate.`,
  });
}

/** The token endpoint for people: a device code, and later what keeps the sign-in. */
export async function personsToken(
  tenantName: string,
  grant: keyof typeof peoplesGrants,
  cloud: SignInCloud,
  request: SandboxRequest,
  world: World,
): Promise<SandboxResponse> {
  const { form, client } = readForm(request);
  const { step, field } = peoplesGrants[grant];
  const shown = await shownAt(form.get(field) ?? '', step);
  // What a code is for was said when it was asked for, and need not be said again.
  const audience = audienceIn(form) || (shown?.audience ?? '');
  const named = {
    ...nameless(client, tenantName),
    resource: audience,
    issued: shown?.issued.toISOString() ?? '',
  };
  const no = (code: Aadsts) => refuse(code, named, request, world.now());

  const user = [...world.users.values()].find(({ id }) => id === shown?.oid);
  if (client !== azureCli) return no(700016);
  if (shown === null || user === undefined) return no(9002313);
  if (!isAt(user, tenantName)) return no(90002);
  if (!user.enabled) return no(50057);
  if (world.now().getTime() - shown.issued.getTime() > UNUSED_DAYS * 86_400_000) return no(700082);
  const resource = resourceIn(cloud, audience);
  if (resource.kind !== 'known') return no(resource.kind === 'disabled' ? 50001 : 500011);

  const claims = {
    oid: user.id,
    appid: azureCli,
    tid: user.tenant.id,
    aud: resource.audience,
    upn: upnOf(user),
  };
  return json(
    200,
    {
      token_type: 'Bearer',
      scope: `${audience}/user_impersonation ${audience}/.default`,
      expires_in: lifetime - 1,
      ext_expires_in: lifetime - 1,
      access_token: await issueEntraToken(claims, world.now()),
      refresh_token: await between(user, steps.refresh, world),
      foci: '1',
      id_token: idToken(user, request.host),
      client_info: base64url({ uid: user.id, utid: user.tenant.id }),
    },
    requestIds(),
  );
}

/** A code or a refresh token; good as long as the process lives. */
function between(user: User, aud: string, world: World): Promise<string> {
  return issueEntraToken({ oid: user.id, appid: azureCli, tid: user.tenant.id, aud }, world.now());
}

function readForm({ body }: SandboxRequest): { readonly form: URLSearchParams; readonly client: string } {
  const form = new URLSearchParams(body);
  return { form, client: (form.get('client_id') ?? '').toLowerCase() };
}

interface Shown {
  readonly oid: string;
  readonly audience: string;
  readonly issued: Date;
}

/** Whose code or refresh token this is, whenever it was issued; null for anything that is none. */
async function shownAt(token: string, step: string): Promise<Shown | null> {
  const issued = new Date(timeClaim(token, 'iat') * 1000);
  if (Number.isNaN(issued.getTime())) return null;
  const { oid = '', aud = '' } = (await verifyEntraToken(token, issued)) ?? {};
  const [name, audience = ''] = aud.split(' ');
  return name === step ? { oid, audience, issued } : null;
}

/** Clients compare the times in it with the clock of the machine, and verify no signature: it came over TLS. */
function idToken(user: User, host: string): string {
  const { id, name, tenant } = user;
  const who = { oid: id, sub: id, tid: tenant.id, preferred_username: upnOf(user), name, ver: '2.0' };
  return new UnsecuredJWT(who)
    .setIssuer(`https://${host}/${tenant.id}/v2.0`)
    .setAudience(azureCli)
    .setIssuedAt()
    .setExpirationTime('1h')
    .encode();
}

/** The resource among the scopes that are asked for; the others are OpenID's own. Empty where there is none. */
function audienceIn(form: URLSearchParams): string {
  const scope = (form.get('scope') ?? '').split(' ').find((it) => it.includes('/')) ?? '';
  return scope.replace(/\/[^/]*$/, '');
}

/** The person's directory by its id or its name, or whichever it is: `organizations`. */
function isAt({ tenant }: User, wanted: string): boolean {
  const names = [tenant.id, `${tenant.name}.onmicrosoft.com`, 'organizations', 'common'];
  return names.includes(wanted.toLowerCase());
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
