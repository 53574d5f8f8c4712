import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';
import type { CauseId } from '../../../src/knowledge/causes.js';

const first = (text: string): CauseId | undefined => recognise(text).causes[0]?.cause;

const denied = (code: number) =>
  `Unable to get AAD authorization tokens with message: An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
Access to registry 'myregistry.azurecr.io' was denied. Response code: ${code}. Please try running 'az login' again to refresh permissions.
Unable to get admin user credentials with message: Admin user is disabled.
Unable to authenticate using AAD or admin login credentials. Please specify both username and password in non-interactive mode.`;

describe('the decisive error among several', () => {
  it('reads the status, not the hint about az login', () => {
    expect(first(denied(429))).toBe('rate-limited');
    expect(first(denied(504))).toBe('service-outage');
    expect(first(denied(401))).toBe('entra-token-expired');
  });

  it('never takes the fallback to the admin user for the cause', () => {
    for (const code of [401, 403, 429, 504]) expect(first(denied(code))).not.toBe('admin-user-disabled');
  });

  it('takes the missing tag, not the anonymous retry after it', () => {
    expect(
      first(
        'Failed to pull image "myregistry.azurecr.io/web:9": [rpc error: code = NotFound desc = failed to pull and unpack image "myregistry.azurecr.io/web:9": myregistry.azurecr.io/web:9: not found, failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized]',
      ),
    ).toBe('repository-or-tag-not-found');
  });

  it('sets Helm aside where check-health found something else', () => {
    expect(
      first(`An error occurred: CONNECTIVITY_FORBIDDEN_ERROR
Looks like you don't have access to registry 'myregistry.azurecr.io'.
An error occurred: HELM_COMMAND_ERROR
Please verify if Helm is installed.
An error occurred: NOTARY_COMMAND_ERROR
Please verify if notary is installed.`),
    ).toBe('ip-not-allowed');
  });

  it("takes a 500 of the daemon's API for no outage", () => {
    expect(
      first(
        'DockerApiException: Docker API responded with status code=InternalServerError, response={"message":"Head "https://myregistry.azurecr.io/v2/web/manifests/1": denied: client with IP \'20.1.2.3\' is not allowed access."}',
      ),
    ).toBe('ip-not-allowed');
  });

  it('takes a certificate for *.azurecr.io beside a privatelink name for a wrong name', () => {
    expect(
      first(
        'Get "https://myregistry.privatelink.azurecr.io/v2/": x509: certificate is valid for *.azurecr.io, not myregistry.privatelink.azurecr.io',
      ),
    ).toBe('login-server-malformed');
  });

  it.each(['myregistry.azureacr.io', 'myregistry.azurecr.us.azurecr.io', '.azurecr.io'])(
    'takes %s for a wrong name',
    (host) => {
      expect(first(`Get "https://${host}/v2/": dial tcp: lookup ${host} on 10.0.0.2:53: no such host`)).toBe(
        'login-server-malformed',
      );
    },
  );

  it('knows Cloud Shell by its prompt', () => {
    expect(
      first('alice@Azure:~$ docker ps\nCannot connect to the Docker daemon at unix:///var/run/docker.sock'),
    ).toBe('cloud-shell-no-daemon');
  });

  it('reads the three meanings of 401', () => {
    const body = (detail: string) =>
      `{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":[${detail}]}]}`;
    expect(first(body('{"Type":"repository","Name":"web","Action":"metadata_read"}'))).toBe(
      'scope-map-insufficient',
    );
    expect(first(body('{"Type":"registry","Name":"catalog","Action":"*"}'))).toBe('catalog-not-authorized');
    expect(
      first(
        'GET https://r.azurecr.io/v2/web/manifests/1: UNAUTHORIZED: authentication required; [map[Action:pull Name:web Type:repository]]',
      ),
    ).toBe('role-missing');
  });
});

describe('not about ACR', () => {
  it.each([
    '',
    'hello',
    'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    'denied: Your authorization token has expired. 123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    'unauthorized: authentication required: registry.cn-hangzhou.aliyuncs.com/ns/app',
    'error: You must be logged in to the server (Unauthorized)',
    'npm ERR! code E401',
    "fatal: Authentication failed for 'https://gitlab.example.com/x.git/'",
    'GET https://myvault.vault.azure.net/secrets/x: 403 ForbiddenByRbac',
    'AADSTS50011: The reply URL specified in the request does not match',
    "does not have authorization to perform action 'Microsoft.Compute/virtualMachines/read' over scope '/subscriptions/s'",
    'connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
  ])('%s', (text) => {
    const { aboutAcr, causes } = recognise(text);
    expect([aboutAcr, causes[0]?.cause]).toEqual([false, 'not-acr']);
  });

  it.each([
    'How do I enable anonymous pull in Azure Container Registry?',
    'Wie lege ich ein Token in Azure Container Registry an?',
    '如何在 Azure 容器注册表 中创建令牌?',
  ])('a question stays a question: %s', (text) => {
    const { aboutAcr, causes } = recognise(text);
    expect([aboutAcr, causes[0]?.cause]).toEqual([true, 'unknown']);
  });
});

describe('confidence', () => {
  it('is high only where the text settles the cause', () => {
    expect(recognise('AADSTS7000222: expired').causes[0]?.confidence).toBeGreaterThan(0.9);
    expect(recognise('unauthorized: authentication required').causes[0]?.confidence).toBeLessThan(0.7);
  });

  it('names evidence for and against', () => {
    const [top] = recognise(`client with IP '203.0.113.7' is not allowed access`).causes;
    expect(top?.evidence[0]).toBe('firewall-client-ip');
  });
});
