import { describe, expect, test, vi } from 'vitest';
import { tellOn } from '../../../../adapters/desk/requests/telling.js';
import { day, hour } from '../../../access/requests-names.js';
import { refusedPrincipal } from '../../../dialogs/live/live-talk.js';
import { onTeams, Story } from './story.js';

const olga = onTeams('olga');

describe('check again', () => {
  test('says on each new outcome how the request stands, and offers the button when it has ended', async () => {
    const story = await (await Story.open()).asked();
    const again = async () => {
      await story.talk.press('check-again');
      return story.talk.surface.open('dana');
    };
    const text = async () => JSON.stringify((await again()).blocks);
    expect(await text()).toContain('Your request is with those who may approve it.');
    expect(await text()).toContain('Your request is with those who may approve it.');
    await story.approve(olga);
    expect(await text()).toContain('Your request is approved. I am giving the role now');
    await story.pass();
    expect(await text()).toContain('Approved, and given');
    await story.pass(2 * day + hour);
    expect(story.readBy()).toContain('has ended and is removed');
    expect((await again()).buttons.map(({ verb }) => verb)).toContain('request-role');
  });

  test('an outcome that is solved says nothing of it', async () => {
    const story = await (await Story.open()).asked();
    await story.approve(olga);
    await story.pass();
    story.mend();
    await story.talk.press('check-again');
    const outcome = story.talk.surface.open('dana');
    expect(outcome.outcome?.resolved).toBe(true);
    expect(JSON.stringify(outcome.blocks)).not.toContain('Approved, and given');
  });

  test('another case has nothing of it', async () => {
    const story = await (await Story.open()).asked();
    await story.talk.say(refusedPrincipal.replaceAll('contoso', 'fabrikam'));
    const outcome = story.talk.surface.open('dana');
    expect(JSON.stringify(outcome.blocks)).not.toContain('Your request is with those');
    expect(outcome.buttons.map(({ verb }) => verb)).toContain('request-role');
  });
});

test('after `forget` the request goes on, its requester hears of it, and old buttons do nothing', async () => {
  const story = await (await Story.open()).asked();
  const again = story.talk.button('check-again').id;
  await story.talk.say('forget');
  expect(story.readBy()).toContain('Requests for roles, and who decided on them, are kept');
  await story.talk.take({ kind: 'press', button: again });
  await story.approve(olga);
  await story.pass();
  expect(story.readBy()).toContain('Approved, and given');
  await story.pass(2 * day + hour);
  expect(story.readBy()).toContain('has ended and is removed');
  expect(story.granter.held.size).toBe(0);
});

test('told before it ends, and asked for again afterwards', async () => {
  const story = await (await Story.open()).asked();
  await story.approve(olga);
  await story.pass();
  await story.pass(39 * hour);
  expect(story.readBy()).toMatch(/The role `AcrPull` – .* – ends on/);
  await story.pass(10 * hour);
  expect((await story.request()).state).toBe('removed');
  expect(story.read).toContain('The role has ended and is removed.');
  await story.asked();
  expect((await story.request()).state).toBe('pending');
});

test('where no channel takes the card, the requester hears that nobody could be reached', async () => {
  const story = await Story.open();
  story.talk.surface.fate.post = 'failed';
  await story.asked();
  for (let attempt = 0; attempt < 12; attempt++) await story.pass(61_000);
  expect((await story.request()).state).toBe('failed');
  expect(story.readBy()).toContain('I could not reach anybody who may approve your request for `AcrPull`');
  expect(story.readBy()).not.toContain('was approved');
});

test('a card that one channel has is not posted there twice while the other is tried again', async () => {
  const story = await Story.open();
  await story.asked();
  const request = await story.request();
  const tell = tellOn(story.talk.desk.office);
  expect(await tell.tellApprovers(request)).toBe('told');
  expect(story.talk.surface.of('post')).toHaveLength(2);
});

test('a platform that is away while the other takes the card gets it later, and the request waits for nobody', async () => {
  const story = await Story.open();
  const { surface } = story.talk;
  const post = vi.spyOn(surface, 'post').mockResolvedValueOnce({ ok: false, reason: 'failed' });
  await story.asked();
  expect(surface.of('post')).toHaveLength(1);
  await story.pass(61_000);
  expect(surface.of('post')).toHaveLength(2);
  await story.pass(61_000);
  expect(post).toHaveBeenCalledTimes(3);
});

test('a platform that stays away ends nothing: those on the other were asked', async () => {
  const story = await Story.open();
  const { surface } = story.talk;
  const real = surface.post.bind(surface);
  const post = vi
    .spyOn(surface, 'post')
    .mockImplementation(async (channel, message) =>
      channel.startsWith('19:') ? { ok: false, reason: 'failed' } : real(channel, message),
    );
  await story.asked();
  for (let attempt = 0; attempt < 12; attempt++) await story.pass(61_000);
  expect((await story.request()).state).toBe('pending');
  expect(surface.of('post')).toHaveLength(1);
  expect(post).toHaveBeenCalledTimes(9);
});

test('who cannot be reached is not tried for ever; a platform that is silent is tried again', async () => {
  const story = await (await Story.open()).asked();
  await story.deny(olga, 'no');
  const request = await story.request();
  const tell = tellOn(story.talk.desk.office);
  story.talk.surface.fate.send = 'failed';
  expect(await tell.tellOutcome(request)).toBe('not-now');
  story.talk.surface.fate.send = 'no-direct';
  expect(await tell.tellOutcome(request)).toBe('nobody');
});
