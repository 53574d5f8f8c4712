/** Milliseconds that each step of a request may take (security T12). */
export interface Deadlines {
  readonly dns: number;
  readonly tcp: number;
  readonly tls: number;
  /** From the request to the last byte of the answer. */
  readonly http: number;
  /** For a token of Entra, with every retry of the credential. */
  readonly token: number;
}

export const deadlines: Deadlines = { dns: 3_000, tcp: 3_000, tls: 5_000, http: 8_000, token: 10_000 };

/** What `within` gives where time ran out first. */
export const timedOut = Symbol('timed out');

/**
 * Runs one step under its own deadline and the caller's. It ends in time even where the step does not listen to
 * the signal; what such a step brings later goes to `dispose`.
 *
 * @throws whatever the step throws in time
 */
export function within<T>(
  milliseconds: number,
  signal: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
  dispose: (late: T) => void = () => {},
): Promise<T | typeof timedOut> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    let over = false;
    const end = (finish: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', expire);
      finish();
    };
    const expire = () => {
      end(() => resolve(timedOut));
      stop.abort();
    };
    const timer = setTimeout(expire, milliseconds);
    signal.addEventListener('abort', expire);
    if (signal.aborted) return expire();
    (async () => step(stop.signal))().then(
      (value) => (over ? dispose(value) : end(() => resolve(value))),
      (error) => end(() => reject(error)),
    );
  });
}

/**
 * A controller that also aborts when `signal` does. In place of `AbortSignal.any`, which loses the abort of a source
 * that only it refers to once garbage is collected (nodejs/node#57736, #65995).
 */
export function following(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  const stop = () => controller.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { signal: controller.signal });
  return controller;
}

/**
 * Runs a step whose signal aborts with `signal`, or after so many milliseconds. Unlike `within` it waits for the step,
 * which says itself what it has until then.
 */
export async function endingAfter<T>(
  milliseconds: number,
  signal: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = following(signal);
  const late = () => stop.abort(new DOMException('The time is over.', 'TimeoutError'));
  const timer = setTimeout(late, milliseconds);
  try {
    return await step(stop.signal);
  } finally {
    clearTimeout(timer);
    // Else the caller's signal would keep what listens to it.
    stop.abort();
  }
}
