import { table } from '../signature.js';

/** Programs that say they were refused and hide why: the credential, the identity or its right. */
export const vagueSignatures = table(
  {
    symptom: 'unauthorized',
    scope: 'registry',
    source: 'decision-tree.md §2 T2; auth-methods.md; localized.md',
  },
  {
    'sdk-exchange-refused': {
      label: 'exchange_aad_token_for_refresh_token',
      meaning: 'The SDK of the registry got no token for the Entra token: the identity has no right.',
      scope: 'acr',
      symptom: 'exchange-401',
      find: ['exchange_aad_', 'exchangeaadaccesstoken', 'exchangeaad'],
      votes: { 'role-missing': 5 },
    },
    'dotnet-publish-refused': {
      label: 'Unable to access the repository … in the registry',
      meaning: 'The .NET SDK hides whether credential or right is wrong.',
      find: [
        'unable to access the repository…in the registry',
        '·container101{3|5|6|7}·',
        'please confirm your credentials are correct and that you have access',
        'make sure your credentials for…are set up correctly',
      ],
      votes: { 'not-logged-in': 3.6, 'role-missing': 3.5, 'credentials-invalid': 3.4 },
    },
    'app-service-pull': {
      label: 'ImagePullUnauthorizedFailure',
      meaning: 'App Service could not pull: credential, identity or right.',
      scope: 'azure',
      find: [
        'imagepullunauthorizedfailure',
        'imagepullfailure',
        'image pull{ |-}{failed|failure}',
        'failed to pull image: {image pull|unauthorized}',
      ],
      votes: { 'credentials-invalid': 2.9, 'not-logged-in': 2.8, 'role-missing': 2.7 },
    },
    'told-permissions-failed': {
      label: 'retrieving permissions failed',
      meaning: 'The registry could not read the rights of the identity.',
      symptom: 'scope-denied',
      votes: { 'role-missing': 6, 'service-outage': 3 },
    },
    'sdk-sign-in-timeout': {
      label: 'Azure PowerShell authentication timed out',
      meaning: 'A credential of the SDK waits for a tool that does not answer.',
      scope: 'azure',
      symptom: 'tool-crash',
      find: ['{azure powershell|azure cli|azure developer cli|powershell} authentication timed out'],
      votes: { 'client-defect': 12, 'connection-failed': 4, 'managed-identity-unavailable': -3 },
    },
  },
);
