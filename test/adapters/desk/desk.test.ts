import { describe, expect, test } from 'vitest';
import { silent } from '../../../src/observe/log.js';
import { openStore } from '../../../src/store/open.js';
import { finding, found, refusedPrincipal } from '../../dialogs/live/live-talk.js';
import { shown } from '../../support/talk.js';
import { ari, channel, DeskTalk, dana, direct } from './desk-talk.js';

const firewalled =
  "Error response from daemon: denied: client with IP '203.0.113.7' is not allowed access. contoso.azurecr.io";
const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const good = [
  found('service-state', 'healthy'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
];

describe('a conversation', () => {
  test('a paste is answered in private, with ids that only this message has', async () => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized);
    const { ask, buttons } = talk.surface.newest('dana');
    expect(ask?.node).toMatch(/^ticket\d+\.auth-method$/);
    expect(buttons.map(({ id }) => id)).toEqual(
      buttons.map(() => expect.stringMatching(/^ticket\d+\.b\d+$/)),
    );
  });

  test('an answer goes on, and the question above says what was answered and has nothing to press', async () => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized);
    await talk.answer('service-principal');
    const [question, next] = talk.surface.seenBy('dana');
    expect(question).toMatchObject({ ask: null, buttons: [], form: null });
    expect(question && shown(question)).toContain('Your answer: With a service principal');
    expect(next?.ask?.node).not.toContain('auth-method');
  });

  test('it goes on after a restart, and on another device', async () => {
    const store = await openStore('sqlite::memory:', silent);
    const before = await DeskTalk.open({ store });
    await before.say(unauthorized);
    const { ask } = before.surface.newest('dana');
    const after = await DeskTalk.open({ store });
    await after.take(
      { kind: 'answer', node: ask?.node ?? '', option: 'service-principal' },
      { key: 'other' },
    );
    expect(after.surface.read('dana')).not.toContain('done already');
    expect(after.surface.open('dana').ask).not.toBeNull();
  });

  test('what two people ask is not mixed', async () => {
    const talk = await DeskTalk.open();
    await talk.say(firewalled);
    await talk.say(unauthorized, { person: ari });
    expect(talk.surface.newest('dana').outcome?.cause ?? talk.surface.newest('dana').ask?.node).not.toBe(
      talk.surface.newest('ari').ask?.node,
    );
    expect(talk.surface.read('ari')).not.toContain('203.0.113.7');
  });

  test('progress takes its own place, and the outcome comes as a new message', async () => {
    const talk = await DeskTalk.open({ run: finding(...good, found('roles-legacy', 'none')) });
    await talk.say(refusedPrincipal, {
      person: { ...dana, objectId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' },
    });
    const updates = talk.surface.of('update');
    expect(updates.length).toBeGreaterThan(0);
    expect(new Set(updates.map(({ ref }) => ref)).size).toBe(1);
    expect(talk.surface.newest('dana').outcome?.cause).toBe('role-missing');
  });
});

