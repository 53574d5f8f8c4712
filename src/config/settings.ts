import { createSecretKey, type KeyObject } from 'node:crypto';
import { isApart, mayBeSent, type ObserveSettings, observeOf } from './observe-settings.js';
import { type Environment, Reader } from './reader.js';
import { type VariableName, variables } from './variables.js';

export type { Environment } from './reader.js';

/** Where the bot listens, and what it keeps. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  /** Null: no page of the bot's can be reached. */
  readonly publicUrl: string | null;
  /** Image that looks from within a cluster; null: the usual one. */
  readonly probeImage: string | null;
  readonly store: string;
  /** Managed identity whose tokens PostgreSQL takes; null: a password in `store`, or none. */
  readonly storeClientId: string | null;
  readonly retentionDays: number;
}

export interface TeamsSettings {
  /** Empty with `local` only. */
  readonly appId: string;
  readonly tenant: string;
  /** Null: the user-assigned managed identity. */
  readonly password: string | null;
  readonly allowedTenants: readonly string[];
  readonly serviceHosts: readonly string[];
  readonly local: boolean;
}

export interface SlackSettings {
  readonly botToken: string;
  readonly workspaces: readonly string[];
  readonly enterprises: readonly string[];
  /** Socket Mode wins where both are given. */
  readonly events: { readonly mode: 'http' | 'socket'; readonly secret: string };
  readonly apiUrl: string | null;
}

export type IdentitySettings =
  | { readonly kind: 'managed-identity'; readonly clientId: string | null }
  | {
      readonly kind: 'workload-identity';
      readonly tenant: string;
      readonly clientId: string;
      readonly tokenFile: string;
    }
  | {
      readonly kind: 'client-secret';
      readonly tenant: string;
      readonly clientId: string;
      readonly secret: string;
    }
  | { readonly kind: 'azure-cli'; readonly tenant: string | null };

export interface AzureSettings {
  readonly cloud: 'public' | 'china' | 'us-government';
  readonly identity: IdentitySettings;
  readonly subscriptions: readonly string[] | null;
  readonly readsData: boolean;
}

export interface LinkSettings {
  readonly tenant: string;
  readonly clientId: string;
  readonly secret: string;
  readonly days: number;
}

/** Requests for roles, which need a policy, too. */
export interface AccessSettings {
  readonly grantor: IdentitySettings;
}

/** Requests for new secrets, which need a policy, too. */
export interface RotationSettings {
  readonly rotator: IdentitySettings;
}

/** A part that is not, or not wholly, set up: without these it stays off. */
export interface Gap {
  readonly part: 'teams' | 'slack' | 'azure' | 'link' | 'access' | 'rotation';
  readonly missing: readonly VariableName[];
}

export interface Settings {
  readonly server: ServerSettings;
  readonly observe: ObserveSettings;
  readonly teams: TeamsSettings | null;
  readonly slack: SlackSettings | null;
  readonly azure: AzureSettings | null;
  readonly link: LinkSettings | null;
  /** Path of the policy file; null: nothing can be asked for, and every registry may be heard of. */
  readonly policy: string | null;
  readonly access: AccessSettings | null;
  readonly rotation: RotationSettings | null;
  /** Authentication context that approving and fetching secrets in the browser ask for, c1 to c99; null: none. */
  readonly approvalContext: string | null;
  /** Seals new secrets for the one-time page; null: there is none. */
  readonly deliveryKey: KeyObject | null;
  readonly handover: { readonly teams?: string; readonly slack?: string };
  readonly gaps: readonly Gap[];
}

/**
 * Reads the settings from the environment; variables that are empty count as absent.
 *
 * @returns the names of all variables whose values do not have the form that `variables` describes, where there are some
 */
export function readSettings(env: Environment): Settings | readonly VariableName[] {
  // The keys of the table are its names.
  const names = Object.keys(variables) as VariableName[];
  const read = new Reader(env);
  const wrong = names.filter(
    (name) => read.has(name) && !variables[name].value.safeParse(read.text(name)).success,
  );
  if (wrong.length > 0) return wrong;
  if (!isApart(read)) return ['METRICS_PORT'];
  if (!mayBeSent(read)) return ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS'];
  const gaps: Gap[] = [];
  const part = <T>(name: Gap['part'], required: readonly VariableName[], make: () => T): T | null => {
    const missing = required.filter((each) => !read.has(each));
    if (missing.length === 0) return make();
    gaps.push({ part: name, missing });
    return null;
  };
  const local = read.text('TEAMS_LOCAL') === '1';
  return {
    server: serverOf(read),
    observe: observeOf(read),
    teams: part('teams', local ? ['TEAMS_TENANT_ID'] : ['TEAMS_APP_ID', 'TEAMS_TENANT_ID'], () =>
      teamsOf(read, local),
    ),
    slack: part('slack', slackNeeds(read), () => slackOf(read)),
    azure: part('azure', identityNeeds(read, 'AZURE'), () => azureOf(read)),
    link: part('link', ['PUBLIC_URL', 'LINK_TENANT_ID', 'LINK_CLIENT_ID', 'LINK_CLIENT_SECRET'], () =>
      linkOf(read),
    ),
    policy: read.optional('POLICY'),
    access: part('access', ['POLICY', ...identityNeeds(read, 'GRANTOR')], () => ({
      grantor: identityOf(read, 'GRANTOR'),
    })),
    rotation: part('rotation', ['POLICY', ...identityNeeds(read, 'ROTATOR')], () => ({
      rotator: identityOf(read, 'ROTATOR'),
    })),
    approvalContext: read.optional('APPROVAL_CONTEXT'),
    deliveryKey: keyOf(read.optional('DELIVERY_KEY')),
    handover: handoverOf(read),
    gaps,
  };
}

