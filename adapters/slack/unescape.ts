/**
 * Slack's markup of a message, undone (https://docs.slack.dev/messaging/formatting-message-text): it escapes `&`, `<`
 * and `>` once, and puts links and mentions in angle brackets. A `<` that somebody typed never arrives as such, so that
 * whatever stands in angle brackets is Slack's – but for commands, whose text may come unescaped: what is no known form
 * stays as it is.
 */
const control = /<([@#!]|(?:https?|ftp):\/\/|mailto:|tel:)([^<>|\n]{0,3000})(?:\|([^<>\n]{0,3000}))?>/g;

/**
 * The text as its author saw it. One level of escaping goes: a typed `&lt;`, which arrives as `&amp;lt;`, is `&lt;`
 * again. Pure.
 *
 * @param self user id of the bot, whose mention is taken off; null to leave all
 */
export function unescaped(text: string, self: string | null): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(control)) {
    const [whole, sign = '', rest = '', label] = match;
    parts.push(
      entities(text.slice(end, match.index)),
      shown(sign, entities(rest), label === undefined ? null : entities(label), self),
    );
    end = match.index + whole.length;
  }
  parts.push(entities(text.slice(end)));
  return parts.join('').trim();
}

function shown(sign: string, rest: string, label: string | null, self: string | null): string {
  switch (sign) {
    case '@':
      return rest === self ? '' : `@${label ?? rest}`;
    case '#':
      return `#${label ?? rest}`;
    case '!':
      return special(rest, label);
    default:
      return link(`${sign}${rest}`, label);
  }
}

/** `<!here>`, `<!subteam^S1|@team>`, `<!date^…^…|fallback>`. */
function special(rest: string, label: string | null): string {
  if (rest.startsWith('date^')) return label ?? '';
  if (label !== null) return label.startsWith('@') ? label : `@${label}`;
  return `@${rest.split('^', 1)[0]}`;
}

/** What Slack made a link by itself is what was typed; where an author set another text, both count. */
function link(url: string, label: string | null): string {
  const bare = url.replace(/^(?:mailto|tel):/, '');
  if (label === null) return bare;
  const same = (text: string): string => text.toLowerCase().replace(/\/$/, '');
  return same(bare).endsWith(same(label)) || label === '' ? label || bare : `${label} (${bare})`;
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

function entities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (whole, name: string) => characters[name] ?? whole);
}
