import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/access/audit.js';
import { submissionOf } from './ledger-samples.js';
import { newPath, storeAt } from './open-engine.js';
import { withPostgres } from './postgres.js';
import { start } from './samples.js';

/** What is found outside of requests stands in the one chain of the audit. */

const stray = { kind: 'unknown-request', scope: '/s', assignment: 'a', request: 'request-x' };

function describeNote(engine: string, newUrl: () => Promise<string> | string): void {
  describe(`what is noted on ${engine}`, () => {
    it('follows on what happens to requests, with its facts in canonical order', async () => {
      const { ledger } = await storeAt(await newUrl());
      await ledger.submit(submissionOf('request-1'), start);
      await ledger.note('assignment.stray', stray, start + 1);
      await ledger.withdraw('request-1', submissionOf('request-1').spec.requester.objectId, start + 2);
      const rows = await ledger.audit(0, 10);
      expect(rows.map(({ event }) => event)).toEqual([
        'request.submitted',
        'assignment.stray',
        'request.withdrawn',
      ]);
      expect(JSON.parse(rows[1]?.body ?? '')).toEqual({ ...stray, event: 'assignment.stray', at: start + 1 });
      expect(verifyAudit(rows)).toMatchObject({ ok: true, last: { seq: 3 } });
    });

    it('from two processes at once makes one chain', async () => {
      const url = await newUrl();
      const ledgers = [await storeAt(url), await storeAt(url)].map(({ ledger }) => ledger);
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          ledgers[i % 2]?.note('assignment.stray', { ...stray, request: `request-${i}` }, start + i),
        ),
      );
      const rows = (await ledgers[0]?.audit(0, 100)) ?? [];
      expect(verifyAudit(rows)).toMatchObject({ ok: true, last: { seq: 20 } });
      expect(new Set(rows.map(({ body }) => body)).size).toBe(20);
    });
  });
}

describeNote('SQLite', () => `sqlite:${newPath()}`);
await withPostgres((server) => describeNote('PostgreSQL', () => server.newDatabase()));
