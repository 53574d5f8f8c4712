import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../support/temp.js';
import { isHeldAside } from './split.js';

/** A labelled text; the format stands in the corpus's README. */
export interface CorpusLine {
  readonly id: string;
  readonly text: string;
  readonly causes: readonly string[];
  readonly settled: boolean;
  readonly entities: Readonly<Record<string, string>>;
  readonly source: string;
  readonly client: string;
}

export interface CorpusFile {
  readonly name: 'errors' | 'clients';
  readonly seen: readonly CorpusLine[];
  readonly heldAside: readonly CorpusLine[];
}

/** The corpus is not part of the repository: it stands beside it, or is absent. */
const folder = join(dirname(repository), 'shared', 'corpus');

export const corpusIsHere = existsSync(join(folder, 'errors.jsonl'));

/** Reads one file of the corpus, split. */
export function readCorpus(name: CorpusFile['name']): CorpusFile {
  const lines = jsonLines<CorpusLine>(join(folder, `${name}.jsonl`));
  return {
    name,
    seen: lines.filter((line) => !isHeldAside(name, line)),
    heldAside: lines.filter((line) => isHeldAside(name, line)),
  };
}

/** Parses a file of JSON lines. */
export function jsonLines<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
