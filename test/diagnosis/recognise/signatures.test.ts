import { describe, expect, it } from 'vitest';
import { places } from '../../../src/diagnosis/recognise/clue.js';
import { match } from '../../../src/diagnosis/recognise/match.js';
import { type SignatureId, signature, signatureIds } from '../../../src/diagnosis/recognise/signatures.js';
import { viewOf } from '../../../src/diagnosis/recognise/view.js';
import { isCauseId } from '../../../src/knowledge/causes.js';

/** A documented text for the signatures whose label is only a part or a paraphrase of it. */
const examples: Readonly<Partial<Record<SignatureId, string>>> = {
  'daemon-connect-error':
    'error during connect: Get "http://%2F%2F.%2Fpipe%2Fdocker_engine/v1.37/info": open //./pipe/docker_engine',
  'cloud-shell-refusal':
    'This command requires running the docker daemon, which is not supported in Azure Cloud Shell.',
  'client-version-old': 'Docker version 17.09.1-ce, build 19e2cf6',
  'host-misspelt': 'lookup myregistry.azureacr.io: no such host',
  'hub-library': 'The push refers to repository [docker.io/library/aci-tutorial-app]',
  'host-without-dot':
    'Get "https://team/v2/api/manifests/1": dial tcp: lookup team on 127.0.0.53:53: no such host',
  'unauthorized-word': 'Head "https://myregistry.azurecr.io/v2/web/manifests/1": unauthorized',
  'storage-quota': 'The registry has reached its storage limit.',
  'portal-fetch-error':
    '{"type":"MsPortalFx.Errors.FetchDataError","extension":"Microsoft_Azure_ContainerRegistries"}',
  'denied-word': 'response={"message":"denied"}',
  'layer-open-failed': 'failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://x"',
  'vnet-image-pull': 'Pulling docker image myregistry.azurecr.io/image:tag over VNET failed.',
  'tool-broken': "AttributeError: 'str' object has no attribute 'get'",
  'linked-tenant': "the current tenant 'a' is not authorized to access linked subscription 'b'",
  'arm-action-other':
    "does not have authorization to perform action 'Microsoft.Compute/virtualMachines/read'",
  'provider-other': "The subscription is not registered to use namespace 'Microsoft.Compute'",
  'kubelet-identity-words': 'the kubelet identity has no AcrPull role on the registry',
  'abac-mode-words':
    'the registry uses RBAC Registry + ABAC Repository Permissions and we only assigned AcrPull',
  'mode-switch-words':
    'pulls fail with 401 since we switched the registry to ABAC mode; it stopped working after switching to ABAC',
  'scope-map-words': 'the scope map of the token lacks content/write for this repository',
  'repo-token-disabled-words': 'the token is disabled',
  'zero-guid-words':
    'az acr login --expose-token, then docker login: the user name must be 00000000-0000-0000-0000-000000000000',
  'registry-DENIED': '{"errors":[{"code":"DENIED"}]}',
  'hub-registry': 'checking push permission for "index.docker.io/app:1"',
  'other-registry-words': "Please run 'aws ecr get-login' to fetch a new one",
  'chart-repository-address':
    'looks like "https://myregistry.azurecr.io" is not a valid chart repository or cannot be reached: 404 Not Found',
  'app-registration-role': 'only an Application Administrator can create the connection',
  'credential-provider-failed':
    'error execing credential provider plugin acr-credential-provider for image myregistry.azurecr.io/a: exit status 1',
  'registry-server-log':
    'msg="error authorizing context" http.request.host=registry.example http.request.method=GET',
  'actions-cache': 'importing cache manifest from type=gha',
  'instance-hub-image': "The image 'user/app:1' in container group 'aci' is not accessible.",
  'application-answer':
    'Response status code does not indicate success: 401 (Unauthorized).\n   at App.Client.LoadAsync()',
  'logout-helped':
    'unauthorized: authentication required\n$ docker logout r.azurecr.io\n$ docker pull r.azurecr.io/a:1\nStatus: Downloaded newer image for r.azurecr.io/a:1',
  'mode-just-switched':
    'az acr update -n myregistry --role-assignment-mode rbac-abac\nfailed to authorize: 401 Unauthorized',
  'other-account':
    '$ az acr login -n myregistry\nLogin Succeeded\n$ sudo docker push myregistry.azurecr.io/a:1',
  'parent-not-found':
    'ParentResourceNotFound: the parent resource /subscriptions/x/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/myregistry could not be found',
  'azure-other-service': 'GET https://vault.vault.azure.net/secrets: 403 ForbiddenByRbac',
};

