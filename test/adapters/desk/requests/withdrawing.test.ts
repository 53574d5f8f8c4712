import { describe, expect, test } from 'vitest';
import { ids } from '../../../access/requests-names.js';
import { onTeams, Story } from './story.js';

const olga = onTeams('olga');
const verbs = (story: Story) => story.talk.surface.open('dana').buttons.map(({ verb }) => verb);

describe('the button that withdraws', () => {
  test('closes the cards; then the same can be asked for again', async () => {
    const story = await (await Story.open()).asked();
    const { card } = story;
    await story.talk.press('withdraw');
    expect((await story.request()).state).toBe('withdrawn');
    expect(story.card).toMatchObject({ buttons: [], form: null });
    expect(story.read).toContain('The requester has withdrawn it.');
    await story.pass();
    expect(story.readBy()).toContain('You have withdrawn your request.');
    expect(verbs(story)).not.toContain('withdraw');
    await story.approve(olga, card);
    expect(story.readBy('29:olga')).toContain('This request is decided already, or has ended.');
    await story.talk.press('request-role');
    await story.send();
    await story.pass();
    expect((await story.request()).state).toBe('pending');
    expect(story.card.buttons).toHaveLength(1);
    expect(await story.parts.requests.mine(ids.dana, 9)).toHaveLength(2);
  });

  test('is there only while the request waits', async () => {
    const story = await Story.open();
    await story.ask();
    expect(verbs(story)).not.toContain('withdraw');
    await story.send();
    expect(verbs(story)).toContain('withdraw');
    await story.pass();
    await story.approve(olga);
    await story.talk.press('check-again');
    expect(verbs(story)).not.toContain('withdraw');
  });

  test('is not there where nobody need approve', async () => {
    const story = await Story.open({ rule: { tier: 0 }, more: { channels: {} } });
    await story.ask();
    await story.send();
    expect(verbs(story)).not.toContain('withdraw');
  });

  test('pressed after the decision it says that nothing was changed, and is gone', async () => {
    const story = await (await Story.open()).asked();
    await story.approve(olga);
    await story.talk.press('withdraw');
    expect(story.readBy()).toContain('This request is decided already, or has ended: nothing was changed.');
    expect((await story.request()).state).toBe('approved');
    expect(verbs(story)).not.toContain('withdraw');
    expect(story.read).toContain('Approved by 29:olga of Contoso.');
  });

  test('T31 pressed while somebody approves, one of them counts', async () => {
    const story = await (await Story.open()).asked();
    await Promise.all([story.approve(olga), story.talk.press('withdraw')]);
    await story.pass();
    const { state } = await story.request();
    expect(['granted', 'withdrawn']).toContain(state);
    expect(story.granter.creates).toBe(state === 'granted' ? 1 : 0);
  });

  test('T25 with the id of the message of somebody else it withdraws nothing', async () => {
    const story = await (await Story.open()).asked();
    const { id } = story.talk.button('withdraw');
    await story.talk.take({ kind: 'press', button: id }, { person: onTeams('bob') });
    expect((await story.request()).state).toBe('pending');
  });

  test('T27 who has linked another account since does not withdraw the request of the first', async () => {
    const story = await (await Story.open()).asked();
    const { id } = story.talk.button('withdraw');
    const { tenant } = olga;
    await story.talk.store.saveLink('slack\nT1\ndana', {
      ...{ objectId: ids.bob, tenant, linkedAt: 0 },
      expiresAt: Number.MAX_SAFE_INTEGER,
    });
    await story.talk.take({ kind: 'press', button: id });
    expect((await story.request()).state).toBe('pending');
  });
});
