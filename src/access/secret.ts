import { inspect } from 'node:util';

/**
 * A new secret on its way from Azure to where it is kept. Nothing prints it: text, JSON and inspection say that it is one
 * (security T15, T18). No message, job, audit row or error has a field that could hold it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** For a vault, or the seal of a one-time page; for nobody else. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
