import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Serving } from '../../cli/serving.js';
import { deliver } from '../../fakes/slack/deliver.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../../fakes/slack/fake-slack.js';
import { TEAM } from '../../fakes/slack/payloads.js';
import { withPostgres } from '../../store/postgres.js';
import { freePort } from '../../support/free-port.js';
import { LoadBalancer } from '../../support/load-balancer.js';

const unauthorized =
  'Error response from daemon: Get "https://contosobuilds.azurecr.io/v2/": unauthorized: authentication required';
const PEOPLE = 40;

await withPostgres((server) => {
  describe('replicas that are killed under load', () => {
    let slack: FakeSlack;
    const balancer = new LoadBalancer();
    beforeAll(async () => {
      slack = await FakeSlack.start();
      const port = await freePort();
      await balancer.listen(port);
      slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    });
    afterAll(() => Promise.all([slack.close(), balancer.close()]));

    test('nobody is left without an answer, and nobody is answered twice in the same words', async () => {
      const env = {
        STORE: await server.newDatabase(),
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_WORKSPACES: TEAM,
        SLACK_API_URL: `${slack.server.origin}/api/`,
      };
      const start = async () => {
        const serving = new Serving(env);
        const { port } = new URL(await serving.url());
        balancer.targets.push(Number(port));
        return { serving, port: Number(port) };
      };
      const replicas = await Promise.all([start(), start()]);
      onTestFinished(async () => {
        await Promise.all(replicas.map(({ serving }) => serving.stop('SIGKILL')));
      });
      const people = Array.from({ length: PEOPLE }, (_, i) => {
        const id = `U0KILL${String(i).padStart(4, '0')}`;
        return slack.user(id, `Person ${i}`);
      });
      const kills = 3;
      for (let round = 0; round < kills; round++) {
        const now = people.filter((_, i) => i % kills === round);
        const all = now.map(async (user, i) => {
          await sleep(i * 60);
          await deliver(slack, user, `Ev${user}`, unauthorized);
        });
        await sleep(150 + round * 220);
        const victim = replicas.splice(round % 2, 1)[0];
        await victim?.serving.stop('SIGKILL');
        balancer.targets.splice(balancer.targets.indexOf(victim?.port ?? 0), 1);
        replicas.push(await start());
        await Promise.all(all);
      }
      const answered = (user: string) => slack.messagesTo(user).length > 0;
      // Those that a killed process had taken are told after half a minute.
      await slack.until(() => people.every(answered), 80_000);
      const interrupted = people.filter((user) =>
        slack.messagesTo(user).some(({ shown }) => shown.includes('I was interrupted')),
      );
      for (const user of people) {
        const texts = slack.messagesTo(user).map(({ shown }) => shown);
        expect(new Set(texts).size, texts.join('\n---\n')).toBe(texts.length);
        expect(texts.join()).toMatch(/How do you sign in|I was interrupted/);
      }
      console.log(`${kills} kills: of ${PEOPLE} people ${interrupted.length} were interrupted, and told`);
    }, 150_000);
  });
});
