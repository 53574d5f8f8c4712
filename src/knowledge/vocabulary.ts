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

/** Kind of shell that commands are pasted into. `powershell` is a machine with Windows. */
export type Shell = 'posix' | 'powershell';

/** Places that a snippet of the probe is made for; `laptop` has a POSIX shell, `windows` PowerShell. */
export const snippetPlaces = [
  'laptop',
  'windows',
  'pod',
  'azure-devops',
  'github-actions',
  'cloud-shell',
] as const;
export type SnippetPlace = (typeof snippetPlaces)[number];

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

/**
 * What the person saw: the rows of the tree's question "What exactly did you see?" (T2). Each signature of the
 * recogniser belongs to one row, so that a paste answers that question.
 */
export const symptoms = [
  'cloud-shell',
  'docker-unavailable',
  'docker-outdated',
  'sample-pull-failed',
  'helm-notary',
  'credential-store',
  'name-malformed',
  'image-unqualified',
  'image-missing',
  'platform-missing',
  'resource-not-found',
  'no-credentials',
  'unauthorized',
  'unknown-application',
  'admin-disabled',
  'entra-code',
  'managed-identity',
  'exchange-401',
  'exchange-403',
  'scope-denied',
  'catalog-denied',
  'arm-denied',
  'app-registration',
  'provider-registration',
  'disallowed-operation',
  'quota',
  'firewall-refusal',
  'unreachable',
  'tls',
  'layer-download',
  'throttled',
  'server-error',
  'cmk',
  'tool-crash',
  'other',
] as const;
export type Symptom = (typeof symptoms)[number];

/** Facts that a paste can give; each has a grammar in `src/diagnosis/facts`. */
export const factNames = [
  'loginServer',
  'registry',
  'repository',
  'tag',
  'digest',
  'platform',
  'ip',
  'httpStatus',
  'errorCode',
  'aadsts',
  'subscription',
  'clientId',
  'tenant',
  'objectId',
  'federatedIssuer',
  'federatedSubject',
  'correlationId',
  'scope',
  'action',
] as const;
export type FactName = (typeof factNames)[number];

/** What kind of thing was handed in. `error`, `prose` and `unsure` go on to the tree. */
export const intakeKinds = [
  'error',
  'prose',
  'unsure',
  'empty',
  'binary',
  'too-large',
  'secret-only',
  'greeting',
  'not-acr',
] as const;
export type IntakeKind = (typeof intakeKinds)[number];

/** What a button does. Closed: an adapter cannot invent a verb. */
export const verbs = [
  'back',
  'correct',
  'restart',
  'check-again',
  'next-cause',
  'login-events',
  'handover',
  'send-handover',
  'dont-know',
  'look-there',
  'other-place',
  'finish',
] as const;
export type Verb = (typeof verbs)[number];

/** What a chat platform adds to a conversation: telling others, saying whether it helped, signing in. */
export const chatVerbs = [
  'request-role',
  'rotate-secret',
  'approve',
  'withdraw',
  'works',
  'distrust',
  'ask-again',
  'sign-in',
  'open-secret',
  'share',
  'helpful',
  'unhelpful',
  'link',
  'start',
] as const;
export type ChatVerb = (typeof chatVerbs)[number];
