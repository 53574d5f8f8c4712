type Sign = '(' | ')' | '!' | 'and' | 'or' | ',' | '{' | '}';

/** A piece of an ABAC condition. */
export type Token =
  | { readonly kind: Sign }
  /** `ActionMatches`, or an operator such as `StringEqualsIgnoreCase`. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Written without quotes. */
  | { readonly kind: 'guid'; readonly text: string }
  | { readonly kind: 'attribute'; readonly source: string; readonly name: string };

const grammar =
  /\s+|(?<sign>&&|\|\||[(){},!])|'(?<text>[^']*)'|@(?<source>[A-Za-z]+)\[(?<name>[^\]]+)\]|(?<guid>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})|(?<word>[A-Za-z][A-Za-z:]*)/y;

const signs: Readonly<Record<string, Sign>> = {
  '(': '(',
  ')': ')',
  '{': '{',
  '}': '}',
  ',': ',',
  '!': '!',
  NOT: '!',
  '&&': 'and',
  AND: 'and',
  '||': 'or',
  OR: 'or',
};

/** Takes a condition apart; null where it holds something unknown. */
export function tokensOf(condition: string): readonly Token[] | null {
  const tokens: Token[] = [];
  grammar.lastIndex = 0;
  while (grammar.lastIndex < condition.length) {
    const groups = grammar.exec(condition)?.groups;
    if (groups === undefined) return null;
    const token = tokenOf(groups);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

type Groups = Readonly<Record<string, string>>;

function tokenOf({ sign, text, guid, source, name, word }: Groups): Token | null {
  if (text !== undefined) return { kind: 'text', text };
  if (guid !== undefined) return { kind: 'guid', text: guid };
  if (source !== undefined && name !== undefined) return { kind: 'attribute', source, name };
  const written = sign ?? word;
  if (written === undefined) return null;
  const kind = signs[written.toUpperCase()];
  return kind === undefined ? { kind: 'word', text: written } : { kind };
}
