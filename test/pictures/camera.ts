import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { repository } from '../support/temp.js';
import { withPalette } from './png.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
// The same edges of letters on every screen.
const still = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

export const hasChromium = existsSync(executablePath);
if (!hasChromium)
  console.warn(`No pictures: there is no Chromium at ${executablePath}; CHROMIUM=PATH names another.`);

/** Where the pictures are kept; elsewhere with `PICTURES=FOLDER`. */
const folder = process.env['PICTURES'] ?? join(repository, 'docs', 'pictures');

export interface Look {
  /** Pixels. */
  readonly width: number;
  readonly dark?: boolean;
}

/** Takes pictures of pages. Nothing in them is fetched from anywhere but this machine. */
export class Camera {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Camera> {
    mkdirSync(folder, { recursive: true });
    return new Camera(await chromium.launch({ executablePath, args: [...args, ...still] }));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** A page of its own for a visit by hand. */
  async page({ width, dark = false }: Look, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width, height: 200 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      ...options,
    });
    await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => route.abort());
    return context.newPage();
  }

  /** A document as a picture, after `prepare`. */
  async shoot(
    name: string,
    document: string,
    look: Look,
    prepare: (page: Page) => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    const page = await this.page(look);
    await page.setContent(document);
    await prepare(page);
    await this.take(page, name);
    await page.context().close();
  }

  async take(page: Page, name: string): Promise<void> {
    const path = join(folder, `${name}.png`);
    const picture = withPalette(await page.screenshot({ fullPage: true, animations: 'disabled' }));
    if (!existsSync(path) || !readFileSync(path).equals(picture)) writeFileSync(path, picture);
  }
}
