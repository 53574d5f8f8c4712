import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';
import { type CauseId, causeIds } from '../../../src/knowledge/causes.js';

/** For every cause one text made of documented strings, or of what people write where no program names it. */
const texts: Readonly<Record<CauseId, string>> = {
  'docker-not-running': `You may want to use 'az acr login -n myregistry --expose-token' to get an access token, which does not require Docker to be installed.
2024-05-01 10:00:00.000000 An error occurred: DOCKER_COMMAND_ERROR
Please verify if Docker client is installed and running.`,
  'cloud-shell-no-daemon':
    "This command requires running the docker daemon, which is not supported in Azure Cloud Shell. You may want to use 'az acr login -n myregistry --expose-token' to get an access token, which does not require Docker to be installed.",
  'docker-too-old':
    'Error response from daemon: client version 1.22 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version',
  'docker-credential-store':
    'Error saving credentials: error storing credentials - err: exit status 1, out: `The stub received bad data.`',
  'helm-notary-missing': `DNS lookup to myregistry.azurecr.io at IP 20.1.2.3 : OK
Challenge endpoint https://myregistry.azurecr.io/v2/ : OK
Fetch refresh token for registry 'myregistry.azurecr.io' : OK
Fetch access token for registry 'myregistry.azurecr.io' : OK
2024-05-01 10:00:00.000000 An error occurred: HELM_COMMAND_ERROR
Please verify if Helm is installed.`,
  'registry-not-found':
    'Error response from daemon: Get "https://myregistry.azurecr.io/v2/": dial tcp: lookup myregistry.azurecr.io on 10.0.0.2:53: no such host',
  'login-server-malformed': 'invalid reference format: repository name (Team/API) must be lowercase',
  'wrong-subscription':
    "The resource with name 'myregistry' and type 'Microsoft.ContainerRegistry/registries' could not be found in subscription 'Dev (11111111-2222-3333-4444-555555555555)'.",
  'repository-or-tag-not-found':
    'Error response from daemon: manifest for myregistry.azurecr.io/web:9 not found: manifest unknown: manifest tagged by "9" is not found',
  'platform-mismatch': 'no matching manifest for linux/arm64/v8 in the manifest list entries',
  'image-not-qualified':
    'The push refers to repository [docker.io/library/web]\ndenied: requested access to the resource is denied',
  'not-logged-in':
    'Error response from daemon: Head "https://myregistry.azurecr.io/v2/web/manifests/1": no basic auth credentials',
  'credentials-invalid':
    'Error response from daemon: Get "https://myregistry.azurecr.io/v2/": unauthorized: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information."}]}',
  'admin-user-disabled':
    "Failed to retrieve container registry credentials. Please either provide the credentials or run 'az acr update -n myregistry --admin-enabled true' to enable admin first.",
  'admin-password-wrong':
    'docker login myregistry.azurecr.io fails with unauthorized: authentication required since the access key was regenerated',
  'sp-secret-invalid': 'AADSTS7000215: Invalid client secret provided.',
  'sp-secret-expired': 'AADSTS7000222: The provided client secret keys are expired.',
  'sp-not-found':
    'Error response from daemon: Get "https://myregistry.azurecr.io/v2/": unauthorized: Application not registered with AAD.',
  'repo-token-password-wrong':
    'docker login myregistry.azurecr.io -u mytoken: unauthorized: authentication required. The token password has expired.',
  'repo-token-disabled':
    'docker login myregistry.azurecr.io: unauthorized: authentication required; the acr token is disabled',
  'mode-switch-stale-credential':
    'Pulls from myregistry.azurecr.io fail with 401 since we switched the registry to the ABAC mode; the role assignments are right.',
  'entra-token-expired': `An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
Access to registry 'myregistry.azurecr.io' was denied. Response code: 401. Please try running 'az login' again to refresh permissions.`,
  'expose-token-username': `TOKEN=$(az acr login --name myregistry --expose-token --query accessToken -o tsv)
docker login myregistry.azurecr.io -u someone@example.com -p $TOKEN
Error response from daemon: Get "https://myregistry.azurecr.io/v2/": unauthorized: authentication required`,
  'anonymous-pull-stale-login':
    'Anonymous pull is enabled on myregistry.azurecr.io, but docker pull says unauthorized; docker logout helps.',
  'conditional-access': 'AADSTS53003: Access has been blocked by Conditional Access policies.',
  'federation-mismatch':
    "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/web:ref:refs/heads/main'.",
  'managed-identity-unavailable':
    'ManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.',
  'arm-audience-disabled':
    'The registry has authentication-as-arm disabled and the App Service gets 401 Unauthorized from myregistry.azurecr.io.',
  'role-missing':
    'An error occurred: CONNECTIVITY_ACCESS_TOKEN_ERROR\nYou have no permissions to the repository. You are lacking pull repository permissions.',
  'role-not-activated':
    'docker push to myregistry.azurecr.io: denied: requested access to the resource is denied. I am only eligible for the role in PIM and have not activated it.',
  'abac-ignores-legacy-role':
    'myregistry.azurecr.io uses ABAC repository permissions; the identity has AcrPull and gets unauthorized.',
  'abac-condition-excludes':
    'The role Container Registry Repository Reader has an ABAC condition for the repository team/, and team2/web gets 401.',
  'catalog-not-authorized':
    '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":[{"Type":"registry","Name":"catalog","Action":"*"}]}]}',
  'scope-map-insufficient':
    'docker push myregistry.azurecr.io/web: denied: requested access to the resource is denied. The scope map lacks content/write.',
  'arm-role-missing':
    "(AuthorizationFailed) The client 'x' with object id 'x' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/read' over scope '/subscriptions/s' or the scope is invalid. If access was recently granted, please refresh your credentials.",
  'assign-role-not-allowed':
    "The client 'x' with object id 'x' does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write' over scope '/subscriptions/s'.",
  'app-registration-not-allowed':
    'Failed to create an app in Azure Active Directory. Error: Insufficient privileges to complete the operation in Microsoft Graph.',
  'provider-not-registered':
    "MissingSubscriptionRegistration: The subscription is not registered to use namespace 'Microsoft.ContainerRegistry'.",
  'role-propagating':
    'I assigned the role AcrPull on the Azure container registry two minutes ago and it does not work yet.',
  'aks-identity-missing-role':
    'Failed to pull image "myregistry.azurecr.io/web:1": rpc error: code = Unknown desc = failed to pull and unpack image: failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
  'aks-pull-secret-invalid':
    'FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (acr-secret); attempting to pull the image may not succeed.',
  'cross-tenant': 'AADSTS50020: User account from identity provider does not exist in tenant.',
  'content-locked':
    'denied: The operation is disallowed on this registry, repository or image. View troubleshooting steps at https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation',
  'ip-not-allowed': `Error response from daemon: Get "https://myregistry.azurecr.io/v2/": denied: {"errors":[{"code":"DENIED","message":"client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}`,
  'public-access-disabled':
    'myregistry.azurecr.io answers 403 Forbidden; "publicNetworkAccess": "Disabled" is what az acr show prints.',
  'private-endpoint-dns':
    'DNS routing to registry "myregistry" through private IP is incorrect. Expect: 10.20.0.5, Actual: 20.1.2.3\nERROR: DNS routing verification failed',
  'connection-failed':
    'Error response from daemon: Get "https://myregistry.azurecr.io/v2/": dial tcp 20.1.2.3:443: i/o timeout',
  'tls-untrusted':
    'Error response from daemon: Get "https://myregistry.azurecr.io/v2/": x509: certificate signed by unknown authority',
  'data-endpoint-blocked':
    'failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://eusmanaged1.blob.core.windows.net/a/b?sig=x": dial tcp 20.1.2.3:443: connect: connection refused while pulling myregistry.azurecr.io/web:1',
  'rate-limited':
    'toomanyrequests: Too many requests. Please visit https://aka.ms/acr/skus#sku-feature-matrix to view limits of all service tiers.',
  'quota-exceeded':
    'DisablingPublicNetworkAccessNotSupported: Disabling public network access is not supported for the SKU Basic. For more information, please visit https://aka.ms/acr/private-link.',
  'cmk-key-unavailable':
    "An error occurred: CMK_ERROR\nThe identity used for registry 'myregistry' encryption doesn't exist.",
  'client-defect':
    "Traceback (most recent call last):\nValueError: API version 2020-11-12-preview does not have operation group 'registries' (az acr login)",
  'service-outage':
    'Error response from daemon: login attempt to https://myregistry.azurecr.io/v2/ failed with status: 502 Bad Gateway',
  'not-acr': 'Error response from daemon: Head "https://ghcr.io/v2/contoso/web/manifests/1": denied',
  unknown: 'What does Azure Container Registry cost in the Premium tier?',
};

