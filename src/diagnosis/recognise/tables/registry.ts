import { table } from '../signature.js';

/** What is missing in the registry, or is there for another platform. */
export const contentSignatures = table(
  { symptom: 'image-missing', scope: 'registry', source: 'distribution-spec; clients.md §7' },
  {
    'manifest-unknown': {
      label: 'manifest unknown',
      meaning: 'The tag or digest is not in the repository.',
      pattern: /manifest[ _]unknown|no such manifest: /i,
      keys: ['manifest unknown', 'manifest_unknown', 'no such manifest'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'manifest-not-found': {
      label: 'manifest tagged by "…" is not found',
      meaning: "The registry's own words for a missing tag or digest.",
      scope: 'acr',
      pattern:
        /manifest tagged by [^\n]{0,140}(?:is )?not found|manifest sha256:[0-9a-f]{6,64} is not found/i,
      keys: ['manifest tagged by', 'manifest sha256:'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'manifest-for-not-found': {
      label: 'manifest for … not found',
      meaning: 'Docker adds the reference.',
      pattern:
        /manifest for [^\s]{1,300} not found|repository ['"][^'"\n]{1,200}['"] is not found|repository [^\s]{1,300} not found: |(?:tag|image|artifact|chart|module) [^\n]{0,160}(?:was |is |could )?(?:not|n['’]t) (?:be )?(?:found|exist)(?:s)? in (?:the )?(?:registry|repository)|unable to locate any tags in provided repository|Did you mean to input/i,
      keys: [
        'not found',
        'in the registry',
        'in the repository',
        'in registry',
        'in repository',
        'unable to locate any tags',
        'did you mean to input',
      ],
      votes: { 'repository-or-tag-not-found': 10 },
    },
    'repository-unknown': {
      label: 'repository name not known to registry',
      meaning: 'The repository does not exist.',
      pattern: /repository name not known to registry|\bname[ _]unknown\b/i,
      keys: ['repository name not known', 'name unknown', 'name_unknown'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'blob-unknown': {
      label: 'blob unknown to registry',
      meaning: 'A layer is not in the registry.',
      pattern: /blob unknown|\bBLOB_UNKNOWN\b|layer does not exist/i,
      keys: ['blob unknown', 'blob_unknown', 'layer does not exist'],
      votes: { 'repository-or-tag-not-found': 9 },
    },
    'reference-not-found': {
      label: '….azurecr.io/…: not found',
      meaning: 'containerd and oras name the reference and add "not found".',
      pattern:
        /[\w*>)}\]-]{1,80}\.azurecr\.(?:io|cn|us)\/[^\s"']{1,250}["']?: not found|code = NotFound desc = failed to (?:pull|resolve)/i,
      keys: [': not found', 'code = notfound'],
      votes: { 'repository-or-tag-not-found': 11 },
    },
    'manifest-404': {
      label: '/manifests/… 404 Not Found',
      meaning: 'The manifest request answered 404.',
      pattern:
        /\/(?:manifests|blobs|tags)\/[^\n]{1,300}\b404\b|(?:unexpected status|status code|HTTP status)[^\n]{0,120}\b404 Not Found/i,
      keys: ['404'],
      votes: { 'repository-or-tag-not-found': 9 },
    },
    'data-does-not-exist': {
      label: 'The requested data does not exist',
      meaning: "az's sentence for 404 on the data plane.",
      scope: 'acr',
      votes: { 'repository-or-tag-not-found': 8 },
    },
    'platform-absent': {
      label: 'no matching manifest for … in the manifest list entries',
      meaning: 'The image exists, but not for this platform.',
      symptom: 'platform-missing',
      pattern:
        /no matching manifest for|no match for platform in (?:the )?manifest|no image found in (?:manifest list|image index) for|no child with platform|does not match the (?:detected host|specified) platform|cannot be used on this platform|container operating system does not match the host|does not match host operating system|exec (?:user process caused: )?["']?exec format error|exec \/[^\n]{1,120}: exec format error|image os ['"]?linux['"]? cannot be|unsupported platform|platform in manifest list/i,
      keys: [
        'no matching manifest',
        'no match for platform',
        'no image found in',
        'no child with platform',
        'does not match',
        'used on this platform',
        'exec format error',
        'image os',
        'unsupported platform',
        'platform in manifest',
      ],
      votes: { 'platform-mismatch': 12 },
    },
  },
);

/** Who asked: 401, and rights that a token lacks. */
export const accessSignatures = table(
  { symptom: 'unauthorized', scope: 'registry', source: 'registry-protocol.md §6; clients.md §5, §7' },
  {
    'authentication-required': {
      label: 'authentication required',
      meaning: 'The bare 401 of the registry; what it means depends on the request.',
      pattern: /authentication required/i,
      votes: {
        'credentials-invalid': 4,
        'not-logged-in': 3.8,
        'role-missing': 3.4,
        'entra-token-expired': 3,
      },
    },
    'acr-authorization-link': {
      label: 'https://aka.ms/acr/authorization',
      meaning: 'The link that the registry adds to its 401.',
      scope: 'acr',
      pattern: /aka\.ms\/acr\/authorization/i,
      votes: { 'credentials-invalid': 0.3, 'not-logged-in': 0.3, 'role-missing': 0.3 },
    },
    'status-401': {
      label: '401 Unauthorized',
      meaning: 'A client shows only the status.',
      pattern:
        /\b401 (?:\(?Unauthorized|Status)|status(?: ?code)?:? ?\(?401|status=401|(?<!response )code: 401|returned 401|HTTP(?:\/\d\.\d)? 401|\(401\) Unauthorized|401 \(Unauthorized\)|: 401(?: Unauthorized)?$|StatusCode[=:] ?401|\bunauthorized: (?:access|authentication|unauthorized)/im,
      keys: ['401', 'unauthorized:'],
      votes: {
        'not-logged-in': 3.2,
        'credentials-invalid': 3.1,
        'role-missing': 3,
        'entra-token-expired': 2.4,
      },
    },
    'unauthorized-word': {
      label: 'unauthorized',
      meaning: 'The text was cut after the word.',
      pattern:
        /manifests\/[^\n]{1,200}: unauthorized|\bunauthorized: ?(?:authen[a-z ]{0,18})?$|: UNAUTHORIZED\b/im,
      keys: ['unauthorized'],
      votes: { 'not-logged-in': 2, 'credentials-invalid': 1.9, 'role-missing': 1.8 },
    },
    'invalid-username-password': {
      label: 'invalid username/password',
      meaning: 'skopeo, podman and buildah for a 401 of the token server.',
      pattern:
        /invalid username\/password|incorrect username or password|username or password is (?:incorrect|wrong|invalid)|bad username or password|invalid username or password|Incorrect Password/i,
      keys: ['username/password', 'username or password', 'incorrect password'],
      votes: { 'credentials-invalid': 6, 'not-logged-in': 4 },
    },
    'no-basic-credentials': {
      label: 'no basic auth credentials',
      meaning: 'The client has no credentials for this host.',
      symptom: 'no-credentials',
      pattern:
        /no basic auth credentials|basic credential not found|no credentials (?:were |was )?(?:found|provided|stored|available) for|not logged in(?:to| to| in to) (?:the )?(?:registry|container registry|acr)|no auth (?:was )?found|Anonymous access is (?:not allowed|disabled)/i,
      keys: [
        'no basic auth',
        'basic credential not found',
        'no credentials',
        'not logged in',
        'no auth',
        'anonymous access is',
      ],
      votes: { 'not-logged-in': 11 },
    },
    'anonymous-token-401': {
      label: 'failed to fetch anonymous token',
      meaning: 'The client sent no credentials; anonymous pull is off.',
      symptom: 'no-credentials',
      pattern:
        /failed to fetch anonymous token(?![^\n]{0,300}\b(?:403|404|429|5\d\d) )[^\n]{0,300}(?:401|$)/im,
      keys: ['failed to fetch anonymous token'],
      votes: { 'not-logged-in': 5, 'role-missing': 2 },
    },
    'oauth-token-401': {
      label: 'failed to fetch oauth token … 401 Unauthorized',
      meaning: 'The client sent credentials and the token server refused them.',
      pattern: /failed to fetch oauth token[^\n]{0,300}401/i,
      keys: ['failed to fetch oauth token'],
      votes: { 'credentials-invalid': 2.5, 'role-missing': 1.6, 'entra-token-expired': 1 },
    },
    'client-secret-refused': {
      label: 'Invalid clientid or client secret',
      meaning: 'The registry passes on that the secret of the service principal is wrong or expired.',
      scope: 'acr',
      pattern: /invalid client ?id or client secret/i,
      keys: ['invalid clientid or client', 'invalid client id or client'],
      votes: { 'sp-secret-invalid': 12, 'sp-secret-expired': 10 },
    },
    'application-not-registered': {
      label: 'Application not registered with AAD',
      meaning: 'The user name is no application id of the tenant.',
      symptom: 'unknown-application',
      scope: 'acr',
      votes: { 'sp-not-found': 14, 'cross-tenant': 5 },
    },
    'client-id-no-guid': {
      label: 'client id must be guid',
      meaning: 'The user name is neither admin, token nor a GUID: the method is unknown, the name is wrong.',
      symptom: 'unknown-application',
      scope: 'acr',
      votes: { 'credentials-invalid': 11, 'sp-not-found': 10.5 },
    },
    'unknown-tenant': {
      label: 'unknown tenantId',
      meaning: 'The token comes from a tenant that the registry does not know.',
      scope: 'acr',
      pattern: /unknown tenant ?id/i,
      keys: ['unknown tenant'],
      votes: { 'cross-tenant': 12 },
    },
    'token-validation-failed': {
      label: 'token validation failed',
      meaning: 'The registry refuses a token for Resource Manager.',
      votes: { 'arm-audience-disabled': 9 },
    },
    'insufficient-scope': {
      label: 'insufficient_scope: authorization failed',
      meaning: 'Signed in, but without the right for this repository.',
      symptom: 'scope-denied',
      pattern: /insufficient[_ ]scope/i,
      keys: ['insufficient_scope', 'insufficient scope'],
      votes: { 'role-missing': 8, 'not-logged-in': 3, 'scope-map-insufficient': 3 },
    },
    'access-denied': {
      label: 'requested access to the resource is denied',
      meaning: 'The token has no action for this repository.',
      symptom: 'scope-denied',
      votes: { 'role-missing': 7, 'image-not-qualified': 4, 'scope-map-insufficient': 4.5 },
    },
    'pull-access-denied-acr': {
      label: 'pull access denied for ….azurecr.io/…',
      meaning: 'The same, with the login server in the name.',
      symptom: 'scope-denied',
      scope: 'acr',
      pattern: /(?:pull|push) access (?:is |was )?denied for [^\s,]{1,120}\.azurecr\.(?:io|cn|us)/i,
      keys: ['access denied for', 'access is denied for', 'access was denied for'],
      votes: { 'role-missing': 2, 'not-logged-in': 1.5, 'anonymous-pull-stale-login': 1 },
    },
    'action-missing': {
      label: '[map[Action:pull Class: Name:… Type:repository]]',
      meaning: 'The registry names the right that the token lacks.',
      symptom: 'scope-denied',
      pattern:
        /map\[Action:(?:pull|push|delete|\*)[^\]\n]{0,200}Type:repository|["']?Type["']?: ?["']repository["'][^}]{0,200}["']Action["']: ?["'](?:pull|push|delete)["']/i,
      keys: ['map[action:', 'repository'],
      votes: { 'role-missing': 4, 'scope-map-insufficient': 2 },
    },
    'metadata-action-missing': {
      label: '"Action":"metadata_read"',
      meaning: 'The token may pull, but not list tags or read attributes.',
      symptom: 'scope-denied',
      scope: 'acr',
      pattern: /Action["']?: ?["']?(?:metadata_read|metadata_write|metadata\/read|deleted_read)/i,
      keys: ['metadata_', 'metadata/', 'deleted_read'],
      votes: { 'scope-map-insufficient': 7, 'role-missing': 6.5, 'abac-ignores-legacy-role': 3 },
    },
    'catalog-action-missing': {
      label: 'map[Action:* Name:catalog Type:registry]',
      meaning: 'The token may not list the repositories.',
      symptom: 'catalog-denied',
      pattern: /registry:catalog|Name["']?: ?["']?catalog\b|Action:\*[^\n]{0,60}Name:catalog/i,
      keys: ['registry:catalog', 'catalog'],
      votes: { 'catalog-not-authorized': 12 },
    },
    'repository-permissions': {
      label: 'You are lacking … repository permissions',
      meaning: 'check-health --repository compared the actions of the token.',
      symptom: 'scope-denied',
      scope: 'acr',
      pattern: /permissions to the repository\. You are lacking|lacking [^\n]{0,120}repository permissions/i,
      keys: ['lacking'],
      votes: { 'role-missing': 12 },
    },
  },
);

/** Locks, limits, rate. */
export const limitSignatures = table(
  { symptom: 'disallowed-operation', scope: 'registry', source: 'container-registry-faq.yml; clients.md §5' },
  {
    'operation-disallowed': {
      label: 'The operation is disallowed on this registry, repository or image',
      meaning: 'Locked, quarantined or over the storage limit.',
      scope: 'acr',
      pattern: /operation is disallowed|registry[ _]disallowed[ _]operation|fail-with-disallowed-operation/i,
      keys: [
        'operation is disallowed',
        'disallowed operation',
        'disallowed_operation',
        'disallowed-operation',
      ],
      votes: { 'content-locked': 13, 'quota-exceeded': 5 },
    },
    quarantined: {
      label: 'The image is quarantined',
      meaning: 'The image waits in quarantine.',
      scope: 'acr',
      pattern: /image is quarantined|IMAGE_QUARANTINED|is (?:in|under) quarantine/i,
      keys: ['quarantine'],
      votes: { 'content-locked': 12 },
    },
    'method-not-allowed': {
      label: '405 Method Not Allowed',
      meaning: 'The status of a locked image where the client hides the message.',
      pattern: /\b405:? ?\(?Method Not Allowed/i,
      keys: ['405'],
      votes: { 'content-locked': 8, unknown: 2 },
    },
    'content-lock-words': {
      label: 'writeEnabled: false',
      meaning: 'The attributes of a locked image, tag or repository.',
      scope: 'acr',
      pattern:
        /["']?(?:write|delete|read)Enabled["']?: ?false|(?:manifest|tag|repository|image)[^\n]{0,40} is locked|unable to delete[^\n]{0,80}locked/i,
      keys: ['enabled', 'is locked', 'locked'],
      votes: { 'content-locked': 7 },
    },
    'too-many-requests': {
      label: 'toomanyrequests: too many requests',
      meaning: 'Throttled.',
      symptom: 'throttled',
      pattern: /\btoo ?many ?requests\b(?! received)/i,
      keys: ['toomanyrequests', 'too many requests'],
      votes: { 'rate-limited': 9 },
    },
    'status-429': {
      label: '429 Too Many Requests',
      meaning: 'The status of throttling.',
      symptom: 'throttled',
      pattern:
        /\b429:? ?\(?Too Many Requests|response code:? 429|status(?: ?code)?:? ?\(?429|HTTP 429|StatusCode[=:] ?429|pull QPS exceeded/i,
      keys: ['429', 'pull qps exceeded'],
      votes: { 'rate-limited': 10 },
    },
    'arm-throttled': {
      label: 'The request is being throttled as the limit has been reached',
      meaning: 'Resource Manager throttles.',
      symptom: 'throttled',
      scope: 'azure',
      pattern: /request is being throttled|\(TooManyRequests\)|OperationNotAllowed[^\n]{0,60}throttl/i,
      keys: ['throttled', '(toomanyrequests)', 'throttl'],
      votes: { 'rate-limited': 8 },
    },
    'cache-rule-throttled': {
      label: 'too many requests to source registry for cache rule',
      meaning: 'The upstream of a cache rule is throttled.',
      symptom: 'throttled',
      scope: 'acr',
      votes: { 'rate-limited': 9 },
    },
    'storage-quota': {
      label: 'has reached its storage limit',
      meaning: 'The storage or another quota of the tier is used up.',
      symptom: 'quota',
      scope: 'acr',
      pattern:
        /registry[^\n]{0,60}(?:reached|exceed\w{0,3}|over)[^\n]{0,40}(?:storage|quota|size|limit)|(?:storage|size) (?:limit|quota)[^\n]{0,40}(?:reached|exceeded)|(?:maximum|max) number of (?:webhooks|replications|tokens|scope ?maps|private endpoints|registries|cache rules)|quota (?:has been )?exceeded[^\n]{0,80}(?:registr|acr)|(?:webhooks|replications|tokens|scopeMaps|registries)[^\n]{0,60}(?:quota|limit) (?:of \d{1,6} )?(?:has been )?(?:reached|exceeded)/i,
      keys: ['limit', 'quota', 'number of', 'exceed', 'storage'],
      votes: { 'quota-exceeded': 12 },
    },
    'tier-lacks-feature': {
      label: 'is not supported for the SKU Basic',
      meaning: 'The tier of the registry does not have the feature.',
      symptom: 'quota',
      scope: 'acr',
      pattern:
        /(?:not (?:supported|allowed|available)|unsupported)[^\n]{0,60}(?:sku|tier)[^\n]{0,30}(?:basic|standard|classic)|(?:only|feature)[^\n]{0,80}(?:supported|available|allowed)[^\n]{0,60}premium (?:sku|tier|registr)|(?:sku|tier) ['"]?(?:basic|standard)['"]? (?:does not|doesn['’]?t) support|requires (?:a |the )?premium (?:sku|tier|registr)/i,
      keys: ['sku', 'tier', 'premium'],
      votes: { 'quota-exceeded': 14 },
    },
    'server-5xx': {
      label: 'received unexpected HTTP status: 5xx',
      meaning: 'The registry or its front answered 5xx.',
      symptom: 'server-error',
      pattern:
        /(?:unexpected (?:http )?status(?: code)?|failed with status(?: code)?|status code|response code|returned|HTTP)[^\n]{0,160}[: =(]5(?:00|02|03|04)(?:[:\s).,]|$)|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|The server is busy)|too many 50\d error responses|\b50[234]:? (?:Bad Gateway|Service Unavailable|Gateway)/im,
      keys: ['500', '502', '503', '504'],
      votes: { 'service-outage': 9, 'connection-failed': 2 },
    },
    'service-unavailable': {
      label: 'The service is temporarily unavailable',
      meaning: 'Resource Manager or the registry says so.',
      symptom: 'server-error',
      scope: 'azure',
      pattern:
        /service is temporarily unavailable|\(ServiceUnavailable\)|the server is busy|\(InternalServerError\)|\(GatewayTimeout\)|sequence contains no elements|service is unavailable/i,
      keys: [
        'temporarily unavailable',
        '(serviceunavailable)',
        'server is busy',
        '(internalservererror)',
        '(gatewaytimeout)',
        'sequence contains no elements',
        'service is unavailable',
      ],
      votes: { 'service-outage': 8 },
    },
    'portal-fetch-error': {
      label: 'Microsoft_Azure_ContainerRegistries FetchDataError',
      meaning: 'The portal could not load repositories: a fault of the service or a blocked network.',
      symptom: 'server-error',
      scope: 'acr',
      pattern: /FetchDataError[^\n]{0,600}ContainerRegistr/i,
      keys: ['fetchdataerror'],
      votes: { 'service-outage': 5, 'public-access-disabled': 4.5, 'connection-failed': 4 },
    },
  },
);
