import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import { newPath } from '../store/open-engine.js';
import { tempTree } from '../support/temp.js';
import { olderFile } from '../upgrade/older.js';
import { describeAudit, fill, type Kept } from './describe-audit.js';
import { run } from './world.js';

async function kept(count: number): Promise<Kept> {
  const path = newPath();
  const url = `sqlite:${path}`;
  await fill(url, count);
  return {
    url,
    change: async (sql) => {
      const database = new Sqlite(path);
      database.exec(sql);
      database.close();
    },
  };
}

describeAudit('SQLite', kept);

describe('audit verify', () => {
  test.each([
    ['de', 'Das Protokoll ist ab Zeile 3 fehlerhaft: Ihr Inhalt wurde verändert.\n'],
    ['zh-Hans', '审计记录从第 3 条起有问题：这条记录的内容被改动过。\n'],
  ])('says it in %s', async (lang, sentence) => {
    const { url, change } = await kept(1);
    await change(`update audit set body = replace(body, 'request-0', 'request-9') where seq = 3`);
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

test('reads a store and changes nothing of it, its schema neither', async () => {
  const url = await olderFile();
  const path = url.slice('sqlite:'.length);
  const before = readFileSync(path);
  for (const command of ['verify', 'export']) {
    const { code, out, err } = await run(['audit', command], { env: { STORE: url }, columns: 200 });
    expect([code, out]).toEqual([69, '']);
    expect(err).toContain('acr-help migrate');
  }
  expect(readFileSync(path).equals(before)).toBe(true);
});

describe('audit export', () => {
  test('takes no number that is none', async () => {
    const { url } = await kept(1);
    for (const after of ['-1', 'x', '1.5']) {
      expect((await run(['audit', 'export', '--store', url, `--after=${after}`])).code).toBe(64);
    }
  });
});
