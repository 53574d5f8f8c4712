import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Language, languages } from '../../src/knowledge/language.js';
import { approveLink, secretLink } from '../pages/errands.js';
import { lab, toConfirm, upn } from '../pages/pages-lab.js';
import { Camera, hasChromium } from './camera.js';
import { type Exhibit, escaped, sheet, widthOf } from './sheet.js';

const style = 'iframe{width:100%;border:1px solid #888;border-radius:8px}';
// A frame is as high as its page, which fills whatever height it finds.
const fitFrames = `for (const frame of document.querySelectorAll('iframe')) {
  frame.style.height = '10px';
  frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px';
}`;

describe.skipIf(!hasChromium)("the bot's pages (skipped where there is no Chromium)", () => {
  let camera: Camera;
  beforeAll(async () => {
    camera = await Camera.open();
  });
  afterAll(() => camera.close());

  test.each([
    ['link-light', false, linkPages],
    ['link-dark', true, linkPages],
    ['approve-light', false, approvePages],
    ['secret-dark', true, secretPages],
  ] as const)('%s', async (name, dark, pagesIn) => {
    const options = { width: 400, columns: 3, dark, style };
    const pages = await Promise.all(languages.map(pagesIn));
    const look = { width: widthOf(options), dark };
    await camera.shoot(name, sheet(pages.flat(), options), look, (page) => page.evaluate(fitFrames));
  });
});

/** The way through the pages, as their routes answer it. */
async function linkPages(language: Language): Promise<readonly Exhibit[]> {
  const at = await lab();
  const browser = at.browser();
  const url = await at.start('Dana Dev', language);
  const start = await browser.get(url);
  const confirm = await toConfirm(at, browser, upn('ana'), url);
  const done = await browser.press(confirm, { decision: 'yes' });
  const expired = await browser.get(url, { 'accept-language': language });
  return exhibits(language, { start, 'both accounts': confirm, done, 'a link used twice': expired });
}

async function approvePages(language: Language): Promise<readonly Exhibit[]> {
  const at = await lab();
  const browser = at.browser();
  const url = await approveLink(at, language, 'Ana Admin');
  const start = await browser.get(url);
  const other = await toConfirm(at, browser, upn('ben'), url);
  const confirm = await toConfirm(at, browser, upn('ana'), url);
  const done = await browser.press(confirm, { decision: 'yes' });
  return exhibits(language, { start, 'signed in as somebody else': other, 'the request': confirm, done });
}

async function secretPages(language: Language): Promise<readonly Exhibit[]> {
  const at = await lab();
  const [browser, second] = [at.browser(), at.browser()];
  const { url } = secretLink(at, language);
  const start = await browser.get(url);
  const show = await toConfirm(at, browser, upn('ana'), url);
  const shown = await browser.press(show);
  const twice = await second.press(await toConfirm(at, second, upn('ana'), url));
  return exhibits(language, { start, 'before it is shown': show, shown, 'a second time': twice });
}

function exhibits(
  language: Language,
  pages: Readonly<Record<string, { readonly body: string }>>,
): readonly Exhibit[] {
  return Object.entries(pages).map(([caption, { body }]) => ({
    caption,
    language,
    html: `<iframe title="${caption}" srcdoc="${escaped(body)}"></iframe>`,
  }));
}
