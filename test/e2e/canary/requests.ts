import type { Company } from '../company.js';

/** Requests that no platform makes: broken, unsigned, or for pages that are not there; each gives what was answered. */
export const odd: Readonly<Record<string, (company: Company, text: string) => Promise<string>>> = {
  'Slack, wrong signature': ({ origin }, text) => {
    const headers = {
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
      'x-slack-request-timestamp': '1780000000',
    };
    return posted(`${origin}/slack/events`, JSON.stringify({ text }), headers);
  },
  'Slack, no JSON': async ({ slack }, text) =>
    JSON.stringify(await slack.post(`{"text":${text}`, { 'content-type': 'application/json' })),
  'Slack, unknown action': async ({ slack }, text) =>
    JSON.stringify(
      await slack.interact({
        type: 'block_actions',
        team: { id: 'T0CONTOSO1' },
        user: { id: 'U0DANA0001' },
        trigger_id: text,
        actions: [{ action_id: `press/${text}`, value: text, selected_option: { value: text } }],
        state: { values: { [`field/${text}`]: { value: { value: text } } } },
      }),
    ),
  'Teams, forged token': ({ origin }, text) =>
    posted(`${origin}/api/messages`, JSON.stringify({ text }), {
      authorization: `Bearer ${encodeURIComponent(text)}`,
    }),
  'Teams, no activity': async ({ teams }, text) =>
    JSON.stringify(await teams.post(`{"text":${text}`, { authorization: `Bearer ${teams.token}` })),
  'path that is not there': ({ origin }, text) => got(`${origin}/${encodeURIComponent(text)}`),
  'page of the bot, query': ({ origin }, text) =>
    each(pages, (path) => got(`${origin}${path}?${queryOf(text)}`)),
  'page of the bot, form': ({ origin }, text) =>
    each(pages, (path) => posted(`${origin}${path}`, queryOf(text), form)),
  'page of the bot, cookie': ({ origin }, text) =>
    each(pages, (path) =>
      got(`${origin}${path}?state=x`, { cookie: `acr-help-sign-in=${encodeURIComponent(text)}` }),
    ),
};

const form = {
  'content-type': 'application/x-www-form-urlencoded',
  origin: 'null',
  'sec-fetch-site': 'same-origin',
};

/** Where the bot has pages: to tie accounts, to approve, to see a secret once, and to come back to from the sign-in. */
const pages = [
  ...['/link', '/link/confirm', '/approve', '/approve/confirm', '/secret', '/secret/show'],
  ...['/signed-in', '/link/callback'],
] as const;

/** All that these pages read, and what Entra says when a sign-in fails. */
function queryOf(text: string): string {
  const names = [
    'state',
    'token',
    'code',
    'session_state',
    'error',
    'error_description',
    'decision',
    'person',
  ];
  return new URLSearchParams(Object.fromEntries(names.map((name) => [name, text]))).toString();
}

async function each(paths: readonly string[], ask: (path: string) => Promise<string>): Promise<string> {
  return (await Promise.all(paths.map(ask))).join('\n');
}

async function got(url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return said(await fetch(url, { headers, redirect: 'manual' }));
}

async function posted(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const json = { 'content-type': 'application/json' };
  return said(
    await fetch(url, { method: 'POST', body, headers: { ...json, ...headers }, redirect: 'manual' }),
  );
}

async function said(response: Response): Promise<string> {
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}
