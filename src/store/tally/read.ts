import type { Db } from '../tables.js';
import { dayMs } from './counted.js';

/** What is counted in a time, as it lies. */
export interface Tallied {
  readonly cases: readonly {
    readonly day: number;
    readonly cause: string;
    readonly resolved: number;
    readonly help: string;
    readonly took: string;
    readonly cases: number;
  }[];
  readonly askers: readonly { readonly kind: string; readonly value: string; readonly cases: number }[];
  readonly feedback: readonly {
    readonly cause: string | null;
    readonly helped: number;
    readonly word: string | null;
    readonly at: number;
  }[];
}

/**
 * Reads counts and feedback.
 *
 * @param from first day, in days since 1970
 * @param to last day
 */
export async function tallied(db: Db, from: number, to: number): Promise<Tallied> {
  const cases = await db
    .selectFrom('case_tally')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('cases', '>', 0)
    .execute();
  const askers = await db
    .selectFrom('asker_tally')
    .select(['kind', 'value', 'cases'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  const feedback = await db
    .selectFrom('feedback')
    .select(['cause', 'helped', 'word', 'at'])
    .where('at', '>=', from * dayMs)
    .where('at', '<', (to + 1) * dayMs)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return { cases, askers, feedback };
}
