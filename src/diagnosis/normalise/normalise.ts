import { cap, type Limit } from './cap.js';
import { plainCharacters } from './characters.js';
import { decodeEntities, decodePercent } from './escapes.js';
import { unescapeJson } from './json-strings.js';
import { stripDecoration, stripMarkup } from './markup.js';
import { stripTerminal } from './terminal.js';

/** A paste in the two forms that the diagnosis works with. */
export interface NormalText {
  /** For recognition, redaction and facts: plain characters, no markup, no escapes; lines kept. */
  readonly text: string;
  /** Capped, but otherwise untouched: a `LoginServer` is minted only from what stands here (DESIGN §4, rule 1). */
  readonly raw: string;
  /** The middle was left out because of the size cap. */
  readonly truncated: boolean;
}

/**
 * Undoes what terminals, loggers and chats did to a program's output. Takes time linear in the length; the
 * first 48 KB and the last 16 KB of a message are kept, 1 MB of a file.
 */
export function normalise(raw: string, limit: Limit = 'message'): NormalText {
  const capped = cap(raw, limit);
  let text = stripTerminal(plainCharacters(capped.text));
  text = stripMarkup(text);
  text = decodeEntities(text);
  text = stripDecoration(text);
  text = unescapeJson(text);
  text = decodeEntities(text);
  text = decodePercent(text);
  // Escapes may have hidden further characters of these kinds, e.g. `\u201c`, `\u001b` or `\u00a0`.
  text = stripTerminal(plainCharacters(text));
  return { text, raw: capped.text, truncated: capped.truncated };
}
