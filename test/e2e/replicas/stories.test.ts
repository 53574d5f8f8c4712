import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { withPostgres } from '../../store/postgres.js';
import type { Company } from '../company.js';
import { askForRole, rolePlot } from '../role-plot.js';
import { askForSecret, clientPlot } from '../secret-plots.js';
import { hour, minute, story } from '../story.js';
import { approveOnPage, openSecret, secretsOn } from '../visiting.js';

/** Nobody has anything to do for the moment. */
async function settled({ slack, teams }: Company): Promise<void> {
  const seen = () => slack.server.calls.length + teams.connector.calls.length;
  for (let before = -1; before !== seen(); await sleep(500)) before = seen();
}

await withPostgres((server) => {
  const replicas = { replicas: 2, store: () => server.newDatabase() };

  story(
    'a role, on two replicas: every message once, one assignment, one removal, and pages that any of them serves',
    rolePlot(2, { linked: ['olga'], ...replicas }),
    async (company) => {
      const { sandbox } = company;
      const [dana, olga] = [company.onTeams('dana'), company.onSlack('olga')];
      await askForRole(company, dana);
      await olga.answerCard('Ask back', 'Which pipeline is it?');
      await dana.reads('Which pipeline is it?');
      await dana.fill({ words: 'the shop’s' });
      await olga.until(() => olga.card.text.includes('Answer: the shop’s'));
      await olga.approve();
      const page = await olga.page('Sign in and approve');
      expect(await approveOnPage(company, page, 'olga')).toContain('Your approval counts');
      await dana.reads('Approved, and given: AcrPull');
      // Ten minutes pass in no time: what is under way when they do looks as if its process were gone.
      for (const who of [olga, dana]) await who.until(() => who.card.text.includes('Given, until'));
      await settled(company);
      sandbox.advance(11 * minute);
      await dana.press('Check again');
      await dana.reads('What was wrong is put right');
      sandbox.advance(49 * hour);
      await dana.reads('has ended and is removed');
      expect([company.writes('write'), company.writes('delete')]).toEqual([1, 1]);
      for (const words of ['Approved, and given: AcrPull', 'has ended and is removed']) {
        expect(dana.read.split(words), words).toHaveLength(2);
      }
      // Both have had their part in it.
      const parts = [...company.balancer.answered.values()];
      expect(parts).toHaveLength(2);
      expect(Math.min(...parts)).toBeGreaterThan(3);
    },
  );

  story(
    'a secret, on two replicas: sealed by one, shown once by any',
    clientPlot(1, replicas),
    async (company) => {
      const { sandbox } = company;
      const [liwei, olga] = [company.onSlack('liwei'), company.onTeams('olga')];
      const { keyId = '' } = sandbox.world().servicePrincipals.get('sp-asia-pull')?.secrets[1] ?? {};
      await askForSecret(company, liwei, { 'in-use': keyId });
      await olga.approve();
      await liwei.reads('You can see the new value once');
      const url = await liwei.page('See it once');
      const shown = await openSecret(company, url, 'liwei');
      expect(secretsOn(company, shown)).toHaveLength(1);
      expect(await openSecret(company, url, 'liwei')).toContain('This secret has been shown already');
      expect(liwei.read.split('You can see the new value once')).toHaveLength(2);
    },
  );
});
