import { expression, Reader, type Row } from './expression.js';
import { SyntaxFault, type Token, tokensOf } from './tokens.js';

/** What a query is: a table, then operators. */
export interface Query {
  readonly table: string;
  readonly operators: readonly Operator[];
}

interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}
type Operator = (input: Result) => Result;

/**
 * The part of KQL that clients of the sandbox use: where, extend, project, order by, take. Whatever else is a syntax
 * error, so that a client learns of it here.
 *
 * @throws SyntaxFault
 */
export function parseQuery(text: string): Query {
  const parts: Token[][] = [[]];
  for (const token of tokensOf(text)) {
    if (token.kind === 'sign' && token.text === '|') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  const [source = [], ...rest] = parts;
  const reader = new Reader(source);
  const table = reader.take('word');
  reader.end();
  return { table, operators: rest.map(operatorOf) };
}

function operatorOf(tokens: readonly Token[]): Operator {
  const reader = new Reader(tokens);
  const read = Object.hasOwn(operators, reader.next?.text ?? '') ? operators[reader.take('word')] : undefined;
  if (read === undefined) throw new SyntaxFault(`no operator ${reader.next?.text ?? ''}`);
  const operator = read(reader);
  reader.end();
  return operator;
}

const operators: Readonly<Record<string, (reader: Reader) => Operator>> = {
  where: (reader) => {
    const test = expression(reader);
    return ({ columns, rows }) => ({ columns, rows: rows.filter(test) });
  },
  extend: (reader) => {
    const name = reader.take('word');
    reader.take('sign', '=');
    const test = expression(reader);
    return ({ columns, rows }) => ({
      columns: [...columns, name],
      rows: rows.map((row) => ({ ...row, [name]: test(row) })),
    });
  },
  project: (reader) => {
    const columns = [reader.take('word')];
    while (reader.has('sign', ',')) columns.push(reader.take('word'));
    return ({ rows }) => ({ columns, rows });
  },
  order: (reader) => {
    reader.take('word', 'by');
    const keys = [keyOf(reader)];
    while (reader.has('sign', ',')) keys.push(keyOf(reader));
    return ({ columns, rows }) => ({ columns, rows: rows.toSorted((a, b) => compared(keys, a, b)) });
  },
  take: (reader) => {
    const most = Number(reader.take('word'));
    return ({ columns, rows }) => ({ columns, rows: rows.slice(0, most) });
  },
};

interface Key {
  readonly column: string;
  readonly sign: 1 | -1;
}

function keyOf(reader: Reader): Key {
  const column = reader.take('word');
  // Without a word it is the largest first.
  if (reader.has('word', 'asc')) return { column, sign: 1 };
  reader.has('word', 'desc');
  return { column, sign: -1 };
}

function compared(keys: readonly Key[], a: Row, b: Row): number {
  for (const { column, sign } of keys) {
    const [one, other] = [String(a[column]), String(b[column])];
    if (one !== other) return one < other ? -sign : sign;
  }
  return 0;
}
