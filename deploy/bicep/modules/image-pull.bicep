// Who fetches the bot's own image.
// Not tried here.

param registryName string
@description('The registry is in the mode RBAC Registry + ABAC Repository Permissions, where AcrPull counts for nothing.')
param abac bool
param runtimeId string

// Container Registry Repository Reader, and AcrPull.
var pulls = abac ? 'b93aa761-3e63-49ed-ac28-beffa264f7ac' : '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

// Pulls from the registry that holds the bot's image. No identity with which the bot works has this right.
resource pulling 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, runtimeId, pulls)
  scope: registry
  properties: {
    principalId: runtimeId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pulls)
    description: 'acr-help: its own image'
  }
}
