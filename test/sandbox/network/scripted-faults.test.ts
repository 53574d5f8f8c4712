import { describe, expect, onTestFinished, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../../sandbox/open.js';
import { issueEntraToken } from '../../../sandbox/tokens.js';
import { parsed } from '../raw.js';
import { guid, roleIds, worldText } from '../writes/lab.js';
import { ask, type Reply } from './running.js';

/** What becomes of single calls, as data of a world: the n-th, before or after its effect. */

async function open(faults: object): Promise<Sandbox> {
  const opened = await openSandbox(worldText({ faults }));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

async function send(sandbox: Sandbox, who: string, method: string, url: string, body: unknown = {}) {
  const world = sandbox.world();
  const { objectId, clientId, tenant } = world.servicePrincipals.get(who) ?? {
    objectId: '',
    clientId: '',
    tenant: { id: '' },
  };
  const { hostname } = new URL(url);
  const aud = hostname.endsWith('vault.azure.net') ? 'https://vault.azure.net' : `https://${hostname}`;
  const token = await issueEntraToken({ oid: objectId, tid: tenant.id, appid: clientId, aud }, world.now());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) };
  return ask(sandbox, url, { side: 'bot', method, headers, ...sent });
}

const registryOf = (sandbox: Sandbox) => sandbox.world().registries.get('contoso')?.id ?? '';

interface Write {
  readonly fault: { readonly host: string; readonly on: { readonly method: string; readonly path: string } };
  readonly run: (sandbox: Sandbox) => Promise<Reply>;
}

const management = 'https://management.azure.com';

/** Each write of the sandbox, and how a fault names it. */
const writes: Readonly<Record<string, Write>> = {
  'creating a role assignment': {
    fault: { host: 'management.azure.com', on: { method: 'PUT', path: '*/roleAssignments/*' } },
    run: (sandbox) => {
      const id = registryOf(sandbox);
      const path = `${id}/providers/Microsoft.Authorization/roleAssignments/${guid(1)}`;
      const principalId = sandbox.world().servicePrincipals.get('pipeline')?.objectId;
      const properties = {
        roleDefinitionId: roleIds.AcrPull,
        principalId,
        principalType: 'ServicePrincipal',
      };
      return send(sandbox, 'grantor', 'PUT', `${management}${path}?api-version=2022-04-01`, { properties });
    },
  },
  'removing a role assignment': {
    fault: { host: 'management.azure.com', on: { method: 'DELETE', path: '*/roleAssignments/*' } },
    run: (sandbox) => {
      const { id, scope } = sandbox.world().assignments.find(({ name }) => name === 'old') ?? {};
      const path = `${scope}/providers/Microsoft.Authorization/roleAssignments/${id}`;
      return send(sandbox, 'grantor', 'DELETE', `${management}${path}?api-version=2022-04-01`);
    },
  },
  'regenerating an admin password': {
    fault: { host: 'management.azure.com', on: { method: 'POST', path: '*/REGENERATEcredential' } },
    run: (sandbox) => {
      const url = `${management}${registryOf(sandbox)}/regenerateCredential?api-version=2025-11-01`;
      return send(sandbox, 'rotator', 'POST', url, { name: 'password' });
    },
  },
  "generating a token's password": {
    fault: { host: 'management.azure.com', on: { method: 'POST', path: '*/generateCredentials' } },
    run: (sandbox) => {
      const id = registryOf(sandbox);
      const url = `${management}${id}/generateCredentials?api-version=2025-11-01`;
      return send(sandbox, 'rotator', 'POST', url, { tokenId: `${id}/tokens/ci-pull`, name: 'password1' });
    },
  },
  'adding a secret': {
    fault: { host: 'graph.microsoft.com', on: { method: 'POST', path: '*/addPassword' } },
    run: (sandbox) => {
      const appId = sandbox.world().servicePrincipals.get('pipeline')?.clientId;
      const url = `https://graph.microsoft.com/v1.0/applications(appId='${appId}')/addPassword`;
      return send(sandbox, 'rotator', 'POST', url);
    },
  },
  'setting a secret of a vault': {
    fault: { host: '*.vault.azure.net', on: { method: 'PUT', path: '/secrets/*' } },
    run: (sandbox) => {
      const url = 'https://delivery.vault.azure.net/secrets/it?api-version=2025-07-01';
      return send(sandbox, 'rotator', 'PUT', url, { value: 'fake' });
    },
  },
};

const roleAssignments = { old: { principal: 'foreign', role: 'AcrPush', scope: 'registry:contoso' } };

