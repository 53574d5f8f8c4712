/** Steps about Docker. */
export const dockerSteps = {
  'docker-install-or-start':
    'Install the Docker client and the Docker daemon on the machine where you run the command. If they are installed, start Docker. Most ways to sign in to a registry need both, because `az acr login` calls `docker login` for you.',
  'docker-both-answer':
    'Check that both answer: `docker version` must show a Client part and a Server part. The Server part is the daemon.',
  'sign-in-again': 'Sign in again: first to the Azure CLI, then to the registry.',
  'no-daemon-expose-token':
    'No daemon on that machine? Then run `az acr login` with `--expose-token`. It prints an access token and needs no daemon. It is meant for scripts that need only the Docker command, or another tool. Use the token as the password; the user name is `00000000-0000-0000-0000-000000000000`.',
  'use-podman': 'If you use podman instead of Docker, tell the Azure CLI so.',
  'run-where-daemon':
    'Run `az acr login` on a machine with a running Docker daemon, for example your own computer. Cloud Shell has only the Docker client.',
  'cloud-shell-expose-token':
    'Or stay in Cloud Shell and use `--expose-token`. It is made for places without a Docker daemon: it prints an access token that you use as the password, with the user name `00000000-0000-0000-0000-000000000000`.',
  'docker-update': 'Update Docker. The client must be version 18.03 or later.',
  'docker-version-verify': 'Check the version: look at the line `Version` in the Client part.',
  'repeat-command': 'Run the command that failed once more.',
  'remove-stored-entry': 'Remove the entry that Docker has stored for this registry.',
  'repair-credential-store':
    'Open `config.json` in the folder `.docker` of your home folder. If `credsStore` or `credHelpers` names a program that is not installed, install that program or remove the line. Without it, Docker keeps the password in this file, readable for anybody who can read the file.',
  'sign-in-password-again':
    'Sign in again with your user name. Docker asks for the password and does not show it.',
  'helm-nothing-to-do':
    'You do not have to do anything. The message only says that Helm or Notary is missing, or that its version does not fit your Azure CLI. Neither the registry nor your machine has a problem.',
  'helm-optional-update':
    'If you do use Helm, install or update it together with the Azure CLI, and the message goes away.',
  'helm-look-at-other-lines':
    'If something else still fails, run the health check and look at its other lines. Send me the lines that do not say `OK`.',
} as const;
