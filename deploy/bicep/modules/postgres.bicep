// The store: conversations, requests, jobs, audit.
// Not tried here. Entra signs everybody in, people and the bot: there is no password that could be lost. A person makes the
// bot's account once (deploy/README.md).

param name string
param location string
param subnetId string
param dnsZoneId string
@description('{ id, name } of a group.')
param administrators object
param workspaceId string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '16'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
    }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    // What `forget` deletes lives on in backups for as long as this.
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'ZoneRedundant' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'acr_help'
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// Administers the server: makes the bot's account, takes backups. No right in Azure, and people only.
resource people 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: administrators.id
  properties: {
    principalType: 'Group'
    principalName: administrators.name
    tenantId: tenant().tenantId
  }
  dependsOn: [database]
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'PostgreSQLLogs', enabled: true }]
  }
}

output host string = server.properties.fullyQualifiedDomainName
