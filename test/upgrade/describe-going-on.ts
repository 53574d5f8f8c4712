import { describe, expect, test } from 'vitest';
import { personKey } from '../../src/chat/person.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { run } from '../cli/world.js';
import { onSlack } from '../e2e/on-slack.js';
import { hour } from '../e2e/story.js';
import { visit } from '../e2e/visiting.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { APPROVALS, goneOn } from './company.js';
import { newSteps } from './older.js';

/**
 * What an older version left goes on under this one.
 *
 * @param older gives the address of a database as it left it
 * @param ask runs a statement on one
 */
export function describeGoingOn(
  engine: string,
  older: () => Promise<string>,
  ask: (url: string, statement: string) => Promise<readonly unknown[]>,
): void {
  const keyOf = (id: string) =>
    personKey({ platform: 'slack', tenant: TEAM, id, objectId: null, guest: false });

  describe(`a database of an older version, on ${engine}`, () => {
    test('is brought up to date by `migrate`, which says what it did, once', async () => {
      const url = await older();
      const first = await run(['migrate', '--store', url], { columns: 200 });
      expect([first.code, first.err]).toEqual([0, '']);
      expect(first.out).toBe(`The store is up to date. Steps that were run: ${newSteps.join(', ')}\n`);
      const again = await run(['migrate', '--store', url, '--lang', 'de']);
      expect([again.code, again.out]).toEqual([0, 'Der Speicher war schon auf dem neuesten Stand.\n']);
    });

    test('is brought up to date once by several that start at the same time', async () => {
      const url = await older();
      const all = await Promise.all([1, 2, 3].map(() => run(['migrate', '--store', url], { columns: 200 })));
      expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(all.filter(({ out }) => out.includes(newSteps.join(', ')))).toHaveLength(1);
    });

    test('stays as it was where a step fails, and is brought up to date once the reason is gone', async () => {
      const url = await older();
      // Stands in the way of the last step, when some of it and the step before are done.
      await ask(url, 'create table asker_tally (id integer)');
      const failed = await run(['migrate', '--store', url]);
      expect([failed.code, failed.out]).toEqual([69, '']);
      expect(await ask(url, 'select name from kysely_migration')).toHaveLength(2);
      for (const made of ['rate', 'owed_event', 'case_tally']) {
        await expect(ask(url, `select * from ${made}`), made).rejects.toThrow();
      }
      await expect(ask(url, 'select counted from case_summary')).rejects.toThrow();
      await ask(url, 'drop table asker_tally');
      expect((await run(['migrate', '--store', url])).code).toBe(0);
      expect(await ask(url, 'select counted from case_summary where counted is null')).toEqual([]);
    });

    test('keeps its cases, links and record, and cases are counted', async () => {
      const url = await older();
      await run(['migrate', '--store', url]);
      expect((await run(['audit', 'verify', '--store', url])).out).toContain(
        'The record is unbroken: 5 rows',
      );
      const store = await openStore(url, silent);
      expect(await store.cases(keyOf('U0RITA0001'), 9)).toMatchObject([
        { cause: 'role-missing', resolved: false },
      ]);
      expect(await store.link(keyOf('U0OLGA0001'), 0)).toMatchObject({ linkedAt: 0 });
      await store.close();
      const days = ['--until', '2026-03-04', '--exact', '--json'];
      const { out } = await run(['report', '--store', url, ...days]);
      const report = JSON.parse(out);
      expect(report.cases).toBe(3);
      expect(report.causes).toMatchObject([
        { cause: 'role-missing', cases: 2, open: 2 },
        { cause: null, cases: 1 },
      ]);
      expect(report.endings.left).toBe(3);
    });

    test('a conversation in the middle of a question goes on with its answer', {
      timeout: 60_000,
    }, async () => {
      const company = await goneOn(older);
      const bob = company.onSlack('bob');
      expect(bob.newest.question?.node).toMatch(/auth-method$/);
      const before = bob.read;
      await bob.newest.answer(bob.newest.question?.options.get('admin-user') ?? '');
      await bob.until(() => bob.read !== before && bob.newest.question?.node !== undefined);
      expect(bob.read).toContain('With the admin user');
      expect(bob.newest.question?.node).not.toMatch(/auth-method$/);
    });

    test('the button on the older card approves; the role is given, both end, the record holds', {
      timeout: 90_000,
    }, async () => {
      let url = '';
      const company = await goneOn(async () => {
        url = await older();
        return url;
      });
      const [rita, dana] = [company.onSlack('rita'), company.onSlack('dana')];
      const cards = company.slack
        .inChannel(APPROVALS)
        .filter(({ shown }) => shown.includes('releases of the shop'));
      const [card] = cards;
      if (card === undefined) throw new Error('there is no card');
      expect(company.writes('roleAssignments/write')).toBe(1);
      await onSlack(company.slack, 'U0OLGA0001', card, (done) => done).press('Approve');
      await rita.reads('Approved, and given: AcrPush');
      expect(company.writes('roleAssignments/write')).toBe(2);
      // What the older version gave, the newer takes away.
      company.sandbox.advance(49 * hour);
      await dana.reads('has ended and is removed');
      expect(company.writes('delete')).toBe(1);
      company.sandbox.advance(25 * hour);
      await rita.reads('has ended and is removed');
      expect(company.writes('delete')).toBe(2);
      await company.stop();
      const { code, out } = await run(['audit', 'verify', '--store', url]);
      expect([code, out]).toEqual([0, expect.stringContaining('The record is unbroken')]);
    });

    test('an outcome from before can be checked again', { timeout: 60_000 }, async () => {
      const company = await goneOn(older);
      company.sandbox.advance(hour);
      const dana = company.onSlack('dana');
      await dana.press('Check again');
      await dana.reads('What was wrong is put right');
    });

    test('a sign-in under way ends in a link', { timeout: 60_000 }, async () => {
      let url = '';
      const company = await goneOn(async () => {
        url = await older();
        return url;
      });
      const page = await company.onSlack('newcomer').page('Link my account');
      const { browser, page: shown } = await visit(company, page, 'bob');
      await browser.press(shown, { decision: 'yes' });
      await company.onSlack('newcomer').reads('Your account is linked.');
      await company.stop();
      const store = await openStore(url, silent);
      const { id } = company.sandbox.world().users.get('bob') ?? {};
      expect(await store.link(keyOf('U0NEWCOMER0001'), 0)).toMatchObject({ objectId: id });
      await store.close();
    });
  });
}
