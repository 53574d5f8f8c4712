// acr-help on Azure Container Apps. deploy/README.md says in which order.
// Not tried here: neither a Bicep compiler nor a subscription was at hand. test/deploy reads every file and holds it to
// rules; `az bicep build` and `az deployment group what-if` come first with you.
//
// Roles and conditions are not written here: they are the files of `acr-help policy deploy`, given in by the parameters.

@description('Names of everything begin with it; three to twelve small letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'acrhelp'
param location string = resourceGroup().location

@description('The image, with its digest: REGISTRY/acr-help@sha256:…')
param image string
@description('The registry that holds it: { subscription, resourceGroup, name, abac }; abac: it is in the mode RBAC Registry + ABAC Repository Permissions.')
param imageRegistry object

@description('Text of the policy file.')
param policy string
@description('Definitions of the custom roles, as `policy deploy` writes them.')
param roles array
@description('Subscriptions in which the bot looks for registries.')
param subscriptions array
@description('Registries of the policy: { subscription, resourceGroup, name, condition, roles }; condition: text of the file of `policy deploy`, empty where no role is given; roles: names of the rotator roles there.')
param registries array
@description('Vaults into which new secrets go: { subscription, resourceGroup, name }.')
param deliveryVaults array = []

@description('App registration of the sign-in page; its secret lies in the vault as link-client-secret.')
param linkClientId string
@description('Slack workspaces, T…; empty: no Slack.')
param slackWorkspaces array = []
@description('Further settings, { name, value } as in docs/settings.md; no secrets.')
param settings array = []
@description('Own address, https:// and a host; empty: that of Container Apps.')
param publicUrl string = ''

@description('Entra group whose people administer the database: { id, name }.')
param databaseAdministrators object
@description('false: everything but the app, so that its secrets and its account in the database can be made first.')
param withApp bool = true

var readerRole = 'acr-help reader'
var vaultRole = 'acr-help rotator: vault'
// Custom roles have an id that follows from their name and from where they are defined.
var home = subscription().id

module identities 'modules/identities.bicep' = {
  name: 'identities'
  params: { name: name, location: location }
}

module definitions 'modules/roles.bicep' = {
  name: 'acr-help-roles'
  scope: subscription()
  params: { definitions: roles, home: home }
}

module reading 'modules/subscription-rights.bicep' = [
  for id in subscriptions: {
    name: 'acr-help-reads-${id}'
    scope: subscription(id)
    params: { readerId: identities.outputs.reader.principalId, role: readerRole, home: home }
    dependsOn: [definitions]
  }
]

module writing 'modules/registry-rights.bicep' = [
  for it in registries: {
    name: 'acr-help-on-${it.name}'
    scope: resourceGroup(it.subscription, it.resourceGroup)
    params: {
      registryName: it.name
      grantorId: identities.outputs.grantor.principalId
      grantorCondition: it.condition
      rotatorId: identities.outputs.rotator.principalId
      rotatorRoles: it.roles
      home: home
    }
    dependsOn: [definitions]
  }
]

module delivering 'modules/vault-rights.bicep' = [
  for it in deliveryVaults: {
    name: 'acr-help-into-${it.name}'
    scope: resourceGroup(it.subscription, it.resourceGroup)
    params: {
      vaultName: it.name
      rotatorId: identities.outputs.rotator.principalId
      role: vaultRole
      home: home
    }
    dependsOn: [definitions]
  }
]

module pulling 'modules/image-pull.bicep' = {
  name: 'acr-help-image'
  scope: resourceGroup(imageRegistry.subscription, imageRegistry.resourceGroup)
  params: {
    registryName: imageRegistry.name
    abac: imageRegistry.abac
    runtimeId: identities.outputs.runtime.principalId
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { name: name, location: location }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module vault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: {
    name: name
    location: location
    runtimeId: identities.outputs.runtime.principalId
    workspaceId: logs.outputs.workspaceId
  }
}

module database 'modules/postgres.bicep' = {
  name: 'postgres'
  params: {
    name: name
    location: location
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseZoneId
    administrators: databaseAdministrators
    workspaceId: logs.outputs.workspaceId
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    subnetId: network.outputs.appsSubnetId
    workspaceId: logs.outputs.workspaceId
  }
}

var address = empty(publicUrl) ? 'https://${name}.${environment.outputs.domain}' : publicUrl

module app 'modules/app.bicep' = if (withApp) {
  name: 'app'
  params: {
    name: name
    location: location
    environmentId: environment.outputs.id
    image: image
    imageServer: split(image, '/')[0]
    identities: {
      reader: identities.outputs.reader
      grantor: identities.outputs.grantor
      rotator: identities.outputs.rotator
      teams: identities.outputs.teams
      store: identities.outputs.store
      runtime: identities.outputs.runtime
    }
    vaultUri: vault.outputs.uri
    databaseHost: database.outputs.host
    publicUrl: address
    policy: policy
    subscriptions: subscriptions
    linkClientId: linkClientId
    slackWorkspaces: slackWorkspaces
    settings: settings
  }
  dependsOn: [pulling, reading, writing, delivering]
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    endpoint: '${address}/api/messages'
    identity: identities.outputs.teams
  }
}

output publicUrl string = address
output vaultName string = vault.outputs.name
output databaseHost string = database.outputs.host
@description('Account of the bot in the database.')
output databaseAccount string = identities.outputs.store.name
@description('TEAMS_APP_ID, for the package of the Teams app.')
output teamsAppId string = identities.outputs.teams.clientId
@description('Object ids, for the permissions in Microsoft Graph.')
output readerId string = identities.outputs.reader.principalId
output rotatorId string = identities.outputs.rotator.principalId
