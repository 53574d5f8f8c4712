import { describe, expect, test } from 'vitest';
import { cardId, readCardId } from '../../../../adapters/desk/requests/ids.js';
import { approvers, day, hour, ids } from '../../../access/requests-names.js';
import { dana } from '../desk-talk.js';
import { approvals, onTeams, Story } from './story.js';

const olga = onTeams('olga');
const rita = onTeams('rita');
const bob = onTeams('bob');

describe('an approver', () => {
  test('reads the whole request, approves it, and everybody is told', async () => {
    const story = await (await Story.open()).asked();
    expect(story.talk.surface.of('post').map(({ channel }) => channel)).toEqual([
      '19:approvals@thread.tacv2',
      'C0APPROVE',
    ]);
    const read = story.read;
    for (const part of [
      'dana of Contoso asks for a role',
      ids.dana,
      'a service principal',
      'AcrPull',
      'contoso.azurecr.io',
      'the whole registry',
      '2 days',
      'builds of the shop',
      'no role on this registry',
      'Mar 2, 2026',
    ])
      expect(read).toContain(part);
    await story.approve(olga);
    expect(story.read).toContain('Approved by 29:olga of Contoso.');
    expect(story.card).toMatchObject({ buttons: [], form: null });
    await story.pass();
    expect(story.readBy()).toContain('Approved, and given: `AcrPull`');
    expect(story.read).toContain('Given, until');
    expect(story.granter.creates).toBe(1);
  });

  test('denies it with words, which the requester reads', async () => {
    const story = await (await Story.open()).asked();
    await story.deny(olga, 'Use the **new** registry\nplease `now`');
    expect(story.read).toContain('Denied by 29:olga of Contoso.');
    await story.pass();
    expect(story.readBy()).toContain("was denied. The answer: Use the * *new* * registry please 'now'");
    expect(story.read).toContain('Denied by 29:olga of Contoso.');
    expect(story.granter.creates).toBe(0);
  });

  test('a secret in the words of a denial is replaced', async () => {
    const story = await (await Story.open()).asked();
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    await story.deny(olga, `use ${secret}`);
    await story.pass();
    expect(JSON.stringify(story.talk.surface.deeds)).not.toContain(secret);
  });

  test('T26 who presses the same card twice, or after another, hears that it is over', async () => {
    const story = await (await Story.open()).asked();
    const { card } = story;
    await Promise.all([story.approve(olga, card), story.approve(olga, card), story.approve(rita, card)]);
    await story.pass();
    expect(story.granter.creates).toBe(1);
    expect((await story.request()).approvals).toHaveLength(1);
    await story.deny(rita, 'no', card);
    expect(story.readBy('29:rita')).toContain('This request is decided already, or has ended.');
    expect((await story.request()).state).toBe('granted');
    expect(story.card.buttons).toEqual([]);
  });

  test('T31 two who decide otherwise at once: one of them counts, and the card says who', async () => {
    const story = await (await Story.open()).asked();
    const { card } = story;
    await Promise.all([story.approve(olga, card), story.deny(rita, 'no', card)]);
    const { state } = await story.request();
    expect(['approved', 'denied']).toContain(state);
    expect(story.read).toContain(state === 'approved' ? 'Approved by 29:olga' : 'Denied by 29:rita');
    expect(story.read).not.toContain(state === 'approved' ? 'Denied by' : 'Approved by');
  });

  test('T27 is not the requester, on whatever platform and in whatever group', async () => {
    const story = await Story.open();
    story.parts.azure.change('dana', { groups: [approvers] });
    await story.asked();
    const { card } = story;
    await story.approve(dana, card);
    expect(story.readBy()).toContain('You cannot approve your own request.');
    await story.approve(onTeams('dana'), card);
    expect(story.readBy('29:dana')).toContain('You cannot approve your own request.');
    await story.deny(onTeams('dana'), 'x', card);
    expect((await story.request()).state).toBe('pending');
  });

  test('is not a colleague who can see the channel', async () => {
    const story = await (await Story.open()).asked();
    await story.approve(bob);
    await story.deny(bob, 'no');
    expect(story.readBy('29:bob')).toContain('You are not among those who may approve this.');
    expect((await story.request()).state).toBe('pending');
    expect(story.card.buttons).toHaveLength(1);
  });

  test('T44 T45 is no guest, nobody of another tenant, and nobody who is not known', async () => {
    const story = await (await Story.open()).asked();
    const { card } = story;
    await story.approve(onTeams('olga', { id: '29:guest', guest: true }), card);
    expect(story.readBy('29:guest')).toContain('Guests cannot approve requests.');
    story.parts.azure.change('olga', { tenant: ids.bob });
    await story.approve(onTeams('olga', { tenant: ids.bob }), card);
    expect(story.readBy('29:olga')).toContain('People of other organisations cannot approve requests.');
    await story.approve({ ...dana, id: 'stranger' }, card);
    expect(story.readBy('stranger')).toContain('sign in with Microsoft Entra ID');
    // Somebody of another workspace in a channel that two of them share.
    await story.approve({ ...dana, tenant: 'T2', guest: true }, card);
    expect(await story.request()).toMatchObject({ state: 'pending', approvals: [] });
  });

  test('T45 in a shared channel nothing but the constant line is written there', async () => {
    const story = await (await Story.open()).asked();
    const [button] = story.card.buttons;
    const place = { ...approvals, shared: true };
    await story.talk.take({ kind: 'press', button: button?.id ?? '' }, { person: bob, place });
    const lines = story.talk.surface.of('line').map(({ text }) => text);
    expect(lines).toEqual(["I'm on it. The details are in our 1:1 chat."]);
    expect(story.talk.surface.of('share')).toEqual([]);
  });

  test('T37 is known by the object id: one with the same name and mail, and another id, is not', async () => {
    const story = await (await Story.open()).asked();
    await story.approve(onTeams('olga', { objectId: ids.bob }));
    expect(story.readBy('29:olga')).toContain('You are not among those who may approve this.');
    // And a link by another account does not make one Olga.
    const link = { objectId: ids.bob, tenant: olga.tenant, linkedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER };
    await story.talk.store.saveLink('slack\nT1\nolga', link);
    await story.approve({ ...dana, id: 'olga' });
    expect((await story.request()).state).toBe('pending');
  });

  test('hears where nobody answers, and may press again', async () => {
    const story = await (await Story.open()).asked();
    story.parts.azure.down.add('people');
    await story.approve(olga);
    expect(story.readBy('29:olga')).toContain('Please try again in a minute.');
    story.parts.azure.down.clear();
    await story.approve(olga);
    expect((await story.request()).state).toBe('approved');
  });
});

