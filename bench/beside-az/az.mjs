/** `az acr check-health`, signed in as the bot. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('../../scripts/clients/machines.mjs').Machine} Machine */

export class Az {
  /** `az 2.45.0 (Debian 12)`. */
  name;
  #command;
  #env;
  #credential;

  /**
   * @param {Machine} machine
   * @param {string} work folder that chroots have at the same path
   * @param {import('../../sandbox/open.ts').Sandbox} sandbox
   */
  constructor({ name, root, programs }, work, sandbox) {
    this.name = `az ${programs['az']} (${name})`;
    this.#command = root === null ? ['az'] : ['chroot', root, 'az'];
    const home = mkdtempSync(join(work, 'az-'));
    writeFileSync(join(home, 'ca.pem'), sandbox.authority);
    // Nothing of the environment goes along: a certificate or a proxy of the machine would win silently.
    this.#env = {
      HOME: home,
      PATH: process.env['PATH'] ?? '',
      LANG: 'C.UTF-8',
      PYTHONWARNINGS: 'ignore',
      AZURE_CONFIG_DIR: home,
      AZURE_CORE_COLLECT_TELEMETRY: '0',
      REQUESTS_CA_BUNDLE: join(home, 'ca.pem'),
    };
    this.#credential = sandbox.botCredential();
  }

  async signIn() {
    if (this.#credential?.kind !== 'client-secret') throw new Error('the bot of this world has no secret');
    const { tenant, clientId, secret } = this.#credential;
    // Its first run in a folder makes an index.
    await this.#run(['version', '-o', 'none']);
    const who = ['-u', clientId, '-p', secret, '--tenant', tenant];
    const { exit, text } = await this.#run(['login', '--service-principal', ...who, '-o', 'none']);
    if (exit !== 0) throw new Error(`${this.name} could not sign in: ${text}`);
  }

  /**
   * @param {import('../live/questions.mjs').Question} question
   * @param {number} patience milliseconds after which it is stopped
   */
  async checkHealth({ loginServer }, patience) {
    const [name = ''] = loginServer.split(/[-.]/, 1);
    const { wall, exit } = await this.#run(
      ['acr', 'check-health', '-n', name, '--yes', '--ignore-errors'],
      patience,
    );
    return { wall, ended: exit !== null };
  }

  /**
   * @param {readonly string[]} args
   * @param {number} [patience]
   * @returns {Promise<{ exit: number | null, text: string, wall: number }>} exit null: it was stopped
   */
  #run(args, patience = 180_000) {
    const [command = '', ...rest] = [...this.#command, ...args];
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const child = spawn(command, rest, { env: this.#env, stdio: ['ignore', 'ignore', 'pipe'] });
      const late = setTimeout(() => child.kill('SIGKILL'), patience);
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
        text += chunk;
      });
      child.once('error', reject);
      child.once('exit', (exit) => {
        clearTimeout(late);
        resolve({ exit, text, wall: performance.now() - began });
      });
    });
  }
}
