import { readdirSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { Serving } from '../cli/serving.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { repository, tempTree } from '../support/temp.js';
import { Flock } from './canary/canary.js';
import { pastesFor } from './canary/hatch.js';
import { inSlack } from './canary/pasting.js';
import { leaksIn, type Sink, valuesIn } from './canary/search.js';
import { filesIn, sink } from './canary/stock.js';

const TOGETHER = 4;
const PATIENCE_MS = 20_000;

/** Where the process runs, and would leave an image of its memory. */
function filesAround(): readonly string[] {
  const all = readdirSync(repository, { withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test.each(['SIGKILL', 'SIGABRT'] as const)(
  'T15 ended by %s in the middle of its work, the process leaves nothing of what was pasted behind',
  {
    timeout: 240_000,
  },
  async (signal) => {
    const slack = await FakeSlack.start();
    onTestFinished(() => slack.close());
    const folder = tempTree({});
    const before = filesAround();
    const serving = new Serving({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_WORKSPACES: TEAM,
      SLACK_API_URL: `${slack.server.origin}/api/`,
      STORE: `sqlite:${folder}/bot.db`,
    });
    slack.deliverTo(`${await serving.url()}/slack/events`);
    const flock = new Flock();
    let number = 0;
    const under: Promise<unknown>[] = [];
    for (const handler of ['Slack direct message', 'Slack mention', 'Slack command', 'Slack file'])
      for (const text of pastesFor(handler, TOGETHER, flock)) {
        const id = slack.user(`U0STRANGE${number}`, `Stranger ${number}`);
        // What is under way when it ends is not answered any more.
        under.push(
          Promise.resolve(inSlack[handler]?.({ slack }, { number, slack: id }, text)).catch(() => {}),
        );
        number++;
      }
    await slack.until(() => slack.workspace.messages.length >= number / 2, PATIENCE_MS);
    await serving.stop(signal);
    await Promise.all(under);

    const files = filesIn(folder, `after ${signal}`);
    expect(files.map(({ name }) => name)).toContain(`bot.db-wal after ${signal}`);
    const { calls, workspace } = slack.server;
    const sinks: readonly Sink[] = [
      ...files,
      sink('standard output', serving.log),
      sink('standard error', serving.err),
      sink('Slack', [calls.map(({ args }) => args), workspace.messages]),
    ];
    expect(sinks.flatMap((it) => leaksIn(it, flock))).toEqual([]);
    expect(sinks.flatMap((it) => valuesIn(it, [BOT_TOKEN, SIGNING_SECRET]))).toEqual([]);
    // No memory either: of the process, or of its heap.
    expect(filesAround()).toEqual(before);
    console.info(
      `${flock.all.length} canaries, ${number} pastes, ${workspace.messages.length} answers before ${signal}; searched: ${sinks.map(({ name, bytes }) => `${name} (${bytes.length} bytes)`).join(', ')}.`,
    );
  },
);