describe('ids of cards', () => {
  test('T25 changed in any byte they are refused, or name the same request', async () => {
    const story = await (await Story.open()).asked();
    const { card } = story;
    const before = await story.request();
    const id = card.buttons[0]?.id ?? '';
    const tried: string[] = [];
    for (let at = 0; at < id.length; at++) {
      for (const to of [1, 2, 4, 8, 16, 32, 64]) {
        const code = id.charCodeAt(at) ^ to;
        tried.push(`${id.slice(0, at)}${String.fromCharCode(code)}${id.slice(at + 1)}`);
      }
      tried.push(
        id.slice(0, at),
        `${id.slice(0, at)}${id.slice(at + 1)}`,
        `${id.slice(0, at)}.${id.slice(at)}`,
      );
    }
    tried.push(
      `${id}\n`,
      ` ${id}`,
      id.toUpperCase(),
      `${id}.approve`,
      id.replace('approve', 'grant'),
      id.replace('req.', 'mine.'),
    );
    expect(tried.length).toBeGreaterThan(600);
    story.talk.now += day;
    for (const button of tried) {
      // Faster than anybody may press: it is the ids that are tested, not the limits.
      story.talk.now += 10_000;
      await story.talk.take({ kind: 'press', button }, { person: olga, place: approvals });
      await story.talk.take(
        { kind: 'form', id: button, values: { answer: 'deny', why: 'x' } },
        { person: olga, place: approvals },
      );
    }
    expect(await story.request()).toEqual(before);
    await story.approve(olga, card);
    expect((await story.request()).state).toBe('approved');
  });

  test('T28 a card of before a change is over, and one with the id of another request approves none of them', async () => {
    const story = await (await Story.open()).asked();
    const { id, specHash } = await story.request();
    const other = 'f'.repeat(64);
    for (const forged of [
      cardId({ id, specHash: other }, 'approve'),
      cardId({ id: 'x'.repeat(22), specHash }, 'approve'),
    ]) {
      await story.talk.take({ kind: 'press', button: forged }, { person: olga, place: approvals });
    }
    expect(story.readBy('29:olga')).toContain('This request is decided already, or has ended.');
    expect((await story.request()).state).toBe('pending');
  });

  test('fit what platforms take, and are read back', () => {
    const id = cardId({ id: '-_'.repeat(11), specHash: 'a'.repeat(64) }, 'approve');
    expect(id).toMatch(/^[A-Za-z0-9_.:-]{1,120}$/);
    expect(readCardId(id)).toEqual({ request: '-_'.repeat(11), seen: 'a'.repeat(32), press: 'approve' });
  });

  test('a form that says nothing, or nothing that there is, decides nothing', async () => {
    const story = await (await Story.open()).asked();
    const { id } = story.card.form ?? { id: '' };
    await story.talk.take({ kind: 'press', button: id }, { person: olga, place: approvals });
    for (const values of [{}, { why: 'no' }, { answer: '', why: 'no' }, { answer: 'approve', why: '' }])
      await story.otherwise(olga, values);
    expect(story.readBy('29:olga')).toContain('Please choose an answer');
    expect(await story.request()).toMatchObject({ state: 'pending', approvals: [], deniedBy: null });
  });
});

