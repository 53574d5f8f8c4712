/**
 * Circumstances that a text shows. They accuse no cause by themselves; the rules combine them with signatures.
 */
export interface Mark {
  readonly pattern: RegExp;
  /** Folded literals, one of which stands in every text that the pattern matches. */
  readonly keys: readonly string[];
}

export const marks = {
  'access-token-step': {
    keys: ['connectivity_access_token_error'],
    pattern: /CONNECTIVITY_ACCESS_TOKEN_ERROR/i,
  },
  'relogin-hint': {
    keys: ["running 'az login' again", 'az login'],
    pattern: /running ['"`]?az login['"`]? again/i,
  },
  'challenge-ok': { keys: ['challenge endpoint'], pattern: /Challenge endpoint[^\n]{0,160}: ?OK/i },
  'refresh-token-ok': { keys: ['fetch refresh token'], pattern: /Fetch refresh token[^\n]{0,160}: ?OK/i },
  'access-token-ok': { keys: ['fetch access token'], pattern: /Fetch access token[^\n]{0,160}: ?OK/i },
  'dns-ok': { keys: ['dns lookup to'], pattern: /DNS lookup to[^\n]{0,160}: ?OK/i },
  'daemon-ok': { keys: ['docker daemon status: available'], pattern: /Docker daemon status: available/i },
  'connectivity-code': { keys: ['connectivity_'], pattern: /\bCONNECTIVITY_[A-Z_]{3,30}ERROR/i },
  'check-health': {
    keys: ['azure cli version:', 'acr check-health', 'acr/health-check'],
    pattern: /Azure CLI version:|acr check-health|acr\/health-check/i,
  },
  'cloud-shell': {
    keys: ['@azure:', 'ps /home/', 'ps azure:', 'azure:/', 'cloud shell', 'cloudshell', 'cloud-shell'],
    pattern: /\w@Azure:|^PS \/home\/\w{1,40}>|PS Azure:|\bAzure:\/|cloud.?shell/im,
  },
  kubernetes: {
    keys: [
      'failed to pull',
      'imagepull',
      'kubelet',
      'kubectl',
      'errimage',
      'back-off',
      'aks',
      'rpc error',
      'kubernetes',
      'pod/',
      'k8s',
      'cannot pull',
      'cluster',
    ],
    pattern:
      /Failed to pull image|ImagePullBackOff|ErrImagePull|\bkubelet\b|\bkubectl\b|Back-off pulling|\baks-|\bAKS\b|\bkubernetes\b|\bpods?\/|rpc error: code = \w{2,20},? desc\.?|\bk8s\b/i,
  },
  'build-tool': {
    keys: [
      'failed to solve',
      'buildx',
      'buildkit',
      'dockerfile.v0',
      'llb definition',
      'kaniko',
      'helm',
      'argocd',
      'oci://',
    ],
    pattern:
      /failed to solve|\bbuildx\b|buildkit|dockerfile\.v0|LLB definition|\bkaniko\b|\bhelm\b|argocd|oci:\/\//i,
  },
  'login-endpoint': {
    keys: [
      '/v2/',
      'docker login',
      'acr login',
      'login attempt',
      'logging in',
      'validate the credentials',
      'registry login',
      'authenticating creds',
    ],
    pattern:
      /\/v2\/?["']{0,2}(?:[:\s]|$)|docker login|acr login|login attempt|logging in|validate the credentials|registry login|authenticating creds|Login failed/im,
  },
  'content-request': {
    keys: [
      '/manifests/',
      '/blobs/',
      'docker pull',
      'docker push',
      'the push refers',
      'pulling from',
      '/tags/',
      'scope=repository',
      'failed to pull',
      'failed to push',
      'pulling image',
      'preparing',
      'initializing source',
      'trying to pull',
      'reading manifest',
      'writing blob',
    ],
    pattern:
      /\/manifests\/|\/blobs\/|docker pull|docker push|The push refers|Pulling from|\/tags\/|scope=repository|failed to (?:pull|push)|Pulling image|^Preparing |initializing source|Trying to pull|reading manifest|writing blob/im,
  },
  'pull-secret-named': {
    keys: [
      'imagepullsecret',
      'create secret docker-registry',
      'pull secret',
      'dockerconfigjson',
      'docker-registry secret',
    ],
    pattern:
      /imagePullSecret|create secret docker-registry|(?:image )?pull secret|dockerconfigjson|docker-registry secret/i,
  },
  'credentials-given': {
    keys: [
      '--creds',
      '--docker-password',
      '-u ',
      '--username',
      '--password',
      '--registry-password',
      'docker_registry_server_password',
      'registry-password',
    ],
    pattern:
      /--creds\b|--docker-password|docker login[^\n]{0,80}-u |--username|--password|--registry-password|DOCKER_REGISTRY_SERVER_PASSWORD/i,
  },
  'expose-token': { keys: ['expose-token'], pattern: /--expose-token/i },
  'named-user': {
    keys: ['-u ', '--username'],
    pattern: /docker login[^\n]{0,120}(?:-u|--username)[ =](?!["']?0{8}-0{4})[^\s-][^\s]{1,80}/i,
  },
  'basic-challenge': { keys: ['basic realm='], pattern: /Www-Authenticate: Basic realm=/i },
  'catalog-command': {
    keys: ['acr repository list', '_catalog'],
    pattern: /acr repository list\b|\/_catalog\b/i,
  },
  'registry-tool': {
    keys: [
      'docker',
      'podman',
      'skopeo',
      'containerd',
      'kubelet',
      'image',
      'registry',
      '/v2/',
      'manifest',
      'oras',
      'helm',
      'buildah',
      'crane',
      'buildx',
      'kaniko',
      'oci://',
    ],
    pattern:
      /docker|podman|skopeo|containerd|kubelet|\bimages?\b|registr|\/v2\/|manifest|\boras\b|\bhelm\b|buildah|\bcrane\b|buildx|kaniko|oci:\/\//i,
  },
  'azure-tool': {
    keys: ['az login', 'az account', 'azure', 'microsoftonline', 'azd ', 'connect-azaccount', 'aadsts'],
    pattern:
      /\baz (?:login|account|cloud|aks|webapp|container|ml)\b|azure|microsoftonline|\bazd\b|Connect-AzAccount|AADSTS/i,
  },
  'storage-host': {
    keys: ['.blob.core.', '.data.azurecr.'],
    pattern: /\.blob\.core\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|\.data\.azurecr\./i,
  },
  'aadsts-any': { keys: ['aadsts'], pattern: /AADSTS\d{4,8}/i },
  'mcr-as-repository': {
    keys: ['mcr.microsoft.com', 'docker.io'],
    pattern: /["']?Name["']?: ?["']?(?:mcr\.microsoft\.com|docker\.io)\//i,
  },
  'azure-endpoint-name': {
    keys: ['management.', 'login.'],
    pattern:
      /(?:ENOTFOUND|lookup|resolve|host(?:name)?|host=)[ '":]{1,3}(?:management|login)\.[a-z0-9.]{3,40}/i,
  },
  'bare-status-401': {
    keys: ['response status code 401'],
    pattern: /(?:HEAD|GET|POST|PUT) ["']https:\/\/[^\s"']{1,300}["']: response status code 401/i,
  },
  'name-too-short': {
    keys: ['.azurecr.'],
    pattern:
      /(?:^|[^\w*.>}\])-])(?!x{1,4}\.|foo\.|bar\.|acr\.|abc\.|name\.|r\.)[a-z0-9]{1,4}\.azurecr\.(?:io|cn|us)/im,
  },
  'public-access-mentioned': {
    keys: ['public network access', 'public access', 'publicnetworkaccess'],
    pattern: /public (?:network )?access|publicNetworkAccess/i,
  },
} as const satisfies Record<string, Mark>;

/** Name of a circumstance. */
export type MarkId = keyof typeof marks;
