// The bot. Container Apps has no switch for a read-only root; the image works under one wherever there is.
// Not tried here.

param name string
param location string
param environmentId string
param image string
param imageServer string
@description('Outputs of identities.bicep by name.')
param identities object
param vaultUri string
param databaseHost string
param publicUrl string
param policy string
param subscriptions array
param linkClientId string
param slackWorkspaces array
param settings array

var secretNames = concat(
  ['link-client-secret', 'delivery-key'],
  empty(slackWorkspaces) ? [] : ['slack-bot-token', 'slack-signing-secret']
)

var slack = empty(slackWorkspaces)
  ? []
  : [
      { name: 'SLACK_WORKSPACES', value: join(slackWorkspaces, ',') }
      { name: 'SLACK_BOT_TOKEN', secretRef: 'slack-bot-token' }
      { name: 'SLACK_SIGNING_SECRET', secretRef: 'slack-signing-secret' }
    ]

// HOST and PORT are the image's.
var own = [
  { name: 'PUBLIC_URL', value: publicUrl }
  { name: 'STORE', value: 'postgres://${identities.store.name}@${databaseHost}/acr_help?sslmode=verify-full' }
  { name: 'STORE_CLIENT_ID', value: identities.store.clientId }
  { name: 'TEAMS_APP_ID', value: identities.teams.clientId }
  { name: 'TEAMS_TENANT_ID', value: tenant().tenantId }
  { name: 'AZURE_IDENTITY', value: 'managed-identity' }
  { name: 'AZURE_CLIENT_ID', value: identities.reader.clientId }
  { name: 'AZURE_SUBSCRIPTIONS', value: join(subscriptions, ',') }
  { name: 'LINK_TENANT_ID', value: tenant().tenantId }
  { name: 'LINK_CLIENT_ID', value: linkClientId }
  { name: 'LINK_CLIENT_SECRET', secretRef: 'link-client-secret' }
  { name: 'POLICY', value: '/etc/acr-help/policy.yaml' }
  { name: 'GRANTOR_IDENTITY', value: 'managed-identity' }
  { name: 'GRANTOR_CLIENT_ID', value: identities.grantor.clientId }
  { name: 'ROTATOR_IDENTITY', value: 'managed-identity' }
  { name: 'ROTATOR_CLIENT_ID', value: identities.rotator.clientId }
  { name: 'DELIVERY_KEY', secretRef: 'delivery-key' }
]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identities.reader.id}': {}
      '${identities.grantor.id}': {}
      '${identities.rotator.id}': {}
      '${identities.teams.id}': {}
      '${identities.store.id}': {}
      '${identities.runtime.id}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: [{ server: imageServer, identity: identities.runtime.id }]
      secrets: concat(
        map(secretNames, it => {
          name: it
          keyVaultUrl: '${vaultUri}secrets/${it}'
          identity: identities.runtime.id
        }),
        // No secret; this is how Container Apps makes a file of a text.
        [{ name: 'policy', value: policy }]
      )
    }
    template: {
      // Longer than the bot takes to end what is under way.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'acr-help'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(own, slack, settings)
          volumeMounts: [{ volumeName: 'policy', mountPath: '/etc/acr-help' }]
          probes: [
            { type: 'Startup', httpGet: { path: '/livez', port: 3978 }, periodSeconds: 2, failureThreshold: 30 }
            { type: 'Liveness', httpGet: { path: '/livez', port: 3978 }, periodSeconds: 30, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10, timeoutSeconds: 5 }
          ]
        }
      ]
      volumes: [
        {
          name: 'policy'
          storageType: 'Secret'
          secrets: [{ secretRef: 'policy', path: 'policy.yaml' }]
        }
      ]
      // Two, so that one can go while a person is served by the other.
      scale: { minReplicas: 2, maxReplicas: 4 }
    }
  }
}
