import { describe, expect, test } from 'vitest';
import { approveInBrowser } from '../../../../adapters/desk/requests/approving.js';
import type { ApprovalGiven } from '../../../../src/pages/approve/errand.js';
import { rotating } from '../../../access/requests-ground.js';
import { ids, type Name, tenant } from '../../../access/requests-names.js';
import { openSecret } from './secret-story.js';
import { onTeams, Story } from './story.js';

const olga = onTeams('olga');
const rita = onTeams('rita');

const ofTier = (tier: 2 | 3, pages = true) =>
  Story.open({ rule: { tier } }, { pages }).then((it) => it.asked());
const errand = (story: Story) => approveInBrowser(() => story.talk.desk.office);

async function given(story: Story, name: Name = 'olga', more: Partial<ApprovalGiven> = {}) {
  const { id: request, specHash } = await story.request();
  const about = { request, specHash, language: 'en', signedInAt: story.talk.now } as const;
  return { ...about, person: `teams\n${tenant}\n29:${name}`, objectId: ids[name], tenant, ...more };
}

describe.each([2, 3] as const)('T47 a click on a card of tier %i', (tier) => {
  test('approves nothing: it gives the link, to that person alone and never in the channel', async () => {
    const story = await ofTier(tier);
    await story.approve(olga);
    const link = story.talk.surface.newest('29:olga');
    expect(link).toMatchObject({
      audience: 'private',
      buttons: [{ verb: 'sign-in', label: 'Sign in and approve' }],
    });
    expect(JSON.stringify(link.blocks)).toContain('dana of Contoso asks for a role.');
    expect(link.buttons[0]?.url).toBe('https://bot.example/approve?state=for-29:olga');
    const { id, specHash } = await story.request();
    expect(story.approving).toEqual([
      { person: '29:olga', objectId: ids.olga, tenant, request: id, specHash },
    ]);
    const others = story.talk.surface.deeds.filter((deed) => !('to' in deed) || deed.to !== '29:olga');
    expect(JSON.stringify(others)).not.toContain('approve?state');
    expect(await story.request()).toMatchObject({ state: 'pending', approvals: [] });
    expect(story.card.buttons).toHaveLength(1);
  });

  test('of somebody who may not approve gives no link', async () => {
    const story = await ofTier(tier);
    await story.approve(onTeams('bob'));
    await story.approve(onTeams('dana'));
    expect(story.approving).toEqual([]);
    expect(story.readBy('29:bob')).toContain('You are not among those who may approve this.');
  });

  test('where the bot has no pages says so, and it stays open', async () => {
    const story = await ofTier(tier, false);
    await story.approve(olga);
    expect(story.readBy('29:olga')).toContain('I am not set up for that. The request stays open.');
    expect((await story.request()).state).toBe('pending');
    await story.deny(olga, 'no');
    expect((await story.request()).state).toBe('denied');
  });
});

describe('the page', () => {
  test('shows the request as the card does, and approves: cards are settled and the role is given', async () => {
    const story = await ofTier(2);
    const { id, specHash } = await story.request();
    const facts = await errand(story).describe(id, specHash, 'de');
    expect(facts?.title).toBe('dana of Contoso fragt eine Rolle an');
    expect(facts?.facts.map(({ value }) => value).join('\n')).toContain('AcrPull – contoso.azurecr.io');
    expect(await errand(story).approve(await given(story))).toEqual({ kind: 'done' });
    expect(story.read).toContain('Approved by 29:olga of Contoso.');
    expect(story.card).toMatchObject({ buttons: [], form: null });
    expect((await story.request()).approvals).toMatchObject([
      { strength: 'sign-in', by: { objectId: ids.olga } },
    ]);
    await story.pass();
    expect(story.granter.creates).toBe(1);
    expect(await errand(story).approve(await given(story))).toEqual({ kind: 'over' });
    expect(await errand(story).describe(id, specHash, 'en')).toBeNull();
  });

  test('T28 shows and approves nothing but what was on the card', async () => {
    const story = await ofTier(2);
    const { id, specHash } = await story.request();
    const other = specHash.replace(/^./, (it) => (it === '0' ? '1' : '0'));
    expect(await errand(story).describe(id, other, 'en')).toBeNull();
    expect(await errand(story).describe('x'.repeat(22), specHash, 'en')).toBeNull();
    for (const more of [{ specHash: other }, { request: 'x'.repeat(22) }, { person: 'nobody' }])
      expect(await errand(story).approve(await given(story, 'olga', more))).toEqual({ kind: 'over' });
    expect((await story.request()).state).toBe('pending');
  });

  test.each([
    ['dana', 'self-approval'],
    ['bob', 'not-an-approver'],
  ] as const)('T27 does not let %s approve: %s', async (name, reason) => {
    const story = await ofTier(2);
    expect(await errand(story).approve(await given(story, name))).toEqual({ kind: 'refused', reason });
  });

  test('T30 judges who they are now', async () => {
    const story = await ofTier(2);
    const yes = await given(story);
    story.parts.azure.down.add('people');
    expect(await errand(story).approve(yes)).toEqual({ kind: 'unavailable' });
    story.parts.azure.down.clear();
    story.parts.azure.change('olga', { groups: [] });
    expect(await errand(story).approve(yes)).toEqual({ kind: 'refused', reason: 'not-an-approver' });
  });

  test('approves a new secret, too', async () => {
    const story = await openSecret('sp-secret-invalid', {}, {}, rotating({ tier: 2 }));
    await story.talk.press('rotate-secret');
    await story.fill({ 'in-use': 'none', valid: '9', reason: 'leaked' });
    await story.pass();
    await story.approve(olga);
    expect(story.approving).toHaveLength(1);
    const { id, specHash } = await story.request();
    const facts = await errand(story).describe(id, specHash, 'en');
    expect(facts?.title).toBe('dana of Contoso asks for a new secret');
    expect(facts?.facts.map(({ value }) => value)).toContain('9 days');
    expect(await errand(story).approve(await given(story))).toEqual({ kind: 'done' });
    await story.pass();
    expect(story.rotator.done).toEqual(['add']);
  });
});

test('tier 3 takes two people: the card stays after the first, and names both in the end', async () => {
  const story = await ofTier(3);
  expect(await errand(story).approve(await given(story))).toEqual({ kind: 'done' });
  expect(story.card.buttons).toHaveLength(1);
  expect(story.card.form).not.toBeNull();
  expect(story.read).toContain('Approved by 29:olga of Contoso.');
  await story.pass();
  expect(story.granter.creates).toBe(0);
  // Neither from another account, nor by a click.
  const onSlack = { person: 'slack\nT1\nolga' };
  expect(await errand(story).approve(await given(story, 'olga', onSlack))).toEqual({ kind: 'over' });
  await story.approve(rita);
  expect((await story.request()).state).toBe('pending');
  expect(await errand(story).approve(await given(story, 'rita'))).toEqual({ kind: 'done' });
  expect(story.card).toMatchObject({ buttons: [], form: null });
  expect(story.read).toMatch(/Approved by 29:olga of Contoso\.\s+Approved by 29:rita of Contoso\./);
  await story.pass();
  expect(story.granter.creates).toBe(1);
});
