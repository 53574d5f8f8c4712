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
