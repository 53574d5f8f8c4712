import { setMaxListeners } from 'node:events';
import { type Answer, failed, type Problem } from './answer.js';

/** A question to Azure; never throws. */
export type Ask<A, T> = (about: A, signal: AbortSignal) => Promise<Answer<T>>;

interface Shared<T> {
  readonly answer: Promise<Answer<T>>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Asks once for the same thing and gives everybody the answer. Each caller waits no longer than its own signal; the
 * call itself ends when nobody waits for it any more. "We could not ask" is not kept: the next caller asks again.
 *
 * @param key what makes two questions the same
 */
export function once<A, T>(key: (about: A) => string, ask: Ask<A, T>): Ask<A, T> {
  const asked = new Map<string, Shared<T>>();

  const start = (name: string, about: A): Shared<T> => {
    const stop = new AbortController();
    const shared: Shared<T> = { answer: ask(about, stop.signal), stop, waiting: 0 };
    asked.set(name, shared);
    void shared.answer.then((answer) => {
      if (!answer.ok && isPassing(answer.problem.kind) && asked.get(name) === shared) asked.delete(name);
    });
    return shared;
  };

  return async (about, signal) => {
    if (signal.aborted) return timedOut;
    const name = key(about);
    const shared = asked.get(name) ?? start(name, about);
    shared.waiting += 1;
    const answer = await orAborted(shared.answer, signal);
    shared.waiting -= 1;
    if (answer === null && shared.waiting === 0) {
      shared.stop.abort();
      if (asked.get(name) === shared) asked.delete(name);
    }
    return answer ?? timedOut;
  };
}

const timedOut = failed({ kind: 'unavailable', reason: 'timeout', status: null });

function isPassing(kind: Problem['kind']): boolean {
  return kind !== 'denied' && kind !== 'not-found' && kind !== 'signed-out';
}

/** The answer, or a timeout where the signal comes first. */
export async function unlessAborted<T>(answer: Promise<Answer<T>>, signal: AbortSignal): Promise<Answer<T>> {
  return (await orAborted(answer, signal)) ?? timedOut;
}

/** The value, or null where the signal comes first. */
function orAborted<T>(value: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(null);
    if (signal.aborted) stop();
    // A run has one signal for any number of questions; Node takes more than ten listeners for a leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', stop, { once: true });
    void value.then((result) => {
      signal.removeEventListener('abort', stop);
      resolve(result);
    });
  });
}
