import type { CauseTexts } from '../types.js';

/** Title of each cause, and why the error reads as it does. */
export const causes: CauseTexts = {
  'docker-not-running': {
    title: 'Docker is missing or not running on this machine',
    why: 'Signing in with `az acr login` hands a token to Docker, so it needs the Docker client and the Docker daemon where you run it. One of them did not answer. The registry itself was not asked yet.',
  },
  'cloud-shell-no-daemon': {
    title: 'Azure Cloud Shell has no Docker daemon',
    why: '`az acr login` needs the Docker client and the Docker daemon. Cloud Shell provides only the client, so the command cannot work there in its normal form. Your rights are not the problem.',
  },
  'docker-too-old': {
    title: 'Your Docker client is too old',
    why: 'The registry needs Docker client version 18.03 or later. An older client cannot use its way of signing in.',
  },
  'docker-credential-store': {
    title: 'Docker cannot read or save its stored credentials',
    why: 'Docker keeps credentials with the help of another program, and that program is missing or fails. The registry may have accepted your sign-in; Docker could not keep it, or sends an old one.',
  },
  'helm-notary-missing': {
    title: 'Only Helm or Notary is missing: this is harmless',
    why: 'The health check also looks for Helm and Notary. These lines only say that one of them is not installed, or does not fit your version of the Azure CLI. They do not mean that your registry or your machine has a problem.',
  },
  'registry-not-found': {
    title: 'There is no registry with this name',
    why: 'The name of the login server leads nowhere. Either it is misspelled, or the registry was deleted. A name that does not exist cannot check any password.',
  },
  'login-server-malformed': {
    title: 'The name of the registry is not written correctly',
    why: '`docker login` needs the complete login server in lowercase letters, such as `myregistry.azurecr.io`. `az acr login` needs only the resource name, such as `myregistry`. The name that you used has another form.',
  },
  'wrong-subscription': {
    title: 'The registry is in another subscription or directory',
    why: 'The registry exists, but not in the subscription that your Azure CLI is set to. The message says “not found” for both. It does not mean that the registry is gone.',
  },
  'repository-or-tag-not-found': {
    title: 'The image or its tag is not in the registry',
    why: 'Your sign-in worked, and the registry looked for the image. The repository, the tag or the digest does not exist there: it is misspelled, was never pushed, or was deleted.',
  },
  'platform-mismatch': {
    title: 'The image exists, but not for your kind of machine',
    why: 'An image is built for a processor and an operating system. The registry has this image, but not for the platform that your machine asks for. Your rights are fine.',
  },
  'image-not-qualified': {
    title: 'The image name lacks the name of your registry',
    why: 'Without a login server in front, Docker looks on Docker Hub. Docker Hub refused, so the message says nothing about your Azure registry.',
  },
  'not-logged-in': {
    title: 'You are not signed in to this registry',
    why: 'The registry is private. To push or pull you must sign in first, unless it allows anonymous pull. No valid credentials were sent: you have not signed in yet, or to another name.',
  },
  'credentials-invalid': {
    title: 'The user name or password is not accepted',
    why: 'The registry received a user name and a password (of a service principal, a repository token or the admin user) and refused them. One of them is wrong, or has expired. Check what you use, or what the registry owner gave you. Sometimes a firewall causes the same message.',
  },
  'admin-user-disabled': {
    title: 'The admin user of the registry is turned off',
    why: 'You signed in with the admin user, but the registry does not allow it; it is off by default. If you signed in with your own account, this line is only a last attempt of the Azure CLI, and the real cause stands in the line before it.',
  },
  'admin-password-wrong': {
    title: 'The password of the admin user is wrong',
    why: 'The admin user is turned on, but this password is none of its two current ones. The password that you used before may have been regenerated.',
  },
  'sp-secret-invalid': {
    title: 'The client secret of the service principal is wrong',
    why: 'The application exists, but this secret does not belong to it. Often the ID of the secret was used instead of its value.',
  },
  'sp-secret-expired': {
    title: 'The client secret of the service principal has expired',
    why: 'A client secret is valid for a limited time, and this one is over. The registry then answers as if the password were wrong.',
  },
  'sp-not-found': {
    title: 'The user name is not a known application ID',
    why: 'The registry takes this user name for the ID of an application (service principal) and does not find it in its directory. The ID is misspelled, it is an e-mail address or another name, or the application was deleted or belongs to another directory.',
  },
  'repo-token-password-wrong': {
    title: 'The password of the repository token is wrong or expired',
    why: 'The token exists and is enabled, but this password is not valid. It may have expired, or may have been regenerated.',
  },
  'repo-token-disabled': {
    title: 'The repository token is turned off',
    why: 'The token exists, but somebody has disabled it. The registry then refuses every password of the token.',
  },
  'mode-switch-stale-credential': {
    title: 'Old credentials from before a change of the registry',
    why: 'The registry was switched to another permission mode. Everything that was issued before is refused until the client signs in anew, even if the roles are right.',
  },
  'entra-token-expired': {
    title: 'Your sign-in has expired',
    why: 'Tokens and credentials are valid for a limited time, and then have to be renewed. The token that you got for the registry lasts 3 hours; after that the registry answers as if you were not signed in. Nothing is wrong with your rights.',
  },
  'expose-token-username': {
    title: 'The access token was used with the wrong user name',
    why: 'A token from `az acr login --expose-token` works only with the user name `00000000-0000-0000-0000-000000000000`. With another name the registry looks for an account that does not exist.',
  },
  'anonymous-pull-stale-login': {
    title: 'Old stored credentials get in the way of anonymous pull',
    why: 'This registry can be read without signing in. But Docker still sends credentials from an earlier sign-in, and the registry refuses those instead of letting you in as a guest.',
  },
  'conditional-access': {
    title: 'A security policy of your organization blocks the sign-in',
    why: 'Your password is right, but a policy asks for more: a second factor, a managed device, or another place. The sign-in stopped at Microsoft Entra, before the registry.',
  },
  'federation-mismatch': {
    title: 'The federated sign-in does not match its settings',
    why: 'The job proves who it is with a token instead of a secret. Issuer, subject or audience of this token differ from what the application expects, so Microsoft Entra refuses it.',
  },
  'managed-identity-unavailable': {
    title: 'The managed identity is missing, or the wrong one is used',
    why: 'The resource tried to sign in with a managed identity. None is assigned to it, or there are several and it was not said which to use. The registry was not asked yet.',
  },
  'arm-audience-disabled': {
    title: 'The registry does not accept this kind of token',
    why: 'The registry refuses tokens that were made for Azure Resource Manager and takes only tokens made for registries. Older tools and some services still send the former.',
  },
  'role-missing': {
    title: 'You are signed in, but have no role for this action',
    why: 'The registry knows the identity (a user, a managed identity or a service principal), but no role assignment allows it to do this here. The answer is the same `unauthorized` or `denied` as for a wrong password.',
  },
  'role-not-activated': {
    title: 'Your role is not activated yet',
    why: 'You are eligible for the right role, but it has no effect until you activate it in Privileged Identity Management (PIM).',
  },
  'abac-ignores-legacy-role': {
    title: 'This registry does not honor the role that you have',
    why: 'The registry is in the mode `RBAC Registry + ABAC Repository Permissions`. There, `AcrPull`, `AcrPush` and `AcrDelete` give no access to images, and neither do `Owner`, `Contributor` and `Reader`. Only the Container Registry Repository roles count.',
  },
  'abac-condition-excludes': {
    title: 'Your role does not cover this repository',
    why: 'The identity has a repository role, but a condition limits it to other repositories. So you may have rights in the registry and still none for this image.',
  },
  'catalog-not-authorized': {
    title: 'You may not list the repositories of this registry',
    why: 'Listing the repositories is a right of its own. Roles that let you pull or push single images do not always include it. Pulling by name may well work.',
  },
  'scope-map-insufficient': {
    title: 'The repository token does not cover this repository or action',
    why: 'User name and password are right. But the scope map of the token lists what it may do, and this repository or this action is not on the list.',
  },
  'arm-role-missing': {
    title: 'You may not view or manage the registry',
    why: 'Showing or changing the settings of a registry, in the Azure portal or with the Azure CLI, needs a role for Azure Resource Manager. The roles for pulling and pushing images do not include it.',
  },
  'assign-role-not-allowed': {
    title: 'You may not assign roles on this registry',
    why: 'Giving a role to somebody needs a right of its own. It comes with `Role Based Access Control Administrator`, not with the roles for images.',
  },
  'app-registration-not-allowed': {
    title: 'You may not register applications in your directory',
    why: 'Creating a service connection or a service principal registers an application in Microsoft Entra. Your account may not do that. The registry is not involved.',
  },
  'provider-not-registered': {
    title: 'The subscription is not set up for container registries',
    why: 'A subscription must once be registered for the resource provider `Microsoft.ContainerRegistry`. Until then it cannot create or manage registries.',
  },
  'role-propagating': {
    title: 'Your new role is not effective yet',
    why: 'The role was given a short time ago. Azure needs some minutes until it works everywhere, and a sign-in from before does not know about it. The browser can show an old state too.',
  },
  'aks-identity-missing-role': {
    title: 'The cluster may not pull from this registry',
    why: 'The nodes of the cluster pull with their own identity, the kubelet identity. It is not attached to the registry, lacks the right role, or is not on the nodes. Your own rights do not matter here.',
  },
  'aks-pull-secret-invalid': {
    title: 'The pull secret of the pod is missing or wrong',
    why: 'The pod signs in with a secret that is stored in the cluster. It is in another namespace, names another server, or holds a password that is no longer valid.',
  },
  'cross-tenant': {
    title: 'Identity and registry belong to different directories',
    why: 'Each organization has its own directory (tenant). The registry asks its own one, and the identity is not known there.',
  },
  'content-locked': {
    title: 'The image or the repository is locked',
    why: 'The registry understood who you are, but the content may not be changed or read: it was locked, or put in quarantine. More rights do not help.',
  },
  'ip-not-allowed': {
    title: 'The firewall of the registry does not allow your address',
    why: 'The registry has a firewall. It lets in selected networks only, and the address that you come from is not on the list. That is why you see `403` even though your password and roles may be right.',
  },
  'public-access-disabled': {
    title: 'Public access to the registry is turned off',
    why: 'The registry can only be reached over a private endpoint. From the internet everybody is refused with `403`, whatever the password and roles.',
  },
  'private-endpoint-dns': {
    title: 'The name leads to the public address, not the private one',
    why: 'The registry has a private endpoint, but the machine that fails does not find its private address. It goes to the public address, or finds none, and is refused there.',
  },
  'connection-failed': {
    title: 'The registry cannot be reached from there',
    why: 'No connection to the login server came about: no name, no answer, a refusal, or a proxy in between. The registry has not seen your sign-in, so this is no question of passwords.',
  },
  'tls-untrusted': {
    title: 'The encrypted connection is not trusted',
    why: 'The certificate on the way to the registry is not one that your machine trusts. Mostly a proxy opens the connection, or the clock of the machine is wrong.',
  },
  'data-endpoint-blocked': {
    title: 'The sign-in works, but the image layers are blocked',
    why: 'The parts of an image come from another address than the login server, the data endpoint. That address is not reachable from the machine that pulls.',
  },
  'rate-limited': {
    title: 'Too many requests in a short time',
    why: 'Each service tier has a limit, and it was passed. The registry refuses until some time has gone by. Your rights are fine.',
  },
  'quota-exceeded': {
    title: 'A limit of the registry is reached',
    why: 'The registry has no storage left, or another limit of its service tier is reached. It then refuses new content.',
  },
  'cmk-key-unavailable': {
    title: 'The registry cannot use its encryption key',
    why: 'The registry is encrypted with a key of your organization. The key, its vault or the identity that reads it is not available, so the registry cannot read its own data.',
  },
  'client-defect': {
    title: 'The tool itself is broken or outdated',
    why: 'The message comes from a crash inside the tool, not from the registry. It says nothing about your rights.',
  },
  'service-outage': {
    title: 'A fault on Azure’s side',
    why: 'The registry or the sign-in service answered with an error of its own. Your credentials were not the reason.',
  },
  'not-acr': {
    title: 'This is not about Azure Container Registry',
    why: 'The message comes from another server or service, or shows no error. What I know about registries in Azure does not apply to it.',
  },
  unknown: {
    title: 'The cause is not clear yet',
    why: 'It is about Azure Container Registry, but nothing that you told me and nothing that I could check shows one of the known causes.',
  },
};
