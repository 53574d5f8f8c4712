import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Language, languages } from '../../src/knowledge/language.js';
import { type Lab, type LabOptions, lab, ofWorld } from './pages-lab.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

/** A page, and what the browser complains of: a policy that is broken, a style that is not let in. */
interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/**
 * Tests in a real browser, whose rules about forms, cookies and policies are the ones that count. Skipped where there is no
 * Chromium.
 */
export function inChromium(
  name: string,
  tests: (open: (options?: BrowserContextOptions) => Promise<Opened>) => void,
): void {
  describe.skipIf(!existsSync(executablePath))(`${name} (skipped where there is no Chromium)`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
    }, 30_000);
    afterAll(() => browser.close());

    tests(async (options = {}) => {
      const page = await (await browser.newContext(options)).newPage();
      const complaints: string[] = [];
      page.on('console', (message) => void complaints.push(message.text()));
      page.on('pageerror', (error) => void complaints.push(error.message));
      return { page, complaints };
    });
  });
}

/** A phone in the dark and a desk in the light, in each language. */
export const looks: readonly [string, Language, BrowserContextOptions][] = languages.flatMap(
  (language): [string, Language, BrowserContextOptions][] => [
    [`${language} phone`, language, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    [`${language} desk`, language, { viewport: { width: 1100, height: 800 }, colorScheme: 'light' }],
  ],
);

/** With a sign-in page that a browser of this machine reaches. */
export function demo(options: LabOptions = {}): Promise<Lab> {
  return lab({ signIn: async (world) => ofWorld(world, await world.signInPage()), ...options });
}

export async function fits(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
}

/** With `SCREENSHOTS=FOLDER` it leaves a picture. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
}
