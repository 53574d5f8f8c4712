/**
 * Reads out of an expression which words a text must hold for it to match. Most expressions of the facts look for a
 * phrase that most pastes do not have; with its words at hand they need not be run at all.
 */

/** One of these, in lower case, is in every match; null = nothing is known. */
export type RequiredWords = readonly string[] | null;

/** A shorter word is in nearly every text. */
const SHORTEST = 3;

const QUANTIFIER = /[*+?]\??|\{\d{1,6}(?:,\d{0,6})?\}\??/y;
const CLASS = /\[(?:\\.|[^\]\\]){0,2000}\]/y;
const GROUP = /\((?:\?(?:<?[=!]|:|<\w{1,80}>))?/y;
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/y;

/** How telling: the shortest word of a choice decides, then how few they are. */
const weight = (words: readonly string[]): number =>
  Math.min(...words.map((word) => word.length)) - words.length / 1000;

const better = (one: RequiredWords, other: RequiredWords): RequiredWords =>
  one === null || (other !== null && weight(other) > weight(one)) ? other : one;

/** A reader of one expression; the grammar is that of ECMA-262 §22.2.1 without the `v` flag. */
class Reader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Alternatives up to the end of the group: a word of each. */
  choice(): RequiredWords {
    let words: string[] | null = [];
    do {
      const own = this.sequence();
      words = own === null || words === null ? null : [...words, ...own];
    } while (this.take('|'));
    return words;
  }

  private sequence(): RequiredWords {
    let best: RequiredWords = null;
    let run = '';
    const endRun = (): void => {
      if (run.length >= SHORTEST) best = better(best, [run.toLowerCase()]);
      run = '';
    };
    while (this.at < this.source.length && !this.sees('|') && !this.sees(')')) {
      const group = this.match(GROUP);
      if (group !== null) {
        const inner = this.choice();
        this.take(')');
        // What is only looked at takes no room: the word goes on behind it.
        if (/[=!]$/.test(group)) continue;
        endRun();
        if (this.least() > 0) best = better(best, inner);
        continue;
      }
      if (this.take('^') || this.take('$')) continue;
      const character = this.character();
      if (character === '') continue;
      const before = this.at;
      const least = this.least();
      if (character === null || least === 0) endRun();
      else run += character;
      if (this.at > before) endRun();
    }
    endRun();
    return best;
  }

  /** The next character; null = one of several, '' = a border. */
  private character(): string | null {
    if (this.match(CLASS) !== null) return null;
    const escaped = this.match(ESCAPE);
    if (escaped !== null) return meaning(escaped);
    const plain = this.source.charAt(this.at);
    this.at += 1;
    return plain === '.' ? null : plain;
  }

  /** How often what has just been read must occur. */
  private least(): number {
    const quantifier = this.match(QUANTIFIER);
    if (quantifier === null || quantifier.startsWith('+')) return 1;
    return quantifier.startsWith('{') ? Number.parseInt(quantifier.slice(1), 10) : 0;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private sees(sign: string): boolean {
    return this.source.startsWith(sign, this.at);
  }

  private take(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.at += sign.length;
    return true;
  }
}

function meaning(escaped: string): string | null {
  const sign = escaped.charAt(1);
  if (/[bB]/.test(sign)) return '';
  if (/[ux]/.test(sign) && escaped.length > 2)
    return String.fromCharCode(Number.parseInt(escaped.slice(2), 16));
  const control = { n: '\n', r: '\r', t: '\t' }[sign];
  if (control !== undefined) return control;
  return /[A-Za-z0-9]/.test(sign) ? null : sign;
}

/** Words of which every match holds one, in lower case, or null. */
export function requiredWords(pattern: RegExp): RequiredWords {
  return new Reader(pattern.source).choice();
}
