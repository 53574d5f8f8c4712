import { matchesAction } from './action-pattern.js';
import { type Token, tokensOf } from './condition-tokens.js';

/** Three-valued: null is "holds something that is not evaluated here". */
type Truth = boolean | null;

/** What a condition is asked for. */
export interface Request {
  /** Data action, for example `Microsoft.ContainerRegistry/registries/repositories/content/read`. */
  readonly action: string;
  readonly repository: string;
}

/**
 * Whether an ABAC condition lets a request pass (roles.md §4). Evaluates the forms that the documentation uses –
 * `ActionMatches`, the repository name of the request, AND, OR, NOT, parentheses – with three-valued logic: what is
 * not understood makes the result `cannot-evaluate` only where it would decide. Pure; linear; never throws.
 */
export function evaluateCondition(
  condition: string,
  request: Request,
): 'covers' | 'excludes' | 'cannot-evaluate' {
  const tokens = tokensOf(condition);
  if (tokens === null) return 'cannot-evaluate';
  const parser = new Parser(tokens, request);
  const truth = parser.whole();
  if (truth === null) return 'cannot-evaluate';
  return truth ? 'covers' : 'excludes';
}

/** Deeper nesting than any person writes. */
const DEEPEST = 64;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #request: Request;
  #at = 0;
  #broken = false;

  constructor(tokens: readonly Token[], request: Request) {
    this.#tokens = tokens;
    this.#request = request;
  }

  whole(): Truth {
    const truth = this.#or(0);
    return this.#broken || this.#at < this.#tokens.length ? null : truth;
  }

  #or(depth: number): Truth {
    let truth = this.#and(depth);
    while (this.#take('OR')) {
      const next = this.#and(depth);
      truth = truth === true || next === true ? true : truth === null || next === null ? null : false;
    }
    return truth;
  }

  #and(depth: number): Truth {
    let truth = this.#not(depth);
    while (this.#take('AND')) {
      const next = this.#not(depth);
      truth = truth === false || next === false ? false : truth === null || next === null ? null : true;
    }
    return truth;
  }

  #not(depth: number): Truth {
    if (depth > DEEPEST) this.#broken = true;
    if (this.#broken) return null;
    if (this.#take('NOT')) {
      const truth = this.#not(depth + 1);
      return truth === null ? null : !truth;
    }
    if (!this.#take('(')) return this.#atom();
    const truth = this.#or(depth + 1);
    if (!this.#take(')')) this.#broken = true;
    return truth;
  }

  #atom(): Truth {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'atom') {
      this.#broken = true;
      return null;
    }
    this.#at++;
    return judge(token, this.#request);
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const found = token?.kind === 'sign' && token.sign === sign;
    if (found) this.#at++;
    return found;
  }
}

function judge({ name, operator, values }: Extract<Token, { kind: 'atom' }>, request: Request): Truth {
  if (values.length === 0) return null;
  if (name === 'actionmatches') return values.some((value) => matchesAction(value, request.action));
  if (name !== '@request[microsoft.containerregistry/registries/repositories:name]') return null;
  const compare = comparisons[operator.replace(/^foranyofanyvalues:/, '')];
  return compare === undefined ? null : values.some((value) => compare(request.repository, value));
}

const comparisons: Readonly<Record<string, (actual: string, value: string) => boolean>> = {
  stringequals: (actual, value) => actual === value,
  stringequalsignorecase: (actual, value) => actual.toLowerCase() === value.toLowerCase(),
  stringstartswith: (actual, value) => actual.startsWith(value),
  stringstartswithignorecase: (actual, value) => actual.toLowerCase().startsWith(value.toLowerCase()),
};
