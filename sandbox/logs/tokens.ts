/** A word, string or sign of KQL. */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign';
  /** Of a string: what it stands for. */
  readonly text: string;
}

/** The query is not of the language; the words are Kusto's kind. */
export class SyntaxFault extends Error {}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Takes a query apart: words, numbers, string literals with their escapes, signs ("The string data type", kusto/query).
 *
 * @throws SyntaxFault
 */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const rest = query.slice(at);
    const space = /^\s+/.exec(rest)?.[0];
    const word = /^[A-Za-z_0-9]+~?/.exec(rest)?.[0];
    const sign = /^(?:==|!=|=~|[|(),=])/.exec(rest)?.[0];
    const quote = /^['"]/.exec(rest)?.[0];
    if (space !== undefined) at += space.length;
    else if (quote !== undefined) {
      const { text, length } = stringIn(rest, quote);
      tokens.push({ kind: 'string', text });
      at += length;
    } else if (sign !== undefined || word !== undefined) {
      const text = word ?? sign ?? '';
      tokens.push({ kind: word === undefined ? 'sign' : 'word', text });
      at += text.length;
    } else throw new SyntaxFault(`unexpected ${rest.slice(0, 1)}`);
  }
  return tokens;
}

function stringIn(text: string, quote: string): { readonly text: string; readonly length: number } {
  let value = '';
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === quote) return { text: value, length: at + 1 };
    if (letter === '\n' || letter === '\r') break;
    if (letter !== '\\') {
      value += letter;
      continue;
    }
    at += 1;
    const escaped = text.charAt(at);
    const unicode = escaped === 'u' ? /^[0-9a-f]{4}/i.exec(text.slice(at + 1))?.[0] : undefined;
    if (unicode !== undefined) {
      value += String.fromCharCode(Number.parseInt(unicode, 16));
      at += 4;
    } else value += escapes[escaped] ?? escaped;
  }
  throw new SyntaxFault('a string literal does not end');
}
