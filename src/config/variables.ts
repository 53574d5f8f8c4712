import { z } from 'zod';
import { headersOf } from './otlp-headers.js';

/** What a variable belongs to. A part is set up when all that it requires is there. */
export type Part = 'server' | 'observe' | 'teams' | 'slack' | 'azure' | 'link' | 'team' | 'access';

interface Variable {
  readonly part: Part;
  readonly what: string;
  /** What a value must look like; a secret's is never printed. */
  readonly value: z.ZodType<string>;
  readonly secret?: true;
}

const text = z.string().min(1);
const guid = z.guid();
const list = (pattern: RegExp) =>
  z.string().refine((value) => value.split(',').every((each) => pattern.test(each.trim())));
const guids = list(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const hosts = list(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/);
const count = z.string().regex(/^[1-9]\d{0,5}$/);
const flag = z.enum(['0', '1']);
const port = z.string().refine((digits) => /^\d{1,5}$/.test(digits) && Number(digits) <= 65_535);
const host = z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]);
/** Over HTTPS, or without it to this machine. */
export const trusted = /^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$)/;

/** 32 bytes, written as base64 writes them. */
function isKey(value: string): boolean {
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === value;
}

/** Every variable of the environment that `acr-help serve` reads. docs/settings.md is made of it. */
export const variables = {
  HOST: {
    part: 'server',
    what: 'IP address to listen on, or localhost. Default 127.0.0.1; 0.0.0.0 in a container.',
    value: host,
  },
  PORT: { part: 'server', what: 'Port to listen on, up to 65535. Default 3978.', value: port },
  ACR_HELP_EXTRA_CA: {
    part: 'server',
    what: 'File of certificates (PEM) to trust beside the built-in ones, for networks that look into TLS.',
    value: text,
  },
  PUBLIC_URL: {
    part: 'server',
    what: 'Address under which people and platforms reach the bot: https:// and a host (http:// on this machine only), no path.',
    value: z
      .string()
      .regex(/^https?:\/\/[^/?#@\s]+$/)
      .regex(trusted),
  },
  PROBE_IMAGE: {
    part: 'server',
    what: 'Image with sh, and curl or wget, that a cluster may pull: people run it to look from within the cluster. Default: busybox from mcr.microsoft.com.',
    value: z.string().regex(/^[a-z0-9][A-Za-z0-9._/:@-]{2,199}$/),
  },
  STORE: {
    part: 'server',
    what: 'Where conversations are kept: sqlite:PATH, or for several replicas postgres://…. Default sqlite:acr-help.db.',
    value: z.string().regex(/^(?:sqlite|postgres|postgresql):.+$/),
    // A server's address may hold a password.
    secret: true,
  },
  STORE_CLIENT_ID: {
    part: 'server',
    what: 'Client id of the managed identity that signs in to PostgreSQL with a token of Entra; STORE then has no password.',
    value: guid,
  },
  RETENTION_DAYS: {
    part: 'server',
    what: 'Days after which a conversation that nobody has touched is deleted. Default 30.',
    value: count,
  },

  METRICS_PORT: {
    part: 'observe',
    what: 'Port on which Prometheus finds /metrics. Another one than PORT, and never one that the public can reach. Without it nothing is measured.',
    value: port,
  },
  METRICS_HOST: {
    part: 'observe',
    what: 'IP address for it, or localhost. Default 127.0.0.1; in a cluster 0.0.0.0, with a service of its own inside.',
    value: host,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    part: 'observe',
    what: 'Collector to which traces go by OTLP over HTTP, e.g. http://otel-collector:4318; /v1/traces is added. Without it there are none.',
    value: z.url({ protocol: /^https?$/ }).refine((url) => !/[?#@]/.test(url)),
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    part: 'observe',
    what: 'Headers for it, name=value, separated by commas, values percent-encoded; then over https:// or to this machine only.',
    value: text.refine((value) => headersOf(value) !== null),
    secret: true,
  },
  OTEL_SERVICE_NAME: {
    part: 'observe',
    what: 'What the bot is called in traces. Default acr-help.',
    value: z.string().regex(/^[\w.-]{1,100}$/),
  },
  OTEL_TRACES_SAMPLER_ARG: {
    part: 'observe',
    what: 'Share of events and jobs that are traced, 0 to 1. Default 1.',
    value: z.string().regex(/^(?:0|1|0?\.\d{1,6}|1\.0+)$/),
  },

  TEAMS_APP_ID: { part: 'teams', what: 'Microsoft app id of the bot.', value: guid },
  TEAMS_TENANT_ID: { part: 'teams', what: 'Entra tenant in which the bot is registered.', value: guid },
  TEAMS_APP_PASSWORD: {
    part: 'teams',
    what: 'Client secret of the app. Without it the bot uses its user-assigned managed identity.',
    value: text,
    secret: true,
  },
  TEAMS_ALLOWED_TENANTS: {
    part: 'teams',
    what: 'Tenants whose people may ask, separated by commas. Default: the tenant of the bot.',
    value: guids,
  },
  TEAMS_SERVICE_HOSTS: {
    part: 'teams',
    what: 'Hosts of the Bot Connector beside smba.trafficmanager.net, for government clouds.',
    value: hosts,
  },
  TEAMS_LOCAL: {
    part: 'teams',
    what: '1: for a test client on this machine, without authentication; only on a loopback address.',
    value: flag,
  },

  SLACK_BOT_TOKEN: {
    part: 'slack',
    what: 'Bot user OAuth token, xoxb-….',
    value: z.string().regex(/^xoxb-\S{8,}$/),
    secret: true,
  },
  SLACK_WORKSPACES: {
    part: 'slack',
    what: 'Ids of the workspaces whose people may ask, T…, separated by commas.',
    value: list(/^T[A-Z0-9]{2,20}$/),
  },
  SLACK_ENTERPRISES: {
    part: 'slack',
    what: 'Ids of Enterprise Grid organisations, E…, whose other workspaces may ask, too.',
    value: list(/^E[A-Z0-9]{2,20}$/),
  },
  SLACK_SIGNING_SECRET: {
    part: 'slack',
    what: 'Signing secret of the app: events come over HTTP.',
    value: z.string().regex(/^\S{16,}$/),
    secret: true,
  },
  SLACK_APP_TOKEN: {
    part: 'slack',
    what: 'App-level token, xapp-…: events come through Socket Mode, and no address need be public.',
    value: z.string().regex(/^xapp-\S{8,}$/),
    secret: true,
  },
  SLACK_API_URL: {
    part: 'slack',
    what: "Base of the Web API. Default https://slack.com/api/; Slack's other clouds have their own.",
    value: z.url().regex(trusted),
  },

  AZURE_IDENTITY: {
    part: 'azure',
    what: 'How the bot signs in to Azure: managed-identity, workload-identity, client-secret or azure-cli.',
    value: z.enum(['managed-identity', 'workload-identity', 'client-secret', 'azure-cli']),
  },
  AZURE_CLOUD: {
    part: 'azure',
    what: 'Cloud: public (default), china or us-government.',
    value: z.enum(['public', 'china', 'us-government']),
  },
  AZURE_TENANT_ID: { part: 'azure', what: 'Tenant of the identity.', value: guid },
  AZURE_CLIENT_ID: { part: 'azure', what: 'Client id of the identity.', value: guid },
  AZURE_CLIENT_SECRET: { part: 'azure', what: 'Secret for client-secret.', value: text, secret: true },
  AZURE_FEDERATED_TOKEN_FILE: { part: 'azure', what: 'Token file for workload-identity.', value: text },
  AZURE_SUBSCRIPTIONS: {
    part: 'azure',
    what: 'Subscriptions to look in, separated by commas. Default: all that the identity may read.',
    value: guids,
  },
  AZURE_DATA_READER: {
    part: 'azure',
    what: "1: the identity may read the registries' data (repositories, tags, locks).",
    value: flag,
  },

  LINK_TENANT_ID: {
    part: 'link',
    what: "Tenant in which people sign in on the bot's pages, to tie their account, to approve, or to fetch a secret.",
    value: guid,
  },
  LINK_CLIENT_ID: { part: 'link', what: 'App registration of that sign-in.', value: guid },
  LINK_CLIENT_SECRET: { part: 'link', what: 'Its client secret.', value: text, secret: true },
  LINK_DAYS: { part: 'link', what: 'Days after which a link expires. Default 90.', value: count },

  HANDOVER_TEAMS_CHANNEL: {
    part: 'team',
    what: 'Id of the Teams channel to which cases are handed over, 19:…@thread.tacv2.',
    value: z.string().regex(/^19:[\w-]{1,200}@thread\.(?:tacv2|v2|skype)$/),
  },
  HANDOVER_SLACK_CHANNEL: {
    part: 'team',
    what: 'Id of the Slack channel to which cases are handed over, C….',
    value: z.string().regex(/^[CG][A-Z0-9]{2,20}$/),
  },

  POLICY: {
    part: 'access',
    what: 'Path of the policy file: who may ask for which role or secret, and who decides.',
    value: text,
  },
  GRANTOR_IDENTITY: {
    part: 'access',
    what: 'How the identity signs in that gives roles, and can do nothing else: managed-identity, workload-identity or client-secret.',
    value: z.enum(['managed-identity', 'workload-identity', 'client-secret']),
  },
  GRANTOR_TENANT_ID: { part: 'access', what: 'Its tenant.', value: guid },
  GRANTOR_CLIENT_ID: { part: 'access', what: 'Its client id.', value: guid },
  GRANTOR_CLIENT_SECRET: {
    part: 'access',
    what: 'Its secret, for client-secret.',
    value: text,
    secret: true,
  },
  GRANTOR_FEDERATED_TOKEN_FILE: {
    part: 'access',
    what: 'Its token file, for workload-identity.',
    value: text,
  },
  APPROVAL_CONTEXT: {
    part: 'access',
    what: 'Authentication context of Conditional Access, c1 to c99, that approving in the browser and fetching a secret ask for. Without it a fresh sign-in is enough.',
    value: z.string().regex(/^c[1-9]\d?$/),
  },
  DELIVERY_KEY: {
    part: 'access',
    what: 'Key of the one-time page that shows a new secret: 32 random bytes, base64 (openssl rand -base64 32). The same for all replicas; without it there is no such page.',
    value: z.string().refine(isKey),
    secret: true,
  },
  ROTATOR_IDENTITY: {
    part: 'access',
    what: 'How the identity signs in that makes secrets new, and can do nothing else: managed-identity, workload-identity or client-secret. Without it no secret can be asked for.',
    value: z.enum(['managed-identity', 'workload-identity', 'client-secret']),
  },
  ROTATOR_TENANT_ID: { part: 'access', what: 'Its tenant.', value: guid },
  ROTATOR_CLIENT_ID: { part: 'access', what: 'Its client id.', value: guid },
  ROTATOR_CLIENT_SECRET: {
    part: 'access',
    what: 'Its secret, for client-secret.',
    value: text,
    secret: true,
  },
  ROTATOR_FEDERATED_TOKEN_FILE: {
    part: 'access',
    what: 'Its token file, for workload-identity.',
    value: text,
  },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof variables;
