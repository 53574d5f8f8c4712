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
  if (hidden.filter(Boolean).length === 1) {
    const shown = parts.filter((part, i) => part > 0 && hidden[i] === false);
    const next = shown.length === 0 ? -1 : parts.indexOf(Math.min(...shown));
    if (next >= 0) hidden[next] = true;
  }
  return parts.map((part, i) => (hidden[i] === true ? null : part));
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
