import { matchesAction } from '../../checks/action-pattern.js';

/** What a grantor would write. */
export interface Delegated {
  readonly action: string;
  /** In lower case. */
  readonly roleGuid: string;
  readonly principalType: string;
}

/** Null: holds something that is not evaluated here. */
type Truth = boolean | null;

const piece =
  /(?<space>\s+)|(?<sign>[()!]|&&|\|\||\bAND\b|\bOR\b|\bNOT\b)|ActionMatches\s{0,20}\{'(?<pattern>[^'{}]{1,200})'\}|@(?<source>Request|Resource)\[Microsoft\.Authorization\/roleAssignments:(?<attribute>\w{1,40})\]\s{0,20}(?<operator>[A-Za-z:]{1,80})\s{0,20}(?:\{(?<values>[^{}]{0,4000})\}|(?<value>'[^']{0,200}'|[0-9a-f-]{36}))/iy;

type Token =
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'atom'; readonly truth: Truth };

const signs: Readonly<Record<string, string>> = { NOT: '!', AND: '&&', OR: '||' };

/**
 * Whether the condition of a grantor's own role ("Delegate Azure role assignment management to others with conditions")
 * lets it create or remove this; null where the condition holds anything that is not known here. Pure; linear.
 */
export function letsPass(condition: string, asked: Delegated): Truth {
  const tokens = tokensOf(condition, asked);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  return reader.whole();
}

function tokensOf(condition: string, asked: Delegated): readonly Token[] | null {
  if (condition.length > 16_384) return null;
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < condition.length) {
    const groups = piece.exec(condition)?.groups;
    if (groups === undefined) return null;
    if (groups['space'] !== undefined) continue;
    const { sign, pattern } = groups;
    if (sign !== undefined) {
      const upper = sign.toUpperCase();
      tokens.push({ kind: 'sign', sign: signs[upper] ?? upper });
    } else {
      const truth = pattern === undefined ? compare(groups, asked) : matchesAction(pattern, asked.action);
      tokens.push({ kind: 'atom', truth });
    }
  }
  return tokens;
}

/** One of the values is enough, which is what `ForAnyOfAnyValues` says of an attribute with a single value. */
function compare(groups: Readonly<Record<string, string | undefined>>, asked: Delegated): Truth {
  const { source = '', attribute = '', operator = '', values, value = '' } = groups;
  const isWrite = asked.action.toLowerCase().endsWith('/write');
  // Of a write there is only the request, of a removal only the resource.
  if ((source.toLowerCase() === 'request') !== isWrite) return null;
  const listed = (values ?? value).split(',').map((it) =>
    it
      .trim()
      .replace(/^'(.*)'$/, '$1')
      .toLowerCase(),
  );
  switch (`${attribute} ${operator.replace(/^ForAnyOfAnyValues:/i, '')}`.toLowerCase()) {
    case 'roledefinitionid guidequals':
      return listed.includes(asked.roleGuid);
    case 'principaltype stringequalsignorecase':
    case 'principaltype stringequals':
      return listed.includes(asked.principalType.toLowerCase());
    default:
      return null;
  }
}

/** Deeper nesting than anybody writes. */
const DEEPEST = 64;

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #broken = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Truth {
    const truth = this.#or(0);
    return this.#broken || this.#at < this.#tokens.length ? null : truth;
  }

  #or(depth: number): Truth {
    let truth = this.#and(depth);
    while (this.#take('||')) {
      const next = this.#and(depth);
      truth = truth === true || next === true ? true : truth === null || next === null ? null : false;
    }
    return truth;
  }

  #and(depth: number): Truth {
    let truth = this.#term(depth);
    while (this.#take('&&')) {
      const next = this.#term(depth);
      truth = truth === false || next === false ? false : truth === null || next === null ? null : true;
    }
    return truth;
  }

  #term(depth: number): Truth {
    if (depth > DEEPEST) this.#broken = true;
    if (this.#broken) return null;
    if (this.#take('!')) {
      const truth = this.#term(depth + 1);
      return truth === null ? null : !truth;
    }
    if (this.#take('(')) {
      const truth = this.#or(depth + 1);
      if (!this.#take(')')) this.#broken = true;
      return truth;
    }
    const token = this.#tokens[this.#at];
    if (token?.kind === 'atom') {
      this.#at++;
      return token.truth;
    }
    this.#broken = true;
    return null;
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const found = token?.kind === 'sign' && token.sign === sign;
    if (found) this.#at++;
    return found;
  }
}
