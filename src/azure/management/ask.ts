import { type Answer, failed, ok } from '../answer.js';
import { problemOf } from '../errors.js';
import { Refusal } from '../refusal.js';
import { maxPages } from '../rest-reader.js';

/**
 * Runs a call of an SDK client and turns whatever it throws into its problem.
 *
 * @param needed action of Resource Manager that the call needs
 */
export async function answered<T>(needed: string, call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return ok(await call());
  } catch (error) {
    return failed(problemOf(error, needed));
  }
}

/** What an SDK list is here: it can be read page by page. */
interface Pages<T> {
  byPage(): AsyncIterable<readonly T[]>;
}

/**
 * All items of a list. The clients do not hand the signal on to later pages, and follow links without end.
 *
 * @throws Refusal where the list goes on for longer than any of ours
 */
export async function allOf<T>(list: Pages<T>, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let pages = 0;
  for await (const page of list.byPage()) {
    items.push(...page);
    pages += 1;
    if (pages === maxPages) throw new Refusal({ kind: 'unavailable', reason: 'protocol', status: null });
    signal.throwIfAborted();
  }
  return items;
}
