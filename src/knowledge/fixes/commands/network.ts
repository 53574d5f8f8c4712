import type { Command } from '../placeholders.js';

/** Reaching the registry, and its network rules. */
export const networkCommands = {
  // Prints the status only: 401 is the good answer.
  challenge: {
    bash: "curl -sS -o /dev/null -w '%{http_code}\\n' https://{loginServer}/v2/",
    powershell: "curl.exe -sS -o NUL -w '%{http_code}\\n' https://{loginServer}/v2/",
  },
  'dns-lookup': { bash: 'nslookup {loginServer}', powershell: 'Resolve-DnsName {loginServer}' },
  'connect-verbose': {
    bash: 'curl -sSv --connect-timeout 10 -o /dev/null https://{loginServer}/v2/',
    powershell: 'curl.exe -sSv --connect-timeout 10 -o NUL https://{loginServer}/v2/',
  },
  'certificate-show': {
    bash: 'openssl s_client -connect {loginServer}:443 -servername {loginServer} </dev/null 2>/dev/null | openssl x509 -noout -issuer -dates\ndate -u',
    powershell: 'curl.exe -sSv -o NUL https://{loginServer}/v2/\n(Get-Date).ToUniversalTime()',
  },
  'network-rules-show': {
    bash: 'az acr show --name {registry} --query "[publicNetworkAccess, networkRuleSet]" -o json',
  },
  'network-rule-add': { bash: 'az acr network-rule add --name {registry} --ip-address {ip}' },
  'public-access-enable': {
    bash: 'az acr update --name {registry} --public-network-enabled true --default-action Deny\naz acr network-rule add --name {registry} --ip-address {ip}',
  },
  'private-endpoint-list': {
    bash: 'az acr private-endpoint-connection list --registry-name {registry} --query "[].privateLinkServiceConnectionState.status" -o tsv',
  },
  'check-health-vnet': { bash: 'az acr check-health --name {registry} --vnet {vnet} --yes' },
  'endpoint-list': { bash: 'az acr show-endpoints --name {registry}' },
  'data-endpoint-connect': {
    bash: "az acr show-endpoints --name {registry}\ncurl -sS --connect-timeout 10 -o /dev/null -w '%{http_code}\\n' https://{dataEndpoint}/",
    powershell:
      "az acr show-endpoints --name {registry}\ncurl.exe -sS --connect-timeout 10 -o NUL -w '%{http_code}\\n' https://{dataEndpoint}/",
  },
} as const satisfies Record<string, Command>;