function exampleOf(id: SignatureId): string {
  return examples[id] ?? signature(id).label.replaceAll('…', 'myregistry').replaceAll('5xx', '503');
}

function occursIn(id: SignatureId, text: string): boolean {
  const view = viewOf(text);
  const has = (part: string) => view.flat.includes(part);
  return signature(id).clues.some((clue) => !places(clue, view, has).next().done);
}

describe('signatures', () => {
  it.each(signatureIds)('%s is found in its documented text', (id) => {
    expect(occursIn(id, exampleOf(id))).toBe(true);
  });

  it.each(signatureIds)('%s is not found in an empty text', (id) => {
    expect(occursIn(id, '')).toBe(false);
  });

  it.each(signatureIds)('%s has a label, a meaning, a source and votes for known causes', (id) => {
    const { label, meaning, source, votes } = signature(id);
    expect(label).not.toBe('');
    expect(meaning).toMatch(/\S.*[.)]$/);
    expect(source).not.toBe('');
    expect(Object.keys(votes).length).toBeGreaterThan(0);
    expect(Object.keys(votes).filter((cause) => !isCauseId(cause))).toEqual([]);
  });
});

/** Texts that look like a signature and are not. */
const nearMisses: readonly (readonly [SignatureId, string])[] = [
  ['client-version-old', 'Docker version 18.09.2, build 6247962'],
  ['client-version-old', 'Docker version 28.5.2, build 1'],
  ['host-misspelt', 'myregistry.azurecr.io'],
  ['host-suffix-doubled', 'myregistry.azurecr.io/docker.io/library/nginx'],
  ['host-empty-label', 'https://myregistry.azurecr.io/v2/'],
  ['dash-in-name', "The resource with name 'myregistry' and type 'Microsoft.ContainerRegistry/registries'"],
  ['unqualified-pull', 'pull access denied for myregistry.azurecr.io/web, repository does not exist'],
  [
    'certificate-privatelink-name',
    'x509: certificate is valid for www.example.net, not myregistry.example.net',
  ],
  ['exchange-401', "Access to registry 'r.azurecr.io' was denied. Response code: 403."],
  ['exchange-403', "Access to registry 'r.azurecr.io' was denied. Response code: 401."],
  ['status-401', "Access to registry 'r.azurecr.io' was denied. Response code: 401."],
  ['admin-disabled', 'Unable to get admin user credentials with message: Admin user is disabled.'],
  ['arm-audience-off', '"azureADAuthenticationAsArmPolicy": { "status": "enabled" }'],
  ['az-not-signed-in', "Please try running 'az login' again to refresh permissions."],
  [
    'arm-action-other',
    "does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/read'",
  ],
  ['anonymous-token-401', 'failed to fetch anonymous token: unexpected status: 403 Forbidden'],
  ['too-many-requests', 'Too many requests received. Retry after some time.'],
  ['aadsts-70021', 'AADSTS700211: No matching federated identity record found'],
  ['aadsts-700016', 'AADSTS7000161'],
  ['no-such-host', 'failed to resolve reference "myregistry.azurecr.io/web:1"'],
  ['proxy', 'Get "https://myregistry.azurecr.io/v2/": denied'],
  ['anonymous-pull-words', 'How do I enable anonymous pull for my registry?'],
  ['role-words', 'What is the difference between AcrPull and AcrPush?'],
  ['catalog-words', 'az acr repository list --name myregistry'],
];

describe('near misses', () => {
  it.each(nearMisses)('%s does not match %s', (id, text) => {
    expect(occursIn(id, text)).toBe(false);
  });
});

describe('whose an error is', () => {
  it('counts an answer of another registry as foreign', () => {
    const found = match('Head "https://ghcr.io/v2/a/b/manifests/1": unauthorized: authentication required');
    expect(found.foreign.has('authentication-required')).toBe(true);
    expect(found.own.has('authentication-required')).toBe(false);
  });

  it('counts an answer of the registry as own although another registry is named elsewhere', () => {
    const found = match(
      'Step 1/3 : FROM ghcr.io/a/b:1\nHead "https://myregistry.azurecr.io/v2/a/manifests/1": unauthorized: authentication required',
    );
    expect(found.own.has('authentication-required')).toBe(true);
  });

  it("takes the public registry's missing image for one of the same software", () => {
    const found = match('manifest for mcr.microsoft.com/azure-cli:0 not found: manifest unknown');
    expect(found.public.has('manifest-unknown')).toBe(true);
  });

  it('gives faults of the machine no owner', () => {
    const found = match(
      'docker pull ghcr.io/a/b:1\nCannot connect to the Docker daemon at unix:///var/run/docker.sock',
    );
    expect(found.own.has('daemon-unreachable')).toBe(true);
  });
});
