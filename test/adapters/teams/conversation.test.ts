import { afterEach, expect, test } from 'vitest';
import { en } from '../../../src/knowledge/texts/en/index.js';
import { samples } from '../../support/samples.js';
import { Bot } from './bot.js';
import { defined } from './defined.js';

let bot: Bot;
afterEach(() => bot.stop());

test('text, card with a question, press, card updated in place', async () => {
  bot = await Bot.start();
  const { teams, adapter, host } = bot;
  const dana = teams.person('dana');
  const shown = await samples('en');
  let ref = '';
  host.onEvent = async (event) => {
    if (event.kind === 'direct') {
      const sent = await adapter.surface.send(event.person, defined(shown['typed-question']), 'en');
      if (sent.ok) ref = sent.ref;
    }
    if (event.kind === 'answer')
      await adapter.surface.update(event.person, ref, defined(shown['outcome']), 'en');
  };

  expect((await teams.say(dana, 'docker login says\nunauthorized')).status).toBe(200);
  await teams.connector.until(() => teams.messagesTo(dana).length === 1);
  const question = defined(teams.messagesTo(dana)[0]);
  expect(question.text).toContain('Which registry is it about?');

  const pressed = await teams.execute(dana, question, "I don't know");
  expect(pressed).toEqual({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: en.chat.working },
  });
  await teams.connector.until(() => teams.messagesTo(dana)[0]?.updates === 1);
  expect(teams.messagesTo(dana).map(({ text }) => text.split('\n')[0])).toEqual([
    'You are signed in, but have no role for this action',
  ]);
  expect(host.events.map(({ kind }) => kind)).toEqual(['direct', 'answer']);
  expect(host.events[0]).toMatchObject({ text: 'docker login says\nunauthorized' });
  expect(host.events[1]).toMatchObject({ node: 'registry', option: 'unknown' });
});