test('what to do stands above what led there, and where to read on below', async () => {
  const talk = await DeskTalk.open({ run: finding(...good, found('roles-legacy', 'none')) });
  await talk.say(refusedPrincipal, { person: { ...dana, objectId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' } });
  const headings = talk.surface
    .newest('dana')
    .blocks.flatMap((block) => (block.type === 'heading' ? block.text : []));
  const at = (text: string) => headings.indexOf(text);
  expect(at('What to do')).toBeGreaterThan(0);
  expect(at('What to do')).toBeLessThan(at('What was checked'));
  expect(at('What was checked')).toBeLessThan(at('Read more'));
});

describe('presses', () => {
  test('twice, late, made up, and of somebody else: a polite word, and nothing moves', async () => {
    const talk = await DeskTalk.open();
    await talk.say(unauthorized);
    const { ask } = talk.surface.newest('dana');
    const node = ask?.node ?? '';
    await talk.take({ kind: 'answer', node, option: 'service-principal' });
    const moved = talk.surface.newest('dana');
    const stored = await talk.store.conversation('slack\nT1\ndana');
    for (const event of [
      { kind: 'answer', node, option: 'admin-user' },
      { kind: 'press', button: 'b1' },
      { kind: 'press', button: 'toString' },
      { kind: 'form', id: 'handover-note', values: { note: 'x' } },
      { kind: 'press', button: `${moved.ask?.node.split('.')[0]}x.b1` },
    ] as const) {
      await talk.take(event);
      expect(shown(talk.surface.newest('dana'))).toBe(
        'That step is done already. My newest message goes on from there.',
      );
    }
    await talk.take({ kind: 'press', button: moved.buttons[0]?.id ?? '' }, { person: ari });
    // Of hers nothing was open: she is shown where she stands.
    expect(shown(talk.surface.newest('ari'))).toContain('This button belongs to an earlier step.');
    expect(talk.surface.read('ari')).not.toContain('contoso');
    expect(await talk.store.conversation('slack\nT1\ndana')).toEqual(stored);
  });

  test('an event that the platform sends again is taken once', async () => {
    const talk = await DeskTalk.open();
    await Promise.all([1, 2, 3, 4].map(() => talk.say(unauthorized, { key: 'again' })));
    expect(talk.surface.of('send')).toHaveLength(1);
    const passedOver = ['dedup_total', { platform: 'slack' }, 1];
    expect(talk.measured.told.filter(([name]) => name === 'dedup_total')).toEqual(Array(3).fill(passedOver));
  });
});

describe('in public', () => {
  test('one constant line in the thread; everything else in private', async () => {
    const talk = await DeskTalk.open();
    await talk.take({ kind: 'mention', text: firewalled }, { place: channel });
    expect(talk.surface.of('line').map(({ text }) => text)).toEqual([
      "I'm on it. The details are in our 1:1 chat.",
    ]);
    expect(talk.surface.of('share')).toEqual([]);
    expect(talk.surface.read('dana')).toContain('203.0.113.7');
  });

  test('no 1:1 chat can be opened: the thread says how to get one, and no fact', async () => {
    const talk = await DeskTalk.open();
    talk.surface.fate.send = 'no-direct';
    await talk.take({ kind: 'mention', text: firewalled }, { place: channel });
    const lines = talk.surface.of('line').map(({ text }) => text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('Add the app');
    expect(lines.join()).not.toMatch(/203|contoso|firewall/);
    expect(talk.surface.deeds).toHaveLength(1);
  });

  test('a shortcut on somebody else’s message leaves nothing beneath it', async () => {
    const talk = await DeskTalk.open();
    await talk.take({ kind: 'shortcut', text: firewalled }, { place: channel });
    expect(talk.surface.of('line')).toEqual([]);
    expect(talk.surface.of('send')).toHaveLength(1);
  });

  test('an outcome is shared when its person wants it, once, without what was found out', async () => {
    const talk = await DeskTalk.open({ run: finding(...good, found('roles-legacy', 'none')) });
    const person = { ...dana, objectId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' };
    await talk.take({ kind: 'mention', text: refusedPrincipal }, { place: channel, person });
    const share = talk.button('share');
    await talk.press('share', { person });
    await talk.take({ kind: 'press', button: share.id }, { person });
    const [posted, ...more] = talk.surface.of('share');
    expect(more).toEqual([]);
    expect(posted?.place).toEqual(channel);
    expect(posted?.message).toMatchObject({ ask: null, buttons: [], form: null });
    expect(posted?.message.blocks.map(({ type }) => type)).not.toContain('progress');
    const told = shown(posted?.message ?? talk.surface.newest('dana'));
    for (const kept of ['What was checked', 'What your text says', 'What speaks for it'])
      expect(told).not.toContain(kept);
    expect(told).toContain('What to do');
    expect(shown(talk.surface.newest('dana'))).toContain('The outcome is posted where you asked.');
    expect(talk.surface.newest('dana').buttons.map(({ verb }) => verb)).not.toContain('share');
  });

  test('a later case that was asked about in private is not offered to an old thread', async () => {
    const talk = await DeskTalk.open({ run: finding(...good, found('roles-legacy', 'none')) });
    const person = { ...dana, objectId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' };
    await talk.take({ kind: 'mention', text: firewalled }, { place: channel, person });
    await talk.say(refusedPrincipal, { person });
    expect(talk.surface.newest('dana').outcome?.cause).toBe('role-missing');
    expect(talk.surface.newest('dana').buttons.map(({ verb }) => verb)).not.toContain('share');
  });

  test.each([
    ['asked in private', direct],
    ['other organisations read there', { ...channel, shared: true }],
  ])('nothing to share: %s', async (_why, place) => {
    const talk = await DeskTalk.open({ run: finding(...good, found('roles-legacy', 'none')) });
    const person = { ...dana, objectId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' };
    await talk.take({ kind: 'mention', text: refusedPrincipal }, { place, person });
    expect(talk.surface.newest('dana').outcome).not.toBeNull();
    expect(talk.surface.newest('dana').buttons.map(({ verb }) => verb)).not.toContain('share');
  });
});

describe('trouble', () => {
  test('too much is answered once, and the rest dropped; others are served', async () => {
    const talk = await DeskTalk.open();
    const at = talk.now;
    for (let i = 0; i < 12; i++) {
      talk.now = at - 10_000;
      await talk.say(unauthorized);
    }
    expect(
      talk.surface.of('send').filter(({ message }) => shown(message).includes('a lot at once')),
    ).toHaveLength(1);
    expect(talk.surface.of('send')).toHaveLength(7);
    await talk.say(unauthorized, { person: ari });
    expect(talk.surface.seenBy('ari')).toHaveLength(1);
    talk.now += 60_000;
    await talk.say(unauthorized);
    expect(talk.surface.newest('dana').ask).not.toBeNull();
  });

  test('the store cannot be asked: the person is told, and nothing is made up', async () => {
    const store = await openStore('sqlite::memory:', silent);
    const talk = await DeskTalk.open({ store });
    await store.close();
    await talk.say(unauthorized);
    expect(shown(talk.surface.newest('dana'))).toContain('Something went wrong on my side');
    expect(talk.logged.map(({ event }) => event)).toContain('desk.failed');
  });

  test('a message does not arrive: the case stands, and status shows it', async () => {
    const talk = await DeskTalk.open();
    talk.surface.fate.send = 'failed';
    await talk.say(unauthorized);
    delete talk.surface.fate.send;
    await talk.say('status');
    expect(talk.surface.newest('dana').ask).not.toBeNull();
  });

  test('two replicas at once: one step each, none lost', async () => {
    const store = await openStore('sqlite::memory:', silent);
    const [one, two] = await Promise.all([DeskTalk.open({ store }), DeskTalk.open({ store })]);
    await Promise.all([one.say(unauthorized, { key: 'a' }), two.say('language de', { key: 'b' })]);
    const stored = await store.conversation('slack\nT1\ndana');
    expect(JSON.stringify(stored?.state)).toContain('contoso.azurecr.io');
  });

  test('nothing of a paste is kept but facts', async () => {
    const talk = await DeskTalk.open();
    await talk.say(`${unauthorized}\nCANARY my private remark password=Hunter2Hunter2`);
    await talk.press('handover');
    await talk.take({
      kind: 'form',
      id: talk.surface.newest('dana').form?.id ?? '',
      values: { note: 'CANARYNOTE please help' },
    });
    expect(talk.surface.read('dana')).toContain('CANARYNOTE');
    const kept = JSON.stringify([
      await talk.store.conversation('slack\nT1\ndana'),
      await talk.store.cases('slack\nT1\ndana', 9),
      talk.logged,
    ]);
    expect(kept).not.toMatch(/CANARY|Hunter2|private remark/);
  });
});
