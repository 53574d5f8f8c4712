import type { Command } from '../placeholders.js';

const repositories = 'Microsoft.ContainerRegistry/registries/repositories';

/** All actions that a condition can speak about: one that is left out of the block stays unrestricted. */
const repositoryActions = [
  'content/read',
  'content/write',
  'content/delete',
  'metadata/read',
  'metadata/write',
  'metadata/delete',
];

/** Condition that limits an assignment to one repository. The attribute's source must be @Request. */
const oneRepository =
  `((${repositoryActions.map((action) => `!(ActionMatches{'${repositories}/${action}'})`).join(' AND ')})` +
  ` OR (@Request[${repositories}:name] StringEqualsIgnoreCase '{repository}'))`;

const assignWithCondition =
  'az role assignment create --assignee-object-id {principalId} --role "{role}" --scope "{registryId}"';

/** Roles, scope maps, locks, and the identities of Kubernetes clusters. */
export const permissionCommands = {
  'own-object-id': { bash: 'az ad signed-in-user show --query id -o tsv' },
  'sp-object-id': { bash: 'az ad sp show --id {clientId} --query id -o tsv' },
  'role-assign': {
    bash: 'az role assignment create --assignee-object-id {principalId} --role "{role}" --scope "{registryId}"',
  },
  'role-assign-condition': {
    // `set +H`: an exclamation mark would otherwise recall an older command.
    bash: [
      'set +H',
      `CONDITION="${oneRepository}"`,
      `${assignWithCondition} --condition "$CONDITION" --condition-version 2.0`,
    ].join('\n'),
    powershell: [
      `$condition = "${oneRepository}"`,
      `${assignWithCondition} --condition $condition --condition-version 2.0`,
    ].join('\n'),
  },
  'role-assign-catalog': {
    bash: 'az role assignment create --assignee-object-id {principalId} --role "Container Registry Repository Catalog Lister" --scope "{registryId}"',
  },
  'role-assign-acrpull': {
    bash: 'az role assignment create --assignee-object-id {principalId} --role AcrPull --scope "{registryId}"',
  },
  'role-assign-manage': {
    bash: 'az role assignment create --assignee-object-id {principalId} --role "Container Registry Contributor and Data Access Configuration Administrator" --scope "{registryId}"',
  },
  'role-assign-view': {
    bash: 'az role assignment create --assignee-object-id {principalId} --role Reader --scope "{registryId}"',
  },
  'role-assign-assigner': {
    bash: 'az role assignment create --assignee-object-id {principalId} --role "Role Based Access Control Administrator" --scope "{registryId}"',
  },
  'register-provider': {
    bash: [
      'az provider register --namespace Microsoft.ContainerRegistry',
      'az provider show --namespace Microsoft.ContainerRegistry --query registrationState -o tsv',
    ].join('\n'),
  },
  'scope-map-pull': {
    bash: 'az acr scope-map update --name {scopeMap} --registry {registry} --add-repository {repository} content/read metadata/read',
  },
  'scope-map-push': {
    bash: 'az acr scope-map update --name {scopeMap} --registry {registry} --add-repository {repository} content/write content/read',
  },
  'scope-map-delete': {
    bash: 'az acr scope-map update --name {scopeMap} --registry {registry} --add-repository {repository} content/delete metadata/read',
  },
  'image-unlock': {
    bash: 'az acr repository update --name {registry} --image {repository}:{tag} --read-enabled true --write-enabled true --delete-enabled true',
  },
  'aks-check-acr': {
    bash: 'az aks check-acr --resource-group {resourceGroup} --name {cluster} --acr {loginServer}',
  },
  'aks-attach': {
    bash: 'az aks update --resource-group {resourceGroup} --name {cluster} --attach-acr {registry}',
  },
  'aks-reconcile': { bash: 'az aks update --resource-group {resourceGroup} --name {cluster}' },
  'aks-assign-reader': {
    bash: 'az role assignment create --assignee-object-id "$(az aks show --resource-group {resourceGroup} --name {cluster} --query identityProfile.kubeletidentity.objectId -o tsv)" --role "Container Registry Repository Reader" --scope "{registryId}"',
  },
  'pull-secret-create': {
    bash: [
      "printf 'Password: '; read -rs PASSWORD; echo",
      'kubectl create secret docker-registry {secretName} --namespace {namespace} --docker-server={loginServer} --docker-username={userName} --docker-password="$PASSWORD"',
      'unset PASSWORD',
    ].join('\n'),
    powershell: [
      "$password = [System.Net.NetworkCredential]::new('', (Read-Host -AsSecureString 'Password')).Password",
      'kubectl create secret docker-registry {secretName} --namespace {namespace} --docker-server={loginServer} --docker-username={userName} --docker-password=$password',
      'Remove-Variable password',
    ].join('\n'),
  },
} as const satisfies Record<string, Command>;
