import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import { publicCloud } from '../../src/azure/clouds.js';
import type { Message, OutcomeSummary } from '../../src/chat/message.js';
import { connect } from '../../src/checks/connection.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { worldFiles } from '../worlds/play.js';
import { slackStage } from './slack-stage.js';
import type { Stage, Talker } from './stage.js';
import { teamsStage } from './teams-stage.js';

const folder = new URL('../../sandbox/worlds/', import.meta.url);
/** More questions than any conversation may have. */
const PATIENCE = 25;
const { ui } = textsFor('en');

/** Every situation, from the paste to the repaired twin, pressed and read on a chat platform. */
describe.each([teamsStage, slackStage].map((stage) => [stage.name, stage] as const))('%s', (_name, stage) => {
  test.each(worldFiles())('%s', { timeout: 90_000 }, async (file) => {
    const opened = await openSandbox(readFileSync(new URL(file, folder), 'utf8'));
    if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('; '));
    const { sandbox } = opened;
    const talker = await talkerIn(stage, sandbox);
    try {
      const { cause, paste } = sandbox.world();
      await talker.say(paste);
      expect((await untilOutcome(talker, sandbox, 'same'))?.cause).toBe(cause);
      expect(sandbox.apply('fix')).toEqual([]);
      await talker.press(ui.verbs['check-again']);
      expect((await untilOutcome(talker, sandbox, 'works'))?.resolved).toBe(true);
    } finally {
      await talker.close();
      await sandbox.close();
    }
  });
});

function talkerIn(stage: Stage, sandbox: Sandbox): Promise<Talker> {
  const connection = connect({
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credential: sandbox.botCredential(),
    subscriptions: null,
    vantage: 'bot',
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
  });
  return stage.open({
    run: (work, onFinding, signal) => connection.run(work.subject, work.checks, onFinding, signal),
    language: 'en',
    objectId: sandbox.objectIdOf(sandbox.world().asks.name),
    now: () => sandbox.now().getTime(),
  });
}

/** Answers what the world says that the person knows, until there is an outcome. */
async function untilOutcome(
  talker: Talker,
  sandbox: Sandbox,
  retry: 'works' | 'same',
): Promise<OutcomeSummary | null> {
  const { answers } = sandbox.world();
  for (let i = 0; i < PATIENCE; i++) {
    const message = talker.newest();
    if (message.outcome !== null || message.ask === null) return message.outcome;
    const node = message.ask.node.split('.').slice(1).join('.');
    const known = Object.entries(answers).find(([question]) => question === node)?.[1];
    await answer(talker, message, node === 'retry' ? retry : (known ?? 'unknown'));
  }
  return null;
}

/** Presses the option, or types what has none. */
async function answer(talker: Talker, { ask }: Message, option: string): Promise<void> {
  const label = ask?.options.find(({ id }) => id === option)?.label;
  await (label === undefined ? talker.say(option) : talker.answer(label));
}
