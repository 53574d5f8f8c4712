import { asSlack } from './as-slack.js';
import { stateOf } from './entered.js';
import * as payloads from './payloads.js';
import { isLabel, type Seen, seen } from './seen.js';
import { type Fault, SlackServer } from './server.js';
import { signed } from './sign.js';

import { buttonsIn, elementsIn, visible } from './visible.js';
import type { Workspace } from './workspace.js';

type Json = Record<string, unknown>;

export type { Seen } from './seen.js';

export const SIGNING_SECRET = 'fake-signing-secret-0000';
export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const APP_TOKEN = 'xapp-fake-app-token';

/** What Slack got as the answer to a delivery. */
export interface Acknowledged {
  readonly status: number;
  readonly body: unknown;
  /** Milliseconds until it came. */
  readonly ms: number;
}

/**
 * A Slack workspace on loopback, to hold whole conversations with the adapter: people write, press and choose, and read
 * what the bot shows them. Everything that the bot posts is checked against the limits of Block Kit.
 */
export class FakeSlack {
  readonly server: SlackServer;
  readonly #now: () => number;
  #target: string | null = null;
  #count = 0;

  private constructor(now: () => number) {
    this.#now = now;
    this.server = new SlackServer(now);
  }

  /** Starts on a free port; Dana, a member who speaks English, is there. */
  static async start(now: () => number = Date.now): Promise<FakeSlack> {
    const fake = new FakeSlack(now);
    await fake.server.listen();
    fake.user('U0DANA0001', 'Dana');
    return fake;
  }

  /** Configuration of an adapter that talks to this workspace. */
  config(mode: 'http' | 'socket') {
    const common = { botToken: BOT_TOKEN, teams: [payloads.TEAM], apiUrl: `${this.server.origin}/api/` };
    if (mode === 'http') return { ...common, mode, signingSecret: SIGNING_SECRET };
    return { ...common, mode, appToken: APP_TOKEN };
  }

  /** Where events go over HTTP; without it they go over the web socket. */
  deliverTo(url: string): void {
    this.#target = url;
  }

  get workspace(): Workspace {
    return this.server.workspace;
  }

  user(id: string, name: string, locale = 'en-US', more: Json = {}): string {
    this.workspace.users.set(id, { id, name, locale, more });
    return id;
  }

  /** The next calls of a method fail, each fault once. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.server.fail(method, ...faults);
  }

  until(holds: () => boolean, ms?: number): Promise<void> {
    return this.server.until(holds, ms);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  // What people do.

  /** Writes to the bot in the 1:1 chat. */
  say(user: string, text: string, more: Json = {}): Promise<Acknowledged> {
    const channel = this.workspace.directOf(user);
    return this.event(payloads.directMessage(user, channel, this.workspace.stamp(), asSlack(text), more));
  }

  /** Mentions the bot in a channel. */
  mention(
    user: string,
    channel: string,
    text: string,
    more: Json = {},
    envelope: Json = {},
  ): Promise<Acknowledged> {
    const said = `<@${payloads.BOT_USER}> ${asSlack(text)}`;
    return this.event(payloads.mention(user, channel, this.workspace.stamp(), said, more), envelope);
  }

  command(user: string, text: string, channel = 'C0GENERAL1'): Promise<Acknowledged> {
    const more = {
      channel_id: channel,
      trigger_id: this.#id('tr'),
      response_url: this.server.responseUrl(channel, user),
    };
    return this.form('slash_commands', payloads.slashCommand(user, asSlack(text), more));
  }