test('T38 nothing that is typed approves: neither words, nor the id, nor a mention in the channel', async () => {
  const story = await (await Story.open()).asked();
  const { id } = await story.request();
  const card = story.card.buttons[0]?.id ?? '';
  for (const text of ['approve', 'approve 42', `approve ${id}`, card, 'yes', 'genehmigen', '批准']) {
    await story.talk.say(text, { person: olga });
    await story.talk.take({ kind: 'mention', text }, { person: olga, place: approvals });
    await story.talk.take({ kind: 'command', text }, { person: olga, place: approvals });
    await story.talk.take(
      { kind: 'answer', node: card, option: 'approve' },
      { person: olga, place: approvals },
    );
  }
  expect((await story.request()).state).toBe('pending');
});

test('T30 an approver who has lost the group between click and grant: nothing is given, and both hear it', async () => {
  const story = await (await Story.open()).asked();
  await story.approve(olga);
  story.parts.azure.change('olga', { groups: [] });
  await story.pass();
  expect((await story.request()).state).toBe('void');
  expect(story.granter.creates).toBe(0);
  expect(story.readBy()).toContain('was approved, but nothing was given');
  expect(story.read).toContain('Approved by 29:olga of Contoso.');
  expect(story.read).toContain('Nothing was given');
});

test('T29 nobody decides for a day: the requester is told, the card is closed, and pressing it is over', async () => {
  const story = await (await Story.open()).asked();
  const { card } = story;
  await story.pass(day + 1);
  expect((await story.request()).state).toBe('expired');
  expect(story.readBy()).toContain('Nobody decided your request for `AcrPull` in time.');
  expect(story.read).toContain('Ended: nobody decided in time.');
  await story.approve(olga, card);
  expect(story.readBy('29:olga')).toContain('This request is decided already, or has ended.');
  expect((await story.request()).state).toBe('expired');
});

test('half a day later it is asked once more, and the card before is closed', async () => {
  const story = await (await Story.open()).asked();
  const posts = () => story.talk.surface.of('post').length;
  expect(posts()).toBe(2);
  await story.pass(12 * hour + 60_000);
  expect(posts()).toBe(4);
  const closed = story.talk.surface.deeds.findLast(({ kind }) => kind === 'update');
  expect(closed).toMatchObject({ message: { buttons: [], form: null } });
  const again = story.talk.surface.of('post').at(-1)?.message;
  expect(JSON.stringify(again?.blocks)).toContain('This request is still waiting.');
  if (again === undefined) throw new Error('not posted');
  await story.approve(olga, again);
  expect((await story.request()).state).toBe('approved');
});

test('a decision that was cut off before the card was changed is shown by the next press', async () => {
  const story = await (await Story.open()).asked();
  const { card } = story;
  const { id, specHash } = await story.request();
  const by = {
    objectId: ids.olga,
    tenant: olga.tenant,
    platform: 'teams',
    person: 'teams\nt\n29:olga',
    language: 'en',
  } as const;
  await story.parts.requests.decide(id, specHash, by, { verdict: 'approve', words: null, strength: 'click' });
  expect(story.card.buttons).toHaveLength(1);
  await story.approve(rita, card);
  expect(story.readBy('29:rita')).toContain('decided already');
  expect(story.card.buttons).toEqual([]);
  expect(story.read).toContain('Approved by 29:olga of Contoso.');
});
