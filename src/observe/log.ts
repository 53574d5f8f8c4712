import type { LogField } from './fields.js';

/** What an event may carry: numbers, flags, ids and words of the project's own; never a text of somebody's. */
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | null>>>;

/** Who speaks, and what has happened: `desk.failed`. */
export type LogEvent = `${string}.${string}`;

/** Typed events, one line each. */
export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}

/** Says nothing: for tests and for the terminal. */
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
