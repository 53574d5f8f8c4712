import { describe, expect, test } from 'vitest';
import { openCompany, SLACK_CHANNEL } from './company.js';

const minute = 60_000;
const hour = 60 * minute;

describe('a role is asked for in Slack and decided on in Teams', { timeout: 90_000 }, () => {
  test('approved, given, checked again, told before it ends, and removed', async () => {
    const company = await openCompany();
    const { sandbox, slack } = company;
    const olga = company.person('olga');
    const card = await company.ask();
    for (const part of [
      'Dana',
      'AcrPull',
      'contosobuilds.azurecr.io',
      'the whole registry',
      '2 days',
      'nightly builds of the shop',
    ])
      expect(card.text).toContain(part);
    expect(company.read).toContain('Your request is with those who may approve it.');
    expect(company.writes('write')).toBe(0);

    await company.decide(olga, 'Approve');
    await company.until(() => company.read.includes('Approved, and given: AcrPull'));
    expect(company.writes('write')).toBe(1);
    await company.until(() => company.card.text.includes('Given, until'));
    expect(company.card.text).toContain('Approved by olga.');
    expect(company.card.buttons).toEqual([]);
    await company.until(() => slack.inChannel(SLACK_CHANNEL)[0]?.buttons.length === 0);

    const before = slack.messagesTo(company.dana).length;
    await company.press('Check again');
    await company.until(() => slack.messagesTo(company.dana).length > before + 1);
    await company.until(() => slack.last(company.dana).shown.includes('not effective yet'));
    // How the request stands is said on the new outcome, too.
    expect(slack.last(company.dana).shown).toContain('Approved, and given: AcrPull');
    sandbox.advance(11 * minute);
    await company.press('Check again');
    await company.until(() => company.read.includes('What was wrong is put right'));
    expect(slack.last(company.dana).buttons).not.toContain('Ask for the role');

    // After four fifths of the time.
    sandbox.advance(39 * hour);
    await company.until(() => company.read.includes('ends on'));
    expect(company.writes('delete')).toBe(0);
    sandbox.advance(9 * hour);
    await company.until(() => company.read.includes('has ended and is removed'));
    expect(company.writes('delete')).toBe(1);
    await company.until(() => company.card.text.includes('The role has ended and is removed.'));
  });

  test('denied with words, after all those who may not decide have pressed', async () => {
    const company = await openCompany();
    const { slack } = company;
    const [olga, bob, dana] = [company.person('olga'), company.person('bob'), company.person('dana')];
    const guest = company.person('rita', { role: 'guest' });
    await company.ask();
    const card = company.card;
    await company.decide(bob, 'Approve');
    await company.until(() => company.readBy(bob).includes('You are not among those who may approve this.'));
    // T27: the same person on the other platform, though the group of approvers has her.
    await company.decide(dana, 'Approve');
    await company.until(() => company.readBy(dana).includes('You cannot approve your own request.'));
    const inSlack = slack.inChannel(SLACK_CHANNEL)[0];
    if (inSlack === undefined) throw new Error('no card in Slack');
    await slack.press(company.dana, inSlack, 'Approve');
    await company.until(() => company.read.includes('You cannot approve your own request.'));
    await company.decide(guest, 'Approve');
    await company.until(() => company.readBy(guest).includes('Guests cannot approve requests.'));
    expect(company.card.buttons).toEqual(card.buttons);

    await company.decide(olga, 'Deny', { 'i:why': 'use the <at>other</at> [registry](http://evil.example)' });
    await company.until(() => company.read.includes('was denied. The answer: use the'));
    expect(company.card.text).toContain('Denied by olga.');
    expect(company.card.buttons).toEqual([]);
    // T26: the old card again, from before it was changed.
    await company.decide(olga, 'Approve', {}, card);
    await company.until(() => company.readBy(olga).includes('decided already'));
    expect(company.writes('write')).toBe(0);
  });

  test('T26 T31 pressed by two approvers at once and delivered again, one assignment is made', async () => {
    const company = await openCompany();
    const [olga, rita] = [company.person('olga'), company.person('rita')];
    await company.ask();
    const { card } = company;
    await Promise.all([olga, rita, olga, rita].map((who) => company.decide(who, 'Approve', {}, card)));
    await company.until(() => company.read.includes('Approved, and given'));
    await company.until(() => /decided already/.test(company.readBy(olga) + company.readBy(rita)));
    expect(company.writes('write')).toBe(1);
    expect(company.card.text.match(/Approved by/g)).toHaveLength(1);
  });

  test('T30 who approved has left the group by the time that it is to be given: nothing is given', async () => {
    const company = await openCompany();
    const olga = company.person('olga');
    await company.ask();
    // Azure does not answer whoever would give the role until she has left.
    expect(company.sandbox.apply('azure-away')).toEqual([]);
    await company.decide(olga, 'Approve');
    await company.until(() => company.card.text.includes('Approved by olga.'));
    expect(company.sandbox.apply('olga-leaves')).toEqual([]);
    await company.until(() => company.read.includes('was approved, but nothing was given'));
    expect(company.writes('write')).toBe(0);
    await company.until(() => company.card.text.includes('Nothing was given'));
  });

  test('tier 2 needs a sign-in, and stays; after `forget` the requester still hears what became of it', async () => {
    const company = await openCompany({ tier: 2 });
    const olga = company.person('olga');
    await company.ask();
    await company.decide(olga, 'Approve');
    await company.until(() => company.readBy(olga).includes('a fresh sign-in in the browser'));
    await company.slack.say(company.dana, 'forget');
    await company.until(() => company.read.includes('Requests for roles, and who decided on them, are kept'));
    await company.decide(olga, 'Deny', { 'i:why': 'not now' });
    await company.until(() => company.read.includes('was denied. The answer: not now'));
  });
});
