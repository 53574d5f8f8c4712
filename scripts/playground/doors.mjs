/** What the playground can send for people who do not sit before it. Not documented, but used by its own page. */
import { randomUUID } from 'node:crypto';
import { bot, places } from './people.mjs';
import { PLAYGROUND } from './programs.mjs';

/** @typedef {import('./people.mjs').Person} Person */
/** @typedef {import('./screen.mjs').Pressed} Pressed */

/**
 * The same press once more.
 *
 * @param {Pressed} pressed
 */
export function pressAgain(pressed) {
  return post('/_conversation/v1/invoke', pressed);
}

/**
 * A press by somebody else.
 *
 * @param {Pressed} pressed
 * @param {Person} person
 * @param {string} tenant
 */
export function pressAs({ name, value, replyToId }, person, tenant) {
  return post('/_internal/v1/customActivities', {
    ...activityOf(person, tenant),
    ...{ type: 'invoke', name, value, replyToId },
  });
}

/**
 * A text as it is, with its lines, which the page's own box would run together.
 *
 * @param {string} text
 * @param {Person} person
 */
export function say(text, person) {
  const body = { type: 'text', text, textFormat: 'plain', from: { id: person.id } };
  return post(`/_conversation/v1/conversations/${places.personal}/messages`, body);
}

/**
 * A text from a client in another language.
 *
 * @param {string} text
 * @param {string} locale
 * @param {Person} person
 * @param {string} tenant
 */
export function sayIn(text, locale, person, tenant) {
  return post('/_internal/v1/customActivities', {
    ...activityOf(person, tenant),
    ...{ type: 'message', text, textFormat: 'plain', locale },
  });
}

/**
 * @param {Person} person
 * @param {string} tenant
 */
function activityOf({ id, name, aadObjectId }, tenant) {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: `${PLAYGROUND}/_connector`,
    from: { id, name, aadObjectId },
    recipient: bot,
    conversation: { id: places.personal, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  };
}

/**
 * @param {string} path
 * @param {unknown} body
 */
async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${PLAYGROUND}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the playground answers ${path} with ${answer.status}`);
}
