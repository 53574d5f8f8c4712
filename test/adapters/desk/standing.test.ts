import { describe, expect, test } from 'vitest';
import { finding, found, refusedPrincipal } from '../../dialogs/live/live-talk.js';
import { shown } from '../../support/talk.js';
import { DeskTalk, dana } from './desk-talk.js';

const objectId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const key = 'slack\nT1\ndana';
const hour = 3_600_000;
const run = finding(
  found('service-state', 'healthy', 'public'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
  found('roles-legacy', 'none'),
);
const linkUrl = async () => 'https://bot.example/link?state=abc';
const linkNow = (talk: DeskTalk, until = hour) =>
  talk.store.saveLink(key, { objectId, tenant: 't', linkedAt: talk.now, expiresAt: talk.now + until });

describe('who is not linked', () => {
  test('sees public facts, is told so, and gets the button', async () => {
    const talk = await DeskTalk.open({ run, linkUrl });
    await talk.say(refusedPrincipal);
    expect(talk.surface.read('dana')).toContain('I do not know yet who you are in Azure');
    expect(talk.surface.newest('dana').outcome?.cause).not.toBe('role-missing');
    await talk.press('link');
    const { buttons } = talk.surface.newest('dana');
    expect(buttons).toMatchObject([{ url: 'https://bot.example/link?state=abc' }]);
    expect(talk.surface.read('dana')).toContain('sign in with Microsoft Entra ID');
  });

  test('after linking, what could not be checked is checked, and the case goes on', async () => {
    const talk = await DeskTalk.open({ run, linkUrl });
    await talk.say(refusedPrincipal);
    await linkNow(talk);
    await talk.desk.linked(key);
    expect(talk.surface.read('dana')).toContain('Your account is linked.');
    expect(talk.surface.newest('dana').outcome?.cause).toBe('role-missing');
    expect(shown(talk.surface.newest('dana'))).not.toContain('I do not know yet');
  });

  test('a link that has expired, or is removed, opens nothing', async () => {
    const talk = await DeskTalk.open({ run, linkUrl });
    await linkNow(talk, 1);
    await talk.say(refusedPrincipal);
    expect(talk.surface.newest('dana').outcome?.cause).not.toBe('role-missing');
    await linkNow(talk);
    await talk.say('link off');
    expect(shown(talk.surface.newest('dana'))).toContain('removed');
    await talk.say('start over');
    await talk.say(refusedPrincipal);
    expect(talk.surface.newest('dana').outcome?.cause).not.toBe('role-missing');
  });

  test('who is linked already is told so; where linking is not set up, nobody is offered it', async () => {
    const talk = await DeskTalk.open({ linkUrl });
    await linkNow(talk);
    await talk.say('link');
    expect(shown(talk.surface.newest('dana'))).toContain('linked already');
    const without = await DeskTalk.open({ run });
    await without.say('link');
    expect(shown(without.surface.newest('dana'))).toContain('not set up here');
    await without.say(refusedPrincipal);
    expect(without.surface.newest('dana').buttons.map(({ verb }) => verb)).not.toContain('link');
  });
});

describe('guests', () => {
  test('see what anybody may see, whatever id they come with or link they have', async () => {
    const talk = await DeskTalk.open({ run, linkUrl });
    await linkNow(talk);
    const person = { ...dana, objectId, guest: true };
    await talk.say(refusedPrincipal, { person });
    expect(talk.surface.newest('dana').outcome?.cause).not.toBe('role-missing');
    expect(talk.surface.read('dana')).toContain('you are a guest here');
    expect(talk.surface.newest('dana').buttons.map(({ verb }) => verb)).not.toContain('link');
    await talk.say('link', { person });
    expect(shown(talk.surface.newest('dana'))).toContain('you are a guest here');
  });
});

describe('opinions', () => {
  test('up or down counts once, and takes a word', async () => {
    const talk = await DeskTalk.open({ run });
    const person = { ...dana, objectId };
    await talk.say(refusedPrincipal, { person });
    const said: unknown[] = [];
    const { saveFeedback } = talk.store;
    talk.store.saveFeedback = async (feedback) => {
      said.push(feedback);
      await saveFeedback.call(talk.store, feedback);
    };
    const down = talk.button('unhelpful');
    await talk.press('unhelpful', { person });
    await talk.take({ kind: 'press', button: down.id }, { person });
    await talk.take({ kind: 'press', button: down.id.replace('unhelpful', 'helpful') }, { person });
    expect(said).toEqual([expect.objectContaining({ cause: 'role-missing', helped: false, word: null })]);
    const outcome = talk.surface.open('dana');
    expect(outcome.buttons.map(({ verb }) => verb)).not.toContain('helpful');
    // What the outcome offers is still there.
    expect(outcome.buttons.map(({ verb }) => verb)).toContain('check-again');
    await talk.take(
      { kind: 'form', id: outcome.form?.id ?? '', values: { word: 'too long, password=Hunter2Hunter2' } },
      { person },
    );
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said[1])).toContain('too long');
    expect(JSON.stringify(said[1])).not.toContain('Hunter2');
    expect(talk.surface.open('dana').form).toBeNull();
    await talk.press('check-again', { person });
    expect(talk.surface.read('dana')).not.toContain('done already');
  });
});

describe('handing over', () => {
  const handOver = async (talk: DeskTalk) => {
    const person = { ...dana, objectId };
    await talk.say(refusedPrincipal, { person });
    await talk.press('handover', { person });
    const { form } = talk.surface.newest('dana');
    await talk.take({ kind: 'form', id: form?.id ?? '', values: { note: 'since Monday' } }, { person });
  };

  test('the case goes to the configured channel, with who asks; the person gets text and JSON', async () => {
    const talk = await DeskTalk.open({ run, handoverTo: { slack: 'C1' } });
    await handOver(talk);
    const [posted, ...more] = talk.surface.of('post');
    expect(more).toEqual([]);
    expect(posted?.channel).toBe('C1');
    const text = shown(posted?.message ?? talk.surface.newest('dana'));
    for (const part of [
      'dana of Contoso',
      'contoso.azurecr.io',
      'since Monday',
      '"roles-legacy"',
      '"elapsed"',
    ])
      expect(text).toContain(part);
    expect(posted?.message.buttons).toEqual([]);
    const own = shown(talk.surface.newest('dana'));
    expect(own).toContain('The case is with the team');
    expect(own).toContain('"causes"');
  });

  test('nobody to hand over to, or the channel cannot be reached: the person has it all', async () => {
    const talk = await DeskTalk.open({ run });
    await handOver(talk);
    expect(talk.surface.of('post')).toEqual([]);
    expect(shown(talk.surface.newest('dana'))).toContain('"causes"');
    const failing = await DeskTalk.open({ run, handoverTo: { slack: 'C1' } });
    failing.surface.fate.post = 'failed';
    await handOver(failing);
    expect(shown(failing.surface.newest('dana'))).toContain('I could not reach the team');
    expect(failing.logged.map(({ event }) => event)).toContain('desk.handover-failed');
  });
});
