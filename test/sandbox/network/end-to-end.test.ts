import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import { ask, clientId, form, running, server } from './running.js';

const registry = `https://${server}`;

/** Entra's token, the registry's refresh token, and its access token: as `az acr login` and a pull get them. */
async function signIn(sandbox: Sandbox, scope: string): Promise<string> {
  const { id } = sandbox.world().asks.tenant;
  const entra = await ask(
    sandbox,
    `https://login.microsoftonline.com/${id}/oauth2/v2.0/token`,
    form({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: 'fake-secret',
      scope: 'https://containerregistry.azure.net/.default',
    }),
  );
  const { access_token } = JSON.parse(entra.body);
  const exchanged = await ask(
    sandbox,
    `${registry}/oauth2/exchange`,
    form({ grant_type: 'access_token', service: server, access_token }),
  );
  const { refresh_token } = JSON.parse(exchanged.body);
  const answer = await ask(
    sandbox,
    `${registry}/oauth2/token`,
    form({ grant_type: 'refresh_token', service: server, scope, refresh_token }),
  );
  return JSON.parse(answer.body).access_token;
}

test('from the challenge to a layer, over TLS', async () => {
  const sandbox = await running();
  const challenge = await ask(sandbox, `${registry}/v2/`);
  expect(challenge.status).toBe(401);
  expect(challenge.headers['www-authenticate']).toBe(
    `Bearer realm="${registry}/oauth2/token",service="${server}"`,
  );
  const authorization = `Bearer ${await signIn(sandbox, 'repository:team/app:pull')}`;
  const accept = 'application/vnd.oci.image.manifest.v1+json';
  const headers = { authorization, accept };
  const head = await ask(sandbox, `${registry}/v2/team/app/manifests/v1`, { method: 'HEAD', headers });
  const manifest = await ask(sandbox, `${registry}/v2/team/app/manifests/v1`, { headers });
  expect(head.headers['content-length']).toBe(String(manifest.body.length));
  const { digest, size } = JSON.parse(manifest.body).layers[0];
  const redirect = await ask(sandbox, `${registry}/v2/team/app/blobs/${digest}`, { headers });
  expect(redirect.status).toBe(307);
  const layer = await ask(sandbox, redirect.headers.location ?? '');
  expect([layer.status, layer.body.length]).toEqual([200, size]);
});

describe('a registry sees where a connection comes from', () => {
  const firewall = { firewall: { default: 'deny', allow: ['203.0.113.20'] } };
  const refused = (address: string) => expect.stringContaining(`client with IP \\u0027${address}\\u0027`);

  test('each side has an address of its own', async () => {
    const sandbox = await running({ registry: firewall });
    expect((await ask(sandbox, `${registry}/v2/`)).status).toBe(401);
    const other = await ask(sandbox, `${registry}/v2/`, { side: 'bot' });
    expect(other).toMatchObject({ status: 403, body: refused('198.51.100.10') });
  });

  test('the person has the one with which they say that they were refused', async () => {
    for (const quote of ["'", '\\u0027']) {
      const paste = `denied: client with IP ${quote}203.0.113.99${quote} is not allowed access.`;
      const sandbox = await running({ registry: firewall, paste });
      expect((await ask(sandbox, `${registry}/v2/`)).body).toEqual(refused('203.0.113.99'));
      const other = await ask(sandbox, `${registry}/v2/`, { side: 'bot' });
      expect(other.body).toEqual(refused('198.51.100.10'));
    }
  });

  test('who comes through a private endpoint is inside', async () => {
    const dns = { addresses: ['10.1.0.4'], aliases: ['contoso.privatelink.azurecr.io'] };
    const sandbox = await running({
      registry: { publicAccess: false, privateEndpoints: { pe: {} } },
      faults: { linked: { host: server, for: 'person', dns } },
    });
    expect((await ask(sandbox, `${registry}/v2/`)).status).toBe(401);
    expect((await ask(sandbox, `${registry}/v2/`, { side: 'bot' })).status).toBe(403);
  });
});

describe('requests', () => {
  test('with two slashes at the front keep their path', async () => {
    const answer = await ask(
      await running(),
      'https://management.azure.com//subscriptions?api-version=2022-12-01',
    );
    expect(answer.headers['www-authenticate']).toContain('authorization_uri');
  });

  test('for a host that is not there are sent away', async () => {
    const sandbox = await running();
    const headers = { host: 'fabrikam.azurecr.io' };
    expect((await ask(sandbox, `${registry}/v2/`, { headers })).status).toBe(421);
  });

  test('HEAD has the length of the body that GET has', async () => {
    const sandbox = await running();
    const get = await ask(sandbox, `${registry}/v2/`);
    const head = await ask(sandbox, `${registry}/v2/`, { method: 'HEAD' });
    expect(get.body.length).toBeGreaterThan(50);
    expect([head.status, head.body]).toEqual([401, '']);
    expect(head.headers['content-length']).toBe(String(get.body.length));
  });

  test('that are too long are refused', async () => {
    const body = Buffer.alloc(33 * 1024 * 1024);
    expect((await ask(await running(), `${registry}/oauth2/token`, { method: 'POST', body })).status).toBe(
      413,
    );
  });

  test('with bytes keep their length', async () => {
    const sandbox = await running({
      roleAssignments: { ci: { principal: 'ci', role: 'AcrPush', scope: 'registry:contoso' } },
    });
    const headers = { authorization: `Bearer ${await signIn(sandbox, 'repository:team/app:pull,push')}` };
    const started = await ask(sandbox, `${registry}/v2/team/app/blobs/uploads/`, { method: 'POST', headers });
    const upload = `${registry}${started.headers.location}`;
    const body = Buffer.from([0xc3, 0xa4, 0x00, 0xff]);
    const answer = await ask(sandbox, upload, { method: 'PATCH', headers, body });
    expect([answer.status, answer.headers['range']]).toEqual([202, '0-3']);
  });
});

test('a change shows at the next request', async () => {
  const off = { registries: { contoso: { publicAccess: false } } };
  const sandbox = await running({ changes: { fix: {}, off } });
  expect((await ask(sandbox, `${registry}/v2/`)).status).toBe(401);
  expect(sandbox.apply('off')).toEqual([]);
  expect((await ask(sandbox, `${registry}/v2/`)).status).toBe(403);
});
