// What the identity that reads may do in a subscription.
// Not tried here.
targetScope = 'subscription'

param readerId string
@description('Name of the custom role.')
param role string
param home string

// Reads registries, tokens, roles, locks and clusters of the whole subscription, so that a registry is found by its login
// server and a role that is inherited is seen. No write, no password, no image: `reader.role.json` has each right by name.
resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, readerId, role)
  properties: {
    principalId: readerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(home, role))
    description: 'acr-help: live checks'
  }
}
