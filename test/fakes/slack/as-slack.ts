/** What Slack recognises in what is typed: addresses, mail addresses, and names of hosts. */
const recognised =
  /(?<address>https?:\/\/[^\s<>"|]*[^\s<>"|.,;:!?)'`])|(?<mail>(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<host>(?<![\w@/.:-])(?:[a-z0-9-]+\.)+(?:io|com|net|org|us|cn)(?![\w-])(?!\.\w))/gi;

/**
 * What Slack makes of a text that somebody typed: its three characters escaped, and addresses, hosts and mail addresses
 * turned into links.
 */
export function asSlack(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(recognised)) {
    const found = escaped(match[0]);
    parts.push(escaped(text.slice(end, match.index)));
    if (match.groups?.['address'] !== undefined) parts.push(`<${found}>`);
    else if (match.groups?.['mail'] !== undefined) parts.push(`<mailto:${found}|${found}>`);
    else parts.push(`<http://${found}|${found}>`);
    end = match.index + match[0].length;
  }
  return [...parts, escaped(text.slice(end))].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
