import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../adapters/terminal/words.js';
import { fillMonth } from '../report/month.js';
import { newPath, storeAt, tablesAt } from '../store/open-engine.js';
import { withPostgres } from '../store/postgres.js';
import { run } from './world.js';

/** The same month each time. */
const end = Date.parse('2026-03-31T12:00:00Z');
const march = ['--since', '5w', '--until', '2026-03-31'];

async function month(): Promise<{ readonly url: string; readonly path: string; readonly cases: number }> {
  const path = newPath();
  const url = `sqlite:${path}`;
  const store = await storeAt(url);
  const { cases } = await fillMonth(store, end);
  await store.close();
  return { url, path, cases };
}

describe('report', () => {
  test('in each language and width: what was counted, and nobody', { timeout: 60_000 }, async () => {
    const { url, cases } = await month();
    for (const [lang, title, ending] of [
      ['en', 'What people struggled with', 'resolved alone'],
      ['de', 'Womit Menschen sich plagten', 'selbst gelöst'],
      ['zh-Hans', '大家遇到的困难', '自行解决'],
    ] as const) {
      for (const columns of [40, 80, 140]) {
        const argv = ['report', '--store', url, '--lang', lang, ...march, '--words', '--exact'];
        const { code, out, err } = await run(argv, { columns });
        expect([code, err]).toEqual([0, '']);
        expect(out).toContain(title);
        expect(out).toContain(ending);
        expect(out).toMatch(new RegExp(` ${cases}\n`));
        expect(out).toContain('role-missing');
        expect(out).not.toMatch(/T0FAKE|\bU\d|contoso|case-\d|Hunter2|\u001b|\{\w+\}|undefined|NaN/);
        expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(columns);
      }
    }
  });

  test('as JSON, one line of a stable shape; small counts are not told, words neither', async () => {
    const { url, cases } = await month();
    const { code, out } = await run(['report', '--store', url, ...march, '--json', '--by', 'day']);
    expect([code, out.split('\n')]).toEqual([0, [expect.any(String), '']]);
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, by: 'day', exact: false, cases });
    expect(report).toMatchObject({ feedback: { words: null }, platforms: { slack: expect.any(Number) } });
    expect(Object.keys(JSON.parse(out)).join(' ')).toBe(
      'version from to by exact cases periods endings selfSolved took causes platforms languages feedback',
    );
    expect(out).not.toMatch(/"cases":[12][,}]/);
  });

  test('says so where there is nothing', async () => {
    const path = newPath();
    await (await storeAt(`sqlite:${path}`)).close();
    const { code, out } = await run(['report', '--store', `sqlite:${path}`]);
    expect([code, out]).toEqual([0, expect.stringContaining('Nobody has had a case in this time.')]);
  });

  test('changes nothing, also where the schema is older', async () => {
    const { url, path } = await month();
    const tables = tablesAt(path);
    await sql`delete from kysely_migration where name = '0004-tallies'`.execute(tables);
    await sql`pragma wal_checkpoint(truncate)`.execute(tables);
    const [before, files] = [readFileSync(path), readdirSync(dirname(path))];
    const { code, out, err } = await run(['report', '--store', url, ...march]);
    expect([code, out]).toEqual([69, '']);
    expect(err).toContain('acr-help migrate');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(files);
  });

  test.each([
    [['--since', '30'], 64],
    [['--since', '0d'], 64],
    [['--since', '401d'], 64],
    [['--since', '99w'], 64],
    [['--by', 'year'], 64],
    [['--until', 'today'], 64],
    [['--until', '2026-02-30'], 64],
    [['--until', '1970-01-01'], 64],
    [['--store', 'sqlite:/does/not/exist.db'], 66],
    [['--store', 'mysql://x'], 69],
  ])('refuses %j', async (argv, code) => {
    const done = await run(['report', ...argv]);
    expect([done.code, done.out]).toEqual([code, '']);
    expect(done.err).not.toBe('');
  });
});

await withPostgres((server) => {
  test('report reads PostgreSQL, where nothing may be written', { timeout: 60_000 }, async () => {
    const url = await server.newDatabase();
    const store = await storeAt(url);
    const { cases } = await fillMonth(store, end);
    const { code, out } = await run(['report', '--store', url, '--json', ...march]);
    expect([code, JSON.parse(out)]).toMatchObject([0, { cases }]);
  });
});
