import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { isTooDeep } from '../../src/http/nesting.js';

/** A mistake in a world file: where, and what to do about it. */
export interface WorldProblem {
  /** From 1; null where it belongs to the whole file. */
  readonly line: number | null;
  /** `registries.contoso.mode` */
  readonly path: string;
  readonly reason: string;
}

/** A parsed YAML text that knows its lines. */
export interface Source {
  readonly value: unknown;
  /** Line of what stands at a path, or of the nearest thing above it that the file has. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

/** Reads YAML; the problems of its syntax where there are some. Never throws. */
export function readYaml(text: string): Source | readonly WorldProblem[] {
  // Many thousand brackets that nobody closes cost the parser all the memory that there is.
  if (isTooDeep(text)) {
    return [{ line: null, path: '', reason: 'too many lists and mappings are nested in each other' }];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      path: '',
      reason: message,
    }));
  }
  try {
    return { value: document.toJS(), lineOf: (path) => lineIn(document, lines, path) };
  } catch (error) {
    // An alias that points nowhere, or to too much.
    return [{ line: null, path: '', reason: error instanceof Error ? error.message : String(error) }];
  }
}

function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  let offset: number | undefined;
  let at: unknown = document.contents;
  for (const key of path) {
    const next = below(at, key);
    if (next === null) break;
    offset = next.named.range?.[0] ?? offset;
    at = next.value;
  }
  return offset === undefined ? null : lines.linePos(offset).line;
}

/** One step down: the node whose line counts, which is the key in a map, and what is below it. */
function below(node: unknown, key: PropertyKey): { readonly named: Node; readonly value: unknown } | null {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { named: item, value: item } : null;
  }
  if (!isMap(node)) return null;
  // Keys such as 11 are numbers in YAML, and names in a world.
  const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === String(key));
  return pair !== undefined && isScalar(pair.key) ? { named: pair.key, value: pair.value } : null;
}

/** What is wrong, in a sentence; of the alternatives of a value, each one's. */
export function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown: ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return issue.issues.map(reasonOf).join(', ');
    case 'invalid_union': {
      const reasons = issue.errors.map((branch) => branch.map(reasonOf).join(', '));
      return reasons.length === 0 ? issue.message : reasons.join('; or ');
    }
    default:
      return issue.message;
  }
}

/** A problem as a line for people. */
export function describeProblem({ line, path, reason }: WorldProblem): string {
  const where = [line === null ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
  return where === '' ? reason : `${where}: ${reason}`;
}
