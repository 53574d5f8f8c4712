/** The production clients on the machine's own network: connects when told how, and asks whenever told to. */
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { program as load } from '../live/connect.mjs';

/**
 * @typedef {object} Settings
 * @property {import('../live/questions.mjs').Question} question
 * @property {string} authority certificate (PEM) of the world
 * @property {import('../../src/azure/credential.ts').CredentialSpec | null} credential
 * @property {boolean} readsData
 * @property {number} clock milliseconds by which the world is ahead
 */

const [root = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
/** @type {Settings[]} */
const [settings] = await once(process, 'message');
if (settings === undefined) throw new Error('nothing was told');
/** @type {typeof import('../../src/azure/node-network.ts')} */
const { createNodeNetwork } = await import(pathToFileURL(join(root, 'dist/src/azure/node-network.js')).href);
const program = await load(root);
const { subject, checks } = program.work(settings.question);
const connect = () =>
  program.connectBy({
    network: createNodeNetwork({ extraCa: [settings.authority] }),
    credential: settings.credential,
    readsData: settings.readsData,
    now: () => new Date(Date.now() + settings.clock),
  });
process.send?.('there');
// A bot has run for long: its code is compiled. Tokens and sockets of this question are not those of the measured ones.
await connect().run(subject, checks, () => {}, new AbortController().signal);
const connection = connect();
process.send?.('ready');
process.on('message', async () => {
  const began = performance.now();
  const findings = await connection.run(subject, checks, () => {}, new AbortController().signal);
  process.send?.({ wall: performance.now() - began, named: findings.length === checks.length });
});
