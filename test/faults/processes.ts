import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { Serving } from '../cli/serving.js';
import { deliver } from '../fakes/slack/deliver.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import type { PostgresServer } from '../store/postgres-server.js';
import { freePort } from '../support/free-port.js';
import { LoadBalancer } from '../support/load-balancer.js';
import { repository } from '../support/temp.js';
import { linesAt, type Moment, type Scenario } from './script.js';

const paste =
  'Error response from daemon: Get "https://contosobuilds.azurecr.io/v2/": unauthorized: authentication required';
const PEOPLE = 24;
const REPLICAS = 2;
/** Who was interrupted is told after half a minute, one who could not be told after another. */
const PATIENCE_MS = 80_000;
/** For so long a process stands still: longer than it holds what it serves (`adapters/desk/desk.ts`). */
const STANDSTILL_MS = 45_000;

/** What became of many people who pasted at once, at bots that are processes of their own. */
export interface Crowd {
  /** What each had before them when everybody had something. */
  readonly texts: readonly (readonly string[])[];
  /** Milliseconds in which nobody was left without a word; those who were told of an interruption are not among them. */
  readonly slowestMs: number;
  readonly interrupted: number;
  /** What each had when they had written again after it was over. */
  readonly after: readonly (readonly string[])[];
  /** What they wrote beside it. */
  readonly err: string;
  readonly log: readonly Readonly<Record<string, unknown>>[];
}

/** Whether this machine lets a test have a small disk of its own. */
export function hasSmallDisks(): boolean {
  try {
    execFileSync('unshare', ['-rm', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Has people paste, and things happen to the processes meanwhile. */
export async function playCrowd(scenario: Scenario, server: PostgresServer): Promise<Crowd> {
  const slack = await FakeSlack.start();
  onTestFinished(() => slack.close());
  const balancer = new LoadBalancer();
  const port = await freePort();
  await balancer.listen(port);
  onTestFinished(() => balancer.close());
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const [disk] = linesAt(scenario, 'disk');
  const small = disk === undefined ? null : smallDisk();
  const env = {
    STORE: small === null ? await server.newDatabase() : `sqlite:${join(small.folder, 'bot.db')}`,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_WORKSPACES: TEAM,
    SLACK_API_URL: `${slack.server.origin}/api/`,
    NODE_OPTIONS: `--import ${join(repository, 'test', 'faults', 'shifted-clock.mjs')}`,
    CLOCK_MINUTES: String(linesAt(scenario, 'clock')[0]?.what ?? 0),
  };
  const start = async (): Promise<Serving> => {
    const serving = new Serving(env, [], small?.within);
    const url = new URL(await serving.url());
    balancer.targets.push(Number(url.port));
    return serving;
  };
  const bots = await Promise.all(Array.from({ length: small === null ? REPLICAS : 1 }, start));
  const ended: Serving[] = [];
  /** Resolves when every process goes on. */
  let awake: Promise<void> = Promise.resolve();

  const at = async (moment: Moment): Promise<void> => {
    const late = scenario.faults.find(({ when }) => when.moment === moment)?.when.ms ?? 0;
    if (late > 0) await sleep(late);
    for (const { when, method, what, times } of linesAt(scenario, 'slack')) {
      if (when.moment !== moment || !('status' in what)) continue;
      slack.fail(method, ...Array.from({ length: times }, () => ({ status: what.status })));
    }
    for (const { when, what } of linesAt(scenario, 'process')) {
      if (when.moment !== moment) continue;
      if (what === 'SIGSTOP') {
        bots[0]?.signal('SIGSTOP');
        awake = sleep(STANDSTILL_MS).then(() => bots[0]?.signal('SIGCONT'));
        continue;
      }
      const [first] = bots.splice(0, 1);
      if (first === undefined) continue;
      ended.push(first);
      await first.stop(what);
      bots.push(await start());
    }
    const setClock = linesAt(scenario, 'clock').some(({ when }) => when.moment === moment);
    const over = scenario.over === moment;
    if (setClock || (over && linesAt(scenario, 'clock').length > 0)) {
      for (const bot of bots) bot.signal('SIGUSR2');
    }
    const [bot] = bots;
    if (disk?.when.moment === moment && bot) small?.fill(bot.pid);
    if (over && bot) small?.empty(bot.pid);
  };

  await at('begin');
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const id = `U0FAULT${String(i).padStart(3, '0')}`;
    return slack.user(id, `Person ${i}`);
  });
  const textsOf = (user: string) => slack.messagesTo(user).map(({ shown }) => shown);
  const began = performance.now();
  let slowestMs = 0;
  const pasted = people.map(async (user, i) => {
    await sleep(i * 40);
    await deliver(slack, user, `Ev${user}`, paste);
    await slack.until(() => textsOf(user).length > 0, PATIENCE_MS);
    const isLate = textsOf(user).some((text) => text.includes('I was interrupted'));
    if (!isLate) slowestMs = Math.max(slowestMs, performance.now() - began);
  });
  const all = Promise.all(pasted);
  await Promise.all([at('pasted'), all]);
  await awake;
  const texts = people.map(textsOf);
  await at('answered');
  await sleep(2_000);
  await at('a-while');
  await Promise.all(
    people.map(async (user, i) => {
      const before = slack.messagesTo(user).length;
      await sleep(i * 40);
      await deliver(slack, user, `EvAgain${user}`, 'start over');
      await slack.until(() => slack.messagesTo(user).length > before, PATIENCE_MS);
    }),
  );
  const interrupted = texts.filter((it) => it.some((text) => text.includes('I was interrupted'))).length;
  const log = [...ended, ...bots].flatMap((it) => it.log);
  const err = [...ended, ...bots].map((it) => it.err).join('\n');
  return { texts, slowestMs, interrupted, after: people.map(textsOf), err, log };
}

/** A disk of one process alone, and somebody else's file on it that grows. */
function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mount = `mount -t tmpfs -o size=4m tmpfs '${folder}' && exec "$@"`;
  const ballast = (pid: number) => `/proc/${pid}/root${folder}/somebody-elses`;
  return {
    folder,
    within: ['unshare', '-rm', 'sh', '-c', mount, 'sh'],
    fill: (pid: number) => {
      for (const size of [64 * 1024, 4 * 1024, 512]) {
        try {
          for (;;) writeFileSync(ballast(pid), Buffer.alloc(size), { flag: 'a' });
        } catch {
          // It is full for pieces of that size.
        }
      }
    },
    empty: (pid: number) => rmSync(ballast(pid)),
  };
}
