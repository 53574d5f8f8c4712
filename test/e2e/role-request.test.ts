import { describe, expect } from 'vitest';
import { askForRole, rolePlot } from './role-plot.js';
import { hour, minute, story } from './story.js';

describe('a role is asked for in Slack and decided on in Teams', () => {
  story('approved, given, checked again, told before it ends, and removed', rolePlot(1), async (company) => {
    const { sandbox } = company;
    const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
    await askForRole(company, dana);
    for (const part of [
      'dana',
      'AcrPull',
      'contosobuilds.azurecr.io',
      'the whole registry',
      '2 days',
      'nightly builds of the shop',
    ])
      expect(olga.card.text).toContain(part);
    expect(dana.read).toContain('Your request is with those who may approve it.');
    expect(company.writes('roleAssignments')).toBe(0);

    await olga.approve();
    await dana.reads('Approved, and given: AcrPull');
    expect(company.writes('roleAssignments/write')).toBe(1);
    for (const who of [olga, dana]) {
      await who.until(() => who.card.text.includes('Given, until'));
      expect(who.card.text).toContain('Approved by olga.');
      expect(who.card.buttons).toEqual([]);
    }

    await dana.press('Check again');
    await dana.until(() => dana.newest.text.includes('not effective yet'));
    // How the request stands is said on the new outcome, too.
    expect(dana.newest.text).toContain('Approved, and given: AcrPull');
    sandbox.advance(11 * minute);
    await dana.press('Check again');
    await dana.reads('What was wrong is put right');
    expect(dana.newest.buttons).not.toContain('Ask for the role');

    // After four fifths of the time.
    sandbox.advance(39 * hour);
    await dana.reads('ends on');
    expect(company.writes('delete')).toBe(0);
    sandbox.advance(9 * hour);
    await dana.reads('has ended and is removed');
    expect(company.writes('delete')).toBe(1);
    await olga.until(() => olga.card.text.includes('The role has ended and is removed.'));
  });

  story(
    'denied with words, after all those who may not decide have pressed',
    rolePlot(1),
    async (company) => {
      const dana = company.onSlack('dana');
      const [olga, bob] = [company.onTeams('olga'), company.onTeams('bob')];
      const [danaOnTeams, guest] = [company.onTeams('dana'), company.onTeams('rita', { role: 'guest' })];
      await askForRole(company, dana);
      const card = olga.card;
      await bob.approve();
      await bob.reads('You are not among those who may approve this.');
      // T27: the same person on the other platform, though the group of approvers has her.
      await danaOnTeams.approve();
      await danaOnTeams.reads('You cannot approve your own request.');
      await dana.approve();
      await dana.reads('You cannot approve your own request.');
      await guest.approve();
      await guest.reads('Guests cannot approve requests.');
      expect(olga.card.buttons).toEqual(card.buttons);

      // Without an answer nothing is decided.
      await olga.card.fill({ why: 'hm' });
      await olga.reads('Please choose an answer');
      await olga.answerCard('Deny', 'use the <at>other</at> [registry](http://evil.example)');
      await dana.reads('was denied. The answer: use the');
      await olga.until(() => olga.card.text.includes('Denied by olga.'));
      expect(olga.card.buttons).toEqual([]);
      // T26: the old card again, from before it was changed.
      await card.press('Approve');
      await olga.reads('decided already');
      expect(company.writes('roleAssignments')).toBe(0);
    },
  );

  story(
    'T26 T31 pressed by two approvers at once and delivered again, one assignment is made',
    rolePlot(1),
    async (company) => {
      const dana = company.onSlack('dana');
      const [olga, rita] = [company.onTeams('olga'), company.onTeams('rita')];
      await askForRole(company, dana);
      const cards = [olga, rita, olga, rita].map(({ card }) => card);
      await Promise.all(cards.map((card) => card.press('Approve')));
      await dana.reads('Approved, and given');
      await olga.until(() => /decided already/.test(olga.read + rita.read));
      expect(company.writes('roleAssignments/write')).toBe(1);
      expect(olga.card.text.match(/Approved by/g)).toHaveLength(1);
    },
  );

  story(
    'T30 who approved has left the group by the time that it is to be given: nothing is given',
    rolePlot(1),
    async (company) => {
      const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
      await askForRole(company, dana);
      // Azure does not answer whoever would give the role until she has left.
      expect(company.sandbox.apply('azure-away')).toEqual([]);
      await olga.approve();
      await olga.until(() => olga.card.text.includes('Approved by olga.'));
      expect(company.sandbox.apply('olga-leaves')).toEqual([]);
      await dana.reads('was approved, but nothing was given');
      expect(company.writes('roleAssignments')).toBe(0);
      await olga.until(() => olga.card.text.includes('Nothing was given'));
    },
  );

  story(
    'tier 2 where there are no pages stays open; after `forget` the requester still hears what became of it',
    rolePlot(2, { pages: false }),
    async (company) => {
      const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
      await askForRole(company, dana);
      await olga.approve();
      await olga.reads('and I am not set up for that. The request stays open.');
      expect(olga.offers('Sign in and approve')).toBe(false);
      await dana.say('forget');
      await dana.reads('Requests for roles, and who decided on them, are kept');
      await olga.answerCard('Deny', 'not now');
      await dana.reads('was denied. The answer: not now');
    },
  );
});
