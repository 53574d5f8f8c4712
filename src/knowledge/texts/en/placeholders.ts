import type { Placeholder } from '../../fixes/placeholders.js';

/** What each placeholder of a command stands for, and where to find it. */
export const placeholders: Readonly<Record<Placeholder, string>> = {
  registry: 'name of the registry, without `.azurecr.io`',
  registryId: 'resource ID of the registry: **Properties > Resource ID** in the Azure portal',
  loginServer: 'login server of the registry, for example `contoso.azurecr.io`: **Overview > Login server**',
  dataEndpoint: 'host that serves the layers: `az acr show-endpoints` lists it',
  repository: 'name of the image without login server and tag',
  tag: 'tag of the image',
  image: 'complete name of the image: login server, repository and tag',
  localImage: 'name of the image on your own machine: `docker images` lists it',
  platform: 'platform that runs the image, for example `linux/amd64`',
  ip: 'public IP address that the registry sees: it stands in the error message',
  subscription: 'name or ID of the subscription that holds the registry',
  tenant:
    'ID of the directory (tenant) of the registry: ask the registry owner, or **Microsoft Entra ID > Overview > Tenant ID**',
  clientId: 'application (client) ID: **Microsoft Entra ID > App registrations > Overview**',
  principalId:
    'object ID of the identity that is refused. For your own account: `az ad signed-in-user show --query id`; for others the portal shows it as Object ID or Principal ID',
  keyId: 'ID of the old secret: `az ad app credential list` shows it as `keyId`',
  role: 'name of the role',
  resourceGroup: 'resource group of the cluster',
  resourceId: 'resource ID of the Azure resource that pulls: **Properties > Resource ID**',
  cluster: 'name of the AKS cluster',
  namespace: 'Kubernetes namespace of the pod',
  secretName: 'name of the image pull secret, as the pod names it',
  userName: 'user name that signs in: application (client) ID, token name or registry name',
  tokenName: 'name of the repository token: **Repository permissions > Tokens**',
  scopeMap: 'name of the scope map of the token: **Repository permissions > Scope maps**',
  vnet: 'name or resource ID of the virtual network of the machine that fails',
  days: 'how many days the new password is valid, for example `30`',
  workspace: 'ID of the Log Analytics workspace that receives the logs of the registry',
  workspaceResource: 'Resource ID of the Log Analytics workspace (`/subscriptions/…`)',
};
