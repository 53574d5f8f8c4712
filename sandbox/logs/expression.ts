import { SyntaxFault, type Token } from './tokens.js';

/** Values by the names of their columns. */
export type Row = Readonly<Record<string, string | boolean>>;
export type Test = (row: Row) => boolean;

/** What is left to read of an operator. */
export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  take(kind: Token['kind'], text?: string): string {
    const { next } = this;
    if (next?.kind !== kind || (text !== undefined && next.text !== text)) {
      throw new SyntaxFault(`unexpected ${next?.text ?? 'end'}`);
    }
    this.#at += 1;
    return next.text;
  }

  has(kind: Token['kind'], text: string): boolean {
    if (this.next?.kind !== kind || this.next.text !== text) return false;
    this.#at += 1;
    return true;
  }

  end(): void {
    if (this.next !== undefined) throw new SyntaxFault(`unexpected ${this.next.text}`);
  }
}

/** `a == 'x' or b in ('y', 'z') and c`: comparisons of columns with literals. */
export function expression(reader: Reader): Test {
  const some = [conjunction(reader)];
  while (reader.has('word', 'or')) some.push(conjunction(reader));
  return (row) => some.some((test) => test(row));
}

function conjunction(reader: Reader): Test {
  const all = [comparison(reader)];
  while (reader.has('word', 'and')) all.push(comparison(reader));
  return (row) => all.every((test) => test(row));
}

function comparison(reader: Reader): Test {
  if (reader.has('sign', '(')) {
    const inner = expression(reader);
    reader.take('sign', ')');
    return inner;
  }
  const column = reader.take('word');
  if (column === 'true' || column === 'false') return () => column === 'true';
  const lower = (value: unknown): string => String(value).toLowerCase();
  if (reader.has('sign', '==')) return equals(column, reader.take('string'), String);
  if (reader.has('sign', '=~')) return equals(column, reader.take('string'), lower);
  if (reader.has('sign', '!=')) {
    const same = equals(column, reader.take('string'), String);
    return (row) => !same(row);
  }
  if (reader.has('word', 'in')) return among(column, list(reader), String);
  if (reader.has('word', 'in~')) return among(column, list(reader), lower);
  return (row) => row[column] === true;
}

function equals(column: string, value: string, form: (value: unknown) => string): Test {
  return (row) => form(row[column]) === form(value);
}

function among(column: string, values: readonly string[], form: (value: unknown) => string): Test {
  return (row) => values.some((value) => form(row[column]) === form(value));
}

function list(reader: Reader): readonly string[] {
  reader.take('sign', '(');
  const values = [reader.take('string')];
  while (reader.has('sign', ',')) values.push(reader.take('string'));
  reader.take('sign', ')');
  return values;
}
