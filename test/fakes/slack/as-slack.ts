const host = /(?<![\w@/.:-])(?:[a-z0-9-]+\.)+(?:io|com|net|org|us|cn)(?![\w-])(?!\.\w)/gi;
const address = /https?:\/\/[^\s<>"|]*[^\s<>"|.,;:!?)]/g;
const mail = /(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * What Slack makes of a text that somebody typed: its three characters escaped, and addresses, hosts and mail addresses
 * turned into links.
 */
export function asSlack(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .replace(address, (found) => `<${found}>`)
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : linked(part)))
    .join('');
}

function linked(text: string): string {
  return text
    .split(/((?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)
    .map((part) => {
      if (part.match(mail)?.[0] === part) return `<mailto:${part}|${part}>`;
      return part.replace(host, (found) => `<http://${found}|${found}>`);
    })
    .join('');
}
