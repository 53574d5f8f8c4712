import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { ISSUER } from './signing.js';

/** Time to start, on a machine that has much else to do. */
const START_MS = 30_000;

/** CNCF distribution as Debian's package `docker-registry` has it; null where this machine does not. */
export function findDistribution(path = process.env['PATH'] ?? ''): string | null {
  const places = path.split(delimiter).map((folder) => join(folder, 'docker-registry'));
  return places.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** One registry: a child process on loopback, with a folder that is gone when it stops. */
export class DistributionProcess {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #orphaned: () => void;

  private constructor(origin: string, child: ChildProcess, folder: string, orphaned: () => void) {
    this.origin = origin;
    this.#child = child;
    this.#folder = folder;
    this.#orphaned = orphaned;
  }

  /**
   * @param service login server: realm and audience of the tokens
   * @param bundle certificate (PEM) of the key that signs them
   */
  static async start(program: string, service: string, bundle: string): Promise<DistributionProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'acr-help-distribution-'));
    const settings = join(folder, 'settings.yml');
    await writeFile(join(folder, 'bundle.pem'), bundle);
    await writeFile(settings, stringify(settingsOf(folder, service)));
    // REGISTRY_… in the environment would change the settings.
    const child = spawn(program, ['serve', settings], { env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
    const orphaned = () => void child.kill('SIGKILL');
    process.once('exit', orphaned);
    try {
      return new DistributionProcess(await listening(child), child, folder, orphaned);
    } catch (error) {
      child.kill('SIGKILL');
      process.off('exit', orphaned);
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  async stop(): Promise<void> {
    process.off('exit', this.#orphaned);
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Locations come without a host, so that any front does (clients.md §6). */
function settingsOf(folder: string, service: string): object {
  return {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', relativeurls: true, secret: randomUUID() },
    auth: {
      token: {
        realm: `https://${service}/oauth2/token`,
        service,
        issuer: ISSUER,
        rootcertbundle: join(folder, 'bundle.pem'),
      },
    },
  };
}

/** Waits for the line in which it says at which port it listens; what it says later is dropped. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('it took too long'), START_MS);
    const fail = (why: string) => {
      clearTimeout(late);
      reject(new Error(`distribution did not start: ${why}`));
    };
    let last = 'it said nothing';
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail(last));
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line;
      const [, address] = /listening on (127\.0\.0\.1:\d+)/.exec(line) ?? [];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(`http://${address}`);
    });
  });
}
