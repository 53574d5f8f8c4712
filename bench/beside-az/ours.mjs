/** The live checks in a process of their own, as a bot that is running already. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./ours.process.mjs', import.meta.url));

/** @typedef {{ wall: number, named: boolean }} Told wall in milliseconds; named: each check has its finding */

export class Ours {
  /** Milliseconds until the process was there. */
  startUp;
  #child;

  /**
   * @param {import('node:child_process').ChildProcess} child
   * @param {number} startUp
   */
  constructor(child, startUp) {
    this.#child = child;
    this.startUp = startUp;
  }

  /**
   * @param {string} root
   * @param {import('../../sandbox/open.ts').Sandbox} sandbox
   * @param {import('../live/questions.mjs').Question} question
   */
  static async start(root, sandbox, question) {
    const began = performance.now();
    const child = fork(program, [root], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.send({
      question,
      authority: sandbox.authority,
      credential: sandbox.botCredential(),
      readsData: sandbox.botReadsData(),
      clock: sandbox.now().getTime() - Date.now(),
    });
    await once(child, 'message');
    const startUp = performance.now() - began;
    // It also says when it is warm.
    await once(child, 'message');
    return new Ours(child, startUp);
  }

  /** @returns {Promise<Told>} */
  async run() {
    this.#child.send('run');
    const [told] = await once(this.#child, 'message');
    return told;
  }

  async stop() {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
