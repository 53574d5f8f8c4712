import { z } from 'zod';
import { AdapterError } from '../../src/chat/adapter.js';
import { clockFrom } from '../../src/doctor/clock.js';
import type { SlackLook, TokenLook } from '../../src/doctor/slack.js';
import {
  checkedConfig,
  fileOrigins,
  responseOrigins,
  type SlackConfig,
  type SlackConfigInput,
} from './config.js';
import { botScopes } from './manifest.js';
import { isServed } from './self.js';

/** Milliseconds for one question. */
const ANSWER_MS = 8_000;
/** Answers are ids. */
const MOST_BYTES = 64 * 1024;

/** Errors of Slack's that tell nothing about the token (docs.slack.dev, auth.test). */
const ours = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

const answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team_id: z.string().optional(),
  enterprise_id: z.string().nullish(),
});

/**
 * Asks Slack what the adapter's configuration is worth, as the adapter would at its start, and opens nothing. Of what Slack
 * says only words of its own grammar go on. Never rejects.
 */
export async function inspectSlack(
  input: SlackConfigInput,
  now: () => number,
  answerMs = ANSWER_MS,
): Promise<SlackLook> {
  const config = readConfig(input);
  if (typeof config === 'string') return { kind: 'misconfigured', detail: config };
  const events = async () =>
    config.mode === 'socket'
      ? ({
          mode: 'socket',
          token: tokenLook(await ask(config, 'apps.connections.open', config.appToken, now, answerMs)),
        } as const)
      : // As Slack makes them; that is not documented, so that another form is no mistake.
        ({ mode: 'http', usualForm: /^[0-9a-f]{32}$/.test(config.signingSecret) } as const);
  const [said, how] = await Promise.all([ask(config, 'auth.test', config.botToken, now, answerMs), events()]);
  const bot = tokenLook(said);
  const taken = said.kind === 'answered' && bot.kind === 'taken';
  return {
    kind: 'looked',
    bot,
    served: taken ? isServed(said.body, config) : null,
    scopes: taken && said.scopes !== null ? compared(said.scopes) : null,
    events: how,
    clock: said.kind === 'answered' ? said.clock : null,
  };
}

/** Hosts that the adapter sends to. Those of the web socket are the ones that Slack has named so far. */
export function slackHosts(config: SlackConfigInput): readonly string[] {
  const read = readConfig(config);
  if (typeof read === 'string') return [];
  const { apiUrl, mode } = read;
  const origins = [new URL(apiUrl).origin, ...fileOrigins(apiUrl), ...responseOrigins(apiUrl)];
  const socket = mode === 'socket' && new URL(apiUrl).hostname === 'slack.com';
  return [
    ...new Set([
      ...origins.map((origin) => new URL(origin).hostname),
      ...(socket ? ['wss-primary.slack.com', 'wss-backup.slack.com'] : []),
    ]),
  ];
}

function readConfig(input: SlackConfigInput): SlackConfig | string {
  try {
    return checkedConfig(input);
  } catch (error) {
    if (error instanceof AdapterError) return error.message;
    throw error;
  }
}

type Said =
  | {
      readonly kind: 'answered';
      readonly body: z.output<typeof answer>;
      readonly scopes: readonly string[] | null;
      readonly clock: ReturnType<typeof clockFrom>;
    }
  | { readonly kind: 'unknown'; readonly reason: 'no-answer' | 'throttled' | 'unexpected' };

async function ask(
  { apiUrl }: SlackConfig,
  method: string,
  token: string,
  now: () => number,
  answerMs: number,
): Promise<Said> {
  const sent = now();
  try {
    const response = await fetch(new URL(method, apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    });
    const received = now();
    const text = await boundedText(response);
    if (response.status === 429) return { kind: 'unknown', reason: 'throttled' };
    const body = answer.safeParse(parsed(text));
    if (!body.success) return { kind: 'unknown', reason: 'unexpected' };
    const scopes = response.headers.get('x-oauth-scopes');
    return {
      kind: 'answered',
      body: body.data,
      scopes: scopes === null ? null : scopes.split(',').map((it) => it.trim()),
      clock: clockFrom(new URL(apiUrl).hostname, response.headers.get('date'), sent, received),
    };
  } catch {
    return { kind: 'unknown', reason: 'no-answer' };
  }
}

function tokenLook(said: Said): TokenLook {
  if (said.kind === 'unknown') return said;
  const { ok, error = '' } = said.body;
  if (ok) return { kind: 'taken' };
  if (error === 'ratelimited') return { kind: 'unknown', reason: 'throttled' };
  // Slack's errors are words with underscores; what is none of them is not repeated.
  if (!/^[a-z]+(?:_[a-z]+){0,6}$/.test(error) || error.length > 40 || ours.has(error))
    return { kind: 'unknown', reason: 'unexpected' };
  return { kind: 'refused', code: error };
}

function compared(scopes: readonly string[]) {
  const needed: readonly string[] = botScopes;
  return {
    missing: needed.filter((scope) => !scopes.includes(scope)),
    beyond: scopes.filter(
      (scope) => !needed.includes(scope) && /^[a-z_.]{1,30}(?::[a-z_.]{1,30}){0,2}$/.test(scope),
    ),
  };
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > MOST_BYTES) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
