import { describe, expect, test } from 'vitest';
import { Queue } from '../../../adapters/desk/queue.js';
import { silent } from '../../../src/observe/log.js';
import { openStore } from '../../../src/store/open.js';
import { finding, found, refusedPrincipal } from '../../dialogs/live/live-talk.js';
import { shown } from '../../support/talk.js';
import { ari, channel, DeskTalk, dana } from './desk-talk.js';

const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const objectId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const key = 'slack\nT1\ndana';
const known = { person: { ...dana, objectId } };
const run = finding(
  found('service-state', 'healthy', 'public'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
  found('roles-legacy', 'none'),
);

test('what fails for somebody does not take with it what waits behind', async () => {
  const queue = new Queue();
  const done: string[] = [];
  const failing = queue.add('dana', () => Promise.reject(new Error('once')));
  const after = queue.add('dana', async () => void done.push('after'));
  await expect(failing).rejects.toThrow('once');
  await after;
  expect(done).toEqual(['after']);
  await queue.idle();
});

test('events are served in the order in which they came, however slow the store is', async () => {
  const talk = await DeskTalk.open();
  const { admit } = talk.store;
  let slow = true;
  talk.store.admit = async (...asked) => {
    if (slow) {
      slow = false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return admit(...asked);
  };
  await Promise.all([talk.say(unauthorized), talk.say('language de')]);
  expect(shown(talk.surface.open('dana'))).toContain('Wie melden Sie sich');
});

describe('limits', () => {
  test('one person does not use up what there is for all', async () => {
    const talk = await DeskTalk.open();
    const at = talk.now;
    for (let i = 0; i < 400; i++) {
      talk.now = at - 10_000;
      await talk.say('hello');
    }
    await talk.say(unauthorized, { person: ari });
    expect(talk.surface.open('ari').ask).not.toBeNull();
  });
});

describe('who somebody is changes', () => {
  test('after "link off", and after another link, nothing of before is shown', async () => {
    const linkUrl = async () => 'https://bot.example/link';
    const talk = await DeskTalk.open({ run, linkUrl });
    const link = (id: string) =>
      talk.store.saveLink(key, { objectId: id, tenant: 't', linkedAt: 1, expiresAt: talk.now + 3_600_000 });
    await link(objectId);
    await talk.say(refusedPrincipal);
    expect(talk.surface.open('dana').outcome?.cause).toBe('role-missing');
    await talk.say('link off');
    await talk.say('status');
    expect(shown(talk.surface.open('dana'))).not.toContain('Holds no role');
    expect(JSON.stringify(await talk.store.conversation(key))).not.toContain('"verdict":"none"');
  });
});

describe('what others do at the same time', () => {
  test('forgetting wins over a turn that is still checking elsewhere', async () => {
    const store = await openStore('sqlite::memory:', silent);
    const elsewhere = await DeskTalk.open({ store });
    const talk = await DeskTalk.open({
      store,
      run: async (work, onFinding, signal) => {
        await elsewhere.say('forget', { key: 'forget' });
        return run(work, onFinding, signal);
      },
    });
    await talk.say(refusedPrincipal, known);
    expect(await store.cases(key, 5)).toEqual([]);
    expect(talk.surface.newest('dana').buttons).toEqual([]);
  });
});

describe('handing over', () => {
  test('the case stays readable when one goes on', async () => {
    const talk = await DeskTalk.open({ run });
    await talk.say(refusedPrincipal, known);
    await talk.press('handover', known);
    const { form } = talk.surface.open('dana');
    await talk.take({ kind: 'form', id: form?.id ?? '', values: { note: 'since Monday' } }, known);
    await talk.press('restart', known);
    expect(talk.surface.read('dana')).toContain('since Monday');
    expect(talk.surface.read('dana')).toContain('"causes"');
  });

  test('an error that is pasted where a note is waited for is read, not handed on', async () => {
    const talk = await DeskTalk.open({ handoverTo: { slack: 'C1' } });
    await talk.say(unauthorized);
    await talk.press('handover');
    await talk.say(`CANARY my private remark\n${refusedPrincipal}`);
    expect(talk.surface.of('post')).toEqual([]);
    expect(talk.surface.read('dana')).not.toContain('CANARY');
  });

  test('a note is not longer than a note', async () => {
    const talk = await DeskTalk.open({ handoverTo: { slack: 'C1' } });
    await talk.say(unauthorized);
    await talk.press('handover');
    const { form } = talk.surface.open('dana');
    await talk.take({ kind: 'form', id: form?.id ?? '', values: { note: 'long '.repeat(40_000) } });
    const [posted] = talk.surface.of('post');
    expect(shown(posted?.message ?? talk.surface.newest('dana')).length).toBeLessThan(8_000);
  });
});

describe('a platform that fails', () => {
  test('an outcome that could not be shared is not called shared, and can be tried again', async () => {
    const talk = await DeskTalk.open({ run });
    await talk.take({ kind: 'mention', text: refusedPrincipal }, { ...known, place: channel });
    talk.surface.fate.share = 'failed';
    await talk.press('share', known);
    expect(shown(talk.surface.newest('dana'))).toContain('I could not post the outcome there');
    delete talk.surface.fate.share;
    await talk.press('share', known);
    expect(talk.surface.of('share')).toHaveLength(1);
  });

  test('a vote that could not be kept can be given again; one that counts twice is answered', async () => {
    const talk = await DeskTalk.open({ run });
    await talk.say(refusedPrincipal, known);
    const { saveFeedback } = talk.store;
    talk.store.saveFeedback = () => Promise.reject(new Error('down'));
    const up = talk.button('helpful').id;
    await talk.take({ kind: 'press', button: up }, known);
    talk.store.saveFeedback = saveFeedback;
    await talk.take({ kind: 'press', button: up }, known);
    expect(shown(talk.surface.open('dana'))).toContain('Thank you');
    await talk.take({ kind: 'press', button: up }, known);
    expect(shown(talk.surface.newest('dana'))).toBe('Thank you for telling.');
  });

  test('no 1:1 chat: every way of asking in public says how to get one, once', async () => {
    const talk = await DeskTalk.open({ linkUrl: async () => 'https://bot.example/link' });
    talk.surface.fate.send = 'no-direct';
    for (const text of ['link', 'forget', 'status', unauthorized]) {
      await talk.take({ kind: 'mention', text }, { place: { ...channel, thread: text.slice(0, 6) } });
    }
    await talk.take({ kind: 'unreadable', why: 'binary' }, { place: { ...channel, thread: 'file' } });
    await talk.take({ kind: 'mention', text: unauthorized }, { place: { ...channel, thread: 'file' } });
    const lines = talk.surface.of('line').map(({ text }) => text);
    expect(lines).toHaveLength(5);
    expect(new Set(lines).size).toBe(1);
    expect(lines[0]).toContain('Add the app');
  });

  test('who could not be reached finds the case when the app is added', async () => {
    const talk = await DeskTalk.open();
    talk.surface.fate.send = 'no-direct';
    await talk.take({ kind: 'mention', text: unauthorized }, { place: channel });
    delete talk.surface.fate.send;
    await talk.take({ kind: 'joined' });
    expect(talk.surface.open('dana').ask?.node).toContain('auth-method');
    await talk.take({ kind: 'joined' });
    expect(talk.surface.of('send')).toHaveLength(1);
  });

  test('a message does not arrive: the question before stays open, and a press shows where the case stands', async () => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized);
    const { ask } = talk.surface.open('dana');
    talk.surface.fate.send = 'failed';
    await talk.take({ kind: 'answer', node: ask?.node ?? '', option: 'service-principal' });
    expect(talk.surface.open('dana').ask).toEqual(ask);
    delete talk.surface.fate.send;
    await talk.take({ kind: 'answer', node: ask?.node ?? '', option: 'service-principal' });
    expect(shown(talk.surface.open('dana'))).toContain('Here is where we are now.');
    expect(talk.surface.open('dana').ask?.node).not.toContain('auth-method');
  });

  test('a stored case of another shape begins anew', async () => {
    const talk = await DeskTalk.open();
    await talk.store.saveConversation(
      key,
      null,
      {
        schema: 1,
        caseId: 'c',
        conversation: { schema: 1, person: key, given: [] },
        shown: null,
        origin: null,
        toldWhoTheyAre: false,
      },
      talk.now,
    );
    await talk.say(unauthorized);
    expect(talk.surface.open('dana').ask?.node).toContain('auth-method');
  });
});

describe('a new case', () => {
  test('"New case" and an empty mention leave the old one behind', async () => {
    const talk = await DeskTalk.open({ run });
    await talk.say(refusedPrincipal, known);
    await talk.take({ kind: 'press', button: 'home:start' }, known);
    expect(talk.surface.open('dana').ask?.node).toContain('situation');
    expect(shown(talk.surface.open('dana'))).not.toContain('contoso');
  });

  test('a thread is told once, however often one asks there', async () => {
    const talk = await DeskTalk.open();
    for (let i = 0; i < 4; i++) await talk.take({ kind: 'mention', text: unauthorized }, { place: channel });
    expect(talk.surface.of('line')).toHaveLength(1);
  });
});

test('in Teams, who somebody is needs no link: none is made, and none removed', async () => {
  const talk = await DeskTalk.open({ linkUrl: async () => 'https://bot.example/link' });
  const person = { ...dana, platform: 'teams' as const, objectId };
  for (const word of ['link', 'link off']) {
    await talk.say(word, { person });
    expect(shown(talk.surface.newest('dana'))).toContain('I know from Teams who you are');
  }
});
