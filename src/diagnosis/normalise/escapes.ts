import { rewriteAt } from './rewrite.js';

/** Escapes of HTML and of URLs. */
const escapePatterns = {
  entity: /&(?:#([0-9]{1,6})|#[xX]([0-9a-fA-F]{1,5})|(amp|lt|gt|quot|apos|nbsp));/g,
  /** Go's `Printf`, given a URL as its format: `%3A` comes out as `%!A(MISSING)`. */
  goVerb: /%!([ABCDF])\(MISSING\)/g,
} as const;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What the percent-escape with this last digit most often was, in the addresses of a registry. */
const goVerbs: Readonly<Record<string, string>> = { A: ':', B: '+', C: ',', D: '=', F: '/' };

/** Printable ASCII characters by their two hexadecimal digits, in either case. */
const byHex: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x5f }, (_, index) => index + 0x20).flatMap((code) => {
    const hex = code.toString(16);
    return [hex, hex.toUpperCase(), `${hex.charAt(0)}${hex.charAt(1).toUpperCase()}`].map(
      (key) => [key, String.fromCharCode(code)] as const,
    );
  }),
);

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Decodes HTML entities, also where they were encoded twice (`&amp;quot;`). */
export function decodeEntities(text: string): string {
  let plain = text;
  for (let level = 0; level < 3 && plain.includes('&'); level += 1) {
    const before = plain;
    plain = plain.replace(escapePatterns.entity, (_, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return named[name ?? ''] ?? '';
    });
    if (plain === before) break;
  }
  return plain;
}

/**
 * Decodes percent-encoded printable characters (RFC 3986 §2.1), also where they were encoded twice or thrice,
 * so that `scope=repository%3Ateam%2Fapp%3Apull` reads as its parts.
 */
export function decodePercent(text: string): string {
  // Go's marks stand behind a percent sign too: without one, the text is as it was.
  if (!text.includes('%')) return text;
  const decoded = rewriteAt(text, '%', (at) => {
    let hex = at + 1;
    // `%253A` is `%3A` encoded once more.
    for (
      let level = 0;
      level < 3 && text.startsWith('25', hex) && byHex.has(text.slice(hex + 2, hex + 4));
      level += 1
    ) {
      hex += 2;
    }
    const plain = byHex.get(text.slice(hex, hex + 2));
    return plain === undefined ? { plain: null, next: at + 1 } : { plain, next: hex + 2 };
  });
  return decoded.replace(escapePatterns.goVerb, (all, verb: string) => goVerbs[verb] ?? all);
}
