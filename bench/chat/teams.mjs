/** A Bot Connector that answers at once, the channel's keys, and Teams' deliveries. Everything in them is made up. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { json, listening, SPACES, textOf, withoutTickets } from './platform.mjs';

const APP_ID = '22222222-2222-4222-8222-222222222222';
const ISSUER = 'https://api.botframework.com';

const tenants = Array.from({ length: SPACES }, (_, i) => `111111${10 + i}-1111-4111-8111-111111111111`);
const [home = ''] = tenants;
const tenantOf = (/** @type {number} */ person) => tenants[person % SPACES] ?? home;
const objectIdOf = (/** @type {number} */ person) =>
  `33333333-3333-4333-8333-${String(person).padStart(12, '0')}`;

/** @typedef {import('./platform.mjs').Platform} Platform */
/** @typedef {{ appId: string, tenant: string, allowedTenants: string[], openIdMetadata: string, serviceUrl: string, local: true, listenHost: string }} TeamsSettings */

/** @returns {Promise<Platform & { config: TeamsSettings }>} */
export async function openTeams() {
  /** @type {(said: import('./platform.mjs').Said) => void} */
  let hear = () => {};
  let count = 1_700_000_000_000;
  const id = () => {
    count += 1;
    return String(count);
  };
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'channel-key', use: 'sig', endorsements: ['msteams'] };
  const server = await listening(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '').split('?', 1)[0] ?? '');
    const text = await textOf(request);
    if (path === '/keys') return json(response, 200, { keys: [key] });
    if (path.startsWith('/.well-known'))
      return json(response, 200, { issuer: ISSUER, jwks_uri: `${server.url}/keys` });
    const [, , , conversation = '', what, named = ''] = path.split('/');
    if (what === 'members') return json(response, 200, member(Number(named.slice('29:p'.length))));
    const message = request.method === 'POST' ? id() : named;
    const activity = JSON.parse(text === '' ? '{}' : text);
    const cards = activity.attachments ?? [];
    hear({
      person: Number(conversation.slice('a:1p'.length)),
      kind: request.method === 'POST' ? 'post' : 'update',
      message,
      content: withoutTickets(cards),
      controls: controlsIn(cards),
    });
    json(response, request.method === 'POST' ? 201 : 200, { id: message });
  });
  const serviceUrl = `${server.url}/`;
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({
    iss: ISSUER,
    aud: APP_ID,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 3600,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .sign(privateKey);
  /** @param {object} activity */
  const delivery = (activity) => ({
    body: Buffer.from(JSON.stringify(activity)),
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    again: {},
  });
  /** @param {number} person */
  const common = (person) => ({
    id: id(),
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:p${person}`, name: `Person ${person}`, aadObjectId: objectIdOf(person) },
    recipient: { id: `28:${APP_ID}`, name: 'acr-help' },
    locale: 'en-US',
    entities: [
      { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'Europe/Berlin' },
    ],
    channelData: { tenant: { id: tenantOf(person) } },
    conversation: { conversationType: 'personal', id: `a:1p${person}`, tenantId: tenantOf(person) },
  });
  return {
    name: 'teams',
    config: {
      appId: APP_ID,
      tenant: home,
      allowedTenants: tenants,
      openIdMetadata: `${server.url}/.well-known/openidconfiguration`,
      serviceUrl,
      local: true,
      listenHost: '127.0.0.1',
    },
    listen(listener) {
      hear = listener;
    },
    write: (person, text) =>
      delivery({
        ...common(person),
        type: 'message',
        text,
        textFormat: 'plain',
        attachments: [
          { contentType: 'text/html', content: `<p>${escaped(text).replaceAll('\n', '<br>')}</p>` },
        ],
      }),
    press: (person, message, { action }) =>
      delivery({
        ...common(person),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: message,
        value: { action, trigger: 'manual' },
      }),
    madeUp: (kind) => ({
      kind,
      action: {
        type: 'Action.Execute',
        verb: 'acr-help',
        data:
          kind === 'answer'
            ? { v: 1, k: 'answer', n: 'AAAAAAAAAAAAAAAAAAAAAA.question', o: 'option' }
            : { v: 1, k: 'press', b: 'AAAAAAAAAAAAAAAAAAAAAA.back' },
      },
    }),
    close: () => server.close(),
  };
}

/** @param {number} person */
function member(person) {
  const name = `Person ${person}`;
  const aadObjectId = objectIdOf(person);
  return { id: `29:p${person}`, name, aadObjectId, tenantId: tenantOf(person), userRole: 'user' };
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * @param {any} part of a card, of any shape
 * @returns {import('./platform.mjs').Control[]}
 */
function controlsIn(part) {
  if (Array.isArray(part)) return part.flatMap(controlsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, verb, data } = part;
  if (type !== 'Action.Execute') {
    const choices = part.body?.find?.((/** @type {any} */ it) => it.type === 'Input.ChoiceSet')?.choices;
    const inside = Object.values(part).flatMap(controlsIn);
    return choices === undefined ? inside : inside.map((it) => chosen(it, choices[0].value));
  }
  if (data.k !== 'answer' && data.k !== 'choice' && data.k !== 'press') return [];
  return [{ kind: data.k === 'press' ? 'press' : 'answer', action: { type, verb, data } }];
}

/**
 * @param {import('./platform.mjs').Control} control
 * @param {string} value
 * @returns {import('./platform.mjs').Control}
 */
function chosen({ kind, action }, value) {
  const data = /** @type {{ k: string }} */ (action['data']);
  return { kind, action: { ...action, data: data.k === 'choice' ? { ...data, 'i:choice': value } : data } };
}
