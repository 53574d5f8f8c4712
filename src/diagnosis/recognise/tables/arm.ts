import { table } from '../signature.js';

/** Rights in Resource Manager, Entra ID and the subscription. */
export const armSignatures = table(
  { symptom: 'arm-denied', scope: 'azure', source: 'errors.md §7' },
  {
    'arm-action-registry': {
      label: "does not have authorization to perform action 'Microsoft.ContainerRegistry/…'",
      meaning: 'A management right on the registry is missing.',
      scope: 'acr',
      find: [
        /(?:action|perform|permissions?)\s'?microsoft\.containerregistry\/(?!registries\/(?:pull|push)\b)/,
      ],
      votes: { 'arm-role-missing': 12, 'role-propagating': 4 },
    },
    'scope-locked': {
      label: 'following scope(s) are locked',
      meaning: 'A lock of Resource Manager on the registry or above it.',
      symptom: 'arm-denied',
      find: ['scope(s) are locked', 'scopelocked'],
      votes: { 'content-locked': 9 },
    },
    'network-rule-unchecked': {
      label: 'taggedTrafficConsumers/validate',
      meaning:
        'A rule for a virtual network: the right there is missing, or its subscription is not registered for registries.',
      scope: 'acr',
      symptom: 'arm-denied',
      find: ['taggedtrafficconsumers', 'could not validate network rule'],
      votes: { 'provider-not-registered': 12, 'arm-role-missing': 8, 'not-acr': -8 },
    },
    'parent-not-found': {
      label: 'ParentResourceNotFound',
      meaning: 'The registry of which something was asked is not in this subscription and resource group.',
      scope: 'acr',
      symptom: 'resource-not-found',
      find: [
        'parentresourcenotfound……microsoft.containerregistry/registries',
        'microsoft.containerregistry/registries……parentresourcenotfound',
      ],
      votes: { 'registry-not-found': 12, 'wrong-subscription': 9 },
    },
    'arm-action-other': {
      label: "does not have authorization to perform action '…'",
      meaning: 'A management right on something else is missing.',
      find: [
        [
          'does not have {authorization|permission}',
          '……',
          /\bperform\s(?:the\s)?(?:action\s)?'(?!microsoft\.(?:containerregistry|authorization)\/)[a-z.]{3,60}\//,
        ],
      ],
      votes: { 'not-acr': 7, 'arm-role-missing': 4 },
    },
    'assign-role-denied': {
      label: 'Microsoft.Authorization/roleAssignments/write',
      meaning: 'The caller may not assign roles.',
      symptom: 'arm-denied',
      find: [
        'microsoft.authorization/roleassignments/{write|delete}',
        'could not create a role assignment',
        'authorization failed for template resource…roleassignments',
        'are you an owner on this subscription',
        '{insufficient privilege{s|}|not {allowed|permitted}|no permission}…attach{ing|} {the |an |}{acr|registry}',
        '{failed|unable|could not|not {allowed|authorized|permitted}} to {create|add|assign|write} {{a |the }|}role{ assignment|}{s|}·',
        'insufficient {permissions|privileges} to {create|assign|add} {{a |the }|}role',
      ],
      votes: { 'assign-role-not-allowed': 13, 'arm-role-missing': 2 },
    },
    'app-registration-role': {
      label: 'Application Administrator',
      meaning: 'Somebody says that only an administrator may create the application of the connection.',
      symptom: 'app-registration',
      find: [
        'application {administrator|developer}…{can|only|needed|role|required|otherwise|create}',
        "app {for the connection |registration |}{can't|cannot|could not} be created",
      ],
      votes: { 'app-registration-not-allowed': 8 },
    },
    'app-registration-denied': {
      label: 'Failed to create an app in Azure Active Directory',
      meaning: 'The user may not register applications.',
      symptom: 'app-registration',
      find: [
        'failed to create an app in',
        'directory permission is needed',
        'permission{s|} to create an {azure active directory|entra{ id|}} application',
        'insufficient privileges to complete the operation',
        'create-for-rbac……{not {have |}sufficient|insufficient} privilege',
        '{not {have |}sufficient|insufficient} privilege……create-for-rbac',
        'service principal……not {have |}sufficient privilege',
        'authorization_requestdenied',
      ],
      votes: { 'app-registration-not-allowed': 11, 'assign-role-not-allowed': 4 },
    },
    'provider-registry': {
      label: "not registered to use namespace 'Microsoft.ContainerRegistry'",
      meaning: 'The resource provider is not registered in the subscription.',
      symptom: 'provider-registration',
      scope: 'acr',
      find: [
        'not registered……microsoft.containerregistry',
        'microsoft.containerregistry…{not registered|is not {yet |}registered|notregistered}',
      ],
      votes: { 'provider-not-registered': 14 },
    },
    'provider-other': {
      label: 'not registered to use namespace',
      meaning: 'Another resource provider is not registered.',
      symptom: 'provider-registration',
      find: [/not registered to use namespace '?(?!'?microsoft\.containerregistry)[a-z.]{3,60}/],
      votes: { 'not-acr': 14 },
    },
    'acr-credentials-unavailable': {
      label: 'Failed to retrieve container registry credentials',
      meaning: 'A service looked for admin credentials and found none.',
      symptom: 'admin-disabled',
      scope: 'acr',
      find: [
        'failed to {retrieve|get|list} {the |}{container |}registry credentials',
        'authentication failed for container registry',
        'unauthorized error encountered…container registry',
      ],
      votes: { 'credentials-invalid': 4.5, 'admin-user-disabled': 4, 'not-logged-in': 3 },
    },
    'image-inaccessible': {
      label: 'InaccessibleImage',
      meaning: 'Container Instances could not read the image: credential, name or right.',
      symptom: 'unauthorized',
      scope: 'azure',
      find: [
        'inaccessibleimage',
        'is not accessible. please check the image and registry credential',
        'check the image name or {any |}registry credential',
        'error pulling the container image',
      ],
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
      find: ['could not automatically login to'],
      votes: { 'not-logged-in': 4 },
    },
    'network-rule-invalid': {
      label: 'NetworkRuleValidationError',
      meaning: 'Resource Manager refuses the network rules of a deployment.',
      symptom: 'other',
      find: ['networkrulevalidationerror', 'could not validate network rule'],
      votes: { unknown: 9 },
    },
    'registry-error-response': {
      label: 'RegistryErrorResponse',
      meaning: 'Container Instances got an error of the registry, mostly throttling by Docker Hub.',
      symptom: 'other',
      find: ['registryerrorresponse', 'error response is received from the docker registry'],
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
