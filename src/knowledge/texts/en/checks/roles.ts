import type { CheckTexts } from '../../types.js';

/** What the identity that is refused may do. */
export const roleChecks = {
  'permission-mode': {
    label: 'Permission mode of the registry',
    question:
      'Run this, or look in the Azure portal under **Settings > Properties** at the role assignment permissions mode. Which mode does the registry have? `LegacyRegistryPermissions` or no output is the first, `AbacRepositoryPermissions` the second.',
    verdicts: {
      legacy: '`RBAC Registry Permissions` (`LegacyRegistryPermissions`)',
      abac: '`RBAC Registry + ABAC Repository Permissions`',
    },
  },
  'roles-legacy': {
    label: 'Roles of the identity',
    question:
      'Run this for the identity that is refused: its object ID, the sign-in name of a user, or the client ID of a service principal. Or look under **Access control (IAM) > Check access**. In this registry only `AcrPull`, `AcrPush` and `AcrDelete` (and wider roles such as `Contributor`) give access to images. What does the identity have?',
    verdicts: {
      covers: 'A role that allows the action',
      'too-weak': 'A role, but only for less, such as `AcrPull` for a push',
      'repository-roles-only': 'Only Container Registry Repository roles',
      'eligible-only': 'It is only eligible for the role (PIM)',
      'granted-recently': 'The right role, given less than 10 minutes ago',
      none: 'No role for this registry',
    },
  },
  'roles-abac': {
    label: 'Roles of the identity and their conditions',
    question:
      'Run this for the identity that is refused: its object ID, the sign-in name of a user, or the client ID of a service principal. In this registry only `Container Registry Repository Reader`, `Container Registry Repository Writer` and `Container Registry Repository Contributor` give access to images, and a condition can limit them to some repositories. What does the identity have?',
    verdicts: {
      covers: 'A repository role that covers this repository and action',
      'too-weak': 'A repository role, but only for less, such as Reader for a push',
      'images-only': 'A repository role for the images, none that lists the repositories',
      'condition-excludes': 'A repository role whose condition leaves this repository out',
      'legacy-roles-only': 'Only `AcrPull`, `AcrPush`, `AcrDelete`, or a general role such as `Owner`',
      'eligible-only': 'It is only eligible for the role (PIM)',
      'granted-recently': 'The right role, given less than 10 minutes ago',
      none: 'No role for this registry',
    },
  },
  'management-rights': {
    label: 'Rights on the registry as a resource',
    question:
      'Run this for the identity that is refused. `Owner`, `User Access Administrator` and `Role Based Access Control Administrator` may give roles to others. Is one of them in the list?',
    verdicts: {
      assigns: 'Yes, one of these',
      'cannot-assign': 'No, only other roles',
      'no-access': 'The list is empty',
    },
  },
  account: {
    label: 'Account in the directory',
    question:
      'Look in the Azure portal under **Microsoft Entra ID > Users** at the account. What kind is it?',
    verdicts: {
      member: 'A member',
      guest: 'A guest',
      disabled: 'The account is disabled',
    },
  },
  'scope-map': {
    label: 'Scope map of the token',
    question:
      'Run this. The first line names the scope map, the rest lists what it allows. `content/read` is pull, `content/write` push, `content/delete` delete, `metadata/read` list tags. Is your repository there, with your action?',
    verdicts: { covers: 'Yes', lacks: 'No' },
  },
  'kubelet-role': {
    label: 'Identity of the cluster',
    question:
      'Run this. The first line shows `msi` or the ID of a service principal, then follow the identity of the nodes and the check of the registry. What does it say?',
    verdicts: {
      'role-present': 'The check succeeds: the nodes have a role on the registry',
      'role-missing': 'The nodes have no role, or the check fails with 401',
      'service-principal': 'The first line is an ID: the cluster uses a service principal',
      'other-tenant': 'Cluster and registry belong to different directories (tenants)',
    },
  },
  'content-state': {
    label: 'Locks and storage',
    question:
      'Run this. It shows the locks of the image and how much of the limits is used. What does it say?',
    verdicts: {
      free: 'Nothing is set to `false`, and there is space',
      locked: 'One of the attributes is `false`, or the image is in quarantine',
      'storage-full': 'The storage limit is reached',
    },
  },
} as const satisfies Partial<CheckTexts>;
