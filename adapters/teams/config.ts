import { z } from 'zod';
import { AdapterError } from '../../src/chat/adapter.js';
import { isLoopback } from './service-url.js';

const guid = z.guid().transform((id) => id.toLowerCase());
const host = z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/);

/** How the bot proves who it is to Teams. */
const credential = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret'), value: z.string().min(1) }),
  /** User-assigned managed identity: nothing to keep. */
  z.object({ kind: z.literal('managed-identity') }),
]);

const schema = z.object({
  /** Microsoft app id of the bot; empty only with `local`. */
  appId: z.union([guid, z.literal('')]),
  /** Entra tenant of the bot's registration (single tenant). */
  tenant: guid,
  /** Tenants whose people may ask; that of the bot where nothing is said. */
  allowedTenants: z.array(guid).min(1).optional(),
  credential: credential.optional(),
  /** Hosts of the Bot Connector beside `smba.trafficmanager.net`, such as those of government clouds. */
  serviceHosts: z.array(host).default([]),
  /** Where a conversation is opened when nobody has written yet. */
  serviceUrl: z.url().default('https://smba.trafficmanager.net/teams/'),
  /** Issuer of the channel's tokens, and where its keys are published. */
  issuer: z.url().default('https://api.botframework.com'),
  openIdMetadata: z.url().default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  /** For a test client on this machine: allows loopback connectors, and an empty app id. */
  local: z.boolean().default(false),
  /** Address that the HTTP server listens on. */
  listenHost: z.string(),
});

/** What the composition root gives: see the fields of the schema. */
export type TeamsConfig = z.input<typeof schema>;
export type Settings = Omit<z.output<typeof schema>, 'allowedTenants'> & {
  readonly allowedTenants: readonly string[];
};

/**
 * Checks a configuration. Without an app id the SDK accepts everybody (security T42), so that it is refused unless the
 * flag for tests is set and nobody outside this machine can connect.
 *
 * @throws AdapterError `misconfigured`; its message names fields, never values
 */
export function settingsOf(config: TeamsConfig): Settings {
  const parsed = schema.safeParse(config);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
    throw misconfigured(`these fields are not valid: ${fields.join(', ')}`);
  }
  const settings = parsed.data;
  if (settings.local && !isLoopback(settings.listenHost))
    throw misconfigured('local is set, but the server does not listen on 127.0.0.1 or ::1 only');
  if (settings.appId === '' && !settings.local) throw misconfigured('appId is empty');
  if (settings.appId !== '' && settings.credential === undefined && !settings.local)
    throw misconfigured('credential is missing');
  return { ...settings, allowedTenants: settings.allowedTenants ?? [settings.tenant] };
}

function misconfigured(what: string): AdapterError {
  return new AdapterError('misconfigured', `Teams: ${what}`);
}
