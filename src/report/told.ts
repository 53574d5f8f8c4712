/** A number of cases; null where it is not told, because so few could show whose they were. */
export type Count = number | null;

/** Fewer than this are not told. */
export const FEWEST = 3;

/**
 * Parts of a whole that may be told beside it: none that is too small, and none that what is left would tell. Pure.
 *
 * @param exact tells all of them
 */
export function told(parts: readonly number[], exact: boolean): readonly Count[] {
  if (exact) return parts;
  const hidden = parts.map((part) => part > 0 && part < FEWEST);
  const among = (is: boolean) => parts.filter((part, i) => part > 0 && hidden[i] === is);
  // One that is hidden alone is what the others leave of the whole; so are ones, among which nothing else is.
  while (among(true).length > 0 && givenAway(among(true)) && among(false).length > 0) {
    hidden[parts.findIndex((part, i) => hidden[i] === false && part === Math.min(...among(false)))] = true;
  }
  return parts.map((part, i) => (hidden[i] === true ? null : part));
}

function givenAway(hidden: readonly number[]): boolean {
  return hidden.length === 1 || hidden.every((part) => part === 1);
}

/** The same for parts that have names. */
export function toldBy<K extends string>(
  parts: Readonly<Record<K, number>>,
  exact: boolean,
): Readonly<Record<K, Count>> {
  // Keys of a record are what its type says: they come from the tables of names.
  const names = Object.keys(parts) as K[];
  const counts = told(
    names.map((name) => parts[name]),
    exact,
  );
  const entries = names.map((name, i) => [name, counts[i] ?? null] as const);
  return Object.fromEntries(entries) as Record<K, Count>;
}
