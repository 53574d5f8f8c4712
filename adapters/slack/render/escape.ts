import { clean } from './clean.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** For the few texts in which Slack reads markup: its three characters escaped, nothing else can be. Pure. */
export function escaped(text: string): string {
  return clean(text).replace(/[&<>]/g, (character) => entities[character] ?? character);
}
