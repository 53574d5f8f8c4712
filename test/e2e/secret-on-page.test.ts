import { describe, expect } from 'vitest';
import { adminPlot, askForSecret, clientPlot } from './secret-plots.js';
import { minute, story } from './story.js';
import { approveOnPage, atEntra, atRegistry, openSecret, secretsOn, visit } from './visiting.js';

const application = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';

describe('a secret is asked for in Slack, approved in Teams after a sign-in, and shown once', () => {
  story(
    'a client secret: the new one works, and the old one until it is retired',
    clientPlot(2),
    async (company) => {
      const { sandbox } = company;
      const [liwei, olga] = [company.onSlack('liwei'), company.onTeams('olga')];
      const { keyId = '' } = sandbox.world().servicePrincipals.get('sp-asia-pull')?.secrets[1] ?? {};
      await askForSecret(company, liwei, { 'in-use': keyId });
      await olga.approve();
      await olga.reads('The rules ask for a fresh sign-in in the browser');
      // The link is hers alone: neither in the channel nor before anybody else.
      const link = await olga.page('Sign in and approve');
      expect(olga.channel + liwei.channel + liwei.read).not.toContain(link);
      expect(company.writes('password')).toBe(0);
      expect((await visit(company, link, 'rita')).page.body).toContain('This link is for another account');
      expect(await approveOnPage(company, link, 'olga')).toContain('Your approval counts');

      await liwei.reads('You can see the new value once');
      const url = await liwei.page('See it once');
      const before = sandbox.secrets();
      expect(company.traces.leaks()).toEqual([]);
      // Who approved does not see it, and does not use it up (T22).
      expect((await visit(company, url, 'olga')).page.body).toContain('This link is for another account');
      await liwei.press('It works everywhere');
      await liwei.reads('That is not possible any more, or not yet');
      const shown = await openSecret(company, url, 'liwei');
      const [made = '', ...others] = secretsOn(company, shown);
      expect([made.length > 20, others, before.includes(made)]).toEqual([true, [], true]);
      expect(await openSecret(company, url, 'liwei')).toContain('This secret has been shown already');
      await liwei.reads('a second time');
      await olga.until(() => olga.channel.includes('a second time'));

      const old = 'fake-secret-asia-second';
      const registry = 'contosoasia';
      const all = async () => [
        ...[await atEntra(sandbox, application, made), await atEntra(sandbox, application, old)],
        ...[
          await atRegistry(sandbox, registry, application, made),
          await atRegistry(sandbox, registry, application, old),
        ],
      ];
      expect(await all()).toEqual([200, 200, 200, 200]);
      await liwei.press('It works everywhere');
      await liwei.reads('Good. I am retiring the old one');
      sandbox.advance(16 * minute);
      await liwei.reads('does not work any more. Only the new one does.');
      expect(await all()).toEqual([200, 401, 200, 401]);
      await olga.until(() => olga.channel.includes('the old one is retired'));
    },
  );

  story(
    'an admin password: owners decide, and only one of the two is ever seen',
    adminPlot(2),
    async (company) => {
      const { sandbox } = company;
      const [bruno, rita, ines] = [
        company.onSlack('bruno'),
        company.onTeams('rita'),
        company.onTeams('ines'),
      ];
      const signsIn = (password: string) => atRegistry(sandbox, 'litwaresites', 'litwaresites', password);
      const old = 'sandbox-litwaresites-admin-password';
      await askForSecret(company, bruno, { 'in-use': 'password' });
      await rita.approve();
      await rita.reads('You are not among those who may approve this.');
      await ines.approve();
      await approveOnPage(company, await ines.page('Sign in and approve'), 'ines');
      await bruno.reads('You can see the new value once');
      const shown = await openSecret(company, await bruno.page('See it once'), 'bruno');
      // Azure's answer holds both of them.
      const made = `${old}2-2`;
      expect(secretsOn(company, shown)).toEqual([made]);
      sandbox.advance(2 * minute);
      expect([await signsIn(made), await signsIn(old)]).toEqual([200, 200]);
      await bruno.press('It works everywhere');
      sandbox.advance(16 * minute);
      await bruno.reads('does not work any more. Only the new one does.');
      expect([await signsIn(made), await signsIn(old)]).toEqual([200, 401]);
    },
  );
});
