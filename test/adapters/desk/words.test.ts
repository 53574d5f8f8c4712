import { describe, expect, test } from 'vitest';
import { shown } from '../../support/talk.js';
import { ari, DeskTalk } from './desk-talk.js';

const firewalled =
  "Error response from daemon: denied: client with IP '203.0.113.7' is not allowed access. contoso.azurecr.io";
const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';

describe('what is written beside the conversation', () => {
  test('language: chosen by a word, kept, and stronger than what the platform says', async () => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized);
    await talk.say('language de');
    expect(talk.surface.read('dana')).toContain('Wie melden Sie sich');
    await talk.say('forget');
    await talk.say('language de');
    await talk.say(unauthorized);
    expect(shown(talk.surface.newest('dana'))).toMatch(/[äöüß]/);
  });

  test.each([
    ['de-DE', 'Dienstprinzipal'],
    ['zh-CN', '服务主体'],
    ['fr-FR', 'service principal'],
    [null, 'service principal'],
  ])('the platform’s language: %s', async (locale, word) => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized, { locale });
    expect(shown(talk.surface.newest('dana'))).toContain(word);
  });

  test('status, with and without a case', async () => {
    const talk = await DeskTalk.open();
    await talk.say('status');
    expect(shown(talk.surface.newest('dana'))).toContain('You have no open case.');
    await talk.say(unauthorized);
    const { ask } = talk.surface.newest('dana');
    await talk.say('Status');
    expect(shown(talk.surface.newest('dana'))).toContain('contoso.azurecr.io');
    expect(talk.surface.newest('dana').ask?.options).toEqual(ask?.options);
  });

  test('forget deletes everything about the person, and nothing of others', async () => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized);
    await talk.say(unauthorized, { person: ari });
    await talk.store.saveReference('slack\nT1\ndana', 'ref', 1);
    await talk.say('forget');
    expect(shown(talk.surface.newest('dana'))).toContain('is deleted');
    expect(await talk.store.conversation('slack\nT1\ndana')).toBeNull();
    expect(await talk.store.cases('slack\nT1\ndana', 5)).toEqual([]);
    expect(await talk.store.reference('slack\nT1\ndana')).toBeNull();
    expect(await talk.store.conversation('slack\nT1\nari')).not.toBeNull();
  });

  test('the welcome comes once', async () => {
    const talk = await DeskTalk.open();
    await talk.take({ kind: 'joined' });
    await talk.take({ kind: 'joined' });
    expect(talk.surface.of('send')).toHaveLength(1);
    expect(talk.surface.read('dana')).toContain('Paste the error message');
  });

  test('a file that cannot be read is told', async () => {
    const talk = await DeskTalk.open();
    await talk.take({ kind: 'unreadable', why: 'too-large' });
    expect(talk.surface.read('dana')).toContain('larger than 1 MB');
  });

  test('home: the cases of the person, newest first', async () => {
    const talk = await DeskTalk.open();
    await talk.say(firewalled);
    await talk.take({ kind: 'home' });
    const [home] = talk.surface.of('home');
    expect(home?.home.cases).toEqual([
      expect.objectContaining({ registry: 'contoso.azurecr.io', resolved: false }),
    ]);
    await talk.take({ kind: 'press', button: 'home:start' });
    expect(talk.surface.newest('dana').ask).not.toBeNull();
  });
});
