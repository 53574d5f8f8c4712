/** Steps about rights in Azure and in the directory. */
export const managementSteps = {
  'manage-role':
    'To open the registry in the Azure portal or manage it with the Azure CLI, you need at least `Container Registry Contributor and Data Access Configuration Administrator`, or a role with the same rights. Ask somebody who may assign roles.',
  'view-role': 'If you only want to look, `Reader` on the registry is enough.',
  'no-management-for-images':
    'To pull or push you do not need this right. Sign in with `docker login`, or use `az acr login` with a newer Azure CLI.',
  'ask-role-administrator':
    'Ask somebody who has `Role Based Access Control Administrator` (or `Owner`, or `User Access Administrator`) on the registry or its subscription to assign the role.',
  'delegate-assigning':
    'Or ask for the right to do it yourself: `Role Based Access Control Administrator` on this registry. You or a registry owner need this right to add, change or remove role assignments.',
  'delegate-condition':
    'It is good practice to limit that right with a condition to the roles that you need to give.',
  'app-created-by-admin':
    'Ask an administrator of Microsoft Entra to create the application and its service principal, and to give you the application (client) ID. Normal users may not be allowed to register applications.',
  'app-use-existing':
    'In Azure DevOps, let somebody who may register applications create the service connection, or choose the manual way and enter an application that exists.',
  'app-avoid':
    'Or use an identity that needs no application: a managed identity, with federation if the job runs outside Azure.',
  'provider-register':
    'Ask somebody with `Contributor` or `Owner` on the subscription to register the resource provider. It takes a few minutes, until this command prints `Registered`.',
  'tenant-find': 'Ask the registry owner which directory (tenant) the registry belongs to, and get its ID.',
  'tenant-sign-in': 'Sign in to that directory.',
  'tenant-guest':
    'If your account does not exist there, ask an administrator of that directory to invite you as a guest, and to give you a role on the registry.',
  'tenant-sp':
    'Use an application of the registry’s directory. An application of another directory works only if it is multitenant and an administrator has consented to it there.',
  'tenant-managed-identity':
    'A managed identity works only in its own directory. Use a service principal of the registry’s directory instead.',
  'tenant-aks':
    'For a cluster in another directory, set up a multitenant application, consent to it in the directory of the registry, give it a role there, and use it as the service principal of the cluster.',
} as const;
