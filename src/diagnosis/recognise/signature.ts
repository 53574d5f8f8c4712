import type { CauseId } from '../../knowledge/causes.js';
import type { Symptom } from '../../knowledge/vocabulary.js';

/**
 * What a signature proves about the subject of a text. `acr`: only Azure Container Registry or its tools print
 * it. `registry`: any container tool prints it. `azure`: Entra ID or Resource Manager. `generic`: any program.
 */
export type Scope = 'acr' | 'registry' | 'azure' | 'generic';

/** Log-odds-like weights for causes; 10 and more settles a cause, 2 is a hint, negative speaks against it. */
export type Votes = Readonly<Partial<Record<CauseId, number>>>;

/** A documented text and what it says about the causes. */
export interface Signature {
  /** Takes time linear in the text; every repetition is bounded. */
  readonly pattern: RegExp;
  /** Folded literals (see `fold`), one of which stands in every text that the pattern matches. */
  readonly keys: readonly string[];
  /** Constant fragment of the documented text; shown to people as evidence. */
  readonly label: string;
  /** English, for maintainers. */
  readonly meaning: string;
  readonly source: string;
  /** Row of "What exactly did you see?". */
  readonly symptom: Symptom;
  readonly scope: Scope;
  readonly votes: Votes;
}

/** What the rows of one table have in common. */
export type TableDefaults = Pick<Signature, 'symptom' | 'scope' | 'source'>;

/** A row; `pattern` and `keys` come from the label where they are left out. */
export interface Row extends Partial<TableDefaults> {
  readonly label: string;
  readonly meaning: string;
  readonly votes: Votes;
  readonly pattern?: RegExp;
  readonly keys?: readonly string[];
}

/** Lower case, white space as one blank: line breaks and case of a paste must not hide a keyword. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

/** The longest part of a label that has no quotes or placeholders, folded. */
function keyOf(label: string): string {
  const parts = fold(label).split(/['"`…\\]/);
  return parts.reduce((best, part) => (part.trim().length > best.length ? part.trim() : best), '');
}

/** The label as a pattern: any white space between words, any quotes, `…` for up to 160 characters of a line. */
function patternOf(label: string): RegExp {
  const source = label
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s{1,3}')
    .replace(/['"`]/g, '[\'"`]?')
    .replace(/…/g, '[^\\n]{0,160}?');
  return new RegExp(source, 'i');
}

/** Fills the rows of a table with its defaults. */
export function table<Id extends string>(
  defaults: TableDefaults,
  rows: Readonly<Record<Id, Row>>,
): Readonly<Record<Id, Signature>> {
  const filled = Object.entries<Row>(rows).map(([id, row]) => [
    id,
    { ...defaults, pattern: patternOf(row.label), keys: [keyOf(row.label)], ...row },
  ]);
  // fromEntries forgets the keys; they are exactly those of `rows`.
  return Object.fromEntries(filled) as Record<Id, Signature>;
}
