/** A cloud as its sign-in host sees it: which resources it issues tokens for (registry-protocol.md §7). */
export interface SignInCloud {
  readonly arm: readonly string[];
  readonly graph: readonly string[];
  /** Audience of the registry's own; null where no document names one. */
  readonly registry: string | null;
  readonly others: readonly string[];
}

/** Audience of key vaults in the public cloud; vaults of the others are not simulated. */
export const vaultAudience = 'https://vault.azure.net';

const publicCloud: SignInCloud = {
  arm: ['https://management.azure.com', 'https://management.core.windows.net'],
  graph: ['https://graph.microsoft.com'],
  registry: 'https://containerregistry.azure.net',
  others: [vaultAudience, 'https://api.loganalytics.io'],
};

// Not verified: the registry audience of the sovereign clouds. Azure Local answers AADSTS50001 for that of the public
// cloud (gh:Azure/azure-cli#33674), and so do these.
const government: SignInCloud = {
  arm: ['https://management.usgovcloudapi.net', 'https://management.core.usgovcloudapi.net'],
  graph: ['https://graph.microsoft.us'],
  registry: null,
  others: ['https://vault.usgovcloudapi.net', 'https://api.loganalytics.us'],
};

const china: SignInCloud = {
  arm: ['https://management.chinacloudapi.cn', 'https://management.core.chinacloudapi.cn'],
  graph: ['https://microsoftgraph.chinacloudapi.cn'],
  registry: null,
  others: ['https://vault.azure.cn', 'https://api.loganalytics.azure.cn'],
};

/** Sign-in host of no real cloud: MSAL knows nothing of it, as of an air-gapped one. */
const customHost = 'login.sandbox.example';

/** Sign-in hosts. `login.partner.microsoftonline.cn` is the newer name in China (MSAL's built-in metadata). */
export const signInClouds: ReadonlyMap<string, SignInCloud> = new Map([
  ['login.microsoftonline.com', publicCloud],
  ['login.microsoftonline.us', government],
  ['login.chinacloudapi.cn', china],
  ['login.partner.microsoftonline.cn', china],
  [customHost, publicCloud],
]);

/** Audiences that Resource Manager and Graph accept, over all clouds: a token is bound to its cloud by its issuer. */
export const armAudiences = [...signInClouds.values()].flatMap(({ arm }) => arm);
/** Audiences of Log Analytics (logs.md §5). */
export const logAudiences = [
  'https://api.loganalytics.io',
  'https://api.loganalytics.azure.cn',
  'https://api.loganalytics.us',
];
export const graphAudiences = [...signInClouds.values()].flatMap(({ graph }) => graph);

/** What a token request may ask for. */
export type Resource =
  | { readonly kind: 'known'; readonly audience: string }
  /** A resource of Microsoft that this cloud does not have. */
  | { readonly kind: 'disabled'; readonly audience: string }
  | { readonly kind: 'unknown'; readonly audience: string };

/** The audience as asked for, a trailing slash kept: Entra copies it into the token as it came. */
export function resourceIn(cloud: SignInCloud, audience: string): Resource {
  const bare = audience.replace(/\/+$/, '').toLowerCase();
  const here = [...cloud.arm, ...cloud.graph, ...cloud.others, ...(cloud.registry ? [cloud.registry] : [])];
  if (here.includes(bare)) return { kind: 'known', audience };
  return { kind: bare === publicCloud.registry ? 'disabled' : 'unknown', audience };
}
