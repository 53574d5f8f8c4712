import { describe, expect, test } from 'vitest';
import { ownId } from '../../../../adapters/desk/requests/ids.js';
import { onTeams, Story } from './story.js';

const olga = onTeams('olga');
const rita = onTeams('rita');
const answerForm = (story: Story) => {
  const message = story.talk.surface.seenBy('dana').findLast(({ form }) => form?.id.endsWith('.answer'));
  if (message?.form == null) throw new Error('nothing was asked back');
  return message.form;
};
const answer = (story: Story, words: string) => story.fill({ words }, answerForm(story).id);

describe('an approver on Teams', () => {
  test('asks back, the requester on Slack answers in the form, and the card shows both', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(olga, 'Which builds?');
    expect(story.readBy('29:olga')).toContain('I have asked.');
    // It stays to be decided meanwhile, by whoever may.
    expect(story.read).toContain('29:olga of Contoso asks back: Which builds?');
    expect(story.card.buttons).toHaveLength(1);
    await story.pass();
    expect(story.readBy()).toContain('ask back: Which builds? (`AcrPull`)');
    const before = story.talk.surface.of('post').length;
    await answer(story, 'The nightly ones.');
    expect(story.readBy()).toContain('Your answer is with them.');
    await story.pass();
    expect(story.talk.surface.of('post')).toHaveLength(before + 2);
    expect(story.read).toContain('Still waiting: asked again below.');
    const again = story.talk.surface.of('post').at(-1)?.message;
    expect(JSON.stringify(again?.blocks)).toContain('Answer: The nightly ones.');
    if (again === undefined) throw new Error('not posted');
    await story.approve(olga, again);
    expect((await story.request()).state).toBe('approved');
  });

  test('asks one question at a time, whoever asks, and not without words', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(olga, ' ');
    expect(story.readBy('29:olga')).toContain('to ask back, write what you want to know');
    await story.askBack(olga, 'Which builds?');
    await story.askBack(rita, 'Since when?');
    expect(story.readBy('29:rita')).toContain('One question at a time.');
    expect(story.read).not.toContain('Since when?');
    await story.pass();
    await answer(story, 'Nightly.');
    await story.askBack(rita, 'Since when?');
    expect(story.read).toContain('29:rita of Contoso asks back: Since when?');
  });

  test('hears that it is over where it is decided by then', async () => {
    const story = await (await Story.open()).asked();
    const { card } = story;
    await story.deny(olga, 'no');
    await story.askBack(rita, 'Which builds?', card);
    expect(story.readBy('29:rita')).toContain('This request is decided already, or has ended.');
    expect(story.readBy('29:rita')).not.toContain('One question at a time');
  });

  test('T38 is one who may approve: neither the requester nor a colleague asks in their name', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(onTeams('bob'), 'What is your password?');
    await story.askBack(onTeams('dana'), 'What is your password?');
    await story.askBack(onTeams('olga', { id: '29:guest', guest: true }), 'What is your password?');
    await story.pass();
    expect(await story.parts.requests.questions((await story.request()).id)).toEqual([]);
    expect(story.readBy()).not.toContain('password?');
  });

  test('denies with words or without, and the card says who; the requester reads the words', async () => {
    const story = await (await Story.open()).asked();
    await story.deny(olga, '');
    expect(story.read).toContain('Denied by 29:olga of Contoso.');
    await story.pass();
    expect(story.readBy()).toContain('Your request for `AcrPull` was denied.');
    expect(story.readBy()).not.toContain('The answer:');
    // Told once more after a crash, the card still says who.
    await story.pass(11 * 60_000);
    expect(story.read).toContain('Denied by 29:olga of Contoso.');
  });
});

describe('words', () => {
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  const hostile = '<!channel> [x](http://evil.example) **Approved by** Olga.\nHas already: Owner `x`';

  test('T14 secrets in a question and in an answer are replaced before anybody reads them', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(olga, `Is it ${secret}?`);
    await story.pass();
    await answer(story, `No, ${secret} is another.`);
    await story.pass();
    const { id } = await story.request();
    expect(JSON.stringify(await story.parts.requests.questions(id))).not.toContain(secret);
    expect(JSON.stringify(story.talk.surface.deeds)).not.toContain(secret);
    expect(JSON.stringify(await story.parts.ledger.audit(0, 99))).not.toContain(secret);
    expect(JSON.stringify(story.talk.surface.of('post').at(-1))).toContain('is another.');
  });

  test('T50 stand on one line, without marks', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(olga, hostile);
    await story.pass();
    await answer(story, hostile);
    await story.pass();
    const card = story.talk.surface.of('post').at(-1)?.message;
    const inert = "<!channel> [x](http://evil.example) * *Approved by* * Olga. Has already: Owner 'x'";
    const lines = JSON.stringify(card?.blocks);
    expect(lines).toContain(`asks back: ${inert}`);
    expect(lines).toContain(`Answer: ${inert}`);
    expect(story.readBy()).toContain(`ask back: ${inert}`);
    expect(lines).not.toContain('**Approved');
  });
});

describe('the answer', () => {
  test('without words is asked for once more', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(olga, 'Which builds?');
    await story.pass();
    await answer(story, ' \n');
    expect(story.readBy()).toContain('Please write an answer.');
    await answer(story, 'Nightly.');
    await answer(story, 'Twice.');
    expect(story.readBy()).toContain('nothing was changed');
    const [question] = await story.parts.requests.questions((await story.request()).id);
    expect(question?.answer).toBe('Nightly.');
  });

  test('T25 of somebody else, or to a request of somebody else, changes nothing', async () => {
    const story = await (await Story.open()).asked();
    await story.askBack(olga, 'Which builds?');
    await story.pass();
    const { id } = answerForm(story);
    await story.talk.take({ kind: 'form', id, values: { words: 'x' } }, { person: onTeams('bob') });
    await story.talk.take({ kind: 'form', id, values: { words: 'x' } }, { person: olga });
    expect(story.readBy('29:bob')).toContain('nothing was changed');
    await story.fill({ words: 'x' }, ownId('x'.repeat(22), 'answer'));
    const [question] = await story.parts.requests.questions((await story.request()).id);
    expect(question?.answer).toBeNull();
  });
});
