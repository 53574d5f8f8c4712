import { table } from '../signature.js';

/** The Docker (or podman) client and its daemon. */
export const daemonSignatures = table(
  { symptom: 'docker-unavailable', scope: 'registry', source: 'clients.md §2, §5; moby client/errors.go' },
  {
    'daemon-unreachable': {
      label: 'Cannot connect to the Docker daemon',
      meaning: 'The client found no daemon at its address.',
      votes: { 'docker-not-running': 9 },
    },
    'daemon-connect-error': {
      label: 'error during connect',
      meaning: 'The Windows client found no daemon pipe.',
      pattern: /error during connect:/i,
      votes: { 'docker-not-running': 8 },
    },
    'daemon-api-unreachable': {
      label: 'failed to connect to the docker API',
      meaning: 'The wording of Docker 29 for a missing daemon.',
      votes: { 'docker-not-running': 9 },
    },
    'daemon-pipe-missing': {
      label: 'open //./pipe/docker_engine',
      meaning: 'The named pipe of Docker Desktop is missing.',
      pattern: /pipe[/\\]{1,4}(?:docker_engine|dockerDesktop\w{0,30})/i,
      keys: ['docker_engine', 'dockerdesktop'],
      votes: { 'docker-not-running': 6 },
    },
    'daemon-socket-missing': {
      label: 'dial unix docker.sock: connect: no such file or directory',
      meaning: 'The socket of the daemon is missing or refuses.',
      pattern: /docker(?:\.raw)?\.sock[^\n]{0,80}(?:no such file|connection refused|not found)/i,
      keys: ['.sock'],
      votes: { 'docker-not-running': 8 },
    },
    'daemon-socket-denied': {
      label: 'permission denied while trying to connect to the Docker daemon socket',
      meaning: 'The user may not open the socket; the daemon cannot be used by this user.',
      pattern:
        /permission denied while trying to connect to the docker|docker\.sock[^\n]{0,80}permission denied/i,
      keys: ['permission denied'],
      votes: { 'docker-not-running': 9 },
    },
    'daemon-not-running': {
      label: 'Is the docker daemon running',
      meaning: 'Client, Docker Desktop or a wrapper says that no daemon runs.',
      pattern:
        /(?:is the docker daemon running|docker daemon is not running|docker desktop is (?:not running|unable to start)|docker (?:engine|service) is not running|docker is not running|docker isn['’]?t running|make sure (?:that )?docker is running|check if the path is correct and if the daemon is running|cannot connect to podman|unable to connect to podman|could not find a valid docker environment)/i,
      keys: [
        'docker daemon',
        'docker desktop is',
        'docker engine is',
        'docker service is',
        'docker is',
        'docker isn',
        'the daemon is running',
        'connect to podman',
        'docker environment',
      ],
      votes: { 'docker-not-running': 7 },
    },
    'daemon-verify': {
      label: 'Please verify if docker daemon is running',
      meaning: 'The sentence of az for a daemon that cannot be used.',
      scope: 'acr',
      votes: { 'docker-not-running': 8 },
    },
    'client-missing': {
      label: 'docker: command not found',
      meaning: 'There is no Docker client on the path.',
      pattern:
        /docker(?:\.exe)?['"]?: (?:command )?not found|['"‘]docker(?:\.exe)?['"’]? (?:is not recognized|command not found)|the term ['"]docker['"] is not recognized|exec: ['"`]{0,2}docker['"`]{0,2}: executable file not found|could not run ['"]docker(?:\.exe)?['"] command|(?:unable to locate executable file|cannot find executable|cannot run program)[:\s]{1,2}['"]?docker\b|no such file or directory: ['"]?docker['"]?|docker\.errors\.DockerException|error while fetching server API version|cannot find docker/i,
      keys: [
        'not found',
        'is not recognized',
        'could not run',
        'unable to locate executable',
        'cannot find',
        'cannot run program',
        'no such file or directory',
        'dockerexception',
        'server api version',
      ],
      votes: { 'docker-not-running': 9 },
    },
    'client-verify': {
      label: 'Please verify if Docker client is installed and running',
      meaning: 'The sentence of az for a missing client.',
      scope: 'acr',
      votes: { 'docker-not-running': 6 },
    },
    'expose-token-advice': {
      label: 'which does not require Docker to be installed',
      meaning: 'The advice of az that follows a missing client or daemon.',
      scope: 'acr',
      votes: { 'docker-not-running': 3 },
    },
    'cloud-shell-refusal': {
      label: 'not supported in Azure Cloud Shell',
      meaning: 'az refuses to look for a daemon in Cloud Shell.',
      pattern:
        /requires running the docker daemon[^\n]{0,40}(?:not supported|cloud shell)|docker daemon[^\n]{0,60}not supported in azure cloud shell/i,
      keys: ['requires running the docker daemon', 'azure cloud shell'],
      symptom: 'cloud-shell',
      scope: 'acr',
      votes: { 'cloud-shell-no-daemon': 14 },
    },
    'client-too-old': {
      label: 'client version is too old. Minimum supported API version is',
      meaning: 'The daemon refuses an old client.',
      pattern:
        /client version \d{1,2}\.\d{1,3} is too old|minimum supported API version is|client is (?:older|newer) than server/i,
      keys: ['is too old', 'minimum supported api', 'than server'],
      symptom: 'docker-outdated',
      votes: { 'docker-too-old': 12 },
    },
    'client-version-old': {
      label: 'Docker version below 18.03',
      meaning: 'A version line of a client older than the registry needs.',
      pattern:
        /Docker version:? ?['"]?(?:Docker version )?(?:1\.\d{1,2}|17\.\d{2}|18\.0[12])\.\d|Client:[^\n]{0,40}\n\s{0,4}Version: {1,12}(?:1\.\d{1,2}|17\.\d{2}|18\.0[12])\./i,
      keys: ['docker version', 'client:'],
      symptom: 'docker-outdated',
      votes: { 'docker-too-old': 5 },
    },
  },
);

/** Stores and helpers that keep the credentials of the Docker client. */
export const storeSignatures = table(
  {
    symptom: 'credential-store',
    scope: 'registry',
    source: 'clients.md §5; docker-credential-helpers client.go',
  },
  {
    'store-get': {
      label: 'error getting credentials',
      meaning: 'The credential helper gave no answer.',
      votes: { 'docker-credential-store': 11 },
    },
    'store-save': {
      label: 'error storing credentials',
      meaning: 'The credential helper refused to store.',
      pattern: /error (?:storing|saving) credentials/i,
      keys: ['error storing credentials', 'error saving credentials'],
      votes: { 'docker-credential-store': 11 },
    },
    'store-helper-missing': {
      label: 'docker-credential-…: executable file not found',
      meaning: 'The helper that the configuration names is not installed.',
      pattern:
        /docker-credential-[\w.-]{1,40}["'`\\]{0,3}(?:: executable file not found| resolves to executable in current|: (?:command )?not found| not installed or not available| is not recognized)|(?:no such file or directory|cannot find|not find)[^\n]{0,40}docker-credential-|credential helper[^\n]{0,60}(?:not found|failed|error)/i,
      keys: ['docker-credential-', 'credential helper'],
      votes: { 'docker-credential-store': 11 },
    },
    'store-exited': {
      label: 'Credentials store … exited with',
      meaning: 'The Docker SDK for Python reports a failing helper.',
      pattern: /credentials store [\w-]{1,60} exited with|\bStoreError\b|docker\.credentials\.errors/i,
      keys: ['credentials store', 'storeerror', 'docker.credentials.errors'],
      votes: { 'docker-credential-store': 11 },
    },
    'store-words': {
      label: 'The stub received bad data',
      meaning: 'What the stores of Windows, macOS and Linux say when they refuse.',
      pattern:
        /stub received bad data|specified logon session does not exist|cannot autolaunch D-Bus|pass not initialized|password store is empty|gpg: decryption failed|no usernames for |keychain cannot be accessed|user interaction is not allowed|credentials not found in native keychain|secret service: |not enough (?:memory|storage)[^\n]{0,40}process this command/i,
      keys: [
        'stub received bad data',
        'specified logon session',
        'autolaunch d-bus',
        'pass not initialized',
        'password store is empty',
        'decryption failed',
        'no usernames for',
        'keychain',
        'user interaction is not allowed',
        'secret service:',
        'not enough',
      ],
      votes: { 'docker-credential-store': 8 },
    },
    'store-identity-token': {
      label: 'auth file contains an Identity token',
      meaning: 'skopeo, podman and buildah refuse to log in over an identity token that az acr login stored.',
      votes: { 'docker-credential-store': 11 },
    },
    'store-config-broken': {
      label: 'Error loading config file',
      meaning: 'The configuration file of the client cannot be read.',
      pattern:
        /error loading config file|(?:\.docker[/\\]{1,2}config\.json|auth\.json|\.dockercfg)[^\n]{0,60}(?:permission denied|access is denied|invalid character|unexpected end of JSON|device or resource busy|parse error|read-only file system)/i,
      keys: ['error loading config file', 'config.json', 'auth.json', '.dockercfg'],
      votes: { 'docker-credential-store': 9 },
    },
  },
);

/** Names of images and registries that are malformed or point elsewhere. */
export const nameSignatures = table(
  { symptom: 'name-malformed', scope: 'registry', source: 'distribution reference.go; clients.md §5, §7' },
  {
    'reference-invalid': {
      label: 'invalid reference format',
      meaning: 'The image reference breaks the grammar.',
      pattern: /invalid reference(?: format)?\b/i,
      keys: ['invalid reference'],
      votes: { 'login-server-malformed': 11 },
    },
    'repository-lowercase': {
      label: 'repository name must be lowercase',
      meaning: 'Upper case in the repository name.',
      pattern:
        /repository name (?:\([^)\n]{1,200}\) )?must be (?:all )?lowercase|repository can only contain the (?:runes|characters)/i,
      keys: ['must be', 'repository can only contain'],
      votes: { 'login-server-malformed': 11 },
    },
    'reference-unparsable': {
      label: 'failed to parse image reference',
      meaning: 'Other programs for the same: crane, jib, kubelet, podman, kaniko.',
      pattern:
        /(?:failed to|could not|couldn['’]?t|cannot|unable to|error) pars(?:e|ing) (?:the )?(?:image )?(?:reference|image name|image)|InvalidImageName|invalid image (?:reference|name)|failed to apply default image tag|is not a valid repository\/tag|expected colon-separated transport:reference|invalid tag ["'][^\n]{1,200}["']|invalid repository name/i,
      keys: [
        'reference',
        'image name',
        'invalidimagename',
        'invalid image',
        'default image tag',
        'valid repository/tag',
        'transport:reference',
        'invalid tag',
        'invalid repository name',
        'parse image',
        'parsing image',
      ],
      votes: { 'login-server-malformed': 9 },
    },
    'task-image-name': {
      label: "The acceptable patterns are 'repository' or 'repository:tag'",
      meaning: 'An ACR task refuses the image name.',
      scope: 'acr',
      pattern: /acceptable patterns are ['"]?repository|Image name ['"][^\n]{1,200}['"] is invalid/i,
      keys: ['acceptable patterns are', 'image name'],
      votes: { 'login-server-malformed': 12 },
    },
    'registry-name-rule': {
      label: 'Registry names may contain only alpha numeric characters',
      meaning: 'az or Resource Manager refuses the form of the registry name.',
      scope: 'acr',
      pattern:
        /registry name(?:s)? (?:may contain only|must use only|must be|can(?:not|['’]t) contain|should not contain)|alpha ?numeric characters only are allowed|resource names may contain alpha ?numeric|login server suffix is not valid|registry name['"]? (?:is )?(?:not valid|invalid)/i,
      keys: ['registry name', 'alphanumeric', 'alpha numeric', 'login server suffix'],
      votes: { 'login-server-malformed': 12 },
    },
    'registry-uppercase-warning': {
      label: 'Uppercase characters are detected in the registry name',
      meaning: 'az warns: the login server must be written in lower case.',
      scope: 'acr',
      votes: { 'login-server-malformed': 5 },
    },
    'scheme-doubled': {
      label: 'https://https://',
      meaning: 'A URL was given where a name belongs.',
      scope: 'generic',
      pattern: /https?:\/\/https?:\/\/|with name ['"]?https?:\/\//i,
      keys: ['https://https', 'http://http', 'with name', 'https://http'],
      votes: { 'login-server-malformed': 10 },
    },
    'host-empty-label': {
      label: 'https://.azurecr.io',
      meaning: 'The name of the registry is empty: a variable was not set.',
      scope: 'acr',
      pattern: /(?:\/\/|["'\s])\.azurecr\.(?:io|cn|us)\b(?!\.)/i,
      keys: ['.azurecr.'],
      votes: { 'login-server-malformed': 9 },
    },
    'host-suffix-doubled': {
      label: '….azurecr.us.azurecr.io',
      meaning: 'Two suffixes: the login server was given where the resource name belongs.',
      scope: 'acr',
      pattern: /azurecr\.(?:io|cn|us)\.azurecr\.|docker\.io\/library\/[\w.*-]{1,60}\.azurecr\.(?:io|cn|us)/i,
      keys: ['.azurecr.', '/library/'],
      votes: { 'login-server-malformed': 12 },
    },
    'host-misspelt': {
      label: 'azureacr.io',
      meaning: 'A misspelt suffix of the login server.',
      scope: 'acr',
      pattern:
        /\.(?:azureacr|azurcr|azurecer|azuerecr|azuercr|azurec|azurerc|azuecr|azureecr|azcr|azure-cr|azurecontainerregistry|acr)\.(?:io|com|net)\b|\.azurecr\.(?:com|net|org|oi|ioo|i0|co)\b/i,
      keys: [
        'azureacr',
        'azurcr',
        'azurecer',
        'azuerecr',
        'azuercr',
        '.azurec.',
        'azurerc',
        'azuecr',
        'azureecr',
        '.azcr.',
        'azure-cr',
        'azurecontainerregistry',
        '.acr.',
        '.azurecr.',
      ],
      votes: { 'login-server-malformed': 10, 'registry-not-found': 4 },
    },
    'dash-in-name': {
      label: "resource with name '…-…' and type 'Microsoft.ContainerRegistry/registries'",
      meaning: 'Resource names of registries have no dash.',
      scope: 'acr',
      symptom: 'resource-not-found',
      pattern:
        /resource with name ['"][a-z0-9]{1,50}-[a-z0-9-]{1,50}['"] and type ['"]Microsoft\.ContainerRegistry\/registries['"]/i,
      keys: ['resource with name'],
      votes: { 'login-server-malformed': 5 },
    },
    'certificate-privatelink-name': {
      label: 'certificate is valid for *.azurecr.io, not ….privatelink.azurecr.io',
      meaning: 'The name of the private zone was used as login server.',
      scope: 'acr',
      pattern:
        /valid for[^\n]{0,200}azurecr\.(?:io|cn|us)[^\n]{0,200}\bnot [^\n]{0,120}(?:privatelink|azurecr)/i,
      keys: ['valid for'],
      votes: { 'login-server-malformed': 14, 'private-endpoint-dns': 8, 'tls-untrusted': -6 },
    },
    'unqualified-pull': {
      label: "pull access denied for …, repository does not exist or may require 'docker login'",
      meaning: 'The image name has no registry host: the client went to Docker Hub.',
      symptom: 'image-unqualified',
      pattern: /pull access denied for (?:[a-z0-9_-]{1,80}(?:\/[a-z0-9._-]{1,80}){0,4})(?=[,\s:])/i,
      keys: ['pull access denied for'],
      votes: { 'image-not-qualified': 9, 'login-server-malformed': 4 },
    },
    'hub-library': {
      label: 'docker.io/library/…',
      meaning: 'Pushed to or pulled from Docker Hub because the name lacks the login server.',
      symptom: 'image-unqualified',
      pattern:
        /refers to (?:a )?repository \[(?:docker\.io|registry-1\.docker\.io)\/|(?:reference|image) \\?["']docker\.io\/[^"'\n]{1,200}["'][^\n]{0,200}(?:insufficient_scope|access denied|authorization failed|401)|in docker\.io\/library|docker\.io\/library\/[^\n]{1,200}(?:denied|unauthorized|insufficient_scope)/i,
      keys: ['docker.io/'],
      votes: { 'image-not-qualified': 11 },
    },
    'tag-not-local': {
      label: 'An image does not exist locally with the tag',
      meaning: 'Pushed without tagging the image with the login server first.',
      symptom: 'image-unqualified',
      pattern: /an image does not exist locally with the tag|tag does not exist: |no such image: /i,
      keys: ['does not exist locally', 'tag does not exist', 'no such image'],
      votes: { 'image-not-qualified': 9, 'repository-or-tag-not-found': 6 },
    },
    'short-name': {
      label: 'did not resolve to an alias and no unqualified-search registries',
      meaning: 'podman refuses a name without registry host.',
      symptom: 'image-unqualified',
      votes: { 'image-not-qualified': 10 },
    },
    'host-without-dot': {
      label: 'Get "https://team/v2/…',
      meaning: 'The first part of the name was taken for a registry host.',
      symptom: 'image-unqualified',
      pattern:
        /https:\/\/(?!localhost)[a-z][a-z0-9-]{1,60}\/v2\/[^\n]{1,300}lookup [a-z][a-z0-9-]{1,60}(?: on |:)/i,
      keys: ['/v2/'],
      votes: { 'image-not-qualified': 12, 'login-server-malformed': 6 },
    },
  },
);
