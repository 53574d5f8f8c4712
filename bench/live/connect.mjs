/** A world, the production clients on it, and what it costs them to open connections. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** @typedef {import('../../sandbox/open.ts').Sandbox} Sandbox */
/** @typedef {import('./questions.mjs').Question} Question */

/** TCP's answer, and that of TLS 1.3. */
const TRIPS_TO_CONNECT = 2;

/**
 * The built program.
 *
 * @param {string} root
 */
export async function program(root) {
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(root, 'dist', path)).href);
  /** @type {typeof import('../../sandbox/open.ts')} */
  const { openSandbox } = await from('sandbox/open.js');
  /** @type {typeof import('../../src/azure/clouds.ts')} */
  const { publicCloud } = await from('src/azure/clouds.js');
  /** @type {typeof import('../../src/checks/connection.ts')} */
  const { connect } = await from('src/checks/connection.js');
  /** @type {typeof import('../../src/checks/needs.ts')} */
  const { runnable } = await from('src/checks/needs.js');
  /** @type {typeof import('../../src/diagnosis/facts/login-server.ts')} */
  const { parseLoginServer } = await from('src/diagnosis/facts/login-server.js');

  return {
    /** @param {string} text of a world */
    async open(text) {
      const opened = await openSandbox(text);
      if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
      return opened.sandbox;
    },
    /**
     * A new connection, without tokens and sockets.
     *
     * @param {Pick<import('../../src/checks/connection.ts').ConnectionConfig, 'network' | 'credential' | 'readsData' | 'now'>} how
     */
    connectBy(how) {
      return connect({ ...how, cloud: publicCloud, subscriptions: null, vantage: 'bot' });
    },
    /**
     * The same in this process.
     *
     * @param {Sandbox} sandbox
     * @param {number} roundTrip what opening a connection costs beside loopback: milliseconds, twice
     */
    connect(sandbox, roundTrip) {
      const network = sandbox.network('bot');
      const count = { opened: 0 };
      const connection = this.connectBy({
        network: {
          ...network,
          connect: async (address, port, signal) => {
            count.opened += 1;
            if (roundTrip > 0) await sleep(TRIPS_TO_CONNECT * roundTrip, null, { signal });
            return network.connect(address, port, signal);
          },
        },
        credential: sandbox.botCredential(),
        readsData: sandbox.botReadsData(),
        now: sandbox.now,
      });
      return { connection, count };
    },
    /** @param {Question} question */
    work({ loginServer: host, repository, reference, identity, cluster }) {
      const loginServer = parseLoginServer(host);
      if (loginServer === null) throw new Error(`${host} is no login server`);
      const nothing = { subscription: null, clientIp: null, platform: null };
      const place = { loginServer, repository, reference, cluster, ...nothing };
      /** @type {import('../../src/checks/check.ts').Subject} */
      const subject = { ...place, identity, operation: 'push', federation: null };
      return { subject, checks: runnable(subject) };
    },
  };
}
