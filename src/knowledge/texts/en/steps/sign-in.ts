/** Steps about signing in. */
export const signInSteps = {
  'same-server-as-image':
    'Sign in to exactly the login server that stands in the name of your image. A sign-in to another name does not count. The registry is private: everything but anonymous pull needs a sign-in.',
  'sign-in-entra': 'Sign in to the Azure CLI first, then to the registry by its name without a suffix.',
  'sign-in-exposed-token':
    'Get a new token and sign in with it. The user name is `00000000-0000-0000-0000-000000000000`.',
  'sign-in-sp':
    'Sign in with the application (client) ID as user name. Docker asks for the password: that is the client secret.',
  'sign-in-managed-identity':
    'On the Azure machine that has the identity, sign in with it, then sign in to the registry.',
  'sign-in-admin':
    'Sign in with the name of the registry as user name. One of the two passwords stands in the Azure portal under **Settings > Access keys**.',
  'sign-in-token': 'Sign in with the name of the token as user name and one of its passwords.',
  'sign-in-anonymous':
    'Without credentials you can only pull, and only if the registry owner has turned on anonymous pull. To push, sign in with one of the other ways.',
  'sign-in-in-same-job':
    'In a pipeline, sign in inside the same job, before the step that pulls or pushes. Every job starts without credentials.',
  'expired-entra': 'Sign in again. The token that you got expires after 3 hours.',
  'expired-sp':
    'Sign in again. The token of a service principal expires after 3 hours too, even if its secret is still valid. If this sign-in is refused, the client secret may have expired: check that next.',
  'expired-managed-identity':
    'Sign in again on that machine. The token of a managed identity expires after 3 hours. Azure services renew it by themselves; for them, restart the app or the pull.',
  'expired-password':
    'Sign in again with your current user name and password. If the password has expired too, let the registry owner regenerate it, or generate a new token.',
  'session-revoked':
    'If that is not enough, sign out completely first. This helps after a password change, or when an administrator ended your sessions.',
  'scripts-sign-in-late':
    'In scripts and pipelines, sign in right before each pull or push, not once at the start.',
  'zero-guid-user':
    'Sign in with the user name `00000000-0000-0000-0000-000000000000` and the token as password. Your own name or e-mail address does not work with such a token.',
  'exposed-token-age': 'Use the token soon: it is valid for 3 hours. After that, get a new one.',
  'mode-switch-roles-first':
    'Check that your identity has a role that counts in the new mode of the registry. Without it, a new sign-in fails too.',
  'mode-switch-relogin':
    'Sign out of the registry and sign in again. Everything issued before the switch is refused.',
  'mode-switch-kubelet':
    'Restart the kubelet on each node, or replace the nodes. Restarting the pods is not enough, because the node keeps the old credential. Waiting helps too, but can take hours.',
  'mode-switch-service':
    'Restart the app or service that pulls, so that it asks for a new credential. Otherwise it can take hours until it renews it.',
  'logout-then-anonymous':
    'Sign out of the registry, so that Docker sends no old credentials. Then pull again.',
  'anonymous-reads-only': 'To push or delete you still have to sign in: anonymous access only reads.',
  'satisfy-policy':
    'Sign in on a device that your organization manages, and confirm the extra check (for example in the authenticator app) when the browser asks for it.',
  'policy-review':
    'If it is still blocked, ask an administrator of Microsoft Entra to look at the conditional access policy. Give them the AADSTS number, the time, and the correlation ID of the message.',
  'automation-identity':
    'For scripts and pipelines, use a service principal or a managed identity. These policies apply to user accounts only.',
  'federation-compare':
    'Compare the issuer, the subject and the audience in the error message with the federated credential of the application. Uppercase and lowercase letters count.',
  'federation-correct':
    'Correct the federated credential so that all three values are the same, or add a new one. Then run the job again.',
  'federation-github':
    'The workflow needs the permission `id-token: write`. The subject is `repo:ORG/REPO:ref:refs/heads/BRANCH`, `repo:ORG/REPO:environment:NAME` or `repo:ORG/REPO:pull_request`. The audience is `api://AzureADTokenExchange`.',
  'federation-devops':
    'In Azure DevOps, open **Project settings > Service connections** and compare the issuer and subject that the connection shows. The subject looks like `sc://ORG/PROJECT/CONNECTION` and changes when one of these is renamed.',
  'federation-kubernetes':
    'In Kubernetes, the issuer is the OIDC issuer address of the cluster, and the subject names the namespace and the service account.',
  'identity-assign':
    'Give the resource that pulls a managed identity: in the Azure portal, open the resource and then **Identity**. This command shows which identities it has; it needs the full resource ID.',
  'identity-choose':
    'If there are several identities, name the one to use: its client ID or its resource ID in the settings of the service or in the sign-in.',
  'identity-role':
    'Give that identity a role on the registry. Use its principal ID (object ID), not its client ID.',
  'identity-service-settings':
    'Check that the service is set to pull with this identity, and not with a user name and password.',
  'audience-update-cli':
    'Update your tools. Newer versions of the Azure CLI ask for a token that is meant for the registry.',
  'audience-sign-in': 'Or ask for such a token yourself when you sign in.',
  'audience-enable':
    'Some services, for example App Service and Container Apps, cannot use such tokens yet. For them the registry owner can allow Azure Resource Manager tokens again. This changes the whole registry and is a security decision.',
} as const;
