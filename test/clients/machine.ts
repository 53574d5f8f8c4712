import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Aim, ClientCommand } from './commands.js';

/** Longest that a client may take; retries of some go on for half a minute. */
const MOST_MS = 180_000;

/** Where clients are: this machine, or a chroot with the packages of another release. */
const machine = z.object({
  /** `Debian 12`. */
  name: z.string(),
  /** Null: no chroot. */
  root: z.string().nullable(),
  /** Versions by program; those that are missing here are skipped. */
  programs: z.record(z.string(), z.string()),
});
export type Machine = z.infer<typeof machine>;

const setting = z.object({
  /** Folder that exists at the same path in every chroot. */
  work: z.string(),
  machines: z.array(machine),
  /** File that results are added to, a line each. */
  results: z.string(),
  /** Names of situations; none: all. */
  only: z.array(z.string()),
});

/** What `scripts/clients` found before it started the tests. */
export function settingOf(text: string | undefined): z.infer<typeof setting> {
  return setting.parse(JSON.parse(text ?? '{}'));
}

/** What a client said, and how it ended. */
export interface Outcome {
  /** 0 is success; null: it was stopped because it took too long. */
  readonly exit: number | null;
  /** Both outputs, in the order in which they came. */
  readonly text: string;
}

/** A fresh home on a machine: no configuration, no stored credentials, and one certificate to trust. */
export class Home {
  readonly #machine: Machine;
  readonly #folder: string;

  /** Address of a Docker daemon; null: none runs. */
  dockerHost: string | null = null;

  constructor(machine: Machine, work: string, authority: string) {
    this.#machine = machine;
    this.#folder = mkdtempSync(join(work, 'home-'));
    writeFileSync(join(this.#folder, 'ca.pem'), authority);
    for (const name of ['docker', 'azure', 'run', 'empty'])
      mkdirSync(join(this.#folder, name), { mode: 0o700 });
    // Docker takes a helper that happens to be installed where there is no configuration.
    writeFileSync(join(this.#folder, 'docker', 'config.json'), '{"auths":{}}');
    writeFileSync(join(this.#folder, 'auth.json'), '{}');
    const storage = `[storage]\ndriver = "vfs"\ngraphroot = "${this.#folder}/images"\nrunroot = "${this.#folder}/run/images"\n`;
    writeFileSync(join(this.#folder, 'storage.conf'), storage);
  }

  /** The file (PEM) that clients trust. */
  get certificate(): string {
    return join(this.#folder, 'ca.pem');
  }

  /** Keeps credentials as `docker login` does, without asking anybody. */
  storeLogin(server: string, user: string, password: string): string {
    const folder = join(this.#folder, 'earlier');
    mkdirSync(folder);
    const auth = Buffer.from(`${user}:${password}`).toString('base64');
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { [server]: { auth } } }));
    return folder;
  }

  get empty(): string {
    return join(this.#folder, 'empty');
  }

  /** Nothing of the environment goes along: a certificate or proxy of the machine would win silently. */
  async run({ program, args, env, stdin, before }: ClientCommand, aim: Aim): Promise<Outcome> {
    const own = {
      ...{ HOME: this.#folder, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', PYTHONWARNINGS: 'ignore' },
      ...{ AZURE_CONFIG_DIR: join(this.#folder, 'azure'), AZURE_CORE_COLLECT_TELEMETRY: '0' },
      ...{ AZURE_CORE_NO_COLOR: '1', REQUESTS_CA_BUNDLE: join(this.#folder, 'ca.pem') },
      ...{ PODMAN_IGNORE_CGROUPSV1_WARNING: '1' },
      ...{ DOCKER_CONFIG: join(this.#folder, 'docker'), XDG_RUNTIME_DIR: join(this.#folder, 'run') },
      ...{ REGISTRY_AUTH_FILE: join(this.#folder, 'auth.json') },
      ...{ CONTAINERS_STORAGE_CONF: join(this.#folder, 'storage.conf') },
      ...{ SSL_CERT_FILE: join(this.#folder, 'ca.pem'), SSL_CERT_DIR: '/nonexistent' },
      ...{ NODE_EXTRA_CA_CERTS: join(this.#folder, 'ca.pem') },
      ...(this.dockerHost === null ? {} : { DOCKER_HOST: this.dockerHost }),
      ...env?.(aim),
    };
    const { root } = this.#machine;
    const script = program === 'node' || program === 'containerd';
    const inside = root === null || script ? [] : ['chroot', root];
    const named = script ? process.execPath : program.replace('dockerd', 'docker');
    const line = [...inside, named, ...args(aim)];
    if (before !== undefined) await run([...inside, named, ...before(aim)], own);
    return run(['sh', '-c', 'exec "$@" 2>&1', 'sh', ...line], own, stdin?.(aim));
  }
}

function run(line: readonly string[], env: Record<string, string>, stdin = ''): Promise<Outcome> {
  const [command = '', ...args] = line;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const late = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.once('error', reject);
    // Whoever reads no input closes it.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    child.once('close', (exit) => {
      clearTimeout(late);
      resolve({ exit, text });
    });
  });
}
