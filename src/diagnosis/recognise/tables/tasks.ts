import { table } from '../signature.js';

/** What ACR Tasks print: builds and runs in the registry. */
export const taskSignatures = table(
  { symptom: 'unauthorized', scope: 'acr', source: 'auth-methods.md A8; acr-cli; azure-cli acr' },
  {
    'task-push-credential': {
      label: 'when specifying push, at least one credential is required',
      meaning: 'A task got no credential for the registry: in the ABAC mode it has none of its own.',
      symptom: 'scope-denied',
      votes: { 'abac-ignores-legacy-role': 7.5, 'role-missing': 7 },
    },
    'task-exchange-refused': {
      label: 'failed to get ACR refresh token, exchange API response code: 401',
      meaning: 'The identity of a task may not sign in.',
      symptom: 'exchange-401',
      find: [
        'exchange api response code: 401',
        'failed to {get|fetch|obtain} {an |the |}acr {refresh|access} token',
      ],
      votes: { 'role-missing': 9, 'entra-token-expired': 3, 'arm-audience-disabled': 3 },
    },
    'task-exchange-forbidden': {
      label: 'exchange API response code: 403',
      meaning: 'The network of a task is not let in.',
      symptom: 'exchange-403',
      votes: { 'public-access-disabled': 12, 'ip-not-allowed': 11.5, 'role-missing': -2 },
    },
    'task-context': {
      label: 'failed to download context',
      meaning: 'A task could not fetch its source: a wrong address or an expired token of the repository.',
      symptom: 'other',
      votes: { unknown: 6, 'credentials-invalid': 4 },
    },
    'task-run': {
      label: 'Run ID: … failed after',
      meaning: 'A run of ACR Tasks ended; the reason stands before.',
      symptom: 'other',
      find: [
        'run id: …{failed|was} ',
        'container failed during run',
        'taskrun…failed',
        '{acrtask|acr task}·',
      ],
      votes: { unknown: 1.9 },
    },
    'task-quota': {
      label: 'TasksOperationsNotAllowed',
      meaning: 'ACR Tasks are not open to this subscription: free credit or a blocked tenant.',
      symptom: 'quota',
      find: ['tasksoperationsnotallowed', 'acr tasks requests for the registry…are not permitted'],
      votes: { 'quota-exceeded': 6, unknown: 5.5 },
    },
    'task-login-failed': {
      label: 'failed to login, ran out of retries',
      meaning:
        'A task could not sign in to its own registry, which is mostly closed to the network of the task.',
      symptom: 'firewall-refusal',
      votes: {
        'public-access-disabled': 8,
        'ip-not-allowed': 7,
        'role-missing': 5,
        'abac-ignores-legacy-role': 4,
      },
    },
    'login-without-terminal': {
      label: 'Cannot perform an interactive login from a non TTY device',
      meaning: 'The client was given no user name and password, and nobody is there to type them.',
      scope: 'registry',
      symptom: 'no-credentials',
      find: ['interactive login from a non', 'the input device is not a tty'],
      votes: { 'not-logged-in': 10, 'credentials-invalid': 4, 'role-missing': 3 },
    },
    'task-trigger-refused': {
      label: 'Failed to create webhook for repository',
      meaning: 'A task could not watch its source: the token for the repository of code lacks a right.',
      symptom: 'other',
      find: ['failed to create webhook for'],
      votes: { unknown: 12, 'not-acr': 6, 'role-missing': -6, 'ip-not-allowed': -6 },
    },
  },
);
