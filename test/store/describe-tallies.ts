import { describe, expect, it, onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import type { Database } from '../../src/store/store.js';
import type { Db } from '../../src/store/tables.js';
import { dana, kim, start, stepOf } from './samples.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const today = Math.floor(start / day);

/**
 * What every store counts of cases.
 *
 * @param where gives the address of an empty database, and its tables as they lie
 */
export function describeTallies(
  name: string,
  where: () => Promise<{ readonly url: string; readonly tables: Db }>,
): void {
  describe(`what a store counts: ${name}`, () => {
    const opened = async (): Promise<{ store: Database; other: Database; tables: Db }> => {
      const { url, tables } = await where();
      const [store, other] = [await openStore(url, silent), await openStore(url, silent)];
      onTestFinished(() => Promise.all([store.close(), other.close()]).then(() => {}));
      return { store, other, tables };
    };
    const counts = async (tables: Db) => {
      const rows = await tables.selectFrom('case_tally').selectAll().where('cases', '<>', 0).execute();
      const said = ({ day: on, cause, resolved, help, took, cases }: (typeof rows)[number]) =>
        `${on - today} ${cause || '?'} ${resolved ? 'resolved' : 'open'} ${help} ${took || '-'} ${cases}`;
      return rows.map(said).sort();
    };
    const cause = 'role-missing';

    it('counts a case once, as what it has become, on the day on which it began', async () => {
      const { store, tables } = await opened();
      await store.saveCase(dana, stepOf('c', start));
      expect(await counts(tables)).toEqual(['0 ? open none - 1']);
      await store.saveCase(dana, stepOf('c', start + minute, { cause }));
      await store.saveCase(dana, stepOf('c', start + minute, { cause }));
      expect(await counts(tables)).toEqual([`0 ${cause} open none - 1`]);
      await store.saveCase(dana, stepOf('c', start + day - 1, { cause, resolved: true }));
      expect(await counts(tables)).toEqual([`0 ${cause} resolved none 1d 1`]);
      // A word after it takes neither away.
      await store.saveCase(dana, stepOf('c', start + 2 * day, { cause, resolved: null }));
      expect(await counts(tables)).toEqual([`0 ${cause} resolved none 1d 1`]);
      await store.saveCase(dana, stepOf('c', start + 2 * day, { cause, resolved: false }));
      expect(await counts(tables)).toEqual([`0 ${cause} open none - 1`]);
    });

    it.each([
      [5 * minute - 1, '5m'],
      [5 * minute, '30m'],
      [30 * minute, '2h'],
      [120 * minute, '1d'],
      [day, 'longer'],
    ])('knows how long it took: %i ms', async (ms, took) => {
      const { store, tables } = await opened();
      await store.saveCase(dana, stepOf('c', start, { cause }));
      await store.saveCase(dana, stepOf('c', start + ms, { cause, resolved: true }));
      expect(await counts(tables)).toEqual([`0 ${cause} resolved none ${took} 1`]);
    });

    it('remembers that a request or people have helped, the later above the earlier', async () => {
      const { store, tables } = await opened();
      for (const help of ['none', 'request', 'none', 'people', 'request'] as const)
        await store.saveCase(dana, stepOf('c', start, { cause, help }));
      expect(await counts(tables)).toEqual([`0 ${cause} open people - 1`]);
    });

    it('counts once where several processes save the same case at the same time', async () => {
      const { store, other, tables } = await opened();
      for (const round of [0, 1, 2]) {
        const all = Array.from({ length: 12 }, (_, i) => {
          const step = stepOf('c', start + round, {
            cause: i % 3 === 0 ? cause : null,
            resolved: i % 2 === 0,
          });
          return (i % 2 === 0 ? store : other).saveCase(dana, step);
        });
        await Promise.all(all);
        const counted = await counts(tables);
        expect(counted).toHaveLength(1);
        expect(counted[0]).toMatch(/ 1$/);
      }
      const askers = await tables.selectFrom('asker_tally').select(['kind', 'value', 'cases']).execute();
      expect(askers.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
        { kind: 'language', value: 'en', cases: 1 },
        { kind: 'platform', value: 'slack', cases: 1 },
      ]);
    });

    it('keeps counts of who is forgotten, and of cases that are let go of, for 400 days', async () => {
      const { store, tables } = await opened();
      await store.saveCase(dana, stepOf('c', start, { cause }));
      await store.saveCase(kim, stepOf('c', start, { cause }));
      await store.forget(dana);
      await store.purge(start + 400 * day, day);
      expect(await counts(tables)).toEqual([`0 ${cause} open none - 2`]);
      await store.purge(start + 401 * day, day);
      expect(await counts(tables)).toEqual([]);
      expect(await tables.selectFrom('asker_tally').selectAll().execute()).toEqual([]);
    });

    it('counts a case that an older version of the program has begun when it goes on', async () => {
      const { store, tables } = await opened();
      const row = { registry: null, cause: null, resolved: 0, updated_at: start - day };
      await tables
        .insertInto('case_summary')
        .values({ person: dana, id: 'c', ...row, began_at: null, counted: null })
        .execute();
      expect(await counts(tables)).toEqual([]);
      await store.saveCase(dana, stepOf('c', start, { cause }));
      expect(await counts(tables)).toEqual([`0 ${cause} open none - 1`]);
    });

    it('holds nothing of a person in what it counts', async () => {
      const { store, tables } = await opened();
      await store.saveCase(dana, stepOf('c-of-dana', start, { registry: 'contoso.azurecr.io', cause }));
      const [cases, askers] = [
        await tables.selectFrom('case_tally').selectAll().execute(),
        await tables.selectFrom('asker_tally').selectAll().execute(),
      ];
      expect(JSON.stringify([cases, askers])).not.toMatch(/DANA|T01FAKE|contoso|c-of/);
      // One that knows the day and the cause learns neither platform nor language.
      expect(Object.keys(cases[0] ?? {}).sort()).toEqual([
        'cases',
        'cause',
        'day',
        'help',
        'resolved',
        'took',
      ]);
    });
  });
}
