import { describe, expect } from 'vitest';
import type { Company } from './company.js';
import { askForSecret, clientPlot } from './secret-plots.js';
import { minute, story } from './story.js';
import { approveOnPage, atEntra, openSecret, secretsOn } from './visiting.js';

const application = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';
const away = { host: 'graph.microsoft.com', http: { status: 503 }, on: { path: '*/addPassword' } };
const changes = { 'graph-away': { faults: { away } }, 'graph-back': { faults: { away: null } } };

describe('the bot is started again', () => {
  story(
    'between every two steps of a new secret: nothing is lost, and links stay good',
    clientPlot(2, { changes }),
    async (company) => {
      const { sandbox } = company;
      const [liwei, olga] = [company.onSlack('liwei'), company.onTeams('olga')];
      const { keyId = '' } = sandbox.world().servicePrincipals.get('sp-asia-pull')?.secrets[1] ?? {};
      await askForSecret(company, liwei, { 'in-use': keyId });
      await restart(company);
      await olga.approve();
      const link = await olga.page('Sign in and approve');
      await restart(company);
      expect(sandbox.apply('graph-away')).toEqual([]);
      expect(await approveOnPage(company, link, 'olga')).toContain('Your approval counts');
      await olga.until(() => company.traces.log.some((line) => line.includes('executor.again')));
      await company.stop();
      expect([sandbox.apply('graph-back'), company.writes('password')]).toEqual([[], 0]);
      // Nobody is there to take up what is due.
      sandbox.advance(minute);
      await company.start();
      await liwei.reads('You can see the new value once');
      expect(company.writes('Add password')).toBe(1);

      const url = await liwei.page('See it once');
      await restart(company);
      expect(company.traces.leaks()).toEqual([]);
      const [made = ''] = secretsOn(company, await openSecret(company, url, 'liwei'));
      const both = async () => [
        await atEntra(sandbox, application, made),
        await atEntra(sandbox, application, 'fake-secret-asia-second'),
      ];
      expect(await both()).toEqual([200, 200]);
      await restart(company);
      expect(await openSecret(company, url, 'liwei')).toContain('This secret has been shown already');
      await liwei.press('It works everywhere');
      await liwei.reads('Good. I am retiring the old one');
      await company.stop();
      sandbox.advance(16 * minute);
      await company.start();
      await liwei.reads('does not work any more. Only the new one does.');
      expect(await both()).toEqual([200, 401]);
      expect([company.writes('Add password'), company.writes('Remove password')]).toEqual([1, 1]);
    },
  );
});

async function restart(company: Company): Promise<void> {
  await company.stop();
  await company.start();
}
