import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/open.js';
import { mergePatch } from '../../sandbox/world/merge-patch.js';
import { repository as root } from '../support/temp.js';
import { type Aim, type CommandName, commands } from './commands.js';
import { Daemon } from './daemon.js';
import { writeImage } from './image.js';
import { Home, type Machine, type Outcome } from './machine.js';
import type { Situation } from './situations.js';

/** The world of a situation, with what the tests need in it. */
export async function openSituation(
  { world, patch }: Situation,
  options: SandboxOptions = { distribution: 'if-present' },
): Promise<Sandbox> {
  const text = readFileSync(join(root, 'sandbox/worlds', `${world}.yaml`), 'utf8');
  const opened = await openSandbox(stringify(mergePatch(parse(text), patch)), options);
  if (opened.kind === 'mistakes') throw new Error(`${world}: ${opened.mistakes.join('\n')}`);
  return opened.sandbox;
}

/** A situation on one machine: its clients, with a home of their own, before the world. */
export class Stage {
  readonly #home: Home;
  readonly #aim: Aim;
  readonly #daemons: readonly (Daemon | null)[];
  /** Outcomes of commands that others come after. */
  readonly #before = new Map<CommandName, Outcome>();
  #warm = false;

  private constructor(home: Home, aim: Aim, daemons: readonly (Daemon | null)[]) {
    this.#home = home;
    this.#aim = aim;
    this.#daemons = daemons;
  }

  static async set(
    situation: Situation,
    { machine, work, sandbox }: { machine: Machine; work: string; sandbox: Sandbox },
  ): Promise<Stage> {
    const { registry, image, user } = situation;
    const world = sandbox.world();
    const home = new Home(machine, work, sandbox.authority);
    const needs = (program: string) =>
      Object.entries(commands).some(
        ([name, it]) => it.program === program && name in situation.expected && program in machine.programs,
      );
    const docker = needs('dockerd') ? await Daemon.start('docker', machine, work, home.certificate) : null;
    const cri = needs('containerd')
      ? await Daemon.start('containerd', machine, work, home.certificate)
      : null;
    if (docker !== null) home.dockerHost = `unix://${docker.socket}`;
    const folder = mkdtempSync(join(work, 'image-'));
    writeImage(folder);
    const [tenant] = [...world.tenants.values()];
    const loginServer = situation.loginServer ?? world.registries.get(registry)?.loginServer ?? '';
    const aim = {
      ...{ registry, loginServer, image: folder, empty: home.empty, containerd: cri?.socket ?? '' },
      earlierLogin: home.storeLogin(loginServer, ...user),
      ...{ repository: image[0], tag: image[1], user: user[0], password: user[1], tenant: tenant?.id ?? '' },
    };
    return new Stage(home, aim, [docker, cri]);
  }

  /** Null where something else must have gone well before, and did not. */
  async run(name: CommandName): Promise<Outcome | null> {
    const { after, ...command } = commands[name];
    if (after !== undefined && (await this.#once(after)).exit !== 0) return null;
    return this.#once(name, command);
  }

  async clear(): Promise<void> {
    for (const daemon of this.#daemons) await daemon?.stop();
  }

  async #once(name: CommandName, command = commands[name]): Promise<Outcome> {
    const known = this.#before.get(name);
    if (known !== undefined) return known;
    if (command.program === 'az' && !this.#warm) {
      this.#warm = true;
      // Its first run in a folder makes an index, and tells of every module that does not load.
      await this.#home.run({ program: 'az', args: () => ['version', '-o', 'none'] }, this.#aim);
    }
    const outcome = await this.#home.run(command, this.#aim);
    this.#before.set(name, outcome);
    return outcome;
  }
}
