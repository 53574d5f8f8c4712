/** The network of a world that runs in another process: names are looked up here, connections go through its proxy. */
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Elsewhere
 * @property {string} proxy
 * @property {string} authority
 * @property {import('../../src/azure/credential.ts').CredentialSpec | null} credential
 * @property {boolean} readsData
 */

/**
 * @param {string} root
 * @param {string} text of the world
 * @param {Elsewhere} elsewhere
 */
export async function worldElsewhere(root, text, { proxy, authority }) {
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(root, 'dist/sandbox', path)).href);
  /** @type {typeof import('../../sandbox/world/load.ts')} */
  const { loadWorld, isLoaded } = await from('world/load.js');
  /** @type {typeof import('../../sandbox/network/names.ts')} */
  const { hostAt, resolveName } = await from('network/names.js');
  const loaded = loadWorld(text);
  if (!isLoaded(loaded)) throw new Error('the world has mistakes');
  const { world } = loaded;
  /** @type {import('../../src/azure/network.ts').Network} */
  const network = {
    extraCa: [authority],
    async resolve(name) {
      const found = resolveName(world, name.toLowerCase(), 'bot');
      return found === 'timeout' ? { kind: 'failed', reason: 'timeout' } : found;
    },
    async connect(address, port, signal) {
      const host = hostAt(world, address, 'bot');
      if (host === null) throw Object.assign(new Error('no host'), { code: 'EHOSTUNREACH' });
      const { hostname, port: proxyPort } = new URL(proxy);
      const asked = request({
        hostname,
        port: proxyPort,
        method: 'CONNECT',
        path: `${host}:${port}`,
        signal,
        agent: false,
      });
      asked.end();
      const [, socket] = await once(asked, 'connect');
      return socket;
    },
  };
  return { network, now: () => world.now() };
}
