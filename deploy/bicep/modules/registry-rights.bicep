// What the identities that write may do on a registry of the policy.
// Not tried here. Look first at whether Azure takes the condition as it is, and refuses Owner with it.

param registryName string
param grantorId string
@description('Text of a condition that `acr-help policy deploy` wrote; empty: no role is given here.')
param grantorCondition string
param rotatorId string
@description('Names of custom roles.')
param rotatorRoles array
param home string

// Role Based Access Control Administrator.
var givesRoles = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

// Adds and removes role assignments on this registry, and only where the condition holds: the roles of the policy, to
// people and applications. Never Owner, never to a group, never elsewhere. Without a condition nothing is assigned.
resource granting 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(grantorCondition)) {
  name: guid(registry.id, grantorId, givesRoles)
  scope: registry
  properties: {
    principalId: grantorId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', givesRoles)
    condition: grantorCondition
    conditionVersion: '2.0'
    description: 'acr-help: roles that people ask for'
  }
}

// Makes passwords of this registry new: of the admin user, of repository tokens, or of both, as the policy has rotation
// rules for it. Cannot list what is in use.
resource rotating 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in rotatorRoles: {
    name: guid(registry.id, rotatorId, role)
    scope: registry
    properties: {
      principalId: rotatorId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(home, role))
      description: 'acr-help: new secrets that people ask for'
    }
  }
]