async function openWith(write: Write, http: unknown, on: object): Promise<Sandbox> {
  const fault = { ...write.fault, http, on: { ...write.fault.on, ...on } };
  const opened = await openSandbox(worldText({ faults: { it: fault }, roleAssignments }));
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

describe.each(Object.entries(writes))('%s', (_, write) => {
  test('is refused the first time, and done the second', async () => {
    const sandbox = await openWith(write, { status: 429, retryAfter: 7 }, { calls: [1] });
    const first = await write.run(sandbox);
    expect([first.status, first.headers['retry-after'], sandbox.audit()]).toEqual([429, '7', []]);
    expect(JSON.parse(first.body).error.code).toMatch(/Throttled|TooManyRequests/);
    expect((await write.run(sandbox)).status).toBeLessThan(300);
    expect(sandbox.audit()).toHaveLength(1);
  });

  test('is in conflict with a code of the world', async () => {
    const sandbox = await openWith(write, { status: 409, code: 'AnotherOperation' }, {});
    const { status, body } = await write.run(sandbox);
    expect([status, JSON.parse(body).error.code]).toEqual([409, 'AnotherOperation']);
    expect(sandbox.audit()).toEqual([]);
  });

  test('fails after it is done', async () => {
    const sandbox = await openWith(write, { status: 500 }, { calls: [1], after: true });
    expect((await write.run(sandbox)).status).toBe(500);
    expect(sandbox.audit()).toHaveLength(1);
  });

  test('is done, and the answer lost', async () => {
    const sandbox = await openWith(write, 'reset', { calls: [1], after: true });
    await expect(write.run(sandbox)).rejects.toThrow();
    expect(sandbox.audit()).toHaveLength(1);
  });

  test('is lost before it is done', async () => {
    const sandbox = await openWith(write, 'reset', { calls: [1] });
    await expect(write.run(sandbox)).rejects.toThrow();
    expect(sandbox.audit()).toEqual([]);
  });

  test('hangs', async () => {
    const sandbox = await openWith(write, 'hangs', { after: true });
    let answered = false;
    const waiting = write.run(sandbox).then(
      () => {
        answered = true;
      },
      () => {},
    );
    await expect.poll(() => sandbox.audit().length).toBe(1);
    expect(answered).toBe(false);
    await sandbox.close();
    await waiting;
    expect(answered).toBe(false);
  });
});

test('the calls that fit are counted, on through changes, and no others', async () => {
  const get = { host: 'management.azure.com', http: { status: 503 }, on: { method: 'GET', calls: [2, 4] } };
  const sandbox = await open({ get });
  const list = async (method = 'GET') => {
    const url = `${management}/subscriptions?api-version=2022-12-01`;
    return (await send(sandbox, 'rotator', method, url)).status;
  };
  const seen = [await list(), await list('POST'), await list()];
  sandbox.apply('other');
  expect([...seen, await list(), await list(), await list()]).toEqual([200, 200, 503, 200, 503, 200]);
});

test('a fault of one call goes before those of all', async () => {
  const always = { host: 'management.azure.com', http: { status: 503 } };
  const first = { host: 'management.azure.com', http: { status: 429 }, on: { calls: [1] } };
  const sandbox = await open({ always, first });
  const list = async () =>
    (await send(sandbox, 'rotator', 'GET', `${management}/subscriptions?api-version=2022-12-01`)).status;
  expect([await list(), await list()]).toEqual([429, 503]);
});

test('a fault of one side is none of the other, and does not count there', async () => {
  const it = { host: 'contoso.azurecr.io', for: 'person', http: { status: 503 }, on: { calls: [1] } };
  const sandbox = await open({ it });
  const ping = async (side: 'bot' | 'person') =>
    (await ask(sandbox, 'https://contoso.azurecr.io/v2/', { side })).status;
  expect([await ping('bot'), await ping('person'), await ping('person')]).toEqual([401, 503, 401]);
});

test.each([
  { tcp: 'refused', on: {} },
  { on: { method: 'PUT' } },
  { http: 'reset', on: { calls: [0] } },
  { http: 'reset', on: { path: 7 } },
])('%j is a mistake', async (some) => {
  const opened = await openSandbox(worldText({ faults: { it: { host: 'graph.microsoft.com', ...some } } }));
  expect(opened).toMatchObject({ kind: 'mistakes', mistakes: [expect.stringContaining('faults.it.on')] });
});

test('answers of a fault are those of the service', async () => {
  const sandbox = await open({
    it: { host: '*.vault.azure.net', http: { status: 403 }, on: { calls: [1] } },
  });
  const answer = await ask(sandbox, 'https://delivery.vault.azure.net/secrets/x?api-version=7.6');
  expect(parsed(answer)).toMatchObject({
    error: { code: 'Forbidden' },
  });
});
