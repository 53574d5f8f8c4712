import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Machine } from './machine.js';

const START_MS = 90_000;

/** Where a daemon keeps what is its own, and how it is started there. */
interface Recipe {
  readonly program: 'dockerd' | 'containerd';
  readonly args: (folder: string, socket: string) => readonly string[];
}

const dockerd: Recipe = {
  program: 'dockerd',
  args: (folder, socket) => [
    ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'run')],
    ...['--pidfile', join(folder, 'docker.pid'), '-H', `unix://${socket}`, '--storage-driver=vfs'],
    ...['--bridge=none', '--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
  ],
};

const containerd: Recipe = {
  program: 'containerd',
  args: (folder, socket) => {
    const config = join(folder, 'config.toml');
    writeFileSync(
      config,
      [
        'version = 2',
        `root = "${folder}/data"`,
        `state = "${folder}/run"`,
        `[grpc]\naddress = "${socket}"`,
        '[plugins."io.containerd.grpc.v1.cri".containerd]\nsnapshotter = "native"',
      ].join('\n'),
    );
    return ['--config', config];
  },
};

/**
 * A daemon for one situation, which pulls and pushes and never runs a container: Docker's, and the one that the kubelet
 * asks. What they say is what people paste most.
 */
export class Daemon {
  /** File of the socket. */
  readonly socket: string;
  readonly #child: ChildProcess;

  private constructor(socket: string, child: ChildProcess) {
    this.socket = socket;
    this.#child = child;
  }

  /**
   * @param certificate file (PEM) to trust
   * @returns null where the machine does not have the program
   */
  static async start(
    which: 'docker' | 'containerd',
    { root, programs }: Machine,
    work: string,
    certificate: string,
  ): Promise<Daemon | null> {
    const { program, args } = which === 'docker' ? dockerd : containerd;
    if (!(program in programs)) return null;
    const folder = mkdtempSync(join(work, `${program}-`));
    for (const name of ['data', 'run']) mkdirSync(join(folder, name));
    const socket = join(folder, `${which}.sock`);
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: folder },
      ...{ SSL_CERT_FILE: certificate, SSL_CERT_DIR: '/nonexistent' },
    };
    const line = [...(root === null ? [] : ['chroot', root]), program, ...args(folder, socket)];
    const [command = '', ...rest] = line;
    const child = spawn(command, rest, { env, stdio: 'ignore' });
    child.on('error', () => {});
    for (const until = Date.now() + START_MS; !existsSync(socket); await sleep(200)) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`${program} did not start`);
    }
    return new Daemon(socket, child);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
