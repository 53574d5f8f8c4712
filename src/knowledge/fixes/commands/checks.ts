import type { Command } from '../placeholders.js';

/** Commands that only look, for a person who answers a check by hand. */
export const lookCommands = {
  'registry-lookup': {
    bash: 'az acr show --name {registry} --query "[id, loginServer]" -o tsv\nnslookup {loginServer}',
    powershell:
      'az acr show --name {registry} --query "[id, loginServer]" -o tsv\nResolve-DnsName {loginServer}',
  },
  // Names only: the file may hold passwords, which are merely encoded.
  'stored-credentials': {
    bash: "grep -oE '{loginServer}|credsStore|credHelpers' ~/.docker/config.json",
    powershell:
      'Select-String -AllMatches -Path "$HOME\\.docker\\config.json" -Pattern \'{loginServer}|credsStore|credHelpers\' | ForEach-Object { $_.Matches.Value }',
  },
  'permission-mode': { bash: 'az acr show --name {registry} --query roleAssignmentMode -o tsv' },
  'image-platforms': {
    bash: 'docker manifest inspect {loginServer}/{repository}:{tag} | grep -E \'"(os|architecture)"\'',
    powershell:
      'docker manifest inspect {loginServer}/{repository}:{tag} | Select-String \'"(os|architecture)"\'',
  },
  'provider-state': {
    bash: 'az provider show --namespace Microsoft.ContainerRegistry --query registrationState -o tsv',
  },
  'role-names': {
    bash: 'az role assignment list --assignee {principalId} --scope "{registryId}" --include-inherited --include-groups --query "[].roleDefinitionName" -o tsv',
  },
  'role-list': {
    bash: 'az role assignment list --assignee {principalId} --scope "{registryId}" --include-inherited --include-groups --query "[].[roleDefinitionName, createdOn]" -o table',
  },
  'role-list-conditions': {
    bash: 'az role assignment list --assignee {principalId} --scope "{registryId}" --include-inherited --include-groups --query "[].[roleDefinitionName, condition, createdOn]" -o json',
  },
  'anonymous-status': { bash: 'az acr show --name {registry} --query anonymousPullEnabled -o tsv' },
  'scope-map-show': {
    bash: 'az acr token show --name {tokenName} --registry {registry} --query scopeMapId -o tsv\naz acr scope-map show --name {scopeMap} --registry {registry} --query actions -o tsv',
  },
  'kubelet-role': {
    bash: 'az aks show --resource-group {resourceGroup} --name {cluster} --query "[servicePrincipalProfile.clientId, identityProfile.kubeletidentity.objectId, identity.tenantId]" -o tsv\naz aks check-acr --resource-group {resourceGroup} --name {cluster} --acr {loginServer}',
  },
  // Prints the servers that the secret is for, not its password.
  'pull-secret-show': {
    bash: 'kubectl get secret {secretName} --namespace {namespace} -o jsonpath=\'{.data.\\.dockerconfigjson}\' | base64 -d | grep -oE \'"[^"]*azurecr[^"]*"\'',
    powershell:
      "$data = kubectl get secret {secretName} --namespace {namespace} -o jsonpath='{.data.\\.dockerconfigjson}'\n[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($data)) -split '\"' -match 'azurecr'",
  },
  'content-state': {
    bash: 'az acr repository show --name {registry} --image {repository}:{tag} --query changeableAttributes\naz acr show-usage --name {registry} --output table',
  },
} as const satisfies Record<string, Command>;
