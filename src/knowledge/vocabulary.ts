/** Closed vocabularies shared by diagnosis, tree and texts. Values are stable: they appear in the CLI's JSON. */

/** Ways to sign in to a registry (seed B step 1; seed A "Authentication overview"). */
export const authMethods = [
  'individual-entra',
  'exposed-token',
  'service-principal',
  'managed-identity',
  'aks-kubelet-identity',
  'admin-user',
  'repository-token',
  'anonymous',
  'workload-federation',
] as const;
export type AuthMethod = (typeof authMethods)[number];

/** What the person was doing when it failed. */
export const operations = ['login', 'pull', 'push', 'delete', 'list', 'manage', 'other'] as const;
export type Operation = (typeof operations)[number];

/** Where it failed. `workstation` is any machine with a shell that is none of the others. */
export const environments = [
  'workstation',
  'cloud-shell',
  'kubernetes',
  'azure-devops',
  'github-actions',
  'azure-service',
  'portal',
] as const;
export type Environment = (typeof environments)[number];

/** The program that printed the error. */
export const clients = [
  'docker',
  'az',
  'azd',
  'azure-powershell',
  'containerd',
  'kubelet',
  'podman',
  'buildah',
  'skopeo',
  'oras',
  'crane',
  'helm',
  'nerdctl',
  'buildkit',
  'kaniko',
  'terraform',
  'bicep',
  'azure-sdk',
  'vscode',
  'portal',
  'pipelines',
  'github-actions',
  'container-apps',
  'app-service',
  'iotedge',
  'curl',
  'other',
] as const;
export type Client = (typeof clients)[number];

/** Whose answer an HTTP status is: a 500 of the Docker daemon says nothing about the registry. */
export const statusOwners = [
  'registry',
  'token-server',
  'entra',
  'arm',
  'storage',
  'daemon',
  'other',
  'unknown',
] as const;
export type StatusOwner = (typeof statusOwners)[number];

/** Permission mode of a registry: `RBAC Registry Permissions` or `RBAC Registry + ABAC Repository Permissions`. */
export const registryModes = ['legacy', 'abac'] as const;
export type RegistryMode = (typeof registryModes)[number];
