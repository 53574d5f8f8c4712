import type { Command } from '../placeholders.js';

/** The registry, its images and its limits. */
export const registryCommands = {
  'registry-list': { bash: 'az acr list --output table' },
  'registry-names': { bash: 'az acr show --name {registry} --query "[name, loginServer]" -o tsv' },
  'cloud-show': { bash: 'az cloud show --query name -o tsv' },
  'subscription-switch': {
    bash: 'az account list --output table\naz account set --subscription "{subscription}"\naz acr show --name {registry} --output table',
  },
  'repository-list': { bash: 'az acr repository list --name {registry} --output table' },
  'tag-list': {
    bash: 'az acr repository show-tags --name {registry} --repository {repository} --output table',
  },
  'manifest-show': { bash: 'az acr manifest show --registry {registry} --name {repository}:{tag}' },
  'usage-show': { bash: 'az acr show-usage --name {registry} --output table' },
  'check-health': { bash: 'az acr check-health --name {registry} --ignore-errors --yes' },
  'pod-events': {
    bash: 'kubectl get events --namespace {namespace} --field-selector reason=Failed',
  },
  // The filter is the documents' own; the result's text is the HTTP status.
  'login-events': {
    bash: "az monitor log-analytics query --workspace {workspace} --timespan P1D --analytics-query \"ContainerRegistryLoginEvents | where LoginServer =~ '{loginServer}' | where ResultDescription != '200' | project TimeGenerated, Identity, CallerIpAddress, ResultDescription\" --output table",
  },
} as const satisfies Record<string, Command>;
