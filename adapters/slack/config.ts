import { z } from 'zod';
import { AdapterError } from '../../src/chat/adapter.js';

const team = z.string().regex(/^T[A-Z0-9]{2,20}$/);
const enterprise = z.string().regex(/^E[A-Z0-9]{2,20}$/);

const common = {
  /** `xoxb-…`: bot user OAuth token of the workspace. */
  botToken: z.string().regex(/^xoxb-\S{8,}$/),
  /** Workspaces whose people are served; whoever belongs to another is a guest (security T45). */
  teams: z.array(team).min(1),
  /** Organisations whose other workspaces are no strangers either. */
  enterprises: z.array(enterprise).default([]),
  /** Base of the Web API, for Slack's other clouds and for tests. */
  apiUrl: z.string().refine(isTrusted, 'https, or a loopback address').default('https://slack.com/api/'),
};

/** What the adapter has to be told. There is no switch for the signature: who has no secret cannot start. */
export const slackConfig = z.discriminatedUnion('mode', [
  z.strictObject({ ...common, mode: z.literal('http'), signingSecret: z.string().regex(/^\S{16,}$/) }),
  z.strictObject({ ...common, mode: z.literal('socket'), appToken: z.string().regex(/^xapp-\S{8,}$/) }),
]);
export type SlackConfig = z.output<typeof slackConfig>;
export type SlackConfigInput = z.input<typeof slackConfig>;

/**
 * The configuration, checked.
 *
 * @throws AdapterError `misconfigured`; its message names the fields and holds none of their values
 */
export function checkedConfig(config: unknown): SlackConfig {
  const read = slackConfig.safeParse(config);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.') || 'mode'))];
  throw new AdapterError('misconfigured', `Slack: missing or malformed: ${fields.join(', ')}`);
}

/** Hosts from which files are fetched, with the bot's token: Slack's own, or the one that stands in for it. */
export function fileOrigins(apiUrl: string): readonly string[] {
  const { hostname, origin } = new URL(apiUrl);
  if (hostname === 'slack.com') return ['https://files.slack.com'];
  if (hostname === 'slack-gov.com') return ['https://files.slack-gov.com'];
  return [origin];
}

/** Hosts of the addresses under which an interaction is answered. */
export function responseOrigins(apiUrl: string): readonly string[] {
  const { hostname, origin } = new URL(apiUrl);
  if (hostname === 'slack.com') return ['https://hooks.slack.com'];
  if (hostname === 'slack-gov.com') return ['https://hooks.slack-gov.com'];
  return [origin];
}

function isTrusted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname))
  );
}
