import { names } from '../arm/rights.js';
import { type Token, tokensOf } from './condition-tokens.js';

/** What a condition is asked about: a data action, and the repository where one is concerned. */
export interface Question {
  readonly action: string;
  readonly repository: string | null;
}

type Rule = (question: Question) => boolean;

const attribute = 'microsoft.containerregistry/registries/repositories:name';

const operators: Readonly<Record<string, (name: string, value: string) => boolean>> = {
  stringequals: (name, value) => name === value,
  stringequalsignorecase: (name, value) => name.toLowerCase() === value.toLowerCase(),
  stringstartswith: (name, value) => name.startsWith(value),
  stringstartswithignorecase: (name, value) => name.toLowerCase().startsWith(value.toLowerCase()),
};

/**
 * Whether the condition of a role assignment lets an action pass (roles.md §4): the documented forms, with AND before
 * OR. What is not understood lets nothing pass. The attribute has a value as `@Request` only: `@Resource` never
 * matches (gh:Azure/acr#794).
 */
export function conditionAdmits(condition: string, question: Question): boolean {
  const tokens = tokensOf(condition);
  const rule = tokens === null ? null : new Parser(tokens).whole();
  return rule?.(question) ?? false;
}

/** Recursive descent; null wherever the text is not of the grammar. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Rule | null {
    const rule = this.#joined('or');
    return this.#at === this.#tokens.length ? rule : null;
  }

  #joined(kind: 'and' | 'or'): Rule | null {
    const operand = () => (kind === 'or' ? this.#joined('and') : this.#term());
    const rules: Rule[] = [];
    do {
      const rule = operand();
      if (rule === null) return null;
      rules.push(rule);
    } while (this.#take(kind));
    return (question) =>
      kind === 'or' ? rules.some((rule) => rule(question)) : rules.every((rule) => rule(question));
  }

  #term(): Rule | null {
    if (this.#take('!')) {
      const rule = this.#term();
      return rule && ((question) => !rule(question));
    }
    if (this.#take('(')) {
      const rule = this.#joined('or');
      return this.#take(')') ? rule : null;
    }
    const token = this.#next();
    if (token?.kind === 'attribute') return this.#comparison(token);
    if (token?.kind !== 'word' || token.text.toLowerCase() !== 'actionmatches') return null;
    const patterns = this.#texts();
    return patterns && (({ action }) => patterns.some((pattern) => names(pattern, action)));
  }

  #comparison({ source, name }: { readonly source: string; readonly name: string }): Rule | null {
    const operator = this.#next();
    if (operator?.kind !== 'word') return null;
    const anyOf = /^(?:ForAnyOfAnyValues:)?(\w+)$/i.exec(operator.text)?.[1]?.toLowerCase() ?? '';
    const compare = Object.hasOwn(operators, anyOf) ? operators[anyOf] : undefined;
    const values = this.#texts();
    if (compare === undefined || values === null) return null;
    if (name.toLowerCase() !== attribute) return null;
    const known = source.toLowerCase() === 'request';
    return ({ repository }) =>
      known && repository !== null && values.some((value) => compare(repository, value));
  }

  /** `'a'` or `{'a', 'b'}`. */
  #texts(): readonly string[] | null {
    const braced = this.#take('{');
    const texts: string[] = [];
    do {
      const token = this.#next();
      if (token?.kind !== 'text') return null;
      texts.push(token.text);
    } while (braced && this.#take(','));
    return braced && !this.#take('}') ? null : texts;
  }

  #take(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false;
    this.#at++;
    return true;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }
}
