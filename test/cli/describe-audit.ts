import { describe, expect, test } from 'vitest';
import { day, granted, hour } from '../store/ledger-samples.js';
import { storeAt } from '../store/open-engine.js';
import { start } from '../store/samples.js';
import { run } from './world.js';

/** A store of some engine, and how somebody who may write to it would change it. */
export interface Kept {
  readonly url: string;
  readonly change: (sql: string) => Promise<void>;
}

/** Some requests that were granted. */
export async function fill(url: string, count: number): Promise<void> {
  const { ledger } = await storeAt(url);
  for (let i = 0; i < count; i++) {
    await granted(ledger, `request-${i}`, start + i * 10 * day, { owned: false, until: start + hour });
    await ledger.expire(start + i * 10 * day + hour);
  }
}

/** `audit` on a store of an engine, in which `count` requests were granted. */
export function describeAudit(engine: string, kept: (count: number) => Promise<Kept>): void {
  describe(`audit verify on ${engine}`, () => {
    test('says that it is unbroken, and what to keep', async () => {
      const { url } = await kept(2);
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
      const { url, change } = await kept(2);
      await change(sql);
      const { code, out } = await run(['audit', 'verify', '--store', url], { columns: 200 });
      expect(code).toBe(1);
      expect(out).toContain(`The record is broken at row ${seq}: `);
      expect(out).toContain(why);
    });

    test('finds with an anchor what the chain alone cannot show', async () => {
      const { url, change } = await kept(2);
      const wide = { columns: 400 };
      const { out } = await run(['audit', 'verify', '--store', url], wide);
      const anchor = /\d+:[0-9a-f]{64}/.exec(out)?.[0] ?? '';
      const verify = (held: string) => run(['audit', 'verify', '--store', url, '--anchor', held], wide);
      expect((await verify(anchor)).code).toBe(0);
      const other = await verify(anchor.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
      expect([other.code, other.out]).toEqual([1, expect.stringContaining('is another than it was')]);
      await change('delete from audit where seq = (select max(seq) from audit)');
      expect((await run(['audit', 'verify', '--store', url])).code).toBe(0);
      const cut = await verify(anchor);
      expect([cut.code, cut.out]).toEqual([1, expect.stringContaining('cut off at the end')]);
    });
  });

  describe(`audit export on ${engine}`, () => {
    test('prints every row with what its hash is made of, over pages, in order', {
      timeout: 90_000,
    }, async () => {
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
  });
}
