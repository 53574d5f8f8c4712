import type { CustomRole } from './custom-role.js';

/**
 * The role of the identity that reads: every action that the calls of src/azure/management and src/azure/login-events need, one by one, and no
 * other. Above all not `listCredentials/action`, which shows the passwords of the admin user.
 */
export const readerRole: CustomRole = {
  file: 'reader.role.json',
  name: 'acr-help reader',
  description:
    'Reads registries, their tokens and limits, roles and clusters. Changes nothing, reads no password.',
  actions: [
    {
      action: 'Microsoft.ContainerRegistry/registries/read',
      why: 'finding a registry; its mode, firewall, policies',
    },
    {
      action: 'Microsoft.ContainerRegistry/registries/tokens/read',
      why: 'repository tokens: state, end of passwords',
    },
    {
      action: 'Microsoft.ContainerRegistry/registries/scopeMaps/read',
      why: 'what a repository token may do',
    },
    { action: 'Microsoft.ContainerRegistry/registries/listUsages/read', why: 'whether storage is used up' },
    { action: 'Microsoft.Authorization/locks/read', why: 'whether a lock forbids a change' },
    {
      action: 'Microsoft.Authorization/roleAssignments/read',
      why: 'who has which role; what the identities of the bot may do',
    },
    { action: 'Microsoft.Authorization/roleDefinitions/read', why: 'what a role lets somebody do' },
    {
      action: 'Microsoft.Authorization/roleEligibilityScheduleInstances/read',
      why: 'roles that somebody could activate (PIM)',
    },
    {
      action: 'Microsoft.ContainerService/managedClusters/read',
      why: 'the identity with which a cluster pulls',
    },
    {
      action: 'Microsoft.Resources/subscriptions/read',
      why: 'in which subscriptions to look, and their tenant',
    },
    {
      action: 'Microsoft.Resources/subscriptions/providers/read',
      why: 'whether the resource provider is registered',
    },
    {
      action: 'Microsoft.Insights/diagnosticSettings/read',
      why: 'whether a registry has sign-ins logged',
    },
    {
      action: 'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read',
      why: 'sign-ins that failed, by who may read them; no other log',
    },
  ],
  dataActions: [],
};
