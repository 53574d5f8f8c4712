/** What Slack, Teams and Markdown put around a pasted text. */
const markupPatterns = {
  /** Tags that chats use. The set is closed, so that placeholders such as `<acr-name>` stay. */
  blockTag: /<\/?(?:p|br|div|pre|blockquote|ul|ol|li|table|tbody|tr|codeblock)(?:\s[^<>]{0,500})?\/?>/gi,
  inlineTag: /<\/?(?:span|code|strong|em|font|b|i|u|s|a|at|td|th|img|attachment)(?:\s[^<>]{0,500})?\/?>/gi,
  /** A text is HTML when it closes a tag of the set, breaks a line, or begins with a paragraph. */
  html: /<(?:\/(?:p|div|pre|code|span|blockquote|li|strong|table|codeblock)|br ?\/?)>/i,
  slackLink: /<((?:https?|mailto|tel|ftp|docker|oci):[^|<>\s]{1,2048})(?:\|([^<>\n]{0,2048}))?>/g,
  slackMention: /<[@#!][A-Za-z0-9^-]{2,40}(?:\|([^<>\n]{0,200}))?>/g,
  markdownLink: /\[([^[\]\n]{1,400})\]\(((?:https?|mailto):[^()\s]{0,2048})\)/g,
  /** Reply marks at the beginning of a line. */
  quoteMark: /^(?:[ \t]{0,3}>){1,8}[ \t]?/gm,
  /** A field name of JSON inside a cell of CSV, where every quote is doubled. */
  csv: /[{[,][ \n]{0,4}""[A-Za-z_]{1,60}""[ \n]{0,4}:/,
} as const;

const alphanumeric = /[A-Za-z0-9]/;

/** A label that the chat cut out of a word, a number or an address; any other is a title of its link. */
const partOfWord = /[0-9./]/;

function unlink(text: string): string {
  return text.replace(markupPatterns.markdownLink, (link, label: string, target: string, at: number) => {
    const glued = alphanumeric.test(text.charAt(at - 1)) || alphanumeric.test(text.charAt(at + link.length));
    return glued || (partOfWord.test(label) && !label.includes(' ')) ? label : `${label} (${target})`;
  });
}

/** Takes Slack's, Teams' and Markdown's markup off; what it stood for stays. */
export function stripMarkup(text: string): string {
  const p = markupPatterns;
  let plain = text;
  if (plain.includes('<')) {
    if (p.html.test(plain)) plain = plain.replace(p.blockTag, '\n').replace(p.inlineTag, '');
    plain = plain
      .replace(p.slackLink, (_, target: string, label: string | undefined) => {
        return label !== undefined && label !== '' ? label : target.replace(/^(?:mailto|tel):/, '');
      })
      .replace(p.slackMention, (_, label: string | undefined) => label ?? '@user');
  }
  return plain;
}

/** Undoes link detection, reply marks and doubled quotes; for texts whose entities are decoded. */
export function stripDecoration(text: string): string {
  const p = markupPatterns;
  let plain = text;
  if (plain.includes('](')) plain = unlink(plain);
  if (plain.includes('>')) plain = plain.replace(p.quoteMark, '');
  if (plain.includes('""') && p.csv.test(plain)) plain = plain.replaceAll('""', '"');
  return plain;
}
