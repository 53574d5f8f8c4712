/** What an event may carry: numbers, flags, ids and words of the project's own; never a text of somebody's. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Typed events, one line each. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Says nothing: for tests and for the terminal. */
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
