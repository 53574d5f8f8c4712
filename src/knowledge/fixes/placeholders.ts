/** Names that may stand in {braces} in commands and texts. */
export const placeholders = [
  'registry',
  'registryId',
  'loginServer',
  'dataEndpoint',
  'repository',
  'tag',
  /** Complete reference: login server, repository and tag or digest. */
  'image',
  /** Name of an image on the person's own machine. */
  'localImage',
  'platform',
  'ip',
  'subscription',
  'tenant',
  /** Application (client) id. */
  'clientId',
  /** Object id of the identity that is refused. */
  'principalId',
  'keyId',
  'role',
  'resourceGroup',
  /** Full id of the Azure resource that pulls. */
  'resourceId',
  'cluster',
  'namespace',
  /** Kubernetes secret that holds the registry's user name and password. */
  'secretName',
  'userName',
  'tokenName',
  'scopeMap',
  'vnet',
  'days',
  /** Id of a Log Analytics workspace. */
  'workspace',
  /** Its resource id. */
  'workspaceResource',
] as const;

export type Placeholder = (typeof placeholders)[number];

export function isPlaceholder(name: string): name is Placeholder {
  const names: readonly string[] = placeholders;
  return names.includes(name);
}

/** A command line in bash and, where it differs, in PowerShell. */
export interface Command {
  readonly bash: string;
  readonly powershell?: string;
}

/** Finds placeholders. Braces with anything but letters inside belong to the command itself. */
export const placeholderPattern = /\{([A-Za-z]+)\}/g;

/** Every template writes double quotes around these two, so they may hold spaces. */
const quoted: ReadonlySet<Placeholder> = new Set(['role', 'subscription']);

/** One inert word in bash and PowerShell, quoted or not; no leading dash, which would read as an option. */
const word = /^[A-Za-z0-9/_.][A-Za-z0-9/_.:@+-]{0,511}$/;
const words = /^[\p{L}\p{N}][\p{L}\p{N} /_.:()+-]{0,255}$/u;

/** Whether a value can stand in a command without quoting it any further. */
export function isShellSafe(placeholder: Placeholder, value: string): boolean {
  return quoted.has(placeholder) ? words.test(value) : word.test(value);
}
