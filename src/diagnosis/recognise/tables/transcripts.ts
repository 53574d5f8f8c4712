import { table } from '../signature.js';

/** What somebody did and saw one after the other: several commands, whose order tells what no line of them does. */
export const transcriptSignatures = table(
  { symptom: 'unauthorized', scope: 'registry', source: 'decision-tree.md §2, §5' },
  {
    'logout-helped': {
      label: 'docker logout',
      meaning: 'The pull was refused, and went through once the stored credentials were gone.',
      find: [
        [
          '{unauthorized|denied|401|403}',
          '……',
          'logout',
          '……',
          '{downloaded newer image|image is up to date|pull complete|digest: sha256}',
        ],
      ],
      votes: { 'anonymous-pull-stale-login': 18 },
    },
    'anonymous-pull-on': {
      label: 'anonymousPullEnabled: true',
      meaning:
        'The registry lets everybody pull, and somebody is refused all the same: old credentials are sent.',
      scope: 'acr',
      find: [
        /anonymouspullenabled(?:'? -o (?:tsv|json))?['\s:=]{1,6}true/,
        'anonymous-pull-enabled{ true|·}',
      ],
      votes: { 'anonymous-pull-stale-login': 8 },
    },
    'other-account': {
      label: 'sudo docker push',
      meaning: 'Signed in as one account of the machine, asked as another, which has no credentials.',
      find: [[/(?:az acr|[^o] docker) login/, '……', 'login succeeded', '……', 'sudo docker {push|pull}']],
      votes: { 'not-logged-in': 9 },
    },
    'role-just-given': {
      label: 'azurerm_role_assignment: Creation complete',
      meaning: 'The role was given in the same run, a moment before.',
      symptom: 'scope-denied',
      find: ['{role_assignment|roleassignment}…{creation complete|created (}'],
      votes: { 'role-propagating': 2 },
    },
    'mode-just-switched': {
      label: '--role-assignment-mode',
      meaning: 'The mode for role assignments was switched before the refusal.',
      scope: 'acr',
      find: [
        ['role-assignment-mode rbac', '……', '{unauthorized|denied|401}'],
        ['role-assignment-mode rbac', '……', '{failed|error}', '……', '{unauthorized|denied|401}'],
        [
          '{switched|changed|converted|migrated|moved|flipped|umgestellt}',
          '{abac|repository permissions}',
          '……',
          '{unauthorized|denied|401}',
        ],
      ],
      votes: { 'mode-switch-stale-credential': 11, 'abac-ignores-legacy-role': 6 },
    },
  },
);
