import { afterEach, expect, test } from 'vitest';
import { direct } from '../../../fakes/teams/activities.js';
import { samples } from '../../../support/samples.js';
import { Bot } from '../bot.js';
import { defined } from '../defined.js';

let bot: Bot;
afterEach(() => bot.stop());

// The SDK fetches them for itself, behind us.
test.each([0, 1, 2, 3])(
  "when the channel's keys fail after %i look-ups, Teams is asked to come again",
  async (left) => {
    bot = await Bot.start();
    const { teams } = bot;
    const dana = teams.person('dana');
    teams.connector.keysLeft = left;
    expect(await teams.say(dana, 'hello')).toEqual({ status: 503, body: '' });
    expect(bot.lines).toEqual([{ event: 'teams.keys-unreachable', fields: {} }]);
    teams.connector.keysLeft = Number.POSITIVE_INFINITY;
    expect((await teams.say(dana, 'hello')).status).toBe(200);
    expect(await bot.events(1)).toHaveLength(1);
  },
);

test('for a test client on this machine, nobody has to sign', async () => {
  // Left out, the SDK's own credentials are used, which are none without an app id.
  bot = await Bot.start({ config: { appId: '' }, credentials: undefined });
  const { teams, adapter, host } = bot;
  const dana = teams.person('dana');
  const greeting = defined((await samples('en'))['greeting']);
  host.onEvent = async ({ person }) => {
    await adapter.surface.send(person, greeting, 'en');
  };
  expect((await teams.deliver(direct(dana, teams.serviceUrl, 'hello'), '')).status).toBe(200);
  await teams.connector.until(() => teams.messagesTo(dana).length === 1);
});
