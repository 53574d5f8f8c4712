/** Things of a world by the names that its file gives them. */

export function mapOf<T, U>(
  map: Readonly<Record<string, T>>,
  make: (name: string, it: T) => U,
): ReadonlyMap<string, U> {
  return new Map(Object.entries(map).map(([name, it]) => [name, make(name, it)]));
}

/** A thing by a name that `references` has checked. */
export function get<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw unchecked(name);
  return found;
}

export function unchecked(name: string): Error {
  return new Error(`${name} passed the check of references and is not there`);
}
