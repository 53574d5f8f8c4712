import { names } from '../arm/rights.js';
import { type Token, tokensOf } from './tokens.js';

/** What a condition is asked about. */
export interface Facts {
  readonly action: string;
  /** Values by source and attribute in lower case: `request microsoft.authorization/roleassignments:principalid`. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

type Rule = (facts: Facts) => boolean;
type Compare = (value: string, listed: string) => boolean;

const folded =
  (compare: Compare): Compare =>
  (value, listed) =>
    compare(value.toLowerCase(), listed.toLowerCase());
const equals: Compare = (value, listed) => value === listed;
const starts: Compare = (value, listed) => value.startsWith(listed);
const not =
  (compare: Compare): Compare =>
  (value, listed) =>
    !compare(value, listed);

const strings: Readonly<Record<string, Compare>> = {
  stringequals: equals,
  stringequalsignorecase: folded(equals),
  stringnotequals: not(equals),
  stringnotequalsignorecase: not(folded(equals)),
  stringstartswith: starts,
  stringstartswithignorecase: folded(starts),
  stringnotstartswith: not(starts),
  stringnotstartswithignorecase: not(folded(starts)),
};
const guids: Readonly<Record<string, Compare>> = {
  guidequals: folded(equals),
  guidnotequals: not(folded(equals)),
};
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the condition of a role assignment ("Azure role assignment condition format and syntax"): the documented forms
 * with AND before OR, and of the operators those for texts and GUIDs.
 *
 * @param known attributes that have a meaning here, in lower case, without their source
 * @returns null for what is not understood, which must let nothing pass
 */
export function parseCondition(condition: string, known: readonly string[]): Rule | null {
  const tokens = tokensOf(condition);
  return tokens === null ? null : new Parser(tokens, known).whole();
}

/** Recursive descent; null wherever the text is not of the grammar. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #known: readonly string[];
  #at = 0;

  constructor(tokens: readonly Token[], known: readonly string[]) {
    this.#tokens = tokens;
    this.#known = known;
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
    return (facts) =>
      kind === 'or' ? rules.some((rule) => rule(facts)) : rules.every((rule) => rule(facts));
  }

  #term(): Rule | null {
    if (this.#take('!')) {
      const rule = this.#term();
      return rule && ((facts) => !rule(facts));
    }
    if (this.#take('(')) {
      const rule = this.#joined('or');
      return this.#take(')') ? rule : null;
    }
    const token = this.#next();
    if (token?.kind === 'attribute') return this.#comparison(token);
    if (token?.kind !== 'word' || token.text.toLowerCase() !== 'actionmatches') return null;
    const patterns = this.#values();
    return patterns && (({ action }) => patterns.some((pattern) => names(pattern, action)));
  }

  /**
   * `ForAnyOfAnyValues:GuidEquals {…}` and its like. An attribute here has one value at most, so that "any of" and "all
   * of" say the same of it; the second half tells whether one of those listed is enough. With `NotEquals` that half
   * decides, since every value is unequal to one of two. Not verified: that a comparison of what has no value is false.
   */
  #comparison({ source, name }: { readonly source: string; readonly name: string }): Rule | null {
    const operator = this.#next();
    if (operator?.kind !== 'word') return null;
    const [, half, word = ''] = /^(?:For(?:Any|All)Of(Any|All)Values:)?(\w+)$/i.exec(operator.text) ?? [];
    const [text, id] = [strings, guids].map((table) => own(table, word.toLowerCase()));
    const values = this.#values();
    const compare = text ?? id;
    if (compare === undefined || values === null) return null;
    if (half === undefined && values.length > 1) return null;
    if (id !== undefined && !values.every((value) => guid.test(value))) return null;
    const attribute = name.toLowerCase();
    if (!this.#known.includes(attribute)) return null;
    const key = `${source.toLowerCase()} ${attribute}`;
    return ({ attributes }) => {
      const value = own(attributes, key) ?? null;
      if (value === null) return false;
      const holds = (listed: string) => compare(value, listed);
      return half?.toLowerCase() === 'all' ? values.every(holds) : values.some(holds);
    };
  }

  /** `'a'`, a GUID, or several of them in braces. */
  #values(): readonly string[] | null {
    const braced = this.#take('{');
    const values: string[] = [];
    do {
      const token = this.#next();
      if (token?.kind !== 'text' && token?.kind !== 'guid') return null;
      values.push(token.text);
    } while (braced && this.#take(','));
    return braced && !this.#take('}') ? null : values;
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

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
