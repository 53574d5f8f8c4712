import type { Command } from '../placeholders.js';

/** Secrets, passwords and tokens: looking at their state, renewing them. */
export const credentialCommands = {
  'secret-expiry': { bash: 'az ad app credential list --id {clientId} --query "[].endDateTime" -o tsv' },
  // Without --append every other secret of the application is deleted, and all who use one are locked out.
  'secret-new': { bash: 'az ad app credential reset --id {clientId} --append --query password -o tsv' },
  'secret-remove': {
    bash: 'az ad app credential list --id {clientId} --query "[].[keyId, hint, endDateTime]" -o table\naz ad app credential delete --id {clientId} --key-id {keyId}',
  },
  'sp-show': { bash: 'az ad sp show --id {clientId} --query displayName -o tsv' },
  // Own configuration folder, so that the person's own sign-in stays as it is. Azure CLI asks for the secret.
  'sp-sign-in': {
    bash: [
      'export AZURE_CONFIG_DIR=$(mktemp -d)',
      'az login --service-principal --username {clientId} --tenant {tenant} --allow-no-subscriptions',
      'rm -rf "$AZURE_CONFIG_DIR"; unset AZURE_CONFIG_DIR',
    ].join('\n'),
    powershell: [
      '$env:AZURE_CONFIG_DIR = Join-Path $env:TEMP "acr-help-$PID"',
      'az login --service-principal --username {clientId} --tenant {tenant} --allow-no-subscriptions',
      'Remove-Item -Recurse -Force $env:AZURE_CONFIG_DIR; Remove-Item Env:AZURE_CONFIG_DIR',
    ].join('\n'),
  },
  'admin-status': { bash: 'az acr show --name {registry} --query adminUserEnabled -o tsv' },
  'admin-enable': { bash: 'az acr update --name {registry} --admin-enabled true' },
  'admin-show': { bash: 'az acr credential show --name {registry}' },
  'admin-renew': { bash: 'az acr credential renew --name {registry} --password-name password2' },
  'token-status': {
    bash: 'az acr token show --name {tokenName} --registry {registry} --query status -o tsv',
  },
  'token-expiry': {
    bash: 'az acr token show --name {tokenName} --registry {registry} --query "credentials.passwords[].[name, expiry]" -o table',
  },
  'token-enable': {
    bash: 'az acr token update --name {tokenName} --registry {registry} --status enabled',
  },
  'token-generate': {
    bash: 'az acr token credential generate --name {tokenName} --registry {registry} --expiration-in-days {days} --password1',
  },
  'federated-list': {
    bash: 'az ad app federated-credential list --id {clientId} --query "[].[name, issuer, subject, audiences[0]]" -o json',
  },
  'identity-show': { bash: 'az resource show --ids {resourceId} --query identity -o json' },
  'arm-audience-status': { bash: 'az acr config authentication-as-arm show --registry {registry}' },
  'arm-audience-enable': {
    bash: 'az acr config authentication-as-arm update --registry {registry} --status enabled',
  },
} as const satisfies Record<string, Command>;
