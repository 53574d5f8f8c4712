import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/diagnosis/facts/extract.js';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';

const read = (text: string) => extract(normalise(text));
const appId = '0f0e0d0c-0b0a-4908-8706-050403020100';
const subscription = '0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e';

describe('extract', () => {
  it('a firewall refusal', () => {
    const { facts, operation, client } = read(
      'Error response from daemon: Get "https://fabrikam.azurecr.io/v2/": denied: client with IP \'192.0.2.44\' is not allowed access.',
    );
    expect(facts).toEqual({
      loginServer: 'fabrikam.azurecr.io',
      registry: 'fabrikam',
      ip: '192.0.2.44',
      errorCode: 'DENIED',
    });
    // Docker asks /v2/ itself only when it signs in.
    expect({ operation, client }).toEqual({ operation: 'login', client: 'docker' });
  });

  it('a pull by containerd: the token server answered', () => {
    const { facts, operation, environment, client, authMethod } = read(
      'rpc error: code = Unknown desc = failed to pull and unpack image "fabrikam.azurecr.io/shop/cart:7": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://fabrikam.azurecr.io/oauth2/token?scope=repository%3Ashop%2Fcart%3Apull&service=fabrikam.azurecr.io: 401 Unauthorized',
    );
    expect(facts).toMatchObject({
      repository: 'shop/cart',
      tag: '7',
      httpStatus: { code: 401, whose: 'token-server' },
      scope: 'repository:shop/cart:pull',
      action: 'pull',
    });
    expect({ operation, environment, client, authMethod }).toEqual({
      operation: 'pull',
      environment: 'kubernetes',
      client: 'containerd',
      authMethod: null,
    });
  });

  it("ARM's refusal", () => {
    const scope = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/fabrikam`;
    const { facts, operation } = read(
      `(AuthorizationFailed) The client '${appId}' with object id '99999999-0000-4000-8000-000000000001' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/read' over scope '${scope}' or the scope is invalid.`,
    );
    expect(facts).toEqual({
      registry: 'fabrikam',
      errorCode: 'AuthorizationFailed',
      subscription,
      clientId: appId,
      objectId: '99999999-0000-4000-8000-000000000001',
      scope,
      action: 'Microsoft.ContainerRegistry/registries/read',
    });
    expect(operation).toBe('manage');
  });

  it('the object id of an identity is not its client id', () => {
    const { facts } = read(`The client '${appId}' with object id '${appId}' does not have authorization`);
    expect(facts.clientId).toBeUndefined();
  });

  it('names what a federated sign-in presented, by their shapes only', () => {
    const { facts } = read(
      "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/main'. Issuer: https://token.actions.githubusercontent.com",
    );
    expect(facts.federatedSubject).toBe('repo:contoso/app:ref:refs/heads/main');
    expect(facts.federatedIssuer).toBe('https://token.actions.githubusercontent.com');
    const other = read("presented assertion subject 'drop it <b>here</b>' issuer: http://x");
    expect(other.facts.federatedSubject).toBeUndefined();
    expect(other.facts.federatedIssuer).toBeUndefined();
  });

  it('check-health: Helm is not the decisive error, and Docker Hub samples are no images of one', () => {
    const { facts } = read(
      [
        "WARNING: Docker pull of 'mcr.microsoft.com/mcr/hello-world:latest' : OK",
        'WARNING: DNS lookup to fabrikam.azurecr.io at IP 198.51.100.9 : OK',
        'ERROR: 2026-01-01 00:00:00 An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR',
        "Access to registry 'fabrikam.azurecr.io' was denied. Response code: 403. Please try running 'az login' again.",
        'ERROR: 2026-01-01 00:00:01 An error occurred: HELM_COMMAND_ERROR',
      ].join('\n'),
    );
    expect(facts).toEqual({
      loginServer: 'fabrikam.azurecr.io',
      registry: 'fabrikam',
      ip: '198.51.100.9',
      httpStatus: { code: 403, whose: 'token-server' },
      errorCode: 'CONNECTIVITY_REFRESH_TOKEN_ERROR',
    });
  });

  it('the daemon’s own 500 is no status of the registry', () => {
    const { facts, client } = read(
      'DockerApiException: Docker API responded with status code=InternalServerError, response={"message":"Get https://fabrikam.azurecr.io/v2/a/manifests/1: unauthorized: authentication required"}',
    );
    expect(facts.httpStatus).toBeUndefined();
    expect(facts).toMatchObject({ repository: 'a', tag: '1', errorCode: 'UNAUTHORIZED' });
    expect(client).toBe('app-service');
  });

  it.each([
    ['docker login fabrikam.azurecr.io -u 00000000-0000-0000-0000-000000000000 -p x', 'exposed-token'],
    [`docker login fabrikam.azurecr.io -u ${appId} -p x`, 'service-principal'],
    [`az login --service-principal -u ${appId} -p x --tenant y`, 'service-principal'],
    ['az login --identity', 'managed-identity'],
    ['docker login fabrikam.azurecr.io --username fabrikam --password x', 'admin-user'],
    ['docker login -u fabrikam -p x fabrikam.azurecr.io', 'admin-user'],
    ['docker login -u pipeline -p x fabrikam.azurecr.io', null],
    ['az acr login -n fabrikam\nfailed', 'individual-entra'],
    ['az acr login -n fabrikam -u someone', null],
    ["You may want to use 'az acr login -n fabrikam --expose-token' to get an access token", null],
    ["Run 'az login' to setup account", null],
    ['Attempting Azure CLI login by using OIDC...', 'workload-federation'],
    ['failed to fetch anonymous token: unexpected status: 401 Unauthorized', null],
    ['unauthorized: Application not registered with AAD.', null],
  ])('auth method of %s', (text, method) => {
    expect(read(text).authMethod).toBe(method);
  });

  it('keeps names that break the grammar for showing only', () => {
    const { facts, asWritten } = read(
      'lookup reg.azurecr.io: no such host; docker pull reg.azurecr.io/Team/App:1',
    );
    expect(facts).toEqual({ tag: '1' });
    expect(asWritten).toEqual({ loginServer: 'reg.azurecr.io', registry: 'reg', repository: 'Team/App' });
  });

  it.each([
    'f\u0430brikam.azurecr.io',
    'fabri\u200bkam.azurecr.io',
    'fabrikam\uff0eazurecr.io',
    'fabrikam.azurecr.io.evil.com',
  ])('mints no login server from %j', (text) => {
    const { facts, asWritten } = read(`Get "https://${text}/v2/": denied`);
    expect(facts.loginServer).toBeUndefined();
    expect(asWritten.loginServer).toBeNull();
  });

  it.each([
    ['Our registry is in ABAC mode.', 'abac'],
    ['Unsere Registry läuft im ABAC mode.', 'abac'],
    ['注册表使用 ABAC mode。', 'abac'],
    ['Is the registry in ABAC mode?', null],
    ['Ist die Registry im ABAC mode?', null],
    ['注册表是 ABAC mode 吗？', null],
    ['Is it in ABAC mode?\n"roleAssignmentMode": "LegacyRegistryPermissions"', 'legacy'],
  ])('the mode is a fact where it is said, not where it is asked: %s', (text, mode) => {
    expect(read(text).mode).toBe(mode);
  });

  it.each([
    ['PS C:\\src> docker push contoso.azurecr.io/a:1\nunauthorized', 'powershell'],
    ['C:\\Users\\dana> docker login contoso.azurecr.io\nunauthorized', 'powershell'],
    ['error during connect: Get "http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/v1.47/info"', 'powershell'],
    ['error during connect: open //./pipe/docker_engine: The system cannot find the file', 'powershell'],
    ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock.', 'posix'],
    ['dana@dev:~/src$ docker push contoso.azurecr.io/a:1', 'posix'],
    // Whoever types in WSL has a POSIX shell, whatever the client says of its service.
    ['dana@dev:~$ docker.exe pull contoso.azurecr.io/a:1', 'posix'],
    ['unauthorized: authentication required', null],
    ['our PowerShell script at home fails', null],
  ])('the shell is a fact where it shows: %s', (text, shell) => {
    expect(read(text).shell).toBe(shell);
  });

  it('names no cause of its own: an empty text has no facts', () => {
    expect(read('')).toEqual({
      facts: {},
      asWritten: { loginServer: null, registry: null, repository: null },
      authMethod: null,
      operation: null,
      environment: null,
      client: null,
      shell: null,
      mode: null,
      clientIp: null,
    });
  });

  it('never throws, and facts stand in the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'contoso.azurecr.io',
        '/v2/',
        'a/b:1',
        '"code":"',
        'denied: ',
        '\\',
        '%',
        '<',
        "'",
        '\n',
        'AADSTS',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const normal = normalise(pieces.join(''));
        const { facts } = extract(normal);
        const text = normal.text.toLowerCase();
        return [facts.loginServer, facts.repository, facts.tag, facts.ip].every(
          (fact) => fact === undefined || text.includes(fact.toLowerCase()),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
