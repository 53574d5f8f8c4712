import type { Message } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { LogLook, LogRequest } from '../../src/checks/login-events/log-look.js';
import { notMade, type Work } from '../live/work.js';
import type { Conversation } from './state.js';
import { afterChecks, afterLog, type Turn, whileChecking } from './turn.js';

/** Makes checks, tells of each finding as it comes, and ends when the signal says so. */
export type RunWork = (
  work: Work,
  onFinding: (finding: Finding) => void,
  signal: AbortSignal,
) => Promise<readonly Finding[]>;

/** Looks at a registry's log, and ends when the signal says so. */
export type ReadLog = (request: LogRequest, signal: AbortSignal) => Promise<LogLook>;

/** All checks of one turn end here, however many rounds they take (DESIGN §3). */
const TURN_DEADLINE_MS = 20_000;

/** Rounds of checks in one turn: each answer to a check may make further ones possible. */
const MOST_ROUNDS = 4;

/**
 * Plays a turn to its end: its messages, then – as long as checks are due – their progress and what follows from
 * them. A message that takes the place of an earlier one names it in `replaces`.
 *
 * @returns the conversation to store, when all messages are out
 */
export async function* converse(
  begun: Turn,
  run: RunWork | null,
  deadline: AbortSignal = AbortSignal.timeout(TURN_DEADLINE_MS),
  readLog?: ReadLog,
): AsyncGenerator<Message, Conversation> {
  let turn = begun;
  yield* turn.messages;
  if (turn.log !== null) {
    turn = afterLog(turn.conversation, await seenIn(turn.log, readLog, deadline));
    yield* turn.messages;
  }
  for (let round = 0; turn.work !== null && run !== null && round < MOST_ROUNDS; round++) {
    const { work, conversation } = turn;
    const shown = turn.messages.at(-1);
    const seen: Finding[] = [];
    const ticks = new Ticks();
    const told = (finding: Finding): void => {
      seen.push(finding);
      ticks.ring();
    };
    // Whatever goes wrong inside must not end the conversation: the person is asked instead.
    const done = run(work, told, deadline)
      .catch(() => {
        for (const finding of notMade(work, conversation.live, seen)) told(finding);
        return [...seen];
      })
      .finally(() => ticks.end());
    while (await ticks.next()) {
      if (shown !== undefined) yield whileChecking(shown, conversation, work, [...seen]);
    }
    turn = afterChecks(conversation, await done);
    yield* turn.messages;
  }
  return turn.conversation;
}

/** Whatever goes wrong in a look at the log, the person is told that it gave nothing. */
async function seenIn(
  request: LogRequest,
  readLog: ReadLog | undefined,
  deadline: AbortSignal,
): Promise<LogLook> {
  const unseen = (why: 'not-signed-in' | 'not-reachable'): LogLook => ({
    kind: 'unseen',
    why,
    retryAfterSeconds: null,
  });
  if (readLog === undefined) return unseen('not-signed-in');
  return readLog(request, deadline).catch(() => unseen('not-reachable'));
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
