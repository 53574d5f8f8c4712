import type { CheckTexts } from '../../types.js';

/** The machine, the names, the health check. */
export const setupChecks = {
  'docker-daemon': {
    label: 'Docker client and daemon',
    question:
      'Run `docker version` on the machine where it fails. Most ways to sign in need a local Docker client and daemon. Does it show a Client part and a Server part?',
    verdicts: {
      available: 'Yes, both parts are there',
      down: 'No: there is no such command, or it cannot reach the daemon',
    },
  },
  'docker-version': {
    label: 'Docker version',
    question: 'Look at the line `Version` in the Client part. Is it 18.03 or later?',
    verdicts: { current: 'Yes, 18.03 or later', outdated: 'No, it is older' },
  },
  'name-form': {
    label: 'Form of the registry name',
    question:
      'Look at the name as you typed it. With `docker login` it must be the complete login server in lowercase letters, such as `myregistry.azurecr.io`. With `az acr login` it must be the resource name without a suffix, such as `myregistry`. Is it so?',
    verdicts: { 'well-formed': 'Yes', malformed: 'No, it looks different' },
  },
  'registry-lookup': {
    label: 'Registry in Azure and in DNS',
    question:
      'Sign in with `az login` first, then run this. The first lines show the registry, the rest shows whether its name exists. What does it say?',
    verdicts: {
      here: 'It shows the registry',
      elsewhere: 'It does not find the registry, but the name leads to an address',
      absent: 'It does not find the registry, and the name does not exist',
      'no-permission': 'It says `AuthorizationFailed`',
    },
  },
  'image-exists': {
    label: 'Image and tag in the registry',
    question: 'Run this. Is the tag that you want in the list?',
    verdicts: {
      exists: 'Yes, the tag is there',
      missing: 'No, or the repository is not found',
    },
  },
  'image-platform': {
    label: 'Image for this platform',
    question:
      'Run this. Is the platform of the machine where it fails in the list, such as `linux/arm64`? An image without such a list is for one platform only.',
    verdicts: {
      offered: 'Yes, the platform is there',
      missing: 'No, only others',
    },
  },
  provider: {
    label: 'Resource provider in the subscription',
    question: 'Run this. Does it print `Registered`?',
    verdicts: {
      registered: 'Yes',
      'not-registered': 'No, it prints something else',
    },
  },
  'image-reference': {
    label: 'Name of the image',
    question:
      'Look at the image name in your command or file. Does it start with the login server of your registry, such as `myregistry.azurecr.io/`?',
    verdicts: { qualified: 'Yes', unqualified: 'No' },
  },
  'stored-credentials': {
    label: 'Stored credentials',
    question:
      'Run this on the machine where it fails. It prints names only, no passwords. Does it print the login server, or `credsStore`?',
    verdicts: { stored: 'Yes, the login server is there', none: 'No, it prints nothing for this server' },
  },
  'health-check': {
    label: 'Health check',
    question:
      'Run the health check on the machine where it fails. It finds problems with Docker, with the network and with the sign-in. The error reference at `https://aka.ms/acr/errors` explains each code. What is the first line that does not say `OK`? Lines about Helm or Notary do not matter.',
    verdicts: {
      docker: 'A code that starts with `DOCKER_`',
      'cloud-shell': 'It says that Cloud Shell does not support this check',
      dns: '`CONNECTIVITY_DNS_ERROR`',
      forbidden: '`CONNECTIVITY_FORBIDDEN_ERROR`',
      challenge: '`CONNECTIVITY_CHALLENGE_ERROR`',
      'refused-401': '`CONNECTIVITY_…_TOKEN_ERROR` with response code 401',
      'refused-403': '`CONNECTIVITY_…_TOKEN_ERROR` with response code 403',
      throttled: 'Too many requests, or the number 429',
      tls: '`CONNECTIVITY_SSL_ERROR`',
      'login-server': '`LOGIN_SERVER_ERROR`',
      'encryption-key': '`CMK_ERROR`',
      'helm-notary-only': 'Only lines about Helm or Notary',
      'all-ok': 'All lines say `OK`',
    },
  },
  'service-state': {
    label: 'State of the Azure service',
    question:
      'Run this again after a few minutes, and look at `azure.status.microsoft`. Does it still print a number from 500, or is an outage announced for your region?',
    verdicts: { healthy: 'No: it prints `401`, and no outage is announced', outage: 'Yes' },
  },
} as const satisfies Partial<CheckTexts>;
