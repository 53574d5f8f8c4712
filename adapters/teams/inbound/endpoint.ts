import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatHost } from '../../../src/chat/host.js';
import type { Person } from '../../../src/chat/person.js';
import { BODY_LIMIT, readBody } from '../../../src/http/body.js';
import { Refusals } from '../../../src/http/refusals.js';
import { plain } from '../../../src/http/server.js';
import { languageOf } from '../../../src/knowledge/language.js';
import type { ChatTexts } from '../../../src/knowledge/texts/chat.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { Log } from '../../../src/observe/log.js';
import type { Settings } from '../config.js';
import type { TeamsCloudAdapter } from '../sdk.js';
import { parseActivity, type TeamsActivity } from './activity.js';
import { isBot, type Refusal, refusalOf } from './admit.js';
import { type Happened, senderOf } from './event.js';
import { ActivityReader } from './handler.js';
import type { Intake } from './intake.js';
import { answer, refuse } from './response.js';
import { claimedToken, SignatureCheck } from './token.js';
import { type Turn, turnKey } from './turn.js';

/** Longest that an acknowledgement waits for a language. */
const LANGUAGE_MS = 500;

interface Parts {
  readonly settings: Settings;
  readonly adapter: TeamsCloudAdapter;
  readonly intake: Intake;
  readonly host: ChatHost;
  readonly log: Log;
  readonly now: () => number;
}

/** Where Teams delivers activities: authenticates, acknowledges, and hands on what happened. */
export class Endpoint {
  readonly #parts: Parts;
  readonly #refusals: Refusals<Refusal>;
  readonly #signatures: SignatureCheck;
  readonly #reader = new ActivityReader();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#refusals = new Refusals('teams.refused', parts.log, parts.now);
    this.#signatures = new SignatureCheck(parts.settings.openIdMetadata, parts.now);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const came = await this.#read(request);
    if (came === 'unknown') return this.#unsure(response);
    if (typeof came === 'string') {
      this.#refusals.note(came);
      return refuse(response, came);
    }
    await this.#turn(came.activity, came.authorization, response);
  }

  /** From the cheapest judgement to the dearest; nothing is parsed of who has not proved where it comes from. */
  async #read(
    request: IncomingMessage,
  ): Promise<Refusal | 'unknown' | { readonly activity: TeamsActivity; readonly authorization: string }> {
    const { settings } = this.#parts;
    const { authorization = '' } = request.headers;
    if (!/^application\/json *(?:;|$)/i.test(request.headers['content-type'] ?? '')) return 'content-type';
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return 'too-large';
    // Only on this machine, while it is tried: see `settingsOf`.
    const open = settings.appId === '';
    const token = open ? '' : claimedToken(authorization, settings);
    if (token === null) return 'token';
    const body = await readBody(request);
    if (body === null) return 'too-large';
    const verdict = open ? 'genuine' : await this.#signatures.judge(token, settings);
    if (verdict === 'unknown') return 'unknown';
    if (verdict === 'forged') return 'signature';
    const activity = parseActivity(body);
    if (activity === null) return 'body';
    return refusalOf(activity, settings) ?? { activity, authorization };
  }

  async #turn(activity: TeamsActivity, authorization: string, response: ServerResponse): Promise<void> {
    const person = senderOf(activity);
    const happenings: { readonly happened: Happened; readonly key: string }[] = [];
    let entered = false;
    try {
      const invoked = await this.#parts.adapter.turn(authorization, activity, async (context) => {
        entered = true;
        if (person === null || isBot(activity)) return;
        const turn: Turn = {
          activity,
          person,
          texts: () => this.#texts(person, activity.locale ?? null),
          happen: (happened, key) => happenings.push({ happened, key }),
          ignored: (reason) => this.#parts.log.info('teams.ignored', { reason }),
        };
        context.turnState.set(turnKey, turn);
        await this.#reader.run(context);
      });
      await Promise.all(
        happenings.map(({ happened, key }) => person && this.#parts.intake.arrive(person, happened, key)),
      );
      answer(response, invoked?.status ?? 200, invoked?.body);
    } catch (error) {
      if (entered) {
        this.#parts.log.error('teams.turn-failed');
        return plain(response, 500);
      }
      if (isUnreachable(error)) return this.#unsure(response);
      this.#refusals.note('claims');
      return refuse(response, 'claims');
    }
    if (person === null) return;
    for (const { happened, key } of happenings) this.#parts.intake.begin(activity, person, happened, key);
  }

  /** Nobody is refused because the channel's keys cannot be fetched: Teams delivers again. */
  #unsure(response: ServerResponse): void {
    this.#parts.log.warn('teams.keys-unreachable');
    plain(response, 503, { 'retry-after': '5' });
  }

  /** In the person's own language, unless the store takes too long over it. */
  async #texts(person: Person, locale: string | null): Promise<ChatTexts> {
    const guess = languageOf(locale ?? undefined);
    let late: NodeJS.Timeout | undefined;
    const language = await Promise.race([
      this.#parts.host.languageOf(person, locale).catch(() => guess),
      new Promise<typeof guess>((resolve) => {
        late = setTimeout(resolve, LANGUAGE_MS, guess);
      }),
    ]);
    clearTimeout(late);
    return textsFor(language).chat;
  }
}

/** How the SDK says that it could not fetch the channel's keys. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500);
}
