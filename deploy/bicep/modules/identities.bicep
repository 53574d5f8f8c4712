// One identity for each thing that can be done: what takes one of them over can do that one thing.
// Not tried here.

param name string
param location string

@description('Reads registries, roles, clusters.')
resource reader 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-reader'
  location: location
}

@description('Gives and takes the roles of the policy.')
resource grantor 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-grantor'
  location: location
}

@description('Makes secrets new.')
resource rotator 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-rotator'
  location: location
}

@description('Speaks with Teams; no right in Azure.')
resource teams 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-teams'
  location: location
}

@description('Signs in to the database; no right in Azure.')
resource store 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-store'
  location: location
}

@description('With it Container Apps fetches image and secrets before the bot starts; the bot itself never asks for its token.')
resource runtime 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-runtime'
  location: location
}

output reader object = { id: reader.id, principalId: reader.properties.principalId, clientId: reader.properties.clientId }
output grantor object = { id: grantor.id, principalId: grantor.properties.principalId, clientId: grantor.properties.clientId }
output rotator object = { id: rotator.id, principalId: rotator.properties.principalId, clientId: rotator.properties.clientId }
output teams object = { id: teams.id, principalId: teams.properties.principalId, clientId: teams.properties.clientId }
output store object = { id: store.id, name: store.name, clientId: store.properties.clientId }
output runtime object = { id: runtime.id, principalId: runtime.properties.principalId, clientId: runtime.properties.clientId }