  /** "Diagnose this message" on a message of a channel. */
  shortcut(user: string, channel: string, message: Json): Promise<Acknowledged> {
    const more = { trigger_id: this.#id('tr'), response_url: this.server.responseUrl(channel, user) };
    const pointedAt = { type: 'message', user: 'U0OTHER001', ts: this.workspace.stamp(), ...message };
    return this.interact(payloads.messageAction(user, channel, pointedAt, more));
  }

  openHome(user: string, tab: 'home' | 'messages' = 'home'): Promise<Acknowledged> {
    return this.event(payloads.homeOpened(user, this.workspace.directOf(user), tab));
  }

  /** Presses a button of a message, by its label. */
  press(user: string, message: Seen, label: string): Promise<Acknowledged> {
    return this.#pressIn(user, message, message.blocks, label, {});
  }

  /** Presses a button of the bot's page. */
  pressHome(user: string, label: string): Promise<Acknowledged> {
    return this.#pressIn(user, null, this.workspace.homes.get(user) ?? [], label, {});
  }

  /**
   * Chooses from the list of a message, or presses the button of that label. The label may be as the bot's texts have it,
   * without the number and whole although the list cuts it.
   */
  choose(user: string, message: Seen, label: string): Promise<Acknowledged> {
    for (const element of elementsIn(message.blocks)) {
      const found =
        element.type === 'static_select' && element.options.find(({ text }) => isLabel(text.text, label));
      if (!found) continue;
      const { type, action_id, block_id } = element;
      return this.#act(user, message, { type, action_id, block_id, selected_option: found }, {});
    }
    const button = message.buttons.find((shown) => isLabel(shown, label));
    return this.press(user, message, button ?? label);
  }

  /**
   * Fills in the fields of a message, by their labels – of a choice with the label of the option – and presses the button
   * that sends them.
   */
  submitForm(
    user: string,
    message: Seen,
    values: Readonly<Record<string, string>>,
    label: string,
  ): Promise<Acknowledged> {
    const entered = message.blocks.flatMap((block) =>
      block.type === 'input'
        ? [[block.block_id ?? '', { [block.element.action_id]: stateOf(block, values[block.label.text]) }]]
        : [],
    );
    return this.#pressIn(user, message, message.blocks, label, Object.fromEntries(entered));
  }

  /** Sends the form that `/acr-help` opened. */
  submitPaste(user: string, text: string | null): Promise<Acknowledged> {
    const { modal } = this.workspace;
    if (modal === null) throw new Error('no form is open');
    const block = modal.blocks.find(({ type }) => type === 'input');
    if (block?.type !== 'input') throw new Error('the form has no field');
    const values = {
      [block.block_id ?? '']: { [block.element.action_id]: { type: 'plain_text_input', value: text } },
    };
    return this.interact(payloads.viewSubmission(user, modal, values, { trigger_id: this.#id('tr') }));
  }

  // What people see.

  /** Everything that the bot wrote to somebody in private, oldest first, as it is now. */
  messagesTo(user: string): readonly Seen[] {
    return this.inChannel(this.workspace.directOf(user));
  }

  /** The newest message at the top of the 1:1 chat. */
  last(user: string): Seen {
    const last = this.messagesTo(user).findLast(({ thread }) => thread === null);
    if (last === undefined) throw new Error('nothing was said yet');
    return last;
  }

  /** Everything that the bot wrote in a channel, and what it showed there to one person only. */
  inChannel(channel: string): readonly Seen[] {
    return this.workspace.messages.filter((message) => message.channel === channel).map(seen);
  }

  /** The bot's page as text; null where none was published. */
  homeOf(user: string): string | null {
    const blocks = this.workspace.homes.get(user);
    return blocks === undefined ? null : visible(blocks);
  }

  // How it is delivered.

  event(event: Json, envelope: Json = {}, headers: Record<string, string> = {}): Promise<Acknowledged> {
    const body = payloads.eventCallback(this.#id('Ev'), event, envelope);
    if (this.#target === null) return this.#socket('events_api', body);
    return this.post(JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  interact(payload: Json): Promise<Acknowledged> {
    if (this.#target === null) return this.#socket('interactive', payload);
    return this.post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), formType);
  }

  form(type: 'slash_commands', fields: Record<string, string>): Promise<Acknowledged> {
    if (this.#target === null) return this.#socket(type, fields);
    return this.post(new URLSearchParams(fields).toString(), formType);
  }

  /** Sends bytes over HTTP, signed unless the headers say otherwise. */
  async post(body: string | Buffer, headers: Record<string, string>): Promise<Acknowledged> {
    if (this.#target === null) throw new Error('no address to deliver to');
    const stamp = Math.floor(this.#now() / 1000);
    const begun = performance.now();
    const response = await fetch(this.#target, {
      method: 'POST',
      headers: { ...signed(SIGNING_SECRET, body, stamp), ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, ms: performance.now() - begun };
  }

  async #socket(type: 'events_api' | 'slash_commands' | 'interactive', payload: Json): Promise<Acknowledged> {
    const begun = performance.now();
    const body = await this.server.socket.send(type, payload);
    return { status: 200, body, ms: performance.now() - begun };
  }

  #pressIn(
    user: string,
    message: Seen | null,
    blocks: Seen['blocks'],
    label: string,
    values: Json,
  ): Promise<Acknowledged> {
    const button = elementsIn(blocks).find(
      (element) => element.type === 'button' && element.text.text === label,
    );
    if (button?.type !== 'button')
      throw new Error(`no button "${label}" in: ${buttonsIn(blocks).join(' | ')}`);
    const { type, action_id, block_id, text, value } = button;
    return this.#act(user, message, { type, action_id, block_id, text, value }, values);
  }

  #act(user: string, message: Seen | null, action: Json, values: Json): Promise<Acknowledged> {
    const trigger_id = this.#id('tr');
    if (message === null) return this.interact(payloads.blockActions(user, null, action, { trigger_id }));
    const { channel, ts, text, blocks } = message;
    const shown = { type: 'message', user: payloads.BOT_USER, bot_id: payloads.BOT, ts, text, blocks };
    const more = { trigger_id, state: { values }, response_url: this.server.responseUrl(channel, user) };
    return this.interact(payloads.blockActions(user, { channel, message: shown }, action, more));
  }

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}${String(this.#count).padStart(8, '0')}`;
  }
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
