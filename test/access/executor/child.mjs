/**
 * A process of its own that carries out what a ledger says, until it is killed. Its arguments are the folder of the
 * compiled program and a file with the rest: see `Child` in `kill.test.ts`.
 */
import { readFileSync, writeSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';

const [, , folder = '', file = ''] = process.argv;
const {
  store: url,
  proxy,
  authority,
  credential,
  policy: text,
  approver,
  group,
  tenant,
  ahead,
} = JSON.parse(readFileSync(file, 'utf8'));
/** @param {string} path */
const load = (path) => import(join(folder, 'src', path));
const [
  { openStore },
  { createExecutor },
  { loadPolicy },
  { createGranter },
  { createCredential },
  { createEgress },
  { createEgressClient },
  { publicCloud },
] = await Promise.all(
  [
    'store/open.js',
    'access/executor/executor.js',
    'access/policy/load.js',
    'azure/granter-client.js',
    'azure/credential.js',
    'azure/egress.js',
    'azure/egress-client.js',
    'azure/clouds.js',
  ].map(load),
);

/** @type {string[]} */
const names = [];

/** The world behind a proxy: names have addresses here, and connections to these go through it by name. */
const network = {
  extraCa: [authority],
  /** @param {string} name */
  async resolve(name) {
    if (!names.includes(name)) names.push(name);
    return { kind: 'found', addresses: [`20.60.0.${names.indexOf(name) + 1}`], aliases: [] };
  },
  /** @param {string} address */
  connect(address) {
    const host = names[Number(address.split('.')[3]) - 1];
    const { port } = new URL(proxy);
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
      socket.once('error', reject);
      socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`);
      // What follows is TLS, which the client begins: the first bytes are the whole answer of the proxy.
      socket.once('data', (answer) => {
        if (answer.toString().startsWith('HTTP/1.1 200')) resolve(socket);
        else reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
      });
    });
  },
};

const egress = createEgress({ network, cloud: publicCloud });
const httpClient = createEgressClient(egress, network, null);
const transport = { httpClient, timeoutMs: 5000, maxRetries: 0, retryDelayMs: 10 };
const loaded = loadPolicy(text);
const log = { info() {}, warn() {}, error() {} };
const { ledger } = await openStore(url, log);

const told = async () => 'told';
const executor = createExecutor({
  ledger,
  policy: () => loaded.policy,
  people: {
    /** @param {string} objectId */
    person: async (objectId) => ({
      ok: true,
      value: { objectId, tenant, guest: false, groups: objectId === approver ? [group] : [] },
    }),
    ownersOf: async () => ({ ok: true, value: [] }),
  },
  granter: createGranter(publicCloud, createCredential(publicCloud, credential, transport), transport),
  rotation: null,
  tell: {
    ...{ tellApprovers: told, remind: told, tellOutcome: told, tellEnding: told },
    ...{ tellQuestion: told, tellAnswer: told, tellAlert: told, tellWorking: told },
  },
  log,
  now: () => Date.now() + ahead,
  leaseMs: 2500,
  loop: { workers: 3, pollMs: 25 },
});
executor.start();
writeSync(1, 'started\n');
