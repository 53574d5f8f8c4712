import { table } from '../signature.js';

/** Stores and helpers that keep the credentials of the Docker client. */
export const storeSignatures = table(
  {
    symptom: 'credential-store',
    scope: 'registry',
    source: 'clients.md §5; docker-credential-helpers client.go',
  },
  {
    'store-get': {
      label: 'error getting credentials',
      meaning: 'The credential helper gave no answer.',
      votes: { 'docker-credential-store': 11 },
    },
    'store-save': {
      label: 'error storing credentials',
      meaning: 'The credential helper refused to store.',
      find: ['error {storing|saving} credentials'],
      votes: { 'docker-credential-store': 11 },
    },
    'store-helper-missing': {
      label: 'docker-credential-…: executable file not found',
      meaning: 'The helper that the configuration names is not installed.',
      find: [
        'docker-credential-……{: executable file not found| resolves to executable in current|: {command |}not found| not installed or not available| is not recognized}',
        '{no such file or directory|cannot find|not find}…docker-credential-',
        'credential helper…{not found|failed|error}',
      ],
      votes: { 'docker-credential-store': 11 },
    },
    'store-exited': {
      label: 'Credentials store … exited with',
      meaning: 'The Docker SDK for Python reports a failing helper.',
      find: ['credentials store … exited with', '·storeerror·', 'docker.credentials.errors'],
      votes: { 'docker-credential-store': 11 },
    },
    'store-in-the-way': {
      label: 'remove "credsStore"',
      meaning: 'A program cannot store its token while the Docker client has a credential store.',
      find: ["remove {the |}'credsstore'", '{delete|remove}…credsstore…config.json'],
      votes: { 'docker-credential-store': 11 },
    },
    'store-words': {
      label: 'The stub received bad data',
      meaning: 'What the stores of Windows, macOS and Linux say when they refuse.',
      find: [
        'stub received bad data',
        'specified logon session does not exist',
        'cannot autolaunch d-bus',
        'pass not initialized',
        'password store is empty',
        'gpg: decryption failed',
        'no usernames for ',
        'keychain cannot be accessed',
        'user interaction is not allowed',
        'credentials not found in native keychain',
        'secret service: ',
        'not enough {memory|storage}…process this command',
        'credstore-updated',
        'notifycredstoreupdated',
        'credentials.store(',
      ],
      votes: { 'docker-credential-store': 8 },
    },
    'store-identity-token': {
      label: 'auth file contains an Identity token',
      meaning: 'skopeo, podman and buildah refuse to log in over an identity token that az acr login stored.',
      votes: { 'docker-credential-store': 11 },
    },
    'store-config-broken': {
      label: 'Error loading config file',
      meaning: 'The configuration file of the client cannot be read.',
      find: [
        'error loading config file',
        '{.docker…config.json|auth.json|.dockercfg}…{permission denied|access is denied|invalid character|unexpected end of json|device or resource busy|parse error|read-only file system}',
      ],
      votes: { 'docker-credential-store': 9 },
    },
  },
);
