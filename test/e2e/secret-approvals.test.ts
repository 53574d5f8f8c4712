import { describe, expect } from 'vitest';
import { askForSecret, clientPlot, tokenOnPagePlot } from './secret-plots.js';
import { minute, story } from './story.js';
import { approveOnPage, atEntra, atRegistry, openSecret, secretsOn, visit } from './visiting.js';

const application = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';
const refusing = { linked: ['liwei', 'olga', 'rita'] };

describe('who approves a new secret', () => {
  story(
    'tier 3: two people, one on each platform, who both sign in',
    clientPlot(3, refusing),
    async (company) => {
      const liwei = company.onSlack('liwei');
      const [olga, olgaOnSlack, rita] = [
        company.onTeams('olga'),
        company.onSlack('olga'),
        company.onSlack('rita'),
      ];
      await askForSecret(company, liwei, { 'in-use': 'None of them works' });
      await olga.approve();
      const first = await olga.page('Sign in and approve');
      expect(await approveOnPage(company, first, 'olga')).toContain('Your approval counts');
      await olga.until(() => olga.card.text.includes('Approved by olga.'));
      expect(olga.card.buttons).toContain('Approve');

      // T27: she is one person, whichever platform she presses on, and however often.
      await olgaOnSlack.approve();
      const second = await olgaOnSlack.page('Sign in and approve');
      for (const again of [second, first]) {
        expect(await approveOnPage(company, again, 'olga')).toContain('This request is decided already');
      }
      expect([olga.card.text.match(/Approved by/g)?.length, company.writes('password')]).toEqual([1, 0]);

      await rita.approve();
      const third = await rita.page('Sign in and approve');
      expect(await approveOnPage(company, third, 'rita')).toContain('Your approval counts');
      await liwei.reads('You can see the new value once');
      expect(company.writes('password')).toBe(1);
      for (const who of [olga, rita]) {
        await who.until(() => who.card.text.includes('Made new.'));
        expect(who.card.text.match(/Approved by/g)).toHaveLength(2);
      }
      const [made = ''] = secretsOn(
        company,
        await openSecret(company, await liwei.page('See it once'), 'liwei'),
      );
      expect(await atEntra(company.sandbox, application, made)).toBe(200);
    },
  );

  story(
    'T47 who cannot sign in as is asked for does not approve, nor who does it too late',
    clientPlot(2),
    async (company) => {
      const [liwei, olga, nora] = [
        company.onSlack('liwei'),
        company.onTeams('olga'),
        company.onTeams('nora'),
      ];
      await askForSecret(company, liwei, { 'in-use': 'None of them works' });
      await nora.approve();
      const weak = await visit(company, await nora.page('Sign in and approve'), 'nora');
      expect(weak.page.body).toContain('53003');
      await olga.approve();
      const { browser, page } = await visit(company, await olga.page('Sign in and approve'), 'olga');
      company.sandbox.advance(6 * minute);
      const late = await browser.press(page, { decision: 'yes' });
      expect(late.body).toContain('must not be more than five minutes old');
      expect([company.writes('password'), olga.card.buttons.includes('Approve')]).toEqual([0, true]);
      await olga.answerCard('Deny', 'use a managed identity');
      await liwei.reads('was denied. The answer: use a managed identity');
      expect(company.writes('password')).toBe(0);
    },
  );

  story(
    'asked for on Teams and approved on Slack, in German',
    tokenOnPagePlot(2, { linked: ['olga'] }),
    async (company) => {
      const { sandbox } = company;
      const rosa = company.onTeams('rosa', { locale: 'de-DE' });
      const olga = company.onSlack('olga', 'de-DE');
      await askForSecret(company, rosa, { 'in-use': 'password2', valid: '30' }, 'Neues Geheimnis anfragen');
      await rosa.reads('Ihre Anfrage liegt bei denen, die sie genehmigen dürfen.');
      await olga.approve();
      await olga.reads('Die Regeln verlangen für diese Genehmigung eine frische Anmeldung im Browser.');
      const link = await olga.page('Anmelden und genehmigen');
      expect(await approveOnPage(company, link, 'olga')).toContain('Ihre Genehmigung zählt');

      await rosa.reads('Den neuen Wert sehen Sie ein einziges Mal');
      const shown = await openSecret(company, await rosa.page('Einmal ansehen'), 'rosa');
      expect(shown).toContain('<html lang="de">');
      const [made = ''] = secretsOn(company, shown);
      sandbox.advance(2 * minute);
      expect(await atRegistry(sandbox, 'tailwindgoods', 'ci-push', made)).toBe(200);
      await rosa.press('Funktioniert überall');
      await rosa.reads('Gut. Ich setze den alten Wert außer Kraft');
      sandbox.advance(14 * minute);
      await rosa.reads('funktioniert nicht mehr, nur noch der neue.');
      await olga.until(() => olga.channel.includes('the old one is retired'));
    },
  );
});
