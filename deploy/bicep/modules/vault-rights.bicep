// What the identity that makes secrets new may do in a vault into which they go.
// Not tried here.

param vaultName string
param rotatorId string
@description('Name of the custom role.')
param role string
param home string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

// Puts new versions of secrets and disables them. Reads no value, not even of what it has put there.
resource delivering 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, rotatorId, role)
  scope: vault
  properties: {
    principalId: rotatorId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(home, role))
    description: 'acr-help: where new secrets go'
  }
}
