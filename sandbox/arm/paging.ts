import type { Call } from './call.js';

/** Items of a page. Azure's own sizes differ by service and are larger; a small one makes clients follow the link. */
const pageSize = 20;

/**
 * A page of a list, with the absolute address of the next one in `nextLink` (null on the last page, as Azure often
 * writes it). The token is opaque to clients.
 */
export function page<T>({ request, query }: Pick<Call, 'request' | 'query'>, items: readonly T[]) {
  const start = Number(/^from(\d{1,6})$/.exec(query.get('$skiptoken') ?? '')?.[1] ?? 0);
  const end = start + pageSize;
  const value = items.slice(start, end);
  if (end >= items.length) return { value, nextLink: null };
  const next = new URLSearchParams([...query].filter(([key]) => key !== '$skiptoken'));
  next.set('$skiptoken', `from${end}`);
  return { value, nextLink: `https://${request.host}${request.path}?${next}` };
}
