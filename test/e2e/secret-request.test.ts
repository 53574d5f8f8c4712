import { describe, expect } from 'vitest';
import { askForSecret, tokenPlot } from './secret-plots.js';
import { minute, story } from './story.js';
import { atRegistry } from './visiting.js';

describe('a secret is asked for in Slack and decided on in Teams', () => {
  story(
    'the password of a token goes into the vault; the old one works until the new one does',
    tokenPlot(1),
    async (company) => {
      const { sandbox } = company;
      const signsIn = (password: string) => atRegistry(sandbox, 'tailwindgoods', 'ci-push', password);
      const old = 'sandbox-tailwindgoods-ci-push-password2';
      expect(await signsIn(old)).toBe(200);
      const [rosa, olga] = [company.onSlack('rosa'), company.onTeams('olga')];
      await askForSecret(company, rosa, { 'in-use': 'password2', valid: '30' });
      for (const part of [
        'ci-push',
        'password1, which is not in use',
        '30 days',
        'teamvault.vault.azure.net',
      ])
        expect(olga.card.text).toContain(part);
      expect(company.writes('generateCredentials')).toBe(0);
      await olga.approve();
      await rosa.reads('The new value is in your Key Vault');
      await olga.until(() => olga.card.text.includes('Made new.'));
      const place = 'https://teamvault.vault.azure.net/secrets/acr-tailwindgoods-token-ci-push/';
      expect(rosa.read).toContain(place);

      const kept = sandbox.world().ledger.vaultSecrets.get('teamvault/acr-tailwindgoods-token-ci-push');
      const made = kept?.versions.at(-1)?.value ?? '';
      sandbox.advance(2 * minute);
      expect([await signsIn(made), await signsIn(old)]).toEqual([200, 200]);

      await rosa.press('It works everywhere');
      await rosa.reads('Good. I am retiring the old one');
      expect([await signsIn(made), await signsIn(old)]).toEqual([200, 200]);
      sandbox.advance(14 * minute);
      await rosa.reads('does not work any more. Only the new one does.');
      expect([await signsIn(made), await signsIn(old)]).toEqual([200, 401]);
      await olga.until(() => olga.card.text.includes('the old one is retired'));
      expect(company.writes('generateCredentials')).toBe(2);
    },
  );
});
