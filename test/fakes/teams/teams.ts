import type { TeamsOptions } from '../../../adapters/teams/adapter.js';
import { type Activity, direct, execute, mention, messageAction } from './activities.js';
import { type Failure, FakeConnector } from './connector.js';
import { inputsOf } from './inputs.js';
import { APP_ID, directOf, TENANT, type TeamsUser, user } from './people.js';
import { choicesOf, isAction, partsOf, type Shown } from './shown.js';
import { type SigningKey, signed, signingKey } from './tokens.js';

/** What the bot answered a delivery with. */
export interface Delivered {
  readonly status: number;
  readonly body: unknown;
}

/** Made once: keys take long, and prove nothing about one test or another. */
let keyOfChannel: Promise<SigningKey> | undefined;

/** Teams as the bot sees it: a connector, the channel's tokens, and people who write, press and fill in. */
export class FakeTeams {
  readonly connector = new FakeConnector();
  #token = '';
  #bot = '';

  static async start(): Promise<FakeTeams> {
    const fake = new FakeTeams();
    await fake.connector.listen();
    keyOfChannel ??= signingKey('channel-key');
    const key = await keyOfChannel;
    fake.connector.keys.push(key);
    fake.#token = await signed(key, {
      iss: 'https://api.botframework.com',
      aud: APP_ID,
      serviceurl: fake.serviceUrl,
    });
    return fake;
  }

  /** Where the bot takes deliveries. */
  connect(endpoint: string): void {
    this.#bot = endpoint;
  }

  get serviceUrl(): string {
    return `${this.connector.url}/`;
  }

  /** A genuine token of the channel. */
  get token(): string {
    return this.#token;
  }

  /** What the adapter needs in order to talk to this fake, and to nobody else. */
  get options(): Pick<TeamsOptions, 'config' | 'credentials' | 'wait'> {
    return {
      config: {
        appId: APP_ID,
        tenant: TENANT,
        openIdMetadata: `${this.connector.url}/.well-known/openidconfiguration`,
        serviceUrl: this.serviceUrl,
        local: true,
        listenHost: '127.0.0.1',
      },
      credentials: fakeCredentials,
      wait: async () => {},
    };
  }

  /** Somebody whom the roster knows. */
  person(name: string, more: Partial<TeamsUser> = {}): TeamsUser {
    const made = user(name, more);
    this.connector.users.set(made.id, made);
    return made;
  }

  say(from: TeamsUser, text: string): Promise<Delivered> {
    return this.deliver(direct(from, this.serviceUrl, text));
  }

  /** @param channel id of a channel or group chat; with `;messageid=…` within a thread */
  mention(channel: string, from: TeamsUser, text: string): Promise<Delivered> {
    return this.deliver(mention(from, this.serviceUrl, text, channel));
  }

  diagnose(from: TeamsUser, html: string): Promise<Delivered> {
    return this.deliver(messageAction(from, this.serviceUrl, html));
  }

  /** Presses what is labelled so, on one message. */
  execute(from: TeamsUser, message: Shown, label: string): Promise<Delivered> {
    return this.#press(from, message, (action) => action['title'] === label, {});
  }

  /** Chooses from a list and sends it. */
  choose(from: TeamsUser, message: Shown, title: string): Promise<Delivered> {
    const choice = choicesOf(message.activity).find((one) => one.title === title);
    if (choice === undefined) throw new Error(`no choice is called ${title}: ${message.choices.join(' | ')}`);
    return this.#press(from, message, (action) => kindOf(action) === 'choice', { 'i:choice': choice.value });
  }

  /** Answers a question, by button or list, whichever there is. */
  answer(from: TeamsUser, message: Shown, label: string): Promise<Delivered> {
    return message.choices.includes(label)
      ? this.choose(from, message, label)
      : this.execute(from, message, label);
  }

  /** @param values by the field's id; of a choice the title of one of its options */
  submitForm(from: TeamsUser, message: Shown, values: Readonly<Record<string, string>>): Promise<Delivered> {
    const inputs = inputsOf(message.activity, values);
    return this.#press(from, message, (action) => kindOf(action) === 'form', inputs);
  }

  messagesTo(person: TeamsUser): readonly Shown[] {
    const id = directOf(person);
    return this.connector.messages((conversation) => conversation === id);
  }

  /** Messages of a channel or group chat, of all its threads. */
  inChannel(id: string): readonly Shown[] {
    return this.connector.messages((conversation) => conversation.split(';', 1)[0] === id);
  }

  fail(pattern: RegExp, failure: Failure): void {
    this.connector.fail(pattern, failure);
  }

  /** Posts an activity to the bot, with the channel's token unless another header is given. */
  async deliver(activity: Activity, authorization = `Bearer ${this.#token}`): Promise<Delivered> {
    return this.post(JSON.stringify(activity), { authorization });
  }

  async post(body: string | ReadableStream, headers: Readonly<Record<string, string>>): Promise<Delivered> {
    const response = await fetch(this.#bot, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      ...(typeof body === 'string' ? {} : { duplex: 'half' }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  close(): Promise<void> {
    return this.connector.close();
  }

  #press(
    from: TeamsUser,
    message: Shown,
    is: (action: Activity) => boolean,
    inputs: Readonly<Record<string, string>>,
  ): Promise<Delivered> {
    const action = partsOf(message.activity).find((part) => isAction(part) && is(part));
    if (action === undefined) throw new Error(`nothing to press: ${message.buttons.join(' | ')}`);
    const { type, verb, data } = action;
    // Teams adds the values of inputs to what the card says.
    const sent = { type, verb, data: { ...(data as Activity), ...inputs } };
    return this.deliver(execute(from, this.serviceUrl, message.id, sent));
  }
}

function kindOf(action: Activity): unknown {
  const data = action['data'];
  return typeof data === 'object' && data !== null && 'k' in data ? data.k : undefined;
}

/** In place of Entra: signs calls with a token that is plainly fake. */
const fakeCredentials: NonNullable<TeamsOptions['credentials']> = {
  isValidAppId: async (appId) => appId === APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer fake-connector-token');
      return request;
    },
  }),
};
