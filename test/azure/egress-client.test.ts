import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ContainerRegistryManagementClient } from '@azure/arm-containerregistry';
import { createPipelineRequest, type HttpClient, type PipelinePolicy } from '@azure/core-rest-pipeline';
import { ClientSecretCredential } from '@azure/identity';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cloudAgent } from '../../src/azure/agent.js';
import { createEgressClient } from '../../src/azure/egress-client.js';
import { Refusal } from '../../src/azure/refusal.js';
import { type FakeNet, fakeNet } from '../support/fake-net.js';
import { egressOn } from './egress-on.js';

const tenant = '6f6e1a0c-1111-4222-8333-444455556666';
const subscription = '0b1f6471-1bf0-4dda-aec3-111122223333';
const scope = 'https://management.azure.com/.default';
const arm = '20.62.128.30';
const entra = '20.62.128.40';
const credential = {
  getToken: async () => ({ token: 'arm-token', expiresOnTimestamp: Date.now() + 3_600_000 }),
};
const retryOptions = { maxRetries: 0 };
const byPlainHttp = createPipelineRequest({
  url: 'http://169.254.169.254/metadata/identity/oauth2/token',
  allowInsecureConnection: true,
});

/** Whoever sets these must not become a party to the conversation (T11). */
beforeEach(() => {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy']) {
    vi.stubEnv(name, 'http://127.0.0.1:1');
  }
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  // Node says what it thinks of the line above.
  vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  vi.stubEnv('AZURE_AUTHORITY_HOST', 'https://evil.example');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function azure() {
  const net = await fakeNet();
  net.dns('management.azure.com', [arm]);
  net.dns('login.microsoftonline.com', [entra]);
  const manager = await net.serve(arm, {
    names: ['management.azure.com'],
    answer: (_request, response) =>
      response.setHeader('content-type', 'application/json').end('{"value":[]}'),
  });
  const signIn = await net.serve(entra, {
    names: ['login.microsoftonline.com'],
    answer: (_request, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end('{"token_type":"Bearer","expires_in":3600,"access_token":"entra-token"}'),
  });
  return { net, manager, signIn, httpClient: createEgressClient(egressOn(net), net.network, null) };
}

async function registries(httpClient: HttpClient, endpoint = 'https://management.azure.com') {
  const client = new ContainerRegistryManagementClient(credential, subscription, {
    httpClient,
    endpoint,
    retryOptions,
  });
  for await (const _ of client.registries.list());
}

function assignments(httpClient: HttpClient) {
  return new AuthorizationManagementClient(credential, subscription, {
    httpClient,
    retryOptions,
  }).roleAssignments
    .listForSubscription()
    .next();
}

describe('the SDK, in a hostile environment', () => {
  test('reaches Resource Manager through the guard, with both generations of clients, over one connection', async () => {
    const { net, manager, httpClient } = await azure();
    await registries(httpClient);
    await assignments(httpClient);
    expect(manager.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill('Bearer arm-token'),
    );
    expect(net.lookups).toEqual(['management.azure.com']);
    expect(net.connections).toEqual([`${arm}:443`]);
  });

  test('signs in through the guard', async () => {
    const { net, signIn, httpClient } = await azure();
    const sdk = new ClientSecretCredential(tenant, 'app', 'secret', {
      httpClient,
      retryOptions,
      authorityHost: 'https://login.microsoftonline.com',
    });
    expect(await sdk.getToken(scope)).toMatchObject({ token: 'entra-token' });
    expect(signIn.requests).toMatchObject([{ url: expect.stringMatching(`^/${tenant}/oauth2/v2.0/token`) }]);
    expect(net.lookups).toEqual(['login.microsoftonline.com']);
  });

  test('can be given the agent alone, by a policy', async () => {
    const { net, signIn } = await azure();
    const agent = cloudAgent(egressOn(net));
    const policy: PipelinePolicy = {
      name: 'egress',
      sendRequest: (request, next) => next(Object.assign(request, { agent })),
    };
    const sdk = new ClientSecretCredential(tenant, 'app', 'secret', {
      additionalPolicies: [{ policy, position: 'perRetry' }],
      retryOptions,
      authorityHost: 'https://login.microsoftonline.com',
    });
    expect(await sdk.getToken(scope)).toMatchObject({ token: 'entra-token' });
    expect(signIn.requests).toHaveLength(1);
  });

  test('trusts nobody whom the operator does not', async () => {
    const { net } = await azure();
    await net.serve('20.62.128.31', { names: ['management.azure.com'], selfSigned: true, answer: () => {} });
    net.dns('management.azure.com', ['20.62.128.31']);
    const httpClient = createEgressClient(egressOn(net), net.network, null);
    await expect(registries(httpClient)).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  });
});

describe('nothing goes to', () => {
  const refusedBy = { problem: { kind: 'unavailable', reason: 'guard', status: null } };

  async function refuses(net: FakeNet, run: (httpClient: HttpClient) => Promise<unknown>) {
    const attempt = run(createEgressClient(egressOn(net), net.network, null));
    await expect(attempt).rejects.toBeInstanceOf(Refusal);
    await expect(attempt).rejects.toMatchObject(refusedBy);
    expect(net.connections).toEqual([]);
  }

  test.each([
    'https://evil.example',
    'https://management.azure.com.evil.example',
    'https://management.azure.com:8443',
    'https://management.chinacloudapi.cn',
    'https://contoso.azurecr.io',
    'https://169.254.169.254',
    'https://localhost',
  ])('%s', async (endpoint) => {
    const { net } = await azure();
    net.dns(new URL(endpoint).hostname, [arm]);
    await refuses(net, (httpClient) => registries(httpClient, endpoint));
    expect(net.lookups).toEqual([]);
  });

  test.each([['127.0.0.1'], ['10.0.0.4'], ['169.254.169.254']])('Resource Manager at %s', async (address) => {
    const { net } = await azure();
    net.dns('management.azure.com', [address]);
    await refuses(net, registries);
  });

  test('a machine by plain HTTP', async () => {
    const { net } = await azure();
    await refuses(net, (httpClient) => httpClient.sendRequest(byPlainHttp));
  });

  test('where a nextLink leads', async () => {
    const net = await fakeNet();
    net.dns('management.azure.com', [arm]);
    await net.serve(arm, {
      names: ['management.azure.com'],
      answer: (_request, response) =>
        response
          .setHeader('content-type', 'application/json')
          .end('{"value":[],"nextLink":"https://evil.example/x"}'),
    });
    await expect(registries(createEgressClient(egressOn(net), net.network, null))).rejects.toMatchObject(
      refusedBy,
    );
    expect(net.lookups).toEqual(['management.azure.com']);
  });
});
