import { expect, onTestFinished, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../../sandbox/open.js';
import { armClients } from '../../../src/azure/clients.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import { createCredential } from '../../../src/azure/credential.js';
import { createEgress } from '../../../src/azure/egress.js';
import { createEgressClient } from '../../../src/azure/egress-client.js';
import { ask, form } from '../network/running.js';
import { parsed } from '../raw.js';
import { guid, roleIds, worldText } from './lab.js';

/** Whole stories over TLS: the production's transport and Azure's clients write, a client of the registry sees the effect. */

const server = 'https://contoso.azurecr.io';

async function open(parts: Parameters<typeof worldText>[0] = {}): Promise<Sandbox> {
  const opened = await openSandbox(worldText(parts));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

/** The clients of one of the identities that write for the bot. */
function writer(sandbox: Sandbox, who: 'grantor' | 'rotator') {
  const network = sandbox.network('bot');
  const egress = createEgress({ network, cloud: publicCloud });
  const httpClient = createEgressClient(egress, network, null);
  const transport = { httpClient, timeoutMs: 5000, maxRetries: 0, retryDelayMs: 10 };
  const spec = sandbox.writerCredential(who);
  if (spec === null) throw new Error(`the world has no ${who}`);
  const credential = createCredential(publicCloud, spec, transport);
  return { credential, ...armClients(publicCloud, credential, transport) };
}

const json = (headers: Readonly<Record<string, string>>, method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** A token of Entra for an application, by its secret. */
async function entraToken(sandbox: Sandbox, app: string, secret: string, audience: string): Promise<string> {
  const { tenant, clientId = '' } = sandbox.world().servicePrincipals.get(app) ?? {};
  const url = `https://login.microsoftonline.com/${tenant?.id}/oauth2/v2.0/token`;
  const fields = { client_id: clientId, client_secret: secret, scope: `${audience}/.default` };
  const answer = await ask(sandbox, url, form({ grant_type: 'client_credentials', ...fields }));
  return String(parsed(answer)['access_token']);
}

/** A refresh token of the registry, or the status of the refusal. */
async function exchange(sandbox: Sandbox): Promise<string | number> {
  const access_token = await entraToken(
    sandbox,
    'pipeline',
    'fake-old',
    'https://containerregistry.azure.net',
  );
  const fields = { grant_type: 'access_token', service: 'contoso.azurecr.io', access_token };
  const answer = await ask(sandbox, `${server}/oauth2/exchange`, form(fields));
  return answer.status === 200 ? String(parsed(answer)['refresh_token']) : answer.status;
}

/** Status of pulling a manifest with a token for its repository. */
async function pull(sandbox: Sandbox, refresh_token: string, repository = 'team/app'): Promise<number> {
  const fields = { grant_type: 'refresh_token', service: 'contoso.azurecr.io', refresh_token };
  const scope = `repository:${repository}:pull`;
  const answer = await ask(sandbox, `${server}/oauth2/token`, form({ ...fields, scope }));
  if (answer.status !== 200) return answer.status;
  const authorization = `Bearer ${parsed(answer)['access_token']}`;
  const accept =
    'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const url = `${server}/v2/${repository}/manifests/v1`;
  return (await ask(sandbox, url, { headers: { authorization, accept } })).status;
}

async function tryPull(sandbox: Sandbox, repository?: string): Promise<number> {
  const refresh = await exchange(sandbox);
  return typeof refresh === 'number' ? refresh : pull(sandbox, refresh, repository);
}

const MINUTE = 60_000;

test('refused, granted, late, pulled, removed, still pulled, refused again', async () => {
  const sandbox = await open();
  const { authorization } = writer(sandbox, 'grantor');
  const scope = sandbox.world().registries.get('contoso')?.id.slice(1) ?? '';
  const principalId = sandbox.world().servicePrincipals.get('pipeline')?.objectId ?? '';
  const give = (role: string, name: string) =>
    authorization.roleAssignments.create(scope, name, {
      roleDefinitionId: `/${scope.split('/').slice(0, 2).join('/')}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
      principalId,
      principalType: 'ServicePrincipal',
      description: 'acr-help 7',
    });
  expect(await exchange(sandbox)).toBe(401);

  await expect(give(roleIds.Owner, guid(2))).rejects.toMatchObject({
    code: 'AuthorizationFailed',
    message: expect.stringContaining('ABAC condition not fulfilled'),
  });
  expect(await give(roleIds.AcrPull, guid(1))).toMatchObject({ name: guid(1), description: 'acr-help 7' });
  expect(await give(roleIds.AcrPull, guid(1))).toMatchObject({ name: guid(1) });
  await expect(give(roleIds.AcrPull, guid(3))).rejects.toMatchObject({ code: 'RoleAssignmentExists' });

  expect(await exchange(sandbox)).toBe(401);
  sandbox.advance(9 * MINUTE);
  expect(await exchange(sandbox)).toBe(401);
  sandbox.advance(MINUTE);
  const refresh = await exchange(sandbox);
  expect(await pull(sandbox, String(refresh))).toBe(200);

  expect(await authorization.roleAssignments.delete(scope, guid(1))).toMatchObject({ name: guid(1) });
  expect(await tryPull(sandbox)).toBe(200);
  sandbox.advance(10 * MINUTE);
  expect(await exchange(sandbox)).toBe(401);
  expect(await pull(sandbox, String(refresh))).toBe(401);
  expect(sandbox.audit().map(({ operation }) => operation.split('/').slice(1).join(' '))).toEqual([
    'roleAssignments write',
    'roleAssignments delete',
  ]);
});

test('a grant for one repository opens that one', async () => {
  const repositories = { 'team/app': { tags: { v1: {} } }, web: { tags: { v1: {} } } };
  const sandbox = await open({ registry: { mode: 'abac', repositories } });
  const { authorization } = writer(sandbox, 'grantor');
  const { id = '' } = sandbox.world().registries.get('contoso') ?? {};
  await authorization.roleAssignments.create(id.slice(1), guid(1), {
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleIds.reader}`,
    principalId: sandbox.world().servicePrincipals.get('pipeline')?.objectId ?? '',
    principalType: 'ServicePrincipal',
    condition: `((!(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/content/read'}) AND !(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/metadata/read'})) OR (@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase 'team/app'))`,
    conditionVersion: '2.0',
  });
  expect(await tryPull(sandbox)).toBe(401);
  sandbox.advance(10 * MINUTE);
  expect([await tryPull(sandbox), await tryPull(sandbox, 'web')]).toEqual([200, 401]);
});

test('passwords are renewed slot by slot, and the new ones handed over by a vault', async () => {
  const sandbox = await open();
  const { registries, credential } = writer(sandbox, 'rotator');
  const { id = '', subscription } = sandbox.world().registries.get('contoso') ?? {};
  const calls = registries(subscription?.id ?? '').registries;
  const signIn = async (user: string, password = '') => {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return (await ask(sandbox, `${server}/v2/`, { headers: { authorization } })).status;
  };

  const renewed = await calls.regenerateCredential('rg-registry', 'contoso', { name: 'password2' });
  const [kept, made] = renewed.passwords ?? [];
  const token = await calls.generateCredentials('rg-registry', 'contoso', {
    tokenId: `${id}/tokens/ci-pull`,
    name: 'password1',
    expiry: new Date('2026-05-01T00:00:00Z'),
  });
  expect(token.passwords).toMatchObject([{ name: 'password1', expiry: new Date('2026-05-01T00:00:00Z') }]);
  const fresh = token.passwords?.[0]?.value;
  await expect(calls.listCredentials('rg-registry', 'contoso')).rejects.toMatchObject({
    code: 'AuthorizationFailed',
  });
  const every = async () => [
    await signIn('contoso', kept?.value),
    await signIn('contoso', made?.value),
    await signIn('ci-pull', fresh),
  ];
  expect(await every()).toEqual([200, 401, 401]);
  sandbox.advance(MINUTE);
  expect(await every()).toEqual([200, 200, 200]);

  // As the SDK does it: an empty request first, for the challenge.
  const url = 'https://delivery.vault.azure.net/secrets/acr-contoso-ci-pull-password1?api-version=2025-07-01';
  const challenge = await ask(sandbox, url, {
    side: 'bot',
    method: 'PUT',
    headers: { 'content-length': '0' },
  });
  const [, resource = ''] = /resource="([^"]+)"/.exec(challenge.headers['www-authenticate'] ?? '') ?? [];
  const bearer = async (audience: string) => ({
    authorization: `Bearer ${(await credential.getToken(`${audience}/.default`))?.token}`,
  });
  const attributes = { exp: Date.parse('2026-05-01T00:00:00Z') / 1000 };
  const body = { value: fresh, attributes, tags: { slot: 'password1' } };
  const put = await ask(sandbox, url, { side: 'bot', ...json(await bearer(resource), 'PUT', body) });
  expect([challenge.status, put.status]).toEqual([401, 200]);
  const read = await ask(sandbox, url, { side: 'bot', headers: await bearer(resource) });
  expect(parsed(read)).toMatchObject({ value: fresh, attributes });
  expect(JSON.stringify(sandbox.audit())).not.toContain(fresh);
});

test('a secret of an application is added, used, and the one before it removed', async () => {
  const roleAssignments = { pulls: { principal: 'pipeline', role: 'AcrPull', scope: 'registry:contoso' } };
  const sandbox = await open({ roleAssignments });
  const { credential } = writer(sandbox, 'rotator');
  const { clientId = '', secrets = [] } = sandbox.world().servicePrincipals.get('pipeline') ?? {};
  const token = (await credential.getToken('https://graph.microsoft.com/.default'))?.token;
  const call = (action: string, body: unknown) =>
    ask(sandbox, `https://graph.microsoft.com/v1.0/applications(appId='${clientId}')/${action}`, {
      side: 'bot',
      ...json({ authorization: `Bearer ${token}` }, 'POST', body),
    });
  const logIn = async (secret: string) => {
    const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
    return (await ask(sandbox, `${server}/v2/`, { headers: { authorization } })).status;
  };
  const endDateTime = '2026-05-31T00:00:00Z';
  const added = await call('addPassword', { passwordCredential: { displayName: 'acr-help 7', endDateTime } });
  const secret = String(parsed(added)['secretText']);
  expect([await logIn('fake-old'), await logIn(secret)]).toEqual([200, 200]);
  expect((await call('removePassword', { keyId: secrets[0]?.keyId })).status).toBe(204);
  expect([await logIn('fake-old'), await logIn(secret)]).toEqual([401, 200]);
  expect(JSON.stringify(sandbox.audit())).not.toContain(secret);
});

test('who writes for the bot signs in with a secret that is good; without one there is nobody', async () => {
  const sandbox = await open();
  expect(sandbox.writerCredential('rotator')).toMatchObject({
    kind: 'client-secret',
    secret: 'fake-rotator',
  });
  expect((await open({ bot: {} })).writerCredential('grantor')).toBeNull();
  sandbox.advance(366 * 24 * 60 * MINUTE);
  expect(sandbox.writerCredential('rotator')).toBeNull();
});
