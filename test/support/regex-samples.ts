/**
 * Short texts that an expression matches, lookarounds and back-references left out. Read in one pass: an
 * expression is alternatives of atoms, each with a repetition.
 */
export function samplesOf(regex: RegExp): readonly string[] {
  return [0, 1, 2].map((variant) => new Sampler(regex, variant).alternatives());
}

/** Tried in this order where a class leaves the choice: the usual ones, the rest of ASCII, a few of each script. */
const candidates = [
  ...'a0 -./:',
  ...Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)),
  ...'éя中で가️‘–…─！\u00a0\u200b\u2028\ud800',
];

/** Which variant takes which alternative, and how often it repeats beyond the least. */
class Sampler {
  private readonly regex: RegExp;
  private readonly variant: number;
  private at = 0;

  constructor(regex: RegExp, variant: number) {
    this.regex = regex;
    this.variant = variant;
  }

  alternatives(): string {
    const all = [this.sequence()];
    while (this.takes('|')) all.push(this.sequence());
    return all[this.variant % all.length] ?? '';
  }

  private sequence(): string {
    let out = '';
    while (this.at < this.regex.source.length && !this.ahead(/[|)]/y)) {
      const atom = this.atom();
      out += atom.repeat(this.repetition());
    }
    return out;
  }

  private atom(): string {
    if (this.takes('(')) return this.group();
    const token =
      this.ahead(/\[\^?(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u.{4}|x..|k<[^>]*>|.)|./suy) ?? '';
    this.at += token.length;
    // Borders, beginnings and back-references take no room.
    if (/^(?:\^|\$|\\[bB1-9]|\\k<.*>)$/.test(token)) return '';
    if (token.length === 1 && token !== '.') return token;
    const one = new RegExp(`^${token}$`, this.regex.flags.replace(/[gym]/g, ''));
    return candidates.find((candidate) => one.test(candidate)) ?? String.fromCodePoint(firstCode(token));
  }

  private group(): string {
    const kind = this.ahead(/\?(?::|<?[=!]|<[^>]*>)/y) ?? '';
    this.at += kind.length;
    const inside = this.alternatives();
    this.takes(')');
    return /[=!]$/.test(kind) ? '' : inside;
  }

  private repetition(): number {
    const token = this.ahead(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y) ?? '';
    this.at += token.length;
    const [least = 1, most = least] = limitsOf(token);
    return Math.min(most, least + this.variant);
  }

  private ahead(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.regex.source)?.[0];
  }

  private takes(token: string): boolean {
    if (!this.regex.source.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }
}

function limitsOf(token: string): readonly number[] {
  if (token.startsWith('{')) {
    const [least, most] = token.replace(/[{}?]/g, '').split(',');
    if (most === undefined) return [Number(least)];
    return [Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most)];
  }
  if (token.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (token.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  return token.startsWith('?') ? [0, 1] : [1];
}

/** First code that a class names: of a class too narrow for the candidates. */
function firstCode(token: string): number {
  const hex = /\\u\{?([0-9a-fA-F]+)|\\x([0-9a-fA-F]{2})/.exec(token);
  return Number.parseInt(hex?.[1] ?? hex?.[2] ?? '78', 16);
}
