// Parameters for the example policy; copy it, and name the folder that `acr-help policy deploy` wrote for yours.
// Not tried here. The files of the example name a subscription that does not exist: Azure takes only what was written with
// `--subscriptions`.
using 'main.bicep'

param image = 'contosoimages.azurecr.io/acr-help@sha256:REPLACE'
param imageRegistry = {
  subscription: '22222222-2222-4222-8222-222222222222'
  resourceGroup: 'images'
  name: 'contosoimages'
  abac: false
}

param policy = loadTextContent('../../docs/examples/policy.yaml')
param roles = [
  loadJsonContent('../example/reader.role.json')
  loadJsonContent('../example/rotator-admin-password.role.json')
  loadJsonContent('../example/rotator-token-password.role.json')
  loadJsonContent('../example/rotator-vault.role.json')
]
param subscriptions = ['22222222-2222-4222-8222-222222222222']
param registries = [
  {
    subscription: '22222222-2222-4222-8222-222222222222'
    resourceGroup: 'development'
    name: 'contosodev'
    condition: trim(loadTextContent('../example/grantor.development.condition.txt'))
    roles: []
  }
  {
    subscription: '22222222-2222-4222-8222-222222222222'
    resourceGroup: 'payments'
    name: 'contosopay'
    condition: trim(loadTextContent('../example/grantor.payments.condition.txt'))
    roles: ['acr-help rotator: admin password', 'acr-help rotator: token password']
  }
]
param deliveryVaults = [
  {
    subscription: '22222222-2222-4222-8222-222222222222'
    resourceGroup: 'payments'
    name: 'contoso-payments'
  }
]

param linkClientId = '00000000-0000-0000-0000-000000000000'
param databaseAdministrators = { id: '00000000-0000-0000-0000-000000000000', name: 'platform' }
