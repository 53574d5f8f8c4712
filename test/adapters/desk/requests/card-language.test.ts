import { expect, test } from 'vitest';
import { onTeams, Story } from './story.js';

const channels = { teams: '19:approvals@thread.tacv2', language: 'de' };

test('the cards of a channel are in the language that the policy says, from the first to what became of it', async () => {
  const story = await (await Story.open({ more: { channels } })).asked();
  const read = () => JSON.stringify(story.card);
  expect(read()).toContain('fragt eine Rolle an');
  await story.approve(onTeams('olga'));
  expect(read()).toContain('Genehmigt von');
  await story.pass();
  expect(read()).toContain('Vergeben, bis');
  // Whoever asked is told in their own.
  expect(story.readBy()).toContain('Approved, and given');
});

test('T31 a card that was being posted while somebody decided has nothing left to press', async () => {
  const story = await (await Story.open()).asked();
  const { surface } = story.talk;
  const { post } = surface;
  let deciding = true;
  surface.post = async (...asked) => {
    const sent = await post.apply(surface, asked);
    if (deciding) {
      deciding = false;
      await story.approve(onTeams('olga'));
    }
    return sent;
  };
  await story.pass(13 * 60 * 60_000);
  expect(story.card.buttons).toEqual([]);
});
