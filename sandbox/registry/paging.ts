import type { SandboxRequest } from '../service.js';

const DEFAULT_SIZE = 100;

/**
 * A page of things after the one named `last`, at most `n`, with the `Link` to the next one (registry-protocol.md §3).
 * They come by name, or by time where `orderby` says so, as `az acr repository show-tags --orderby` does. Not verified:
 * the size of a page when none is asked for, and what becomes of an `n` that is no number.
 *
 * @param all in the order of their times
 */
export function pageOf<T>(
  all: readonly T[],
  nameOf: (it: T) => string,
  { path, query }: SandboxRequest,
): { readonly page: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const wanted = Number(query.get('n') ?? DEFAULT_SIZE);
  const size = Number.isInteger(wanted) && wanted > 0 ? wanted : DEFAULT_SIZE;
  const order = query.get('orderby') ?? '';
  const rest = after(query.get('last') ?? '', ordered(all, nameOf, order), nameOf, order);
  const page = rest.slice(0, size);
  const end = page.at(-1);
  if (rest.length <= size || end === undefined) return { page, headers: {} };
  const next = new URLSearchParams({ last: nameOf(end), n: String(size) });
  if (order !== '') next.set('orderby', order);
  return { page, headers: { link: `<${path}?${next}>; rel="next"` } };
}

function ordered<T>(all: readonly T[], nameOf: (it: T) => string, order: string): readonly T[] {
  if (order === 'timeasc') return all;
  if (order === 'timedesc') return all.toReversed();
  return all.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** What follows a name. By name it need not be there itself. */
function after<T>(last: string, all: readonly T[], nameOf: (it: T) => string, order: string): readonly T[] {
  if (!order.startsWith('time')) return all.filter((it) => nameOf(it) > last);
  return all.slice(all.findIndex((it) => nameOf(it) === last) + 1);
}
