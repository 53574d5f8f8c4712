/** Steps about rights on images. */
export const authorizationSteps = {
  'role-assign-legacy':
    'Ask somebody who may assign roles to give the identity the right role on the registry, under **Access control (IAM)**: `AcrPull` to pull, `AcrPush` to push and pull, `AcrDelete` to delete. In this mode only these roles (and wider ones such as Contributor) give access to images.',
  'role-assign-abac':
    'Ask somebody who may assign roles to give the identity the right role on the registry, under **Access control (IAM)**: `Container Registry Repository Reader` to pull, `Container Registry Repository Writer` to push, `Container Registry Repository Contributor` to delete. In this mode `AcrPull`, `AcrPush` and `AcrDelete` do not count. A condition can limit the role to some repositories.',
  'role-list-abac':
    'To list the repositories, the identity also needs `Container Registry Repository Catalog Lister`. It covers all repositories of the registry and takes no condition.',
  'role-own-object-id':
    'The role goes to the object ID of your account. This command prints it; give it to the person who assigns the role.',
  'role-sp-object-id':
    'The role goes to the object ID of the service principal, not to its application (client) ID. This command prints it.',
  'role-for-principal-id':
    'The role goes to the object ID (principal ID) of the identity, not to its client ID.',
  'role-for-tasks':
    'For ACR Tasks, also name the identity that reads the registry, with `--source-acr-auth-id`. In this mode a task has no access of its own.',
  'role-wait-and-sign-in':
    'A new role can take up to 10 minutes to work. Then sign out of the registry, wait a minute, and sign in again.',
  'role-wait-kubernetes':
    'A new role can take up to 10 minutes to work. Then delete the pod, so that Kubernetes pulls again.',
  'role-wait-service':
    'A new role can take up to 10 minutes to work. Then restart the app or service that pulls, so that it signs in again.',
  'activate-role':
    'Activate the role in Privileged Identity Management (PIM). So far you are only eligible for it, and an eligible role gives no access. Somebody may have to approve it.',
  'abac-equivalent-role':
    'Let somebody who may assign roles replace the role, under **Access control (IAM)**: `AcrPull` becomes `Container Registry Repository Reader`, `AcrPush` becomes `Container Registry Repository Writer`, `AcrDelete` becomes `Container Registry Repository Contributor`. A condition can limit the new role to some repositories.',
  'abac-add-catalog-lister':
    'These roles do not include the list of repositories. To list them too, add `Container Registry Repository Catalog Lister`. It takes no condition: it shows the names of all repositories.',
  'abac-remove-old-role': 'When everything works, remove the old role. It has no effect on images any more.',
  'condition-look':
    'Look at the condition of the role assignment: in the Azure portal under **Access control (IAM) > Role assignments**, or with this command. It names the repositories that the role covers.',
  'condition-edit':
    'Let somebody who may assign roles add your repository to the condition, or add an assignment for this repository. Put the repository name exactly as the image has it.',
  'condition-prefix-slash':
    'If the condition uses the start of a name, end it with a slash, as in `backend/`. Without the slash it also covers neighbours such as `backend-test`.',
  'catalog-abac':
    'Let somebody who may assign roles give the identity `Container Registry Repository Catalog Lister`. The roles for reading and writing images do not include the list. This role takes no condition: it shows the names of all repositories.',
  'catalog-legacy': 'Let somebody who may assign roles give the identity `AcrPull` on the registry.',
  'catalog-token':
    'A repository token cannot list the repositories of a registry. Use the names that you know, or sign in with a Microsoft Entra identity.',
  'scope-map-pull':
    'Let the registry owner add your repository to the scope map of the token, with the rights to read images and to list tags.',
  'scope-map-push':
    'Let the registry owner add your repository to the scope map of the token, with the rights to write and to read images.',
  'scope-map-delete':
    'Let the registry owner add your repository to the scope map of the token, with the right to delete images.',
  'scope-map-portal':
    'In the Azure portal this is under **Repository permissions > Scope maps**. The change works at once; you keep your password.',
  'wait-ten-minutes':
    'Wait up to 10 minutes after the role was given. The registry can need another 10 minutes.',
  'private-browser-window':
    'If your rights were changed recently and the Azure portal still shows the old state, open a private (incognito) browser window and sign in there. The normal window may use old cookies and cached data.',
  'group-membership-takes-longer':
    'If the role comes through a group, it can take hours for a managed identity. A role given directly works sooner.',
  'lock-show':
    'Look at the attributes of the image. `writeEnabled`, `readEnabled` or `deleteEnabled` set to `false` means that it is locked.',
  'lock-remove':
    'If the lock is not on purpose, let the registry owner remove it. Otherwise push under a new tag.',
  'lock-role':
    'Removing a lock needs `Container Registry Repository Writer` in a registry with repository permissions, and `Contributor` in others.',
  'quarantine-release':
    'If the registry puts new images in quarantine, somebody with the role `AcrQuarantineWriter` has to release the image first.',
} as const;
