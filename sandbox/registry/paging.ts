import type { SandboxRequest } from '../service.js';

const DEFAULT_SIZE = 100;

/**
 * A page of names after `last`, at most `n`, with the `Link` to the next one (registry-protocol.md §3). Not verified:
 * the size of a page when none is asked for.
 */
export function pageOf<T>(
  all: readonly T[],
  nameOf: (it: T) => string,
  { path, query }: SandboxRequest,
): { readonly page: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const wanted = Number(query.get('n') ?? DEFAULT_SIZE);
  const size = Number.isInteger(wanted) && wanted > 0 ? wanted : DEFAULT_SIZE;
  const last = query.get('last') ?? '';
  const sorted = all.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const rest = sorted.filter((it) => nameOf(it) > last);
  const page = rest.slice(0, size);
  const end = page.at(-1);
  if (rest.length <= size || end === undefined) return { page, headers: {} };
  const next = new URLSearchParams({ last: nameOf(end), n: String(size) });
  return { page, headers: { link: `<${path}?${next}>; rel="next"` } };
}
