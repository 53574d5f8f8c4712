import { table } from '../signature.js';

/** Texts of `az acr` that the codes alone do not settle. */
export const cliSignatures = table(
  { symptom: 'exchange-401', scope: 'acr', source: 'azure-cli acr/_docker_utils.py, _errors.py' },
  {
    'exchange-401': {
      label: "Access to registry '…' was denied. Response code: 401",
      meaning: 'The exchange refused the identity: no role, or a stale sign-in.',
      pattern: /was denied\.?\s{1,3}Response code:? ?401/i,
      keys: ['response code: 401', 'response code:401', 'response code 401'],
      votes: {
        'role-missing': 8,
        'entra-token-expired': 7.6,
        'arm-role-missing': 4,
        'abac-ignores-legacy-role': 3,
        'arm-audience-disabled': 3,
      },
    },
    'exchange-403': {
      label: "Access to registry '…' was denied. Response code: 403",
      meaning: 'The exchange was refused: network rules, or a missing right.',
      symptom: 'exchange-403',
      pattern: /was denied\.?\s{1,3}Response code:? ?403/i,
      keys: ['response code: 403', 'response code:403', 'response code 403'],
      votes: { 'role-missing': 8, 'ip-not-allowed': 7.5, 'public-access-disabled': 7.3 },
    },
    'exchange-429': {
      label: "Access to registry '…' was denied. Response code: 429",
      meaning: 'The exchange is throttled; the hint about az login misleads.',
      symptom: 'throttled',
      pattern: /was denied\.?\s{1,3}Response code:? ?429/i,
      keys: ['response code: 429', 'response code:429', 'response code 429'],
      votes: { 'rate-limited': 14 },
    },
    'exchange-5xx': {
      label: "Access to registry '…' was denied. Response code: 5xx",
      meaning: 'The exchange failed in the service; the hint about az login misleads.',
      symptom: 'server-error',
      pattern: /was denied\.?\s{1,3}Response code:? ?5\d\d/i,
      keys: ['response code: 5', 'response code:5', 'response code 5'],
      votes: { 'service-outage': 14 },
    },
    'cli-data-plane-401': {
      label: 'Error: authentication required… Correlation ID',
      meaning: 'The data plane refused the token that az had got for the scope: a right is missing.',
      symptom: 'scope-denied',
      pattern: /Error: authentication required[^\n]{0,120}Correlation ID/i,
      keys: ['correlation id'],
      votes: { 'role-missing': 6 },
    },
    'exchange-prefix': {
      label: 'Unable to get AAD authorization tokens with message',
      meaning: 'The reason follows; where the text is cut here, only the way is known.',
      votes: { 'entra-token-expired': 1.5, 'role-missing': 1.6 },
    },
    'admin-fallback': {
      label: 'Unable to get admin user credentials with message: Admin user is disabled',
      meaning: 'Only the fallback of az failed; the real cause stands in the line before.',
      symptom: 'admin-disabled',
      pattern: /unable to get admin user credentials[^\n]{0,40}admin user is disabled/i,
      keys: ['unable to get admin user credentials'],
      votes: { 'admin-user-disabled': 1 },
    },
    'both-ways-failed': {
      label: 'Unable to authenticate using AAD or admin login credentials',
      meaning: 'Both ways failed; the reasons stand before.',
      votes: { 'role-missing': 1, 'entra-token-expired': 0.8 },
    },
    'challenge-missing': {
      label: 'did not issue a challenge',
      meaning: '`GET /v2/` gave no 401: 429, 5xx, 200, or no answer.',
      symptom: 'server-error',
      votes: { 'service-outage': 5, 'connection-failed': 4 },
    },
    'not-in-subscription': {
      label:
        "The resource with name '…' and type 'Microsoft.ContainerRegistry/registries' could not be found in subscription",
      meaning: 'Not in this subscription, not at all, or not visible to the caller.',
      symptom: 'resource-not-found',
      pattern:
        /type ['"]?Microsoft\.ContainerRegistry\/registries['"]? could not be found in subscription|No resource with type ['"]?Microsoft\.ContainerRegistry\/registries['"]? can be found/i,
      keys: ['microsoft.containerregistry/registries'],
      votes: { 'wrong-subscription': 9, 'registry-not-found': 6, 'arm-role-missing': 5 },
    },
    'default-login-server': {
      label: 'as the default registry login server',
      meaning: 'az did not see the registry and built the login server from the name.',
      symptom: 'resource-not-found',
      votes: { 'registry-not-found': 2 },
    },
    'arm-not-found': {
      label: "The Resource 'Microsoft.ContainerRegistry/registries/…' under resource group '…' was not found",
      meaning: 'Resource Manager does not know the registry.',
      symptom: 'resource-not-found',
      pattern: /Microsoft\.ContainerRegistry\/registries\/[^\n]{1,160}was not found/i,
      keys: ['microsoft.containerregistry/registries/'],
      votes: { 'registry-not-found': 12, 'wrong-subscription': 7 },
    },
    'admin-needed': {
      label: 'to enable admin first',
      meaning: 'A command needs the admin user, which is off.',
      symptom: 'admin-disabled',
      pattern:
        /to enable admin first|cannot perform credential operations[^\n]{0,400}admin user is disabled|enable admin user feature|registries with admin (?:user )?enabled|admin user (?:account )?(?:must be|needs to be|has to be|is not|isn['’]t) enabled|(?:please )?enable (?:the )?admin (?:user|account)[^\n]{0,60}(?:registry|acr)|Administratorbenutzer[^\n]{0,40}deaktiviert|(?:未启用|已禁用|禁用了?)(?:管理员用户|管理员帐户)/i,
      keys: [
        'enable admin',
        'credential operations',
        'with admin',
        'admin user',
        'admin account',
        'administratorbenutzer',
        '管理员',
      ],
      votes: { 'admin-user-disabled': 13 },
    },
    'admin-disabled': {
      label: 'Admin user is disabled',
      meaning: 'The admin user is off; where az says it after a refusal, this is only its fallback.',
      symptom: 'admin-disabled',
      pattern: /(?<!with message: {0,2})admin (?:user|account) is disabled/i,
      keys: ['admin user is disabled', 'admin account is disabled'],
      votes: { 'admin-user-disabled': 6 },
    },
    'admin-keys-stale': {
      label: 'Please try running resync keys on your workspace',
      meaning: 'A service keeps admin passwords that were regenerated.',
      symptom: 'unauthorized',
      pattern:
        /resync(?:ing)? keys|sync-keys|(?:password|access keys?)[^\n]{0,40}(?:was|were|has been|have been|got) (?:regenerated|rotated|renewed)|(?:regenerated|rotated|renewed) the (?:admin )?(?:password|access key)|(?:Kennwort|Passwort|Zugriffsschlüssel)[^\n]{0,40}neu generiert|(?:重新生成|轮换)[^\n]{0,10}(?:密码|访问密钥)/i,
      keys: ['resync', 'sync-keys', 'regenerated', 'rotated', 'renewed', 'neu generiert', '重新生成', '轮换'],
      votes: { 'admin-password-wrong': 10, 'credentials-invalid': 4 },
    },
    'az-not-signed-in': {
      label: "Please run 'az login' to setup account",
      meaning: 'There is no CLI, PowerShell or azd session.',
      symptom: 'no-credentials',
      scope: 'azure',
      pattern:
        /run ['"`]?az login['"`]? to (?:setup|set up|access)|run ['"`]?Connect-AzAccount|please run:? ['"`]?az login['"`]?(?! again)(?:\s|[.'"`]|$)|not logged in,? run ['"`]?azd|azd auth login|no subscription found\. run|no (?:azure )?account(?:s)? (?:were |was )?found(?: in the cache)?|you (?:are|have) not (?:been )?(?:signed|logged) in(?:to)? (?:to )?(?:azure|the azure)/im,
      keys: [
        'az login',
        'connect-azaccount',
        'azd',
        'no subscription found',
        'account',
        'logged in',
        'signed in',
      ],
      votes: { 'not-logged-in': 11 },
    },
    'cli-session-expired': {
      label: 'The access token expiry UTC time … is earlier than current UTC time',
      meaning: 'A token is over its time.',
      symptom: 'entra-code',
      scope: 'azure',
      pattern:
        /access token expiry UTC time|lifetime validation failed|(?:refresh |access |identity |bearer |registry |acr )?token (?:has |is |was |already )(?:been )?expired|expired (?:access |refresh |identity )?token|token expired|jwt (?:is )?expired|error="invalid_token"|InvalidAuthenticationToken\b|GetAcrAccessToken[^\n]{0,80}401|credentials (?:have|has) expired|Token (?:ist )?abgelaufen|令牌(?:已|已经)?过期/i,
      keys: ['token', 'expired', '令牌'],
      votes: { 'entra-token-expired': 10 },
    },
    'cmk-words': {
      label: "The identity used for registry '…' encryption doesn't exist",
      meaning: 'The key or the identity of the registry for it is gone.',
      symptom: 'cmk',
      pattern:
        /identity used for registry[^\n]{0,120}encryption|(?:customer[- ]managed key|\bCMK\b|encryption key|key vault key|kundenseitig verwaltete\w{0,2} Schlüssel|客户管理的密钥)[^\n]{0,160}(?:disabled|deleted|expired|revoked|not (?:found|accessible|available)|unavailable|no longer|cannot be|can['’]t be|denied|missing|gelöscht|deaktiviert|abgelaufen|删除|禁用|过期|无法)|(?:key ?vault|unwrap ?key|wrap ?key)[^\n]{0,120}(?:encryption|registry)[^\n]{0,80}(?:denied|disabled|not found|failed|forbidden|unavailable)/i,
      keys: ['encryption', 'customer', 'cmk', 'key vault', 'keyvault', 'schlüssel', '密钥', 'unwrap'],
      votes: { 'cmk-key-unavailable': 12 },
    },
    'cli-operation-group': {
      label: 'does not have operation group',
      meaning: 'The CLI package and its library do not fit together.',
      symptom: 'tool-crash',
      scope: 'azure',
      votes: { 'client-defect': 12 },
    },
    'cli-registry-missing-crash': {
      label: "'NoneType' object has no attribute 'role_assignment_mode'",
      meaning: 'az 2.74 dies so where it finds no registry in the subscription, or no session.',
      symptom: 'resource-not-found',
      votes: { 'wrong-subscription': 9, 'not-logged-in': 7, 'client-defect': 6 },
    },
    traceback: {
      label: 'Traceback (most recent call last)',
      meaning: 'The tool itself crashed; often with a known reason in the last line.',
      symptom: 'tool-crash',
      scope: 'generic',
      pattern:
        /Traceback \(most recent call last\)|^panic: |nil pointer dereference|goroutine \d{1,6} \[running\]/im,
      keys: ['traceback (most', 'panic:', 'nil pointer', 'goroutine'],
      votes: { 'client-defect': 3 },
    },
    'tool-broken': {
      label: 'has no attribute',
      meaning: 'A programming error or a broken installation of the tool.',
      symptom: 'tool-crash',
      scope: 'generic',
      pattern:
        /(?:object|module)[^\n]{0,60} has no attribute|ModuleNotFoundError|ImportError: |cannot import name|unexpected keyword argument|list index out of range|cannot unmarshal|unexpected token [^\n]{1,20} in JSON|MissingMethodException|NoSuchMethodError|NullReferenceException|Cannot read propert(?:y|ies) of (?:undefined|null)|is not a function|JSONDecodeError|Expecting value: line 1|codec can['’]t (?:decode|encode)|KeyError: /i,
      keys: [
        'has no attribute',
        'modulenotfounderror',
        'importerror',
        'cannot import name',
        'unexpected keyword argument',
        'list index out of range',
        'cannot unmarshal',
        'in json',
        'missingmethod',
        'nosuchmethod',
        'nullreference',
        'cannot read propert',
        'is not a function',
        'jsondecodeerror',
        'expecting value',
        'codec can',
        'keyerror',
      ],
      votes: { 'client-defect': 6 },
    },
  },
);

/** Entra ID and managed identities. */
export const identitySignatures = table(
  { symptom: 'managed-identity', scope: 'azure', source: 'auth-methods.md A4; azure-sdk.md' },
  {
    'identity-not-found': {
      label: 'Identity not found',
      meaning: 'The resource has no such managed identity.',
      pattern:
        /identity not found|no default identity is assigned|requested identity (?:has not been|isn['’]?t|is not|hasn['’]?t been) assigned|no available identity|no (?:user[- ]assigned or delegated )?managed identity (?:was )?(?:found|endpoint)|multiple user[- ]assigned (?:managed )?identities exist|No User Assigned or Delegated Managed Identity|managed identity[^\n]{0,60}(?:not found|does not exist|is not (?:enabled|configured|assigned))|(?:verwaltete Identität)[^\n]{0,60}nicht (?:gefunden|zugewiesen|vorhanden)|(?:找不到|未分配|没有)托管标识/i,
      keys: [
        'identity not found',
        'identity is assigned',
        'requested identity',
        'no available identity',
        'managed identity',
        'user assigned',
        'user-assigned',
        'verwaltete identität',
        '托管标识',
      ],
      votes: { 'managed-identity-unavailable': 12 },
    },
    'imds-unreachable': {
      label: '169.254.169.254',
      meaning: 'The instance metadata endpoint failed.',
      pattern:
        /169\.254\.169\.254|Failed to connect to MSI|MSI_ENDPOINT|IDENTITY_ENDPOINT|managed identity endpoint|imds(?: endpoint)?[^\n]{0,40}(?:not|unavailable|error|fail)/i,
      keys: [
        '169.254.169.254',
        'connect to msi',
        'msi_endpoint',
        'identity_endpoint',
        'identity endpoint',
        'imds',
      ],
      votes: { 'managed-identity-unavailable': 10 },
    },
    'credential-unavailable': {
      label: 'ManagedIdentityCredential authentication unavailable',
      meaning: 'A credential of the Azure SDK could not be used.',
      pattern:
        /ManagedIdentityCredential|DefaultAzureCredential|WorkloadIdentityCredential|ChainedTokenCredential|CredentialUnavailable|failed to acquire a token/i,
      keys: [
        'managedidentitycredential',
        'defaultazurecredential',
        'workloadidentitycredential',
        'chainedtokencredential',
        'credentialunavailable',
        'failed to acquire a token',
      ],
      votes: { 'managed-identity-unavailable': 6 },
    },
    'identity-pull': {
      label: 'unable to pull image using Managed identity',
      meaning: 'Container Apps: the identity could not pull.',
      pattern:
        /unable to pull image using managed identity|using managed identity[^\n]{0,120}(?:unauthorized|failed|denied)/i,
      keys: ['using managed identity'],
      votes: { 'role-missing': 7, 'managed-identity-unavailable': 6.5 },
    },
    'identity-without-subscription': {
      label: 'No access was configured for the VM, hence no subscriptions were found',
      meaning: 'The identity has no role anywhere yet.',
      votes: { 'role-missing': 9, 'managed-identity-unavailable': 8, 'role-propagating': 6 },
    },
    'federation-no-match': {
      label: 'No matching federated identity record found',
      meaning: 'Subject, issuer or audience matches no federated credential.',
      symptom: 'entra-code',
      pattern:
        /no matching federated identity record|no configured federated identity credentials|federated (?:identity )?credential[^\n]{0,80}(?:mismatch|not match|does ?n['o’]t match|missing|not found)/i,
      keys: ['federated'],
      votes: { 'federation-mismatch': 11 },
    },
    'federation-no-token': {
      label: 'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
      meaning: 'The workflow got no OIDC token: id-token permission or service connection missing.',
      symptom: 'entra-code',
      pattern:
        /ACTIONS_ID_TOKEN_REQUEST|permissions? to id-token|OIDC token not found|failed to fetch federated token|(?:could not|unable to|failed to) (?:get|fetch|obtain|retrieve) (?:the |an? )?(?:OIDC|ID|federated) token|id-token: ?write/i,
      keys: ['actions_id_token', 'id-token', 'oidc token', 'federated token', 'id token'],
      votes: { 'federation-mismatch': 9 },
    },
    'conditional-access-words': {
      label: 'blocked by Conditional Access policies',
      meaning: 'A policy blocks the sign-in or asks for more.',
      symptom: 'entra-code',
      pattern:
        /conditional access|bedingte\w{0,2} zugriff|条件访问|interaction_required|multi-?factor authentication (?:is )?(?:required|to access)|must use multi-?factor|device is required to be managed|MFA (?:is )?required|does not meet the criteria to access/i,
      keys: [
        'conditional access',
        'zugriff',
        '条件访问',
        'interaction_required',
        'factor authentication',
        'multi-factor',
        'multifactor',
        'required to be managed',
        'mfa',
        'meet the criteria',
      ],
      votes: { 'conditional-access': 7 },
    },
    'authority-unknown': {
      label: 'Unable to get authority configuration for',
      meaning: 'MSAL found no such tenant.',
      symptom: 'entra-code',
      pattern: /unable to get authority configuration|double check your tenant name/i,
      keys: ['authority configuration', 'double check your tenant'],
      votes: { 'cross-tenant': 12, 'sp-not-found': 6 },
    },
    'principal-not-in-directory': {
      label: 'Principal … does not exist in the directory',
      meaning: 'The identity lives in another tenant, or is not replicated yet.',
      symptom: 'unknown-application',
      pattern:
        /does not exist in the directory|(?:user|identity|principal|registry|cluster)[^\n]{0,60}(?:in|from|of) (?:a |an )?(?:different|another|other) tenant|(?:different|across|cross|two) (?:azure ad |aad |entra )?tenants?\b|anderen? Mandanten|(?:不同|另一个|跨)(?:的)?租户/i,
      keys: ['exist in the directory', 'tenant', 'mandanten', '租户'],
      votes: { 'cross-tenant': 9, 'sp-not-found': 5 },
    },
    'linked-tenant': {
      label: 'is not authorized to access linked subscription',
      meaning: 'A resource of another tenant is linked.',
      symptom: 'arm-denied',
      pattern:
        /tenant[^\n]{0,80}not authorized to access linked subscription|wrong issuer ['"]?https:\/\/sts/i,
      keys: ['linked subscription', 'wrong issuer'],
      votes: { 'cross-tenant': 12 },
    },
    'secret-expired-words': {
      label: 'client secret keys for app … are expired',
      meaning: 'The secret of the application is over.',
      symptom: 'entra-code',
      pattern:
        /client secret(?: keys?)?[^\n]{0,80}(?:are|is|has|have) (?:been )?expired|(?:service principal|secret|client secret|SPN)[^\n]{0,40} (?:has |have |is |was |are |already )?(?:been )?expired|(?:Geheimnis|geheimer Clientschlüssel|Secret)[^\n]{0,40}abgelaufen|(?:机密|客户端密码|密钥)(?:已|已经)?过期/i,
      keys: ['expired', 'abgelaufen', '过期'],
      votes: { 'sp-secret-expired': 9 },
    },
    'secret-invalid-words': {
      label: 'Invalid client secret provided',
      meaning: 'The secret of the application is wrong.',
      symptom: 'entra-code',
      pattern: /invalid client secret|invalid_client\b/i,
      keys: ['invalid client secret', 'invalid_client'],
      votes: { 'sp-secret-invalid': 5 },
    },
    'arm-audience-off': {
      label: 'azureADAuthenticationAsArmPolicy: disabled',
      meaning: 'The registry refuses tokens for Resource Manager.',
      scope: 'acr',
      symptom: 'exchange-401',
      pattern:
        /(?:azureADAuthenticationAsArmPolicy|authentication-as-arm|authentication as arm|arm[- ]audience)[\s\S]{0,120}?\b(?:disable|disabled|refused|rejected|deaktiviert|禁用)|(?:disabled|disabling|turned off) (?:the )?(?:arm[- ]audience|authentication[- ]as[- ]arm)/i,
      keys: [
        'azureadauthenticationasarmpolicy',
        'authentication-as-arm',
        'authentication as arm',
        'arm audience',
        'arm-audience',
      ],
      votes: { 'arm-audience-disabled': 13 },
    },
  },
);

/** Rights in Resource Manager, Entra ID and the subscription. */
export const armSignatures = table(
  { symptom: 'arm-denied', scope: 'azure', source: 'errors.md §7' },
  {
    'arm-action-registry': {
      label: "does not have authorization to perform action 'Microsoft.ContainerRegistry/…'",
      meaning: 'A management right on the registry is missing.',
      scope: 'acr',
      pattern:
        /(?:does not have (?:authorization|permission)|not authorized|lacks? permission)[\s\S]{0,120}?Microsoft\.ContainerRegistry\/(?!registries\/(?:pull|push)\b)/i,
      keys: ['microsoft.containerregistry/'],
      votes: { 'arm-role-missing': 12, 'role-propagating': 4 },
    },
    'arm-action-other': {
      label: "does not have authorization to perform action '…'",
      meaning: 'A management right on something else is missing.',
      pattern:
        /does not have (?:authorization|permission)[\s\S]{0,40}?to perform[\s\S]{0,20}?['"](?!Microsoft\.(?:ContainerRegistry|Authorization)\/)[\w.]{3,60}\//i,
      keys: ['does not have'],
      votes: { 'not-acr': 7, 'arm-role-missing': 4 },
    },
    'assign-role-denied': {
      label: 'Microsoft.Authorization/roleAssignments/write',
      meaning: 'The caller may not assign roles.',
      symptom: 'arm-denied',
      pattern:
        /Microsoft\.Authorization\/roleAssignments\/(?:write|delete)|could not create a role assignment|are you an Owner on this subscription|(?:failed|unable|could not|not (?:allowed|authorized|permitted)) to (?:create|add|assign|write) (?:a |the )?role(?: assignment)?s?\b|insufficient (?:permissions|privileges) to (?:create|assign|add) (?:a |the )?role/i,
      keys: ['roleassignments/', 'role assignment', 'are you an owner', 'assign role', 'a role', 'role'],
      votes: { 'assign-role-not-allowed': 13, 'arm-role-missing': 2 },
    },
    'app-registration-denied': {
      label: 'Failed to create an app in Azure Active Directory',
      meaning: 'The user may not register applications.',
      symptom: 'app-registration',
      pattern:
        /failed to create an app in|directory permission is needed|permissions? to create an (?:azure active directory|entra(?: id)?) application|insufficient privileges to complete the operation|Authorization_RequestDenied/i,
      keys: [
        'failed to create an app',
        'directory permission',
        'to create an',
        'insufficient privileges',
        'authorization_requestdenied',
      ],
      votes: { 'app-registration-not-allowed': 11, 'assign-role-not-allowed': 4 },
    },
    'provider-registry': {
      label: "not registered to use namespace 'Microsoft.ContainerRegistry'",
      meaning: 'The resource provider is not registered in the subscription.',
      symptom: 'provider-registration',
      scope: 'acr',
      pattern:
        /not registered[\s\S]{0,60}?Microsoft\.ContainerRegistry|Microsoft\.ContainerRegistry[^\n]{0,60}(?:not registered|is not (?:yet )?registered|NotRegistered)/i,
      keys: ['microsoft.containerregistry'],
      votes: { 'provider-not-registered': 14 },
    },
    'provider-other': {
      label: 'not registered to use namespace',
      meaning: 'Another resource provider is not registered.',
      symptom: 'provider-registration',
      pattern: /not registered to use namespace ['"]?(?!Microsoft\.ContainerRegistry)[\w.]{3,60}/i,
      keys: ['not registered to use namespace'],
      votes: { 'not-acr': 14 },
    },
    'acr-credentials-unavailable': {
      label: 'Failed to retrieve container registry credentials',
      meaning: 'A service looked for admin credentials and found none.',
      symptom: 'admin-disabled',
      scope: 'acr',
      pattern:
        /failed to (?:retrieve|get|list) (?:the )?(?:container )?registry credentials|authentication failed for container registry|unauthorized error encountered[^\n]{0,60}container registry/i,
      keys: ['registry credentials', 'container registry'],
      votes: { 'credentials-invalid': 4.5, 'admin-user-disabled': 4, 'not-logged-in': 3 },
    },
    'image-inaccessible': {
      label: 'InaccessibleImage',
      meaning: 'Container Instances could not read the image: credential, name or right.',
      symptom: 'unauthorized',
      scope: 'azure',
      pattern: /InaccessibleImage|is not accessible\. Please check the image and registry credential/i,
      keys: ['inaccessibleimage', 'is not accessible'],
      votes: {
        'credentials-invalid': 5,
        'not-logged-in': 4.9,
        'repository-or-tag-not-found': 4,
        'role-missing': 4,
      },
    },
    'no-automatic-login': {
      label: 'Could not automatically login to … from your Azure login',
      meaning: 'The Docker integration for ACI found no session.',
      symptom: 'no-credentials',
      scope: 'acr',
      pattern: /could not automatically login to/i,
      votes: { 'not-logged-in': 4 },
    },
    'registry-error-response': {
      label: 'RegistryErrorResponse',
      meaning: 'Container Instances got an error of the registry, mostly throttling by Docker Hub.',
      symptom: 'other',
      pattern: /RegistryErrorResponse|error response is received from the docker registry/i,
      keys: ['registryerrorresponse', 'error response is received'],
      votes: { 'rate-limited': 4, 'service-outage': 4 },
    },
    'iot-edge-api': {
      label: 'possible authorization failure or container registry down',
      meaning: 'IoT Edge hides the reason.',
      symptom: 'unauthorized',
      scope: 'registry',
      votes: { 'credentials-invalid': 5, 'not-logged-in': 4, 'service-outage': 3.5, 'connection-failed': 3 },
    },
  },
);
