/** Outputs in the forms that the programs document, made up: name → text. */

export const checkHealth = {
  well: `WARNING: Docker daemon status: available
WARNING: Docker version: 'Docker version 24.0.7, build 311b9ff, platform linux/amd64'
WARNING: Docker pull of 'mcr.microsoft.com/mcr/hello-world:latest' : OK
WARNING: Azure CLI version: 2.45.0
WARNING: DNS lookup to contoso.azurecr.io at IP 203.0.113.7 : OK
WARNING: Challenge endpoint https://contoso.azurecr.io/v2/ : OK
WARNING: Fetch refresh token for registry 'contoso.azurecr.io' : OK
WARNING: Fetch access token for registry 'contoso.azurecr.io' : OK
WARNING: Helm version: 3.14.0
WARNING: Notary version: 0.6.0
WARNING:
Please refer to https://aka.ms/acr/health-check for more information.`,
  /** As it looks without levels, in the documentation and in a terminal without colours. */
  bare: `Docker daemon status: available
Docker version: Docker version 26.1.5, build 1e5f5b9, platform linux/amd64
Docker pull of 'mcr.microsoft.com/mcr/hello-world:latest' : OK
Azure CLI version: 2.91.0
DNS lookup to contoso.azurecr.io at IP 10.1.2.3 : OK
Challenge endpoint https://contoso.azurecr.io/v2/ : OK
Fetch refresh token for registry 'contoso.azurecr.io' : OK
Fetch access token for registry 'contoso.azurecr.io' : OK
2026-11-20 08:00:01.000001 An error occurred: HELM_COMMAND_ERROR
Please verify if Helm is installed.`,
} as const;

/** What `--ignore-errors` prints after a step that failed. */
export function failedHealth(code: string, sentence: string, before: readonly string[] = []): string {
  return [
    ...before.map((line) => `WARNING: ${line}`),
    `ERROR: 2026-11-20 08:00:01.000001 An error occurred: ${code}`,
    sentence,
  ].join('\n');
}
