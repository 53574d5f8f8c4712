import { converse, type RunWork } from '../../dialogs/conversation/converse.js';
import { type Conversation, type Live, newConversation } from '../../dialogs/conversation/state.js';
import { turn } from '../../dialogs/conversation/turn.js';
import type { World } from '../../sandbox/world/world.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';

/** What came of a conversation. */
export interface Played {
  readonly cause: string | null;
  readonly confidence: number;
  readonly resolved: boolean;
  /** The person was asked whether it works now: the bot could not see it by itself. */
  readonly toldToWork: boolean;
  /** Questions that the person was asked, in order. */
  readonly asked: readonly string[];
  readonly findings: readonly Finding[];
  readonly last: Message;
}

/** More questions than any conversation may have. */
const PATIENCE = 25;

/** Somebody who pastes what the world says and answers what the world says they know. */
export class ScriptedPerson {
  readonly #world: () => World;
  readonly #run: RunWork;
  readonly #asked: string[] = [];
  readonly #findings: Finding[] = [];
  #conversation: Conversation;
  #last: Message | null = null;

  constructor(world: () => World, run: RunWork, live: Live) {
    this.#world = world;
    this.#run = (work, onFinding, signal) =>
      run(
        work,
        (finding) => {
          this.#findings.push(finding);
          onFinding(finding);
        },
        signal,
      );
    this.#conversation = { ...newConversation('dana', 'en'), live };
  }

  /** Pastes, and answers until there is an outcome. */
  async paste(): Promise<Played> {
    await this.#do({ kind: 'say', as: 'dana', text: this.#world().paste });
    return this.#answerAll();
  }

  /**
   * "Check again", after something was changed in the world.
   *
   * @param works what the person sees when trying once more
   */
  async checkAgain(works: boolean): Promise<Played> {
    await this.#press('check-again');
    return this.#answerAll(works ? 'works' : 'same');
  }

  async #answerAll(retry = 'same'): Promise<Played> {
    const { answers } = this.#world();
    let toldToWork = false;
    for (let i = 0; i < PATIENCE; i++) {
      const { ask, outcome } = this.last;
      if (outcome !== null || ask === null) break;
      const option =
        ask.node === 'retry'
          ? retry
          : (Object.entries(answers).find(([question]) => question === ask.node)?.[1] ?? 'unknown');
      if (ask.node === 'retry') toldToWork = true;
      else this.#asked.push(ask.node);
      await this.#do({ kind: 'answer', as: 'dana', node: ask.node, option });
    }
    const { outcome } = this.last;
    return {
      cause: outcome?.cause ?? null,
      confidence: outcome?.confidence ?? 0,
      resolved: outcome?.resolved ?? false,
      toldToWork,
      asked: [...this.#asked],
      findings: [...this.#findings],
      last: this.last,
    };
  }

  get last(): Message {
    if (this.#last === null) throw new Error('nothing was said yet');
    return this.#last;
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  async #press(verb: Verb): Promise<void> {
    const button = this.last.buttons.find((it) => it.verb === verb);
    if (button === undefined) throw new Error(`no button ${verb}`);
    await this.#do({ kind: 'press', as: 'dana', button: button.id });
  }

  async #do(incoming: Incoming): Promise<void> {
    const played = converse(turn(this.#conversation, incoming), this.#run);
    for (;;) {
      const { done, value } = await played.next();
      if (done) {
        // Stored and loaded again after each turn, as a replica would.
        this.#conversation = JSON.parse(JSON.stringify(value));
        return;
      }
      this.#last = value;
    }
  }
}