function serverOf(read: Reader): ServerSettings {
  return {
    host: read.optional('HOST') ?? '127.0.0.1',
    port: Number(read.optional('PORT') ?? 3978),
    publicUrl: read.optional('PUBLIC_URL'),
    probeImage: read.optional('PROBE_IMAGE'),
    store: read.optional('STORE') ?? 'sqlite:acr-help.db',
    storeClientId: read.optional('STORE_CLIENT_ID'),
    retentionDays: Number(read.optional('RETENTION_DAYS') ?? 30),
  };
}

function teamsOf(read: Reader, local: boolean): TeamsSettings {
  const tenant = read.text('TEAMS_TENANT_ID');
  const allowed = read.list('TEAMS_ALLOWED_TENANTS');
  return {
    appId: read.text('TEAMS_APP_ID'),
    tenant,
    password: read.optional('TEAMS_APP_PASSWORD'),
    allowedTenants: allowed.length === 0 ? [tenant] : allowed,
    serviceHosts: read.list('TEAMS_SERVICE_HOSTS'),
    local,
  };
}

function slackNeeds(read: Reader): readonly VariableName[] {
  const events = read.has('SLACK_APP_TOKEN') ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
  return ['SLACK_BOT_TOKEN', 'SLACK_WORKSPACES', events];
}

function slackOf(read: Reader): SlackSettings {
  const appToken = read.optional('SLACK_APP_TOKEN');
  return {
    botToken: read.text('SLACK_BOT_TOKEN'),
    workspaces: read.list('SLACK_WORKSPACES'),
    enterprises: read.list('SLACK_ENTERPRISES'),
    events:
      appToken === null
        ? { mode: 'http', secret: read.text('SLACK_SIGNING_SECRET') }
        : { mode: 'socket', secret: appToken },
    apiUrl: read.optional('SLACK_API_URL'),
  };
}

/** Whose identity: the one that reads, the one that gives roles, or the one that makes secrets new. */
type Prefix = 'AZURE' | 'GRANTOR' | 'ROTATOR';

function identityNeeds(read: Reader, whose: Prefix): readonly VariableName[] {
  switch (read.text(`${whose}_IDENTITY`)) {
    case 'client-secret':
      return [`${whose}_TENANT_ID`, `${whose}_CLIENT_ID`, `${whose}_CLIENT_SECRET`];
    case 'workload-identity':
      return [`${whose}_TENANT_ID`, `${whose}_CLIENT_ID`, `${whose}_FEDERATED_TOKEN_FILE`];
    default:
      return [`${whose}_IDENTITY`];
  }
}

function azureOf(read: Reader): AzureSettings {
  const subscriptions = read.list('AZURE_SUBSCRIPTIONS');
  const cloud = read.text('AZURE_CLOUD');
  return {
    cloud: cloud === 'china' || cloud === 'us-government' ? cloud : 'public',
    identity: identityOf(read, 'AZURE'),
    subscriptions: subscriptions.length === 0 ? null : subscriptions,
    readsData: read.text('AZURE_DATA_READER') === '1',
  };
}

function identityOf(read: Reader, whose: Prefix): IdentitySettings {
  const tenant = read.text(`${whose}_TENANT_ID`);
  const clientId = read.text(`${whose}_CLIENT_ID`);
  switch (read.text(`${whose}_IDENTITY`)) {
    case 'client-secret':
      return { kind: 'client-secret', tenant, clientId, secret: read.text(`${whose}_CLIENT_SECRET`) };
    case 'workload-identity':
      return {
        kind: 'workload-identity',
        tenant,
        clientId,
        tokenFile: read.text(`${whose}_FEDERATED_TOKEN_FILE`),
      };
    case 'azure-cli':
      return { kind: 'azure-cli', tenant: tenant || null };
    default:
      return { kind: 'managed-identity', clientId: clientId || null };
  }
}

function linkOf(read: Reader): LinkSettings {
  return {
    tenant: read.text('LINK_TENANT_ID'),
    clientId: read.text('LINK_CLIENT_ID'),
    secret: read.text('LINK_CLIENT_SECRET'),
    days: Number(read.optional('LINK_DAYS') ?? 90),
  };
}

/** A key object shows its bytes to nobody who prints it. */
function keyOf(base64: string | null): KeyObject | null {
  return base64 === null ? null : createSecretKey(base64, 'base64');
}

function handoverOf(read: Reader): Settings['handover'] {
  const teams = read.optional('HANDOVER_TEAMS_CHANNEL');
  const slack = read.optional('HANDOVER_SLACK_CHANNEL');
  return { ...(teams !== null && { teams }), ...(slack !== null && { slack }) };
}
