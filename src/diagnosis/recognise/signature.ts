import type { CauseId } from '../../knowledge/causes.js';
import type { Symptom } from '../../knowledge/vocabulary.js';
import { type Clue, type ClueSource, compile } from './clue.js';

/**
 * What a signature proves about the subject of a text. `acr`: only Azure Container Registry or its tools print
 * it. `registry`: every container tool may. `azure`: Entra ID or Resource Manager. `generic`: every program.
 */
export type Scope = 'acr' | 'registry' | 'azure' | 'generic';

/** Log-odds-like weights for causes; 10 and more settles a cause, 2 is a hint, negative speaks against it. */
export type Votes = Readonly<Partial<Record<CauseId, number>>>;

/** A documented text and what it says about the causes. */
export interface Signature {
  /** Any of these is enough. */
  readonly clues: readonly Clue[];
  /** Constant fragment of the documented text; shown to people as evidence. */
  readonly label: string;
  /** English, for maintainers. */
  readonly meaning: string;
  readonly source: string;
  /** Row of "What exactly did you see?". */
  readonly symptom: Symptom;
  readonly scope: Scope;
  readonly votes: Votes;
  /** Counts only where no program's own words speak: a status or a fault that somebody names in a sentence. */
  readonly fallback?: boolean;
  /** Whose words these are: those of a program, or what people say in whatever words. Left out: a program's. */
  readonly saidBy?: 'program' | 'person';
}

/** What the rows of one table have in common. */
export type TableDefaults = Pick<Signature, 'symptom' | 'scope' | 'source' | 'saidBy'>;

/** A row; the label itself is looked for where `find` is left out. */
export interface Row extends Partial<TableDefaults>, Pick<Signature, 'fallback'> {
  readonly label: string;
  readonly meaning: string;
  readonly votes: Votes;
  readonly find?: readonly ClueSource[];
}

/** Fills the rows of a table with its defaults. */
export function table<Id extends string>(
  defaults: TableDefaults,
  rows: Readonly<Record<Id, Row>>,
): Readonly<Record<Id, Signature>> {
  const filled = Object.entries<Row>(rows).map(([id, { find, ...row }]) => {
    const signature: Signature = { ...defaults, ...row, clues: compile(find ?? [row.label]) };
    return [id, signature];
  });
  // fromEntries forgets the keys; they are exactly those of `rows`.
  return Object.fromEntries(filled) as Record<Id, Signature>;
}
