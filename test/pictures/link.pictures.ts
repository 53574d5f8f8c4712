import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Language, languages } from '../../src/knowledge/language.js';
import { lab, toSignedIn } from '../pages/pages-lab.js';
import { Camera, hasChromium } from './camera.js';
import { type Exhibit, escaped, sheet, widthOf } from './sheet.js';

const style = 'iframe{width:100%;border:1px solid #888;border-radius:8px}';
// A frame is as high as its page, which fills whatever height it finds.
const fitFrames = `for (const frame of document.querySelectorAll('iframe')) {
  frame.style.height = '10px';
  frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px';
}`;

describe.skipIf(!hasChromium)('pages that link an account (skipped where there is no Chromium)', () => {
  let camera: Camera;
  beforeAll(async () => {
    camera = await Camera.open();
  });
  afterAll(() => camera.close());

  test.each([
    ['link-light', false],
    ['link-dark', true],
  ])('%s', async (name, dark) => {
    const options = { width: 400, columns: 3, dark, style };
    const pages = await Promise.all(languages.map(pagesIn));
    const look = { width: widthOf(options), dark };
    await camera.shoot(name, sheet(pages.flat(), options), look, (page) => page.evaluate(fitFrames));
  });
});

/** The way through the pages, as their routes answer it. */
async function pagesIn(language: Language): Promise<readonly Exhibit[]> {
  const at = await lab();
  const browser = at.browser();
  const url = await at.start('Dana Dev', language);
  const start = await browser.get(url);
  const confirm = await browser.get(await toSignedIn(at, browser, undefined, url));
  const done = await browser.press(confirm, { decision: 'yes' });
  const expired = await browser.get(url, { 'accept-language': language });
  return Object.entries({ start, 'both accounts': confirm, done, 'a link used twice': expired }).map(
    ([caption, { body }]) => ({
      caption,
      language,
      html: `<iframe title="${caption}" srcdoc="${escaped(body)}"></iframe>`,
    }),
  );
}
