import { StringDecoder } from 'node:string_decoder';
import { INPUT_LIMIT } from './paste-input.js';

/**
 * Lines of a stream, one at a time: the next is read when the caller asks for it. Only line feeds divide: readline
 * would also divide at U+2028, which may stand in JSON. What goes beyond 16 M characters in one line is dropped.
 */
export async function* linesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string): void => {
    if (length < INPUT_LIMIT) parts.push(part);
    length += part.length;
  };
  for await (const chunk of stream) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      keep(piece);
      yield parts.join('');
      parts = [];
      length = 0;
    }
    keep(last);
  }
  keep(decoder.end());
  if (length > 0) yield parts.join('');
}