describe('one text per cause', () => {
  it.each(causeIds)('%s', (cause) => {
    const { causes, aboutAcr } = recognise(texts[cause]);
    expect(causes[0]?.cause).toBe(cause);
    expect(aboutAcr).toBe(cause !== 'not-acr');
  });
});

/** causes.md, "The seeds' error texts". */
const seeds: readonly (readonly [string, string, readonly CauseId[]])[] = [
  ['seed B error 1', texts['docker-not-running'], ['docker-not-running']],
  ['seed B error 2', texts['cloud-shell-no-daemon'], ['cloud-shell-no-daemon']],
  ['seed B error 3', texts['credentials-invalid'], ['credentials-invalid']],
  [
    'seed B error 4',
    `Unable to get AAD authorization tokens with message: 2024-05-01 10:00:00 An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
Access to registry 'myregistry.azurecr.io' was denied. Response code: 401. Please try running 'az login' again to refresh permissions.
Unable to get admin user credentials with message: The resource with name 'myregistry' and type 'Microsoft.ContainerRegistry/registries' could not be found in subscription 'Dev (11111111-2222-3333-4444-555555555555)'.`,
    ['role-missing', 'arm-role-missing', 'wrong-subscription', 'entra-token-expired'],
  ],
  [
    'seed B error 5',
    `Unable to get AAD authorization tokens with message: 2024-05-01 10:00:00 An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR
Access to registry 'myregistry.azurecr.io' was denied. Response code: 403. Please try running 'az login' again to refresh permissions.
Error response from daemon: Get "https://myregistry.azurecr.io/v2/": denied: {"errors":[{"code":"DENIED","message":"client with IP \\u0027203.0.113.7\\u0027 is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}`,
    ['ip-not-allowed'],
  ],
  [
    'seed A: unauthorized at login',
    'docker login myregistry.azurecr.io\nunauthorized: authentication required',
    ['credentials-invalid', 'not-logged-in'],
  ],
  [
    'seed A: unauthorized at push',
    'docker push myregistry.azurecr.io/web:1\nunauthorized: authentication required',
    ['not-logged-in', 'entra-token-expired', 'role-missing'],
  ],
  [
    'seed A: unauthorized, nothing else',
    'unauthorized: authentication required',
    ['credentials-invalid', 'not-logged-in'],
  ],
  ['seed A: application', 'unauthorized: Application not registered with AAD', ['sp-not-found']],
  [
    'seed A: not reachable',
    'Could not connect to the registry login server',
    ['connection-failed', 'registry-not-found', 'private-endpoint-dns', 'public-access-disabled'],
  ],
  [
    'seed A: exchange 403',
    'CONNECTIVITY_REFRESH_TOKEN_ERROR. Access to registry was denied. Response code: 403. Unable to get admin user credentials with message: Admin user is disabled. Unable to authenticate using AAD or admin login credentials.',
    ['ip-not-allowed', 'public-access-disabled', 'role-missing'],
  ],
  [
    'seed A: login attempt 403',
    'Error response from daemon: login attempt failed with status: 403 Forbidden',
    ['ip-not-allowed', 'public-access-disabled'],
  ],
];

describe('the texts of the seeds', () => {
  it.each(seeds)('%s', (_name, text, accepted) => {
    const { causes, aboutAcr } = recognise(text);
    expect(accepted).toContain(causes[0]?.cause);
    expect(aboutAcr).toBe(true);
  });
});
