// The registration with which Teams finds the bot. It has no rights in Azure.
// Not tried here.

param name string
@description('PUBLIC_URL/api/messages.')
param endpoint string
@description('Output of identities.bicep: a managed identity has no secret that could be lost.')
param identity object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'acr-help'
    endpoint: endpoint
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, enableCalling: false }
  }
}
