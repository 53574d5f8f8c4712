import { describe, expect } from 'vitest';
import { askForRole, rolePlot } from './role-plot.js';
import { hour, minute, story } from './story.js';
import { approveOnPage, visit } from './visiting.js';

describe('a role is asked for on Teams and decided on in Slack', () => {
  story(
    'asked back, approved, given, works, ended, and refused again',
    rolePlot(1, { linked: ['olga'] }),
    async (company) => {
      const { sandbox } = company;
      const [dana, olga] = [company.onTeams('dana'), company.onSlack('olga')];
      await askForRole(company, dana);
      await olga.answerCard('Ask back', 'Which pipeline is it?');
      await dana.reads('Which pipeline is it?');
      await dana.fill({ words: 'the shop’s' });
      await olga.until(() => olga.card.text.includes('Answer: the shop’s'));
      expect(company.writes('roleAssignments')).toBe(0);
      await olga.approve();
      await dana.reads('Approved, and given: AcrPull');
      for (const who of [olga, dana]) await who.until(() => who.card.text.includes('Given, until'));

      sandbox.advance(11 * minute);
      await dana.press('Check again');
      await dana.reads('What was wrong is put right');
      sandbox.advance(49 * hour);
      await dana.reads('has ended and is removed');
      expect([company.writes('write'), company.writes('delete')]).toEqual([1, 1]);
      sandbox.advance(11 * minute);
      const before = dana.read.split('You are signed in, but have no role').length;
      await dana.say(sandbox.world().paste);
      await dana.until(() => dana.read.split('You are signed in, but have no role').length > before);
      expect(dana.newest.buttons).toContain('Ask for the role');
    },
  );

  story(
    'approved after a sign-in by one person, withdrawn from under another, in German',
    rolePlot(2, { linked: ['olga'] }),
    async (company) => {
      const dana = company.onTeams('dana', { locale: 'de-DE' });
      const olga = company.onSlack('olga', 'de-DE');
      await askForRole(company, dana, 'Rolle anfragen');
      await olga.approve();
      // The page is open before her when the request is withdrawn.
      const { browser, page } = await visit(company, await olga.page('Anmelden und genehmigen'), 'olga');
      expect(page.body).toContain('dana fragt eine Rolle an');
      await dana.press('Anfrage zurückziehen');
      await olga.until(() => olga.card.text.includes('The requester has withdrawn it.'));
      expect((await browser.press(page, { decision: 'yes' })).body).toContain(
        'Hier gibt es nichts mehr zu entscheiden',
      );
      expect(company.writes('roleAssignments')).toBe(0);

      await dana.press('Rolle anfragen');
      await dana.fill({ duration: '1', reason: 'noch einmal' });
      await olga.until(() => olga.channel.includes('noch einmal'));
      await olga.approve();
      await olga.until(() => olga.pages('Anmelden und genehmigen').length === 2);
      const [, second = ''] = olga.pages('Anmelden und genehmigen');
      expect(await approveOnPage(company, second, 'olga')).toContain('Ihre Genehmigung zählt');
      await dana.reads('Genehmigt und vergeben: AcrPull');
      expect(company.writes('roleAssignments/write')).toBe(1);
    },
  );
});
