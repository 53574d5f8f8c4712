import { Parser } from 'htmlparser2';

/** Elements that stand on lines of their own. */
const blocks = new Set(
  'address blockquote codeblock div dd dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);
/** Elements whose text nobody sees. */
const hidden = new Set(['script', 'style', 'template', 'title']);

/**
 * The text of a message's HTML with its lines, as Teams shows it: `<br>` and the ends of blocks are line breaks, blanks
 * count inside `<pre>` and `<codeblock>` only, entities are decoded once. A mention keeps its name, but that of the
 * bot. Linear. Pure.
 *
 * @param bot names of the bot that a mention may show
 */
export function textOfHtml(html: string, bot: readonly string[]): string {
  const out = new Lines();
  let preformatted = 0;
  let skipped = 0;
  let mention: string | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden.has(name)) skipped += 1;
        if (name === 'br') out.break();
        if (blocks.has(name)) out.startBlock();
        if (name === 'pre' || name === 'codeblock') preformatted += 1;
        if (name === 'at' || attributes['itemtype']?.endsWith('/Mention') === true) mention = '';
        if (name === 'td' || name === 'th') out.add(' ', false);
      },
      ontext(text) {
        if (skipped > 0) return;
        if (mention === null) out.add(text, preformatted > 0);
        else mention += text;
      },
      onclosetag(name) {
        if (hidden.has(name)) skipped = Math.max(0, skipped - 1);
        if ((name === 'span' || name === 'at') && mention !== null) {
          if (!bot.includes(mention.trim())) out.add(mention, false);
          mention = null;
        }
        if (name === 'pre' || name === 'codeblock') preformatted = Math.max(0, preformatted - 1);
        if (blocks.has(name)) out.startBlock();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  if (mention !== null) out.add(mention, false);
  return out.text();
}

/** Lines under way. */
class Lines {
  readonly #parts: string[] = [];
  #atStart = true;

  add(text: string, preformatted: boolean): void {
    const plain = text.replaceAll('\u00a0', ' ');
    if (preformatted) this.#push(plain.replace(/\r\n?/g, '\n'));
    else {
      const words = plain.replace(/[ \t\r\n]+/g, ' ');
      this.#push(this.#atStart ? words.replace(/^ /, '') : words);
    }
  }

  break(): void {
    this.#push('\n');
  }

  startBlock(): void {
    if (!this.#atStart) this.#push('\n');
  }

  text(): string {
    return this.#parts.join('').replace(/ +$/gm, '').trim();
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#atStart = text.endsWith('\n');
  }
}
