import { converse, type RunWork } from '../../../dialogs/conversation/converse.js';
import { type Conversation, type Live, newConversation } from '../../../dialogs/conversation/state.js';
import { turn } from '../../../dialogs/conversation/turn.js';
import type { Work } from '../../../dialogs/live/work.js';
import type { Incoming } from '../../../src/chat/incoming.js';
import type { Message } from '../../../src/chat/message.js';
import type { Exposure, Finding } from '../../../src/checks/check.js';
import type { LogLook, LogRequest } from '../../../src/checks/login-events/log-look.js';
import type { CheckId, Unknown, VerdictOf } from '../../../src/knowledge/checks.js';
import type { Verb } from '../../../src/knowledge/vocabulary.js';

/** Object id of the person who is linked. */
export const dana = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const linked: Live = { vantage: 'bot', objectId: dana };
export const unlinked: Live = { vantage: 'bot', objectId: null };
export const client = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';

/** A service principal that the registry refuses. */
export const refusedPrincipal = `$ docker login contoso.azurecr.io -u ${client} --password-stdin\nError response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information."}]}`;
export const firewall =
  "Error response from daemon: denied: client with IP '203.0.113.7' is not allowed access. contoso.azurecr.io";

/** When checks of tests are made. */
const at = '2026-03-01T12:00:05.000Z';

/** A verdict about the person's own identity, unless another exposure is said. */
export function found<C extends CheckId>(
  check: C,
  verdict: VerdictOf<C>,
  exposure: Exposure = 'own',
): Finding {
  return { check, vantage: 'bot', witness: 'bot', exposure, elapsed: 5, at, facts: {}, verdict };
}

/** A check that came to no verdict. */
export function unseen(check: CheckId, why: Unknown, role?: string): Finding {
  const finding = {
    check,
    vantage: 'bot',
    witness: 'bot',
    exposure: 'own',
    elapsed: 5,
    at,
    facts: {},
  } as const;
  return { ...finding, verdict: 'unknown', why, ...(role === undefined ? {} : { role }) };
}

/** Live checks that find what a test says, and nothing else. */
export function finding(...all: readonly Finding[]): RunWork {
  return async ({ checks }, onFinding) => {
    const made = checks.map(
      (check) => all.find((it) => it.check === check) ?? unseen(check, 'not-reachable'),
    );
    for (const it of made) onFinding(it);
    return made;
  };
}

/** Somebody who talks while checks are made; the checks of a turn are kept. */
export class LiveTalk {
  conversation: Conversation;
  run: RunWork;
  messages: readonly Message[] = [];
  readonly works: Work[] = [];
  /** What a look at the registry's log gives, and what it was asked for. */
  log: LogLook = { kind: 'no-registry' };
  readonly logRequests: LogRequest[] = [];

  constructor(live: Live | null, run: RunWork) {
    this.conversation = { ...newConversation('dana', 'en'), live };
    this.run = run;
  }

  say(text: string): Promise<this> {
    return this.#take({ kind: 'say', as: 'dana', text });
  }

  answer(node: string, option: string): Promise<this> {
    return this.#take({ kind: 'answer', as: 'dana', node, option });
  }

  press(verb: Verb): Promise<this> {
    const button = this.last.buttons.find((it) => it.verb === verb);
    if (button === undefined) throw new Error(`no button ${verb}`);
    return this.#take({ kind: 'press', as: 'dana', button: button.id });
  }

  get last(): Message {
    const last = this.messages.at(-1);
    if (last === undefined) throw new Error('nothing was said yet');
    return last;
  }

  get asked(): string | null {
    return this.last.ask?.node ?? null;
  }

  async #take(incoming: Incoming): Promise<this> {
    const messages: Message[] = [];
    const run: RunWork = (work, onFinding, signal) => {
      this.works.push(work);
      return this.run(work, onFinding, signal);
    };
    const played = converse(turn(this.conversation, incoming), run, undefined, async (request) => {
      this.logRequests.push(request);
      return this.log;
    });
    for (;;) {
      const { done, value } = await played.next();
      if (done) {
        // Stored and loaded again after each turn, as a replica would.
        this.conversation = JSON.parse(JSON.stringify(value));
        this.messages = messages;
        return this;
      }
      messages.push(value);
    }
  }
}
