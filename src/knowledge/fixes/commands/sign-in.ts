import type { Command } from '../placeholders.js';

/** The user name that goes with a Microsoft Entra token. */
const zeroGuid = '00000000-0000-0000-0000-000000000000';

/**
 * Docker, and signing in. `docker login --username` without a password asks for it and does not show it, so no
 * secret stands on a command line or in a shell's history.
 */
export const signInCommands = {
  'docker-version': { bash: 'docker version' },
  'docker-start': {
    bash: 'sudo systemctl start docker\ndocker ps',
    powershell: 'Start-Process "$env:ProgramFiles\\Docker\\Docker\\Docker Desktop.exe"\ndocker ps',
  },
  'acr-login': { bash: 'az login\naz acr login --name {registry}' },
  'acr-login-tenant': { bash: 'az login --tenant {tenant}\naz acr login --name {registry}' },
  'acr-login-new-session': { bash: 'az logout\naz login\naz acr login --name {registry}' },
  'acr-login-scope': {
    bash: 'az login --scope https://containerregistry.azure.net/.default\naz acr login --name {registry}',
  },
  'expose-token': {
    bash: [
      'TOKEN=$(az acr login --name {registry} --expose-token --query accessToken --output tsv)',
      `docker login {loginServer} --username ${zeroGuid} --password-stdin <<< "$TOKEN"`,
    ].join('\n'),
    powershell: [
      '$token = az acr login --name {registry} --expose-token --query accessToken --output tsv',
      `$token | docker login {loginServer} --username ${zeroGuid} --password-stdin`,
    ].join('\n'),
  },
  'podman-login': {
    bash: 'DOCKER_COMMAND=podman az acr login --name {registry}',
    powershell: "$env:DOCKER_COMMAND = 'podman'\naz acr login --name {registry}",
  },
  'managed-identity-login': { bash: 'az login --identity\naz acr login --name {registry}' },
  'docker-login': { bash: 'docker login {loginServer}' },
  'docker-login-sp': { bash: 'docker login {loginServer} --username {clientId}' },
  'docker-login-admin': { bash: 'docker login {loginServer} --username {registry}' },
  'docker-login-token': { bash: 'docker login {loginServer} --username {tokenName}' },
  'docker-logout': { bash: 'docker logout {loginServer}' },
  'docker-logout-pull': { bash: 'docker logout {loginServer}\ndocker pull {image}' },
  'docker-relogin-sp': {
    bash: 'docker logout {loginServer}\ndocker login {loginServer} --username {clientId}',
  },
  'docker-relogin': { bash: 'docker logout {loginServer}\naz acr login --name {registry}' },
  'docker-pull': { bash: 'docker pull {image}' },
  'docker-tag-push': { bash: 'docker tag {localImage} {image}\ndocker push {image}' },
  'docker-pull-platform': { bash: 'docker pull --platform {platform} {image}' },
  'docker-build-platform': { bash: 'docker buildx build --platform {platform} --tag {image} --push .' },
  'docker-proxy': { bash: "docker info --format '{{.HTTPProxy}} {{.HTTPSProxy}} {{.NoProxy}}'" },
  'az-upgrade': { bash: 'az upgrade\naz version' },
} as const satisfies Record<string, Command>;
