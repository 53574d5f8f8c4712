/** Steps about passwords and secrets. */
export const secretSteps = {
  'secret-in-kubernetes':
    'Replace the secret in the cluster too: in the image pull secret of the namespace, or in the service principal of the cluster.',
  'secret-in-devops':
    'Replace the secret in Azure DevOps under **Project settings > Service connections**. Better: convert the connection to workload identity federation, which has no secret that can expire.',
  'secret-in-github':
    'Replace the secret in the settings of the GitHub repository. Better: use federation (OpenID Connect), which has no secret that can expire.',
  'secret-in-service':
    'Replace the secret in the settings of the Azure service that pulls, and restart it. Better: let it pull with a managed identity.',
  'valid-entra':
    'Sign in again, to the directory (tenant) of the registry. You need no password for the registry: `az acr login` gets it for you.',
  'valid-exposed-token':
    'Get a new token. It expires after 3 hours, and it needs the user name `00000000-0000-0000-0000-000000000000`.',
  'valid-sp':
    'The user name must be the application (client) ID, and the password the value of a client secret, both from the directory (tenant) of the registry. This command shows until when the secrets are valid. If you are not sure about the value, create a new secret under **Microsoft Entra ID > App registrations > (app) > Certificates & secrets**, and save it at once: it is shown only once.',
  'valid-admin':
    'Compare your password with the two passwords in the Azure portal under **Settings > Access keys**. The password that you used before may have been regenerated.',
  'valid-token':
    'The user name is the name of the token. Check the expiration date of its passwords, here or in the Azure portal under **Repository permissions > Tokens**. If you are not sure about the password, regenerate it there, and save it at once: it is shown only once.',
  'valid-managed-identity':
    'A managed identity has no password. Check that it is assigned to the resource that pulls, and that it has a role on the registry.',
  'valid-federation':
    'Federation has no password. Check that the issuer, subject and audience of the federated credential match, and that the identity has a role on the registry.',
  'valid-anonymous': 'Old credentials get in the way of anonymous pull. Sign out first, then pull again.',
  'valid-service-configuration':
    'If Kubernetes, Azure DevOps or another Azure service signs in for you, check the registry settings there: registry, user name, secret or identity.',
  'firewall-looks-like-auth':
    'Check the network too: firewall rules and network settings can cause errors that look like a wrong password. This command must print `401`. If it prints `403` or nothing, the network is the cause.',
  'admin-prefer-entra':
    'Better: sign in with your own account instead of the admin user. Then nobody has to share a password.',
  'admin-enable':
    'If you really need the admin user, the registry owner turns it on: in the Azure portal under **Settings > Access keys > Admin user**, or with this command.',
  'admin-policy':
    'If this is refused, a policy of your organization may forbid the admin user. Then use your own account, a service principal or a repository token.',
  'admin-compare':
    'The registry owner compares your password with the two passwords in the Azure portal under **Settings > Access keys**. The password that you used before may have been regenerated.',
  'admin-sign-in': 'Sign in with the current password. The user name is the name of the registry.',
  'admin-update-places':
    'Update every place that still has the old password: pipelines, pull secrets, app settings.',
  'admin-regenerate':
    'Regenerate a password only if it is unknown or has leaked: everybody who uses it is locked out. Do one of the two at a time, wait a minute, and move all users before you do the other.',
  'admin-who-regenerated':
    'To see who changed it, look in the activity log of the registry for `Regenerate Container Registry Login Credentials`.',
  'sp-use-secret-value':
    'Sign in with the application (client) ID as user name and the value of the client secret as password. The value is not the secret ID: the portal shows both side by side, and the value only right after you create it.',
  'sp-new-secret':
    'If you are not sure about the value, create a new secret: in the Azure portal under **Microsoft Entra ID > App registrations > (app) > Certificates & secrets > New client secret**, or with this command.',
  'sp-save-secret':
    'Save the new value at once in a safe place, for example a key vault. It is shown only once; after you leave the page nobody can read it again.',
  'sp-remove-old-secret':
    'When everything uses the new secret, remove the old one. The first command lists the secrets with their key IDs and their first letters, the second removes one.',
  'sp-see-expiry':
    'See until when the secrets are valid: with this command, or in the column **Expires** under **Microsoft Entra ID > App registrations > (app) > Certificates & secrets**.',
  'sp-owner-resets':
    'Let a subscription owner or account administrator reset the credentials: create a new secret for the application, or a new service principal.',
  'sp-sign-in-again':
    'Sign in again with the application (client) ID as user name and the new secret as password.',
  'sp-user-is-client-id':
    'Use the application (client) ID of the service principal as user name. It looks like `11111111-2222-3333-4444-555555555555`. An e-mail address, a display name or the object ID does not work. The password is the client secret.',
  'sp-find-application':
    'Check that the application still exists in the directory (tenant) of the registry. This command prints its name.',
  'sp-other-tenant':
    'If it exists only in another directory, sign in with an application of the directory that the registry belongs to.',
  'sp-create-new': 'If it was deleted, create a new service principal and give it a role on the registry.',
  'token-see-expiry':
    'Look at the passwords of the token and their expiration dates: with this command, or in the Azure portal under **Repository permissions > Tokens > (token)**.',
  'token-regenerate':
    'If it has expired, or you are not sure about it, let the registry owner generate a new password for the token, or a new token. Set how many days it stays valid. The old `password1` stops working.',
  'token-save-password':
    'Save the new password at once: it is shown only once and cannot be read again after you close the page. A regenerated password works after about a minute.',
  'token-sign-in': 'Sign in with the name of the token as user name and its password.',
  'token-enable':
    'Let the registry owner enable the token: with this command, or in the Azure portal under **Repository permissions > Tokens > (token)**.',
} as const;
