import { type Clue, type ClueSource, compile } from './clue.js';
import { placeMarks } from './tables/places.js';

/**
 * Circumstances that a text shows. They accuse no cause by themselves; the rules combine them with signatures.
 */
export interface Mark {
  /** Any of these is enough. */
  readonly find: readonly ClueSource[];
}

const table = {
  ...placeMarks,
  'access-token-step': {
    find: ['connectivity_access_token_error'],
  },
  // The containers tools put "Error parsing image name" before every failure; a registry that answers was parsed.
  'reference-parsed': {
    find: ['pinging {container|docker} registry', 'reading manifest', 'requesting bear{er|} token'],
  },
  'relogin-hint': {
    find: ["running {'|}az login{'|} again"],
  },
  'challenge-ok': { find: ['challenge endpoint…:{ |}ok'] },
  'refresh-token-ok': { find: ['fetch refresh token…:{ |}ok'] },
  'access-token-ok': { find: ['fetch access token…:{ |}ok'] },
  'dns-ok': { find: ['dns lookup to…:{ |}ok'] },
  'daemon-ok': { find: ['docker daemon status: available'] },
  'connectivity-code': { find: ['·connectivity_…error'] },
  'check-health': {
    find: ['azure cli version:', 'acr check-health', 'acr/health-check'],
  },
  'cloud-shell': {
    find: ['@azure:', /^ps \/home\/\w{1,40}>/m, 'ps azure:', '·azure:/', 'cloud{ |-|}shell'],
  },
  kubernetes: {
    find: [
      'failed to pull image',
      'imagepullbackoff',
      'errimagepull',
      '·kubelet·',
      '·kubectl·',
      'back-off pulling',
      '·aks-',
      '·aks·',
      '·kubernetes·',
      '·pod{s|}/',
      'rpc error: code = …{,|} desc{.|}',
      '·k8s·',
    ],
  },
  'cluster-event': {
    find: [
      'failed to pull image',
      'imagepullbackoff',
      'errimagepull',
      'back-off pulling',
      'rpc error: code =',
    ],
  },
  'crash-loop': { find: ['back-off restarting failed', 'crashloopbackoff', 'createcontainerconfigerror'] },
  'image-present': {
    find: ['already present on machine', 'createcontainerconfigerror', 'successfully pulled image'],
  },
  replication: { find: ['replicat'] },
  'hub-explicit': { find: ['registry-1.docker.io/library'] },
  'registry-in-scope': { find: ['scope…microsoft.containerregistry'] },
  'tags-from-registry': { find: ['could not get tags from registry'] },
  'host-with-port': { find: [/azurecr\.(?:io|cn|us):\d{2,5}\//] },
  'password-stdin': { find: ['login…--password-stdin'] },
  'registries-file': { find: ['registries.yaml', 'registries.conf', 'registry.configs'] },
  'delete-request': {
    find: [
      '{deleting|delete|purge|untag}…{image|manifest|tag|repositor}',
      '·delete· …not{.|}',
      'only delete',
    ],
  },
  'azd-exchange': {
    find: [
      'failed getting refresh token',
      'failed getting acr credentials',
      'failed logging into container registry, token',
    ],
  },
  'two-suffixes': { find: ['azurecr.io……azurecr.{cn|us}', 'azurecr.{cn|us}……azurecr.io'] },
  'import-from-hub': { find: ['acr import…--source {docker.io|registry.hub.docker.com}'] },
  'privatelink-alias': {
    find: [
      '{nslookup|·dig |aliases|canonical name|cname}……privatelink.azurecr.',
      'privatelink.azurecr.……{nslookup|aliases|canonical name|cname}',
    ],
  },
  /** A command with an image name that has no registry host. */
  'unqualified-command': {
    find: [
      /\b(?:docker|nerdctl|podman|buildah)(?:\.exe)? (?:image )?(?:push|pull) [a-z0-9_-]{1,60}(?:\/[a-z0-9_.-]{1,80})?(?::[\w.-]{1,60})?(?=[ \n]|$)/,
    ],
  },
  'ecr-host': { find: ['.dkr.ecr.', 'public.ecr.aws'] },
  'not-cluster': {
    find: [
      'could not get tags from registry',
      'iotedge',
      'iot edge',
      'edgelet',
      'dockerapiexception',
      'containerapp',
    ],
  },
  /** A build runner pulls its image with "Failed to pull image" too. */
  'handshake-timeout': {
    find: ['tls handshake timeout', 'dial tcp…{timeout|timed out}', 'client.timeout exceeded'],
  },
  'runner-pull': {
    find: [
      "with policy {'|}{always|if-not-present|never}",
      'with specified policies',
      '·gitlab-runner·',
      'preparation failed: failed to pull',
      'job failed: failed to pull',
    ],
  },
  /** check-health found a private address for the login server. */
  'dns-private': {
    find: [/at ip (?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/],
  },
  'build-tool': {
    find: [
      'failed to solve',
      '·buildx·',
      'buildkit',
      'dockerfile.v0',
      'llb definition',
      '·ctr: ',
      '·ctr {-n |--namespace |}',
      '·ctr image',
      '·kaniko·',
      '·helm·',
      'argocd',
      'oci://',
    ],
  },
  'login-endpoint': {
    find: [
      /\/v2\/?'{0,2}(?:[:\s]|$)/m,
      'docker login',
      'acr login',
      'login attempt',
      'logging in',
      'validate the credentials',
      'registry login',
      'authenticating creds',
      'login failed',
    ],
  },
  'content-request': {
    find: [
      '/manifests/',
      '/blobs/',
      'docker pull',
      'docker push',
      'the push refers',
      'pulling from',
      '/tags/',
      'scope=repository',
      'failed to {pull|push}',
      'pulling image',
      /^preparing /m,
      'initializing source',
      'trying to pull',
      'reading manifest',
      'writing blob',
      'gepusht',
      'gepullt',
      '·pushen·',
      '·pullen·',
      '推送',
      '拉取',
      'push or pull',
      'pull or push',
      '·push{ing|ed|}·…·image',
      '·pull{ing|ed|}·…·image',
    ],
  },
  'pull-secret-named': {
    find: [
      'imagepullsecret',
      'create secret docker-registry',
      '{image |}pull secret',
      'dockerconfigjson',
      'docker-registry secret',
    ],
  },
  'credentials-given': {
    find: [
      '--creds·',
      '--docker-password',
      'docker login…-u ',
      '--username',
      '--password',
      '--registry-password',
      'docker_registry_server_{url|username|password|*}',
    ],
  },
  'no-pull-secret': {
    find: [
      'without {any |the |a |an |need of |the need of |using |}{image |image-|}pull{ |-|}secret',
      'ohne {image |}pull{ |-|}secret',
    ],
  },
  'in-cluster-client': {
    find: [
      'could not get tags from registry',
      'fetching image metadata',
      '/tags/list',
      'argocd-image-updater',
      'imagerepository',
      'renovate',
      'keel·',
      'crossplane',
      'cannot unpack package',
      'ratify',
      'gatekeeper',
    ],
  },
  'usage-shown': { find: ['show-usage', 'current value'] },
  'repo-token-named': {
    find: ['acr token', 'token create', 'repository permissions > tokens', 'scope-map-token'],
  },
  'push-request': {
    find: [
      'docker push',
      '·push{es|ed|ing|}·',
      'gepusht',
      '推送',
      '/blobs/uploads',
      'failed to commit',
      'プッシュ',
    ],
  },
  'docker-login-command': { find: ['{docker|podman|nerdctl|skopeo|oras|buildah|helm registry} login'] },
  /** Tries of an image scanner; the last one is that of the registry. */
  'scanner-tries': { find: ['errors occurred:', 'unable to initialize a {docker |}scanner'] },
  'scope-map-named': { find: ['scope{ |-|}map', '_repositories_{pull|push|admin}'] },
  'zero-guid': { find: ['00000000-0000-0000-0000-000000000000'] },
  'admin-named': {
    find: ['admin{ |-}{user|account|key|password|credential}', 'access key', 'admin-enabled'],
  },
  'expose-token': { find: ['--expose-token'] },
  'named-user': {
    find: [
      [
        '{docker|podman|nerdctl|skopeo|oras|buildah|helm registry|crane auth|regctl registry} login',
        /(?:-u|--username)[ =](?!'?0{8}-0{4})[^\s-]/,
      ],
    ],
  },
  'basic-challenge': { find: ['www-authenticate: basic realm='] },
  'catalog-command': {
    find: ['acr repository list·', '/_catalog·'],
  },
  'registry-tool': {
    find: [
      'docker',
      'podman',
      'skopeo',
      'containerd',
      'kubelet',
      '·image{s|}·',
      'registr',
      '/v2/',
      'manifest',
      '·oras·',
      '·helm·',
      'buildah',
      '·crane·',
      'buildx',
      'kaniko',
      'oci://',
      'response from daemon',
      'received unexpected http status',
      '{镜像|注册表|容器|イメージ|レジストリ|コンテナ|conteneur|contenedor|contêiner|registre|registro}',
    ],
  },
  'azure-tool': {
    find: [
      '·az {login|account|cloud|aks|webapp|container|ml}·',
      'azure',
      'microsoftonline',
      '/knack/',
      'azure/cli/',
      '·azd·',
      'connect-azaccount',
      'aadsts',
    ],
  },
  'storage-host': {
    find: ['.blob.core.{windows.net|chinacloudapi.cn|usgovcloudapi.net}', '.data.azurecr.'],
  },
  'aadsts-any': { find: ['aadsts'] },
  'mcr-as-repository': {
    find: ["{'|}name{'|}:{ |}{'|}{mcr.microsoft.com|docker.io}/"],
  },
  'azure-endpoint-name': {
    find: ['{enotfound|lookup|resolve|host{name|}|host=}…{management|login}.'],
  },
  'bare-status-401': {
    find: ["{head|get|post|put} 'https://…': response status code 401"],
  },
  'name-too-short': {
    find: [
      /(?:^|[^\w*.>}\])-])(?!x{1,4}\.|foo\.|bar\.|acr\.|abc\.|name\.|r\.)[a-z0-9]{1,4}\.azurecr\.(?:io|cn|us)/m,
    ],
  },
  'public-access-mentioned': {
    find: ['public {network |}access', 'publicnetworkaccess'],
  },
} as const satisfies Record<string, Mark>;

/** Name of a circumstance. */
export type MarkId = keyof typeof table;

/** The clues of every circumstance. */
export const marks: readonly { readonly id: MarkId; readonly clues: readonly Clue[] }[] =
  Object.entries<Mark>(
    table,
    // Object.entries widens the keys; those of the const table are exactly MarkId.
  ).map(([id, { find }]) => ({ id: id as MarkId, clues: compile(find) }));
