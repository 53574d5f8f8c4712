/** The playground's page, as somebody sees and uses it. */
import { join } from 'node:path';
import { bot, channelName } from './people.mjs';
import { PLAYGROUND } from './programs.mjs';

/** @typedef {import('playwright-core').Locator} Locator */

const SOON_MS = 15_000;

/** What the page sends when a button of a card is pressed. */
const INVOKES = '**/_conversation/v1/invoke';

/** Runs in the page: notes what each card says, one text after the other. */
const WATCH = `
  globalThis.states = [];
  const look = () => {
    for (const [i, { textContent }] of document.querySelectorAll('.ac-adaptiveCard').entries()) {
      states[i] ??= [];
      if (states[i].at(-1) !== textContent) states[i].push(textContent);
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
`;

export class Screen {
  #page;
  #pictures;
  #taken = 0;

  /**
   * @param {import('playwright-core').Page} page
   * @param {string} pictures folder for screenshots
   */
  constructor(page, pictures) {
    this.#page = page;
    this.#pictures = pictures;
    page.setDefaultTimeout(SOON_MS);
  }

  async open() {
    await this.#page.goto(PLAYGROUND);
    await this.#page.getByText('Log Panel').locator('xpath=..').getByRole('button').last().click();
    await this.#page.addStyleTag({
      content: '* { animation: none !important; transition: none !important }',
    });
  }

  /** The 1:1 chat with the bot. */
  async toChat() {
    await this.#page.getByRole('treeitem', { name: 'Personal Chat' }).click();
  }

  async toChannel() {
    await this.#page.getByRole('treeitem', { name: channelName }).click();
    await this.#page.getByRole('button', { name: 'Post', exact: true }).waitFor();
  }

  /** @param {string} text */
  async say(text) {
    await this.#paste(text);
    await this.#page.keyboard.press('Enter');
  }

  /**
   * Starts a thread that mentions the bot.
   *
   * @param {string} text
   */
  async post(text) {
    await this.#box().click();
    // It offers names only for what is typed, and takes one only by a click.
    await this.#page.keyboard.type(`@${bot.name.slice(0, 3)}`, { delay: 60 });
    await this.#page.getByRole('menuitem', { name: bot.name }).click();
    await this.#paste(` ${text}`);
    await this.#page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** The newest card. */
  card() {
    return this.cards().last();
  }

  cards() {
    return this.#page.locator('.ac-adaptiveCard');
  }

  /**
   * Waits for a card that says something, and gives the newest that does.
   *
   * @param {string} text
   */
  async cardWith(text) {
    const card = this.cards().filter({ hasText: text }).last();
    await card.waitFor();
    return card;
  }

  /**
   * A text in the newest place where it stands; the list of chats, which comes first, repeats what was said last.
   *
   * @param {string} text
   */
  text(text) {
    return this.#page.getByText(text, { exact: true }).last();
  }

  /** What the bot has written under the posts of a channel, oldest first. */
  async replies() {
    const pictures = this.#page.locator('.fui-Card').getByRole('img', { name: bot.name, exact: true });
    const replies = await pictures.locator('xpath=../..').allInnerTexts();
    // Its name and the time stand above.
    return replies.map((reply) => reply.split('\n').slice(2).join('\n').trim());
  }

  /**
   * @param {Locator} card
   * @param {string} label
   */
  async choose(card, label) {
    await card.getByText(label, { exact: true }).click();
  }

  /**
   * Presses a button of a card.
   *
   * @param {Locator} card
   * @param {string} label
   * @returns {Promise<Pressed>} what the page sent for it
   */
  async press(card, label) {
    const [request] = await Promise.all([
      this.#page.waitForRequest(INVOKES),
      card.getByRole('button', { name: label, exact: true }).click(),
    ]);
    return request.postDataJSON();
  }

  /**
   * What the page would send for a button; nothing is sent.
   *
   * @param {Locator} card
   * @param {string} label
   * @returns {Promise<Pressed>}
   */
  async held(card, label) {
    await this.#page.route(INVOKES, (route) => route.fulfill({ json: {} }));
    const pressed = await this.press(card, label);
    await this.#page.unroute(INVOKES);
    return pressed;
  }

  /**
   * "…" at a message, "Action Command", the command's id.
   *
   * @param {string} within the message
   * @param {string} command
   * @returns {Promise<unknown>} what the bot answers
   */
  async messageAction(within, command) {
    const message = this.#page
      .locator('[aria-label="Message header"]')
      .locator('xpath=..')
      .filter({ hasText: within })
      .first();
    await message.getByRole('button', { name: 'Show more information' }).click();
    await this.#page.getByRole('menuitem', { name: 'Action Command' }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(command);
    await this.shot('message-action');
    const [answer] = await Promise.all([
      this.#page.waitForResponse(INVOKES),
      dialog.getByRole('button').last().click(),
    ]);
    return answer.json();
  }

  async closeDialog() {
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await this.#page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Notes from now on every state in which cards are seen. */
  async watch() {
    await this.#page.evaluate(WATCH);
  }

  /**
   * @returns {Promise<readonly (readonly string[])[]>} for each card, oldest first, what it said one after the other
   */
  seen() {
    return this.#page.evaluate('states');
  }

  /** @param {string} name */
  async shot(name) {
    this.#taken += 1;
    const file = `${String(this.#taken).padStart(2, '0')}-${name}.png`;
    await this.#page.screenshot({ path: join(this.#pictures, file) });
  }

  #box() {
    return this.#page.locator('[contenteditable=true][role=textbox]').first();
  }

  /** @param {string} text */
  async #paste(text) {
    const box = this.#box();
    await box.click();
    await this.#page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.#page.keyboard.press('ControlOrMeta+V');
    // What is sent is what the editor has taken in.
    await box.filter({ hasText: text.trim().slice(0, 12) }).waitFor();
  }
}

/**
 * @typedef {object} Pressed
 * @property {string} name
 * @property {unknown} value
 * @property {{ readonly id: string }} from
 * @property {{ readonly id: string }} conversation
 * @property {string} replyToId
 */
