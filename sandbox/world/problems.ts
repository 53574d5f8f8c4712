import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';

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
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

/** Reads YAML; the problems of its syntax where it has any. */
export function readYaml(text: string): Source | readonly WorldProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      path: '',
      reason: message,
    }));
  }
  return { value: document.toJS(), lineOf: (path) => lineIn(document, lines, path) };
}

/** Line of a path's key, or of the nearest thing above it that the file has. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key: it }) => isScalar(it) && it.value === key)
      : undefined;
    if (pair !== undefined && isScalar(pair.key) && pair.key.range != null) {
      return lines.linePos(pair.key.range[0]).line;
    }
  }
  return null;
}

/** A problem as a line for people. */
export function describeProblem({ line, path, reason }: WorldProblem): string {
  const where = [line === null ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
  return where === '' ? reason : `${where}: ${reason}`;
}
