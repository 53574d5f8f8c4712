import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { approveLink, secretLink, secretValue } from './errands.js';
import { demo, fits, inChromium, looks, picture } from './in-chromium.js';
import { people, upn } from './pages-lab.js';

const users = { ...people, ana: { tenant: 'contoso', contexts: ['c1'], session: '-2h' } };
const reason = 'Release 4.2 goes out on Friday, and the pipeline cannot push its images any more.';
const fact = (label: string, value: string) => ({ label, value });
/** As long as they become. */
const asked = {
  title: 'Dana Developer asks for a role',
  facts: [
    fact('Role', 'Container Registry Repository Writer'),
    fact('For', 'contosoproduction.azurecr.io, only the repository platform/payments/checkout-service'),
    fact('How long', '7 days'),
    fact('Reason', reason),
  ],
};

inChromium('approving', (open) => {
  test.each(looks)(
    'T47: a person goes the whole way (%s)',
    { timeout: 30_000 },
    async (look, language, how) => {
      const at = await demo({
        situation: { users },
        context: 'c1',
        approve: { describe: async () => asked },
      });
      const { approve, signIn } = textsFor(language).pages;
      const { page, complaints } = await open(how);
      await page.goto(await approveLink(at, language, 'Ana Łukasz-Fernández'));
      await picture(page, `${look} approve 1`);
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: signIn }).click();
      await page.getByRole('button', { name: upn('ana') }).click();
      await page.getByRole('heading', { level: 1, name: approve.confirm.title }).waitFor();
      await picture(page, `${look} approve 2`);
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: approve.confirm.yes }).dblclick();
      await page.getByRole('heading', { level: 1, name: approve.done.title }).waitFor();
      await picture(page, `${look} approve 3`);
      expect([at.approvals.length, complaints]).toEqual([1, []]);
    },
  );

  test('T47: another oid is refused, and goes on with the account that is meant', async () => {
    const at = await demo();
    const { signIn, signInAgain, approve, problems } = textsFor('de').pages;
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await page.goto(await approveLink(at, 'de'));
    await page.getByRole('button', { name: signIn }).click();
    await page.getByRole('button', { name: upn('ben') }).click();
    await page.getByRole('heading', { level: 1, name: problems['other-account'].title }).waitFor();
    await picture(page, 'de phone other account');
    await page.getByRole('button', { name: signInAgain }).click();
    await page.getByRole('button', { name: upn('ana') }).click();
    await page.getByRole('heading', { level: 1, name: approve.confirm.title }).waitFor();
  });
});

inChromium('a new secret', (open) => {
  test.each(looks)(
    'T20: a person goes the whole way (%s)',
    { timeout: 30_000 },
    async (look, language, how) => {
      const at = await demo({ situation: { users } });
      const { reveal, signIn } = textsFor(language).pages;
      const { page, complaints } = await open({ ...how, permissions: ['clipboard-read', 'clipboard-write'] });
      await page.goto(secretLink(at, language).url);
      await picture(page, `${look} secret 1`);
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: signIn }).click();
      await page.getByRole('button', { name: upn('ana') }).click();
      await page.getByRole('heading', { level: 1, name: reveal.show.title }).waitFor();
      await picture(page, `${look} secret 2`);
      await page.getByRole('button', { name: reveal.show.button }).click();
      await page.getByRole('heading', { level: 1, name: reveal.shown.title }).waitFor();
      const field = page.getByLabel(reveal.shown.label, { exact: true });
      expect([await field.inputValue(), await field.isEditable()]).toEqual([secretValue, false]);
      await page.getByRole('button', { name: reveal.shown.copy, exact: true }).click();
      await page.getByText(reveal.shown.copied, { exact: true }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secretValue);
      await picture(page, `${look} secret 3`);
      expect(await fits(page)).toBe(true);
      await field.focus();
      expect(await page.evaluate('getSelection().toString()')).toBe(secretValue);
      expect(complaints).toEqual([]);
    },
  );

  test('T20: is seen by who presses again while the answer is on its way', async () => {
    const at = await demo();
    const { reveal, signIn } = textsFor('en').pages;
    const { page } = await open();
    const { claim } = at.deliveries;
    at.deliveries.claim = async (...about) => {
      await pause(1000);
      return claim(...about);
    };
    await page.goto(secretLink(at).url);
    await page.getByRole('button', { name: signIn }).click();
    await page.getByRole('button', { name: upn('ana') }).click();
    await page.getByRole('button', { name: reveal.show.button }).waitFor();
    // The answer to the second press, that the page was used, would come in the place of the secret.
    await page.evaluate(`{
      const button = document.querySelector('button');
      button.click();
      setTimeout(() => button.click(), 200);
    }`);
    await page.getByRole('heading', { level: 1, name: reveal.shown.title }).waitFor();
  });

  test('T20: is gone for who goes back, or loads the page again', async () => {
    const at = await demo();
    const { reveal, signIn } = textsFor('en').pages;
    const { page } = await open();
    await page.goto(secretLink(at).url);
    await page.getByRole('button', { name: signIn }).click();
    await page.getByRole('button', { name: upn('ana') }).click();
    await page.getByRole('button', { name: reveal.show.button }).click();
    await page.getByRole('heading', { level: 1, name: reveal.shown.title }).waitFor();
    await page.reload();
    expect(await page.content()).not.toContain(secretValue);
    await page.goBack();
    expect(await page.content()).not.toContain(secretValue);
    // It would have to ask again: it has kept nothing.
    await expect(page.goForward()).rejects.toThrow('ERR_CACHE_MISS');
  });

  test('T22: somebody else is told that it is not for them', async () => {
    const at = await demo();
    const { signIn, problems } = textsFor('zh-Hans').pages;
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await page.goto(secretLink(at, 'zh-Hans').url);
    await page.getByRole('button', { name: signIn }).click();
    await page.getByRole('button', { name: upn('ben') }).click();
    await page.getByRole('heading', { level: 1, name: problems['other-account'].title }).waitFor();
    await picture(page, 'zh-Hans phone other account');
  });
});
