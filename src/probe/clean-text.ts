/** What chats, logs, mail and terminals do to a text, undone as far as a report's narrow alphabet allows. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  gt: '>',
  lt: '<',
  '#62': '>',
  nbsp: ' ',
  '#160': ' ',
  quot: '"',
  '#39': "'",
};

/**
 * Lines without anything around them: each trimmed, with single spaces, none empty. Takes time linear in the length.
 * Characters are left out or become spaces, but none becomes a letter or digit: what names a registry stood there so
 * (DESIGN §4 rule 1).
 */
export function cleanLines(text: string): readonly string[] {
  return (
    decoded(text)
      .replace(/<(?:br|p|div|li)\b[^<>\n]{0,200}>|<\/(?:p|div|li)>/gi, '\n')
      // Slack's links `<http://host|host>`, then tags, then Markdown's links: what they show is kept.
      .replace(/<https?:\/\/[^<>|\n]{1,300}\|([^<>|\n]{1,300})>/gi, '$1')
      .replace(/<(https?:\/\/[^<>|\n]{1,300})>/gi, '$1')
      .replace(/<\/?[a-z][^<>\n]{0,200}>/gi, '')
      .replace(/\[([^[\]\n]{1,300})\]\(https?:[^()\n]{1,300}\)/gi, '$1')
      .replace(/[*`\\]/g, '')
      .split('\n')
      .map(cleanLine)
      .filter((line) => line !== '')
  );
}

function decoded(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '');
  // Twice: `&amp;gt;` is what is left where two programs escaped.
  return decodeOnce(decodeOnce(plain));
}

function decodeOnce(text: string): string {
  return text.replace(
    /&(amp|gt|lt|nbsp|quot|#160|#39|#62);/g,
    (whole, name: string) => entities[name] ?? whole,
  );
}

/** Without quote marks, and without the time that a pipeline's log puts before each line. */
function cleanLine(line: string): string {
  return line
    .trim()
    .replace(/^(?:[>|] ?)+/, '')
    .replace(/^\d{4}-\d\d-\d\dT[\d:.]{5,24}Z? /, '')
    .replace(/ +/g, ' ')
    .trim();
}
