// The custom roles, from the files of `acr-help policy deploy`; the page beside those files says what each right is for.
// Not tried here.
targetScope = 'subscription'

param definitions array
@description('Subscription in which the roles are defined; their ids follow from it.')
param home string

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = [
  for it in definitions: {
    name: guid(home, it.Name)
    properties: {
      roleName: it.Name
      description: it.Description
      type: 'CustomRole'
      permissions: [
        {
          actions: it.Actions
          notActions: it.NotActions
          dataActions: it.DataActions
          notDataActions: it.NotDataActions
        }
      ]
      assignableScopes: it.AssignableScopes
    }
  }
]
