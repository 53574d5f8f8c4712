import { describe, expect, test } from 'vitest';
import { ownId } from '../../../../adapters/desk/requests/ids.js';
import { day, hour, ids } from '../../../access/requests-names.js';
import { onTeams, Story } from './story.js';

const olga = onTeams('olga');
const mine = (story: Story) => story.parts.requests.mine(ids.dana, 9);
const press = (story: Story, button: string) => story.talk.take({ kind: 'press', button });

/** Given for two days, and its end is told. */
async function ending(): Promise<Story> {
  const story = await (await Story.open()).asked();
  await story.approve(olga);
  await story.pass();
  await story.pass(39 * hour);
  return story;
}

describe('before the end', () => {
  test('the message offers to ask again; approved, the role goes on from the same assignment', async () => {
    const story = await ending();
    expect(story.readBy()).toMatch(/The role `AcrPull` – .* – ends on Mar 3, 2026/);
    const [assignment] = story.granter.held.keys();
    await story.talk.press('ask-again');
    expect(story.readBy()).toContain('Your request is with those who may approve it.');
    await story.pass();
    expect(story.card.buttons).toHaveLength(1);
    await story.approve(olga);
    await story.pass();
    expect((await mine(story)).map(({ state, why }) => [state, why])).toEqual([
      ['granted', null],
      ['removed', 'extended'],
    ]);
    expect([...story.granter.held.keys()]).toEqual([assignment]);
    // What was the end is none any more.
    await story.pass(20 * hour);
    expect(story.granter.held.size).toBe(1);
    expect(story.readBy()).not.toContain('has ended and is removed');
    await story.pass(3 * day);
    expect(story.granter.held.size).toBe(0);
    expect(story.readBy()).toContain('has ended and is removed');
  });

  test('T32 pressed twice, at once or later, it is one request', async () => {
    const story = await ending();
    const { id } = story.talk.button('ask-again');
    await Promise.all([press(story, id), press(story, id)]);
    await story.pass(hour);
    await press(story, id);
    expect(await mine(story)).toHaveLength(2);
    expect(story.readBy()).toContain('This role is asked for or given already');
  });

  test('denied, or not decided, it ends when it was to end', async () => {
    const story = await ending();
    await story.talk.press('ask-again');
    await story.pass();
    await story.deny(olga, 'no');
    await story.pass(10 * hour);
    expect(story.granter.held.size).toBe(0);
    expect(story.readBy()).toContain('has ended and is removed');
  });

  test('T25 of somebody else it asks for nothing, nor while it waits', async () => {
    const story = await (await Story.open()).asked();
    const { id } = await story.request();
    await press(story, ownId(id, 'again'));
    await story.approve(olga);
    await story.pass();
    for (const person of [olga, onTeams('bob')])
      await story.talk.take({ kind: 'press', button: ownId(id, 'again') }, { person });
    expect(story.readBy('29:bob')).toContain('nothing was changed');
    expect(await mine(story)).toHaveLength(1);
    expect(await story.parts.requests.mine(ids.bob, 9)).toEqual([]);
  });
});

describe('after the end', () => {
  test('the message offers to ask again, and it is a new assignment', async () => {
    const story = await ending();
    await story.pass(10 * hour);
    expect((await story.request()).state).toBe('removed');
    await story.talk.press('ask-again');
    await story.pass();
    expect(await story.request()).toMatchObject({ state: 'pending', extends: null });
    await story.approve(olga);
    await story.pass();
    expect(story.granter.creates).toBe(2);
    expect(story.readBy()).toContain('Approved, and given');
  });

  test('so does the one that nobody decided in time', async () => {
    const story = await (await Story.open()).asked();
    await story.pass(day + 1);
    expect(story.readBy()).toContain('Nobody decided your request for `AcrPull` in time.');
    await story.talk.press('ask-again');
    expect((await story.request()).state).toBe('pending');
  });

  test('T30 who may not ask any more hears that', async () => {
    const story = await ending();
    await story.pass(10 * hour);
    story.parts.azure.change('dana', { guest: true });
    await story.talk.press('ask-again');
    expect(story.readBy()).toContain('I cannot ask for this role here.');
    expect(await mine(story)).toHaveLength(1);
  });
});
