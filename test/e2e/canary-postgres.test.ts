import { expect, test, vi } from 'vitest';
import { withPostgres } from '../store/postgres.js';
import { ask } from '../store/postgres-server.js';
import { clean, exercise, figures, judged, plotWith } from './canary/exercise.js';
import type { Sink } from './canary/search.js';
import { leftBehind, recordedConsole, sink } from './canary/stock.js';
import { openCompany } from './company.js';

/** Shapes in one paste: what is kept is asked here, not what each shape does. */
const TOGETHER = 12;

await withPostgres((server) => {
  test('T14 T15 nothing that is pasted is in any column of any table', { timeout: 480_000 }, async () => {
    const said = recordedConsole();
    const store = await server.newDatabase();
    const company = await openCompany(plotWith({ STORE: store }));
    const done = await exercise(company, TOGETHER);
    await company.stop();
    const sinks = [
      ...done.answers,
      ...leftBehind(company),
      sink('console', said),
      ...(await tablesOf(store)),
    ];
    vi.restoreAllMocks();

    expect(sinks.find(({ name }) => name === 'table conversation')?.bytes.toString()).toContain(
      'contoso.azurecr.io',
    );
    expect(judged(done, sinks, company)).toEqual(clean);
    console.info(figures(done, sinks, company));
  });
});

/** Every row of every table, all columns as text. */
async function tablesOf(url: string): Promise<readonly Sink[]> {
  const tables = await ask(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
  return Promise.all(
    tables.map(async (row) => {
      const { tablename } = Object(row);
      return sink(`table ${tablename}`, await ask(url, `select "${tablename}"::text from "${tablename}"`));
    }),
  );
}
