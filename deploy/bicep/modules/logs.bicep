// Where the bot's log and the audit logs of its vault and database go.
// Not tried here.

param name string
param location string

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    // Who may read is decided by roles, not by a shared key.
    features: { disableLocalAuth: true }
  }
}

output workspaceId string = workspace.id
