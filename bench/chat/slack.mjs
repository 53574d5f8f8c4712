/** A Web API that answers at once, and Slack's deliveries. Everything in them is made up. */
import { createHmac } from 'node:crypto';
import { json, listening, SPACES, textOf, withoutTickets } from './platform.mjs';

const BOT_USER = 'U0ACRHELP1';
const BOT = 'B0ACRHELP1';
const BOT_TOKEN = 'xoxb-fake-bot-token';
const SIGNING_SECRET = 'fake-signing-secret-0000';

const teams = Array.from({ length: SPACES }, (_, i) => `T0BENCH${i}`);
const [home = ''] = teams;
const teamOf = (/** @type {number} */ person) => teams[person % SPACES] ?? home;
const chatOf = (/** @type {number} */ person) => `D0P${person}`;

/** @typedef {import('./platform.mjs').Platform} Platform */

/** @returns {Promise<Platform & { config: { botToken: string, signingSecret: string, apiUrl: string, teams: string[], mode: 'http' } }>} */
export async function openSlack() {
  /** @type {(said: import('./platform.mjs').Said) => void} */
  let hear = () => {};
  let count = 0;
  const stamp = () => {
    count += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
  };
  const server = await listening(async (request, response) => {
    const args = new URLSearchParams(await textOf(request));
    const method = (request.url ?? '').slice('/api/'.length);
    json(response, 200, { ok: true, ...answer(method, args) });
  });
  /**
   * @param {string} method
   * @param {URLSearchParams} args
   */
  function answer(method, args) {
    const channel = args.get('channel') ?? '';
    switch (method) {
      case 'auth.test':
        return { team: 'Contoso', team_id: home, user_id: BOT_USER, bot_id: BOT };
      case 'users.info': {
        const id = args.get('user') ?? '';
        return {
          user: { id, team_id: teamOf(Number(id.slice(3))), name: id, locale: 'en-US', is_bot: false },
        };
      }
      case 'conversations.open':
        return { channel: { id: `D${(args.get('users') ?? '').slice(1)}` } };
      case 'chat.postMessage':
      case 'chat.update': {
        const ts = args.get('ts') ?? stamp();
        const blocks = JSON.parse(args.get('blocks') ?? '[]');
        const kind = method === 'chat.update' ? 'update' : 'post';
        const person = Number(channel.slice('D0P'.length));
        hear({ person, kind, message: ts, content: withoutTickets(blocks), controls: controlsIn(blocks) });
        return { channel, ts };
      }
      default:
        return {};
    }
  }
  const id = (/** @type {string} */ kind) => {
    count += 1;
    return `${kind}${String(count).padStart(10, '0')}`;
  };
  return {
    name: 'slack',
    config: {
      botToken: BOT_TOKEN,
      signingSecret: SIGNING_SECRET,
      apiUrl: `${server.url}/api/`,
      teams,
      mode: 'http',
    },
    listen(listener) {
      hear = listener;
    },
    write(person, text) {
      const ts = stamp();
      const team = teamOf(person);
      const event = {
        user: `U0P${person}`,
        type: 'message',
        ts,
        client_msg_id: '00000000-0000-4000-8000-000000000001',
        text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        team,
        blocks: [
          {
            type: 'rich_text',
            block_id: 'b1',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
          },
        ],
        channel: chatOf(person),
        event_ts: ts,
        channel_type: 'im',
      };
      return signed('application/json', JSON.stringify(envelope(id('Ev'), team, event)));
    },
    press(person, message, { action }) {
      const team = teamOf(person);
      const payload = {
        type: 'block_actions',
        user: { id: `U0P${person}`, username: 'somebody', name: 'somebody', team_id: team },
        api_app_id: 'A0ACRHELP1',
        token: 'fake-verification-token',
        container: { type: 'message', message_ts: message, channel_id: chatOf(person), is_ephemeral: false },
        trigger_id: id('tr'),
        team: { id: team, domain: 'contoso' },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: chatOf(person), name: 'directmessage' },
        message: { type: 'message', user: BOT_USER, bot_id: BOT, ts: message, text: 'a message', blocks: [] },
        state: { values: {} },
        response_url: `${server.url}/response/1`,
        actions: [{ ...action, action_ts: message }],
      };
      const form = new URLSearchParams({ payload: JSON.stringify(payload) });
      return signed('application/x-www-form-urlencoded', form.toString());
    },
    madeUp: (kind) => ({
      kind,
      action: {
        type: 'button',
        block_id: 'made-up',
        action_id:
          kind === 'answer'
            ? 'answer/AAAAAAAAAAAAAAAAAAAAAA.question/0'
            : 'press/AAAAAAAAAAAAAAAAAAAAAA.back',
        text: { type: 'plain_text', text: 'Something to press' },
        value: 'option',
      },
    }),
    close: () => server.close(),
  };
}

/**
 * @param {string} event_id
 * @param {string} team_id
 * @param {object} event
 */
function envelope(event_id, team_id, event) {
  return {
    token: 'fake-verification-token',
    team_id,
    context_team_id: team_id,
    context_enterprise_id: null,
    api_app_id: 'A0ACRHELP1',
    event,
    type: 'event_callback',
    event_id,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-fake-event-context',
  };
}

/**
 * @param {string} type
 * @param {string} body
 * @returns {import('./platform.mjs').Delivery}
 */
function signed(type, body) {
  const stamp = String(Math.floor(Date.now() / 1000));
  const hex = createHmac('sha256', SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    body: Buffer.from(body),
    headers: {
      'content-type': type,
      'x-slack-signature': `v0=${hex}`,
      'x-slack-request-timestamp': stamp,
    },
    again: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
  };
}

/**
 * @param {readonly { type: string, block_id?: string, elements?: readonly any[] }[]} blocks as the bot sent them: of any shape
 * @returns {import('./platform.mjs').Control[]}
 */
function controlsIn(blocks) {
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ block_id, elements = [] }) =>
      elements.flatMap(({ type, action_id, value, url, text, options }) => {
        const [kind] = String(action_id).split('/');
        if (url !== undefined || (kind !== 'answer' && kind !== 'press')) return [];
        const chosen = type === 'static_select' ? { selected_option: options[0] } : { value, text };
        return [{ kind, action: { type, block_id, action_id, ...chosen } }];
      }),
    );
}
