/** Typographic and invisible characters, brought back to what the program printed. */
const characterPatterns = {
  lineEnd: /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g,
  /** Zero-width, soft hyphen, bidi controls, variation selectors, byte order mark. */
  invisible:
    /[\ufe00-\ufe0f]|\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/g,
  space: /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g,
  /** Full-width forms of the printable ASCII characters. */
  fullWidth: /[\uff01-\uff5e]/g,
  doubleQuote: /[\u201c-\u201f\u00ab\u00bb\u2033\u301d-\u301f]/g,
  singleQuote: /[\u2018-\u201b\u2032\u00b4\u2039\u203a]/g,
  /** A dash before a word at the beginning of an argument: word processors make it of `--`. */
  longOption: /(^|[ \t])[\u2013\u2014](?=[a-z])/gm,
  dash: /[\u2010-\u2015\u2212]/g,
  ellipsis: /\u2026/g,
  /** Frames and bars that tools draw around their messages. */
  box: /[\u2500-\u259f]/g,
} as const;

const nonAscii = /[^\u0000-\u007f]/;

/** Line ends become `\n`; typographic, full-width, invisible and box-drawing characters become plain ones. */
export function plainCharacters(text: string): string {
  let plain = text.replace(characterPatterns.lineEnd, '\n');
  if (!nonAscii.test(plain)) return plain;
  const p = characterPatterns;
  plain = plain
    .replace(p.invisible, '')
    .replace(p.space, ' ')
    .replace(p.fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(p.doubleQuote, '"')
    .replace(p.singleQuote, "'")
    .replace(p.longOption, '$1--')
    .replace(p.dash, '-')
    .replace(p.ellipsis, '...')
    .replace(p.box, ' ');
  return plain;
}
