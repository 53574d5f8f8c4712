/** What a platform is for the load: what it delivers, and what it sees of what is said. */

/**
 * A delivery, made once and sent as often as wanted.
 *
 * @typedef {object} Delivery
 * @property {Buffer} body
 * @property {Readonly<Record<string, string>>} headers
 * @property {Readonly<Record<string, string>>} again headers that are added when it is sent once more
 */
/**
 * Something that a message can be answered with.
 *
 * @typedef {object} Control
 * @property {'answer' | 'press'} kind
 * @property {Readonly<Record<string, unknown>>} action as the platform delivers it
 */
/**
 * Something that a bot did in somebody's chat.
 *
 * @typedef {object} Said
 * @property {number} person
 * @property {'post' | 'update'} kind
 * @property {string} message its id
 * @property {string} content as it came, without what differs between two messages that say the same
 * @property {readonly Control[]} controls
 */
/**
 * @typedef {object} Platform
 * @property {'slack' | 'teams'} name
 * @property {(hear: (said: Said) => void) => void} listen
 * @property {(person: number, text: string) => Delivery} write
 * @property {(person: number, message: string, control: Control) => Delivery} press
 * @property {(kind: Control['kind']) => Control} madeUp a control that no message has
 * @property {() => Promise<void>} close
 */

/** Workspaces or tenants: the desk bounds what each may ask. */
export const SPACES = 20;

/** Tickets (16 bytes in base64url, and a dot) differ between messages that say the same. */
const ticket = /[\w-]{22}\./g;

/** @param {unknown} content */
export function withoutTickets(content) {
  return JSON.stringify(content).replaceAll(ticket, '');
}

/**
 * The body of a request.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export async function textOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {unknown} content
 */
export function json(response, status, content) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(content));
}

/**
 * Listens on loopback.
 *
 * @param {import('node:http').RequestListener} answer
 */
export async function listening(answer) {
  const { createServer } = await import('node:http');
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
