import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installed } from '../../fakes/teams/activities.js';
import { TENANT } from '../../fakes/teams/people.js';
import { Bot } from './bot.js';

let bot: Bot;
beforeEach(async () => {
  bot = await Bot.start();
});
afterEach(() => bot.stop());

test('a message is acknowledged when it is kept that it came, and not before', async () => {
  const dana = bot.teams.person('dana');
  let keep: () => void = () => {};
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  bot.host.onArrival = () => kept;
  const acknowledged = bot.teams.say(dana, 'hello');
  expect(await Promise.race([acknowledged, sleep(100, 'not yet')])).toBe('not yet');
  keep();
  expect(await acknowledged).toMatchObject({ status: 200 });
  const [event] = await bot.events(1);
  expect(bot.host.arrived).toMatchObject([
    { key: event?.key, person: { platform: 'teams', tenant: TENANT, id: dana.id } },
  ]);
});

test('nobody waits for an answer to an installation', async () => {
  const dana = bot.teams.person('dana');
  for (const activity of installed(dana, bot.teams.serviceUrl)) await bot.teams.deliver(activity);
  await bot.events(1);
  expect(bot.host.arrived).toEqual([]);
});
