import type { Answer, Move } from './passage.js';

/** Registry of all conversations. */
export const registry = ['registry', 'contoso.azurecr.io'] as const satisfies Answer;

/** `docker login`, refused: seed B error 3 with a real name. */
export const loginRefused: Move = {
  say: 'docker login contoso.azurecr.io\nError response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information."}]}',
};

/** `docker pull`, refused. */
export const pullRefused: Move = {
  say: 'docker pull contoso.azurecr.io/team/app:1.0\nError response from daemon: Head "https://contoso.azurecr.io/v2/team/app/manifests/1.0": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.',
};

/** `docker push`, refused by rights. */
const pushDenied: Move = {
  say: 'docker push contoso.azurecr.io/team/app:1.0\ndenied: requested access to the resource is denied\nerror from registry: insufficient_scope: authorization failed for contoso.azurecr.io/team/app',
};

/** Refused by the registry's firewall: seed B error 5 with real values. */
export const firewallRefused: Move = {
  say: 'Error response from daemon: Get "https://contoso.azurecr.io/v2/": denied: {"errors":[{"code":"DENIED","message":"client with IP \\u0027203.0.113.7\\u0027 is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}',
};

/** `az acr login` without Docker: seed B error 1 with real values. */
const dockerMissing: Move = {
  say: "You may want to use 'az acr login -n contoso --expose-token' to get an access token, which does not require Docker to be installed.\n2024-05-06 07:08:09.101112 An error occurred: DOCKER_COMMAND_ERROR\nPlease verify if Docker client is installed and running.",
};

/** Nothing pasted: a person who signs in and reads the question "What exactly did you see?". */
export const signingIn = ['start', ['situation', 'login']] as const satisfies readonly Move[];

/** Docker is missing on the person's own machine. */
export const toDockerNotRunning = [
  dockerMissing,
  ['docker-daemon', 'down'],
  ['environment', 'workstation'],
] as const satisfies readonly Move[];

/** Refused at login, and the person knows neither method nor user name. */
export const toCredentialsInvalid = [
  loginRefused,
  ['auth-method', 'unknown'],
  ['user-name-form', 'unknown'],
] as const satisfies readonly Move[];

/** Refused at login with a service principal whose application exists. */
export const withServicePrincipal = [
  loginRefused,
  ['auth-method', 'service-principal'],
  ['sp-user-name', 'application-id'],
  ['sp-application', 'found'],
] as const satisfies readonly Move[];

/** Nothing fits and nothing can be checked. */
export const toUnknown = [
  ...signingIn,
  ['symptom', 'other'],
  registry,
  ['health-check', 'unknown'],
  ['challenge', 'unknown'],
] as const satisfies readonly Move[];

/** A push without the right, in a registry of the given mode. */
export const deniedIn = (mode: 'legacy' | 'abac') =>
  [
    pushDenied,
    ['auth-method', 'individual-entra'],
    ['permission-mode', mode],
  ] as const satisfies readonly Move[];
