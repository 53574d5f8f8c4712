import { redact } from '../diagnosis/redact/redact.js';

/**
 * A finished line of the log without what looks like a secret: the second net, for what the types of `Log` let through
 * (security §7.4: paths that a logger is told to blank miss what is nested, and what is inside of texts).
 *
 * @param line one JSON object and a line feed
 * @returns one JSON object and a line feed
 */
export function scrubbed(line: string): string {
  const { text, secrets } = redact(line);
  if (secrets.length === 0) return line;
  if (isObject(text)) return text;
  // What was replaced reached over the ends of a field: nothing of the line is worth the risk but that there was one.
  return `${JSON.stringify({ level: 'error', time: new Date().toISOString(), event: 'log.scrubbed', kind: secrets[0]?.kind })}\n`;
}

function isObject(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && text.endsWith('\n');
  } catch {
    return false;
  }
}
