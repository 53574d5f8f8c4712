import { join } from 'node:path';
import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { day, granted, hour } from '../store/ledger-samples.js';
import { start } from '../store/samples.js';
import { tempTree } from '../support/temp.js';
import { run } from './world.js';

/** A store in which some requests were granted. */
async function kept(count = 2) {
  const path = join(tempTree({}), 'kept.db');
  const url = `sqlite:${path}`;
  const store = await openStore(url, silent);
  for (let i = 0; i < count; i++) {
    await granted(store.ledger, `request-${i}`, start + i * 10 * day, { owned: false, until: start + hour });
    await store.ledger.expire(start + i * 10 * day + hour);
  }
  await store.close();
  return { path, url };
}

function change(path: string, sql: string): void {
  const database = new Sqlite(path);
  database.exec(sql);
  database.close();
}

describe('audit verify', () => {
  test('says that it is unbroken, and what to keep', async () => {
    const { url } = await kept();
    const { code, out, err } = await run(['audit', 'verify', '--store', url]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^The record is unbroken: (\d+) rows, the last one \1\.\n/);
    expect(out.replace(/\s/g, '')).toMatch(/--anchornexttime:\d+:[0-9a-f]{64}$/);
  });

  test.each([
    [
      'content',
      `update audit set body = replace(body, 'request-0', 'request-9') where seq = 3`,
      3,
      'content was changed',
    ],
    ['a row that is gone', 'delete from audit where seq = 4', 4, 'it is missing'],
    ['the first row that is gone', 'delete from audit where seq = 1', 1, 'it is missing'],
    ['the time beside the body', 'update audit set at = at + 1 where seq = 2', 2, 'time or its event'],
    ['a link', `update audit set previous = '${'a'.repeat(64)}' where seq = 5`, 5, 'does not follow'],
  ])('names the first broken row: %s', async (_, sql, seq, why) => {
    const { path, url } = await kept();
    change(path, sql);
    const { code, out } = await run(['audit', 'verify', '--store', url], { columns: 200 });
    expect(code).toBe(1);
    expect(out).toContain(`The record is broken at row ${seq}: `);
    expect(out).toContain(why);
  });

  test('finds with an anchor what the chain alone cannot show', async () => {
    const { path, url } = await kept();
    const wide = { columns: 400 };
    const { out } = await run(['audit', 'verify', '--store', url], wide);
    const anchor = /\d+:[0-9a-f]{64}/.exec(out)?.[0] ?? '';
    const verify = (held: string) => run(['audit', 'verify', '--store', url, '--anchor', held], wide);
    expect((await verify(anchor)).code).toBe(0);
    const other = await verify(anchor.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('is another than it was')]);
    change(path, 'delete from audit where seq = (select max(seq) from audit)');
    expect((await run(['audit', 'verify', '--store', url])).code).toBe(0);
    const cut = await verify(anchor);
    expect([cut.code, cut.out]).toEqual([1, expect.stringContaining('cut off at the end')]);
  });

  test.each([
    ['de', 'Das Protokoll ist ab Zeile 3 fehlerhaft: Ihr Inhalt wurde verändert.\n'],
    ['zh-Hans', '审计记录从第 3 条起有问题：这条记录的内容被改动过。\n'],
  ])('says it in %s', async (lang, sentence) => {
    const { path, url } = await kept(1);
    change(path, `update audit set body = replace(body, 'request-0', 'request-9') where seq = 3`);
    const { out } = await run(['audit', 'verify', '--lang', lang], { env: { STORE: url }, columns: 200 });
    expect(out).toBe(sentence);
  });

  test('makes no store where there is none, and a store that cannot be read is no broken record', async () => {
    const root = tempTree({ 'other.db': 'this is no database, but long enough to be looked at as one' });
    const missing = await run(['audit', 'verify', '--store', `sqlite:${join(root, 'none.db')}`]);
    expect([missing.code, missing.out]).toEqual([66, '']);
    const other = await run(['audit', 'verify', '--store', `sqlite:${join(root, 'other.db')}`]);
    expect([other.code, other.out]).toEqual([69, '']);
    expect((await run(['audit', 'verify', '--store', 'mysql://x'])).code).toBe(69);
    for (const anchor of ['12', 'x:y', `1:${'z'.repeat(64)}`]) {
      expect((await run(['audit', 'verify', '--anchor', anchor])).code).toBe(64);
    }
  });
});

describe('audit export', () => {
  test('prints every row with what its hash is made of, over pages, in order', async () => {
    const { url } = await kept(130);
    const { code, out } = await run(['audit', 'export', '--store', url]);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
    expect(Object.keys(rows[0])).toEqual(['seq', 'time', 'event', 'body', 'previous', 'hash']);
    expect(JSON.parse(rows[0].body)).toMatchObject({ event: 'request.submitted', request: 'request-0' });
    const some = await run(['audit', 'export', '--store', url, '--after', String(rows.length - 2)]);
    expect(some.out.trimEnd().split('\n')).toHaveLength(2);
  });

  test('takes no number that is none', async () => {
    const { url } = await kept(1);
    for (const after of ['-1', 'x', '1.5']) {
      expect((await run(['audit', 'export', '--store', url, `--after=${after}`])).code).toBe(64);
    }
  });
});
