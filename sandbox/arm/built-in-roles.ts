/** What a role definition permits. */
export interface Permissions {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

/** A role: built in, or a custom one of a world. */
export interface RoleDefinition extends Permissions {
  readonly name: string;
  readonly guid: string;
}

const registry = 'Microsoft.ContainerRegistry/registries';
const metadata = (...verbs: string[]) => verbs.map((verb) => `${registry}/repositories/metadata/${verb}`);
const content = (...verbs: string[]) => verbs.map((verb) => `${registry}/repositories/content/${verb}`);
const of = (...actions: string[]) => actions.map((action) => `${registry}/${action}`);
const children = [
  'privateEndpointConnections',
  'tokens',
  'scopeMaps',
  'webhooks',
  'replications',
  'connectedRegistries',
];
const configuration = [
  ...of(
    'read',
    'operationStatuses/read',
    'listCredentials/action',
    ...children.map((child) => `${child}/read`),
  ),
  ...of(
    'providers/Microsoft.Insights/diagnosticSettings/read',
    'providers/Microsoft.Insights/diagnosticSettings/write',
    'providers/Microsoft.Insights/logDefinitions/read',
    'providers/Microsoft.Insights/metricDefinitions/read',
  ),
];
const everyAuthorizationWrite = [
  'Microsoft.Authorization/*/Delete',
  'Microsoft.Authorization/*/Write',
  'Microsoft.Authorization/elevateAccess/Action',
];

function role(name: string, guid: string, some: Partial<Permissions>): RoleDefinition {
  return { name, guid, actions: [], notActions: [], dataActions: [], notDataActions: [], ...some };
}

/**
 * Built-in roles around a registry: ids and actions from roles.md §2 (RBAC built-in-roles/containers.md, general.md,
 * privileged.md). Roles that the table only sketches (tasks, pipelines, credential sets) are left out. Not verified:
 * the spelling of the diagnostic actions, and of the administrator's writes beyond those that the table names.
 */
export const builtInRoles: readonly RoleDefinition[] = [
  role('AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d', { actions: of('pull/read') }),
  role('AcrPush', '8311e382-0749-4cb8-b61a-304f252e45ec', { actions: of('pull/read', 'push/write') }),
  role('AcrDelete', 'c2f4ef07-c644-48eb-af81-4b1b4947fb11', { actions: of('artifacts/delete') }),
  role('AcrImageSigner', '6cef56e8-d556-48e5-a04f-b8e64114680f', {
    actions: of('sign/write'),
    dataActions: of('trustedCollections/write'),
  }),
  role('AcrQuarantineReader', 'cdda3590-29a3-44f6-95f2-9f980659eb04', {
    actions: of('quarantine/read'),
    dataActions: of('quarantinedArtifacts/read'),
  }),
  role('AcrQuarantineWriter', 'c8d4ff99-41c3-41a8-9f60-21dfdad59608', {
    actions: of('quarantine/read', 'quarantine/write'),
    dataActions: of('quarantinedArtifacts/read', 'quarantinedArtifacts/write'),
  }),
  role('Container Registry Repository Reader', 'b93aa761-3e63-49ed-ac28-beffa264f7ac', {
    dataActions: [...metadata('read'), ...content('read')],
  }),
  role('Container Registry Repository Writer', '2a1e307c-b015-4ebd-883e-5b7698a07328', {
    dataActions: [...metadata('read', 'write'), ...content('read', 'write')],
  }),
  role('Container Registry Repository Contributor', '2efddaa5-3f1f-4df3-97df-af3f13818f4c', {
    dataActions: [...metadata('read', 'write', 'delete'), ...content('read', 'write', 'delete')],
  }),
  role('Container Registry Repository Catalog Lister', 'bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7', {
    dataActions: of('catalog/read'),
  }),
  role('Container Registry Data Importer and Data Reader', '577a9874-89fd-4f24-9dbd-b5034d0ad23a', {
    actions: of('importImage/action', 'read', 'pull/read'),
    dataActions: [...content('read'), ...metadata('read'), ...of('catalog/read')],
  }),
  role(
    'Container Registry Configuration Reader and Data Access Configuration Reader',
    '69b07be0-09bf-439a-b9a6-e73de851bd59',
    { actions: configuration },
  ),
  role(
    'Container Registry Contributor and Data Access Configuration Administrator',
    '3bc748fc-213d-45c1-8d91-9da5725539b9',
    {
      actions: [
        ...configuration,
        ...of('write', 'delete', 'regenerateCredential/action', 'generateCredentials/action'),
        ...of(...children.flatMap((child) => [`${child}/write`, `${child}/delete`])),
        'Microsoft.Authorization/*/read',
        'Microsoft.Resources/deployments/*',
      ],
    },
  ),
  role('Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7', { actions: ['*/read'] }),
  role('Contributor', 'b24988ac-6180-42a0-ab88-20f7382dd24c', {
    actions: ['*'],
    notActions: everyAuthorizationWrite,
  }),
  role('Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', { actions: ['*'] }),
  role('Role Based Access Control Administrator', 'f58310d9-a9f6-439a-9e8d-f62e7b41a168', {
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      '*/read',
      'Microsoft.Support/*',
    ],
  }),
  role('User Access Administrator', '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
];

const byName = new Map(builtInRoles.map((builtIn) => [builtIn.name.toLowerCase(), builtIn]));

/**
 * A built-in role by its name in the portal.
 *
 * @throws Error for a name that is not in the table: a mistake in the world file
 */
export function builtInRole(name: string): RoleDefinition {
  const found = byName.get(name.toLowerCase());
  if (found === undefined) throw new Error(`The sandbox knows no built-in role "${name}".`);
  return found;
}
