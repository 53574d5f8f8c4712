import { expect, test } from 'vitest';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { demo, fits, inChromium, looks, picture } from './in-chromium.js';
import { upn } from './pages-lab.js';

inChromium('tying accounts', (open) => {
  test.each(looks)(
    'a person goes the whole way (%s)',
    async (look, language, options) => {
      const at = await demo();
      const { link, pages } = textsFor(language);
      const { page, complaints } = await open(options);
      await page.goto(await at.start('Ana Łukasz-Fernández', language));
      await picture(page, `${look} 1 start`);
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: pages.signIn }).click();
      await page.getByRole('button', { name: upn('ana') }).waitFor();
      await picture(page, `${look} 2 sandbox`);
      // Back and forth, as people do.
      await page.goBack();
      await page.getByRole('button', { name: pages.signIn }).click();
      await page.getByRole('button', { name: upn('ana') }).click();
      await page.getByRole('heading', { level: 1, name: link.confirm.title }).waitFor();
      await picture(page, `${look} 3 confirm`);
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: link.confirm.yes }).click();
      await page.getByRole('heading', { level: 1, name: link.done.title }).waitFor();
      await picture(page, `${look} 4 done`);
      expect(at.store.saved()).toBe(1);
      expect(complaints).toEqual([]);
    },
    30_000,
  );

  test('a person may press twice', async () => {
    const at = await demo();
    const { link, pages } = textsFor('en');
    const { page } = await open();
    await page.goto(await at.start());
    await page.getByRole('button', { name: pages.signIn }).dblclick();
    await page.getByRole('button', { name: upn('ana') }).dblclick();
    await page.getByRole('button', { name: link.confirm.yes }).dblclick();
    // Which of two answers the browser shows is its own affair; each says what is so.
    const ends = [link.done, pages.problems.decided].map(({ title }) =>
      page.getByRole('heading', { name: title }),
    );
    await Promise.any(ends.map((heading) => heading.waitFor({ timeout: 10_000 })));
    expect(at.store.saved()).toBe(1);
  });

  test('a page of somebody else cannot press the button', async () => {
    const at = await demo();
    const { page } = await open();
    const state = new URL(await at.start()).searchParams.get('state');
    await page.setContent(
      `<form method="post" action="${at.origin}/link"><input name="state" value="${state}"><button>`,
    );
    const answered = page.waitForResponse((it) => it.request().method() === 'POST');
    await page.getByRole('button').click();
    expect((await answered).status()).toBe(403);
    const page2 = await page.goto(`${at.origin}/link?state=${state}`);
    expect(page2?.status()).toBe(200);
  });

  test('what went wrong is told on a page that can be read', async () => {
    const at = await demo();
    const { page, complaints } = await open({ viewport: { width: 360, height: 740 }, locale: 'de-DE' });
    await page.goto(`${at.origin}/link?state=nobody`);
    await picture(page, 'de phone expired');
    const { title } = textsFor('de').pages.problems.expired;
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    expect(await page.evaluate('getComputedStyle(document.querySelector("main")).maxWidth')).not.toBe('none');
    expect(complaints.filter((it) => !it.includes('410'))).toEqual([]);
  });
});
