// The bot's own secrets: link-client-secret, delivery-key, slack-bot-token, slack-signing-secret. A person puts
// them there (deploy/README.md); no template holds a value.
// Not tried here. Whether Container Apps still reads references once publicNetworkAccess is Disabled was not looked at.

param name string
param location string
param runtimeId string
param workspaceId string

// Key Vault Secrets User.
var readsSecrets = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

// Reads the values of this vault's secrets, so that Container Apps can hand them to the bot as it starts. Not the vaults
// into which new secrets go: nothing of the bot reads those.
resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, runtimeId, readsSecrets)
  scope: vault
  properties: {
    principalId: runtimeId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', readsSecrets)
    description: 'acr-help: its own settings'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
