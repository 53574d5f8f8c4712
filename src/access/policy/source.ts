import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { isTooDeep } from '../../http/nesting.js';

/** A parsed YAML text that knows its lines. */
export interface Source {
  readonly value: unknown;
  /** Line, from 1, of what stands at a path, or of the nearest thing above it that the file has. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
  readonly has: (path: readonly PropertyKey[]) => boolean;
}

/** A mistake of syntax, in the words of the parser. */
export interface SyntaxProblem {
  readonly line: number | null;
  readonly message: string;
}

/** Reads YAML; the problems of its syntax where there are some. Never throws. */
export function readYaml(text: string): Source | readonly SyntaxProblem[] {
  // Many thousand brackets that nobody closes cost the parser all the memory that there is.
  if (isTooDeep(text))
    return [{ line: null, message: 'Too many lists and mappings are nested in each other.' }];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // A warning is a tag that nobody knows, or a key that is no text: the value would not be what is written.
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) {
    return wrong.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message }));
  }
  try {
    return {
      value: document.toJS(),
      lineOf: (path) => {
        const offset = walk(document, path).offset;
        return offset === null ? null : lines.linePos(offset).line;
      },
      has: (path) => walk(document, path).whole,
    };
  } catch (error) {
    // An alias that points nowhere, or to too much.
    return [{ line: null, message: error instanceof Error ? error.message : String(error) }];
  }
}

interface Walked {
  /** Where the last thing begins that is there. */
  readonly offset: number | null;
  /** Whether the path led to its end. */
  readonly whole: boolean;
}

function walk(document: Document, path: readonly PropertyKey[]): Walked {
  let offset: number | null = null;
  let at: unknown = document.contents;
  for (const key of path) {
    const next = below(at, key);
    if (next === null) return { offset, whole: false };
    offset = next.named.range?.[0] ?? offset;
    at = next.value;
  }
  return { offset, whole: true };
}

/** One step down: the node whose line counts, which is the key in a map, and what is below it. */
function below(node: unknown, key: PropertyKey): { readonly named: Node; readonly value: unknown } | null {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { named: item, value: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === String(key));
  return pair !== undefined && isScalar(pair.key) ? { named: pair.key, value: pair.value } : null;
}
