import type { VariableName } from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Values of variables, by kind. */
export class Reader {
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  has(name: VariableName): boolean {
    return this.text(name) !== '';
  }

  /** Empty where it is absent. */
  text(name: VariableName): string {
    return (this.#env[name] ?? '').trim();
  }

  optional(name: VariableName): string | null {
    return this.text(name) || null;
  }

  list(name: VariableName): readonly string[] {
    return this.text(name)
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  }
}
