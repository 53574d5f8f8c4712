import type { Message } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { Work } from '../live/work.js';
import type { Conversation } from './state.js';
import { afterChecks, type Turn, whileChecking } from './turn.js';

/** Makes checks and tells of each finding as it comes. Never rejects. */
export type RunWork = (work: Work, onFinding: (finding: Finding) => void) => Promise<readonly Finding[]>;

/** Rounds of checks in one turn: each answer to a check may make further ones possible. */
const MOST_ROUNDS = 4;

/**
 * Plays a turn to its end: its messages, then – as long as checks are due – their progress and what follows from
 * them. A message that takes the place of an earlier one names it in `replaces`.
 *
 * @returns the conversation to store, when all messages are out
 */
export async function* converse(begun: Turn, run: RunWork | null): AsyncGenerator<Message, Conversation> {
  let turn = begun;
  yield* turn.messages;
  for (let round = 0; turn.work !== null && run !== null && round < MOST_ROUNDS; round++) {
    const { work, conversation } = turn;
    const shown = turn.messages.at(-1);
    const seen: Finding[] = [];
    const ticks = new Ticks();
    const done = run(work, (finding) => {
      seen.push(finding);
      ticks.ring();
    }).finally(() => ticks.end());
    while (await ticks.next()) {
      if (shown !== undefined) yield whileChecking(shown, conversation, work, [...seen]);
    }
    turn = afterChecks(conversation, await done);
    yield* turn.messages;
  }
  return turn.conversation;
}

/** Bells that ring while nobody listens are heard as one. */
class Ticks {
  #pending = false;
  #ended = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#pending = true;
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Waits for the next ring; false at the end. */
  async next(): Promise<boolean> {
    if (!this.#pending && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#wake = null;
    const rang = this.#pending;
    this.#pending = false;
    return rang;
  }
}
