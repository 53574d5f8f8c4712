/** Azure clouds as data (registry-protocol §7, azure-sdk §5.2). Endpoints carry no trailing slash. */
export interface CloudProfile {
  readonly id: 'public' | 'china' | 'us-government' | 'custom';
  /** Suffix of login servers, with its leading dot. */
  readonly loginSuffix: '.azurecr.io' | '.azurecr.cn' | '.azurecr.us';
  /** Origin of the sign-in service. */
  readonly authorityHost: string;
  /** True where MSAL does not know the authority: it would ask the public cloud about it. */
  readonly disableInstanceDiscovery: boolean;
  readonly armEndpoint: string;
  /** Token scopes are `${audience}/.default`. */
  readonly armAudience: string;
  readonly graphEndpoint: string;
  /** Queries of Log Analytics; token scopes are `${logsEndpoint}/.default` (logs.md §5). */
  readonly logsEndpoint: string;
  readonly acrAudience: string;
  /** Suffix of key vaults, with its leading dot. The vaults themselves are no `hosts`: whoever writes to some names them. */
  readonly vaultSuffix: string;
  readonly vaultAudience: string;
  /** Host names, beside those of registries, that the bot may send to. */
  readonly hosts: readonly string[];
}

type Endpoints = Omit<CloudProfile, 'hosts'>;

const endpointSettings = ['authorityHost', 'armEndpoint', 'graphEndpoint', 'logsEndpoint'] as const;
type EndpointSetting = (typeof endpointSettings)[number];

/** A setting of a custom cloud cannot be used. */
export class InvalidCloud extends Error {
  readonly code = 'INVALID_CLOUD';
  readonly setting: EndpointSetting;

  constructor(setting: EndpointSetting) {
    super(`${setting} must be https:// and a host name in lower case, without port and path`);
    this.name = 'InvalidCloud';
    this.setting = setting;
  }
}

const origin = /^https:\/\/((?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z][a-z0-9-]{0,62})$/;

function profile(endpoints: Endpoints, aliases: readonly string[] = []): CloudProfile {
  const own = endpointSettings.map((setting) => {
    const host = origin.exec(endpoints[setting])?.[1];
    if (host === undefined) throw new InvalidCloud(setting);
    return host;
  });
  return { ...endpoints, hosts: [...new Set([...own, ...aliases])] };
}

export const publicCloud = profile({
  id: 'public',
  loginSuffix: '.azurecr.io',
  authorityHost: 'https://login.microsoftonline.com',
  disableInstanceDiscovery: false,
  armEndpoint: 'https://management.azure.com',
  armAudience: 'https://management.azure.com',
  graphEndpoint: 'https://graph.microsoft.com',
  logsEndpoint: 'https://api.loganalytics.io',
  acrAudience: 'https://containerregistry.azure.net',
  vaultSuffix: '.vault.azure.net',
  vaultAudience: 'https://vault.azure.net',
});

/** MSAL sends sign-ins for `login.chinacloudapi.cn` to its newer name (msal-common, AuthorityMetadata). */
export const chinaCloud = profile(
  {
    id: 'china',
    loginSuffix: '.azurecr.cn',
    authorityHost: 'https://login.chinacloudapi.cn',
    disableInstanceDiscovery: false,
    armEndpoint: 'https://management.chinacloudapi.cn',
    armAudience: 'https://management.chinacloudapi.cn',
    graphEndpoint: 'https://microsoftgraph.chinacloudapi.cn',
    logsEndpoint: 'https://api.loganalytics.azure.cn',
    // [not verified] The SDK's value: such a token is good for Resource Manager too.
    acrAudience: 'https://management.chinacloudapi.cn',
    vaultSuffix: '.vault.azure.cn',
    vaultAudience: 'https://vault.azure.cn',
  },
  ['login.partner.microsoftonline.cn'],
);

export const usGovernmentCloud = profile({
  id: 'us-government',
  loginSuffix: '.azurecr.us',
  authorityHost: 'https://login.microsoftonline.us',
  disableInstanceDiscovery: false,
  armEndpoint: 'https://management.usgovcloudapi.net',
  armAudience: 'https://management.usgovcloudapi.net',
  graphEndpoint: 'https://graph.microsoft.us',
  logsEndpoint: 'https://api.loganalytics.us',
  // [not verified] The SDK's value: such a token is good for Resource Manager too.
  acrAudience: 'https://management.usgovcloudapi.net',
  vaultSuffix: '.vault.usgovcloudapi.net',
  vaultAudience: 'https://vault.usgovcloudapi.net',
});

/** A cloud by its endpoints: air-gapped, Azure Stack, or simulated. Audiences are identifiers, not addresses. */
export type CustomCloud = Omit<Endpoints, 'id' | 'disableInstanceDiscovery'>;

/** @throws InvalidCloud where an endpoint is no https origin on port 443, or an address instead of a name */
export function customCloud(endpoints: CustomCloud): CloudProfile {
  return profile({ ...endpoints, id: 'custom', disableInstanceDiscovery: true });
}
