import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { storeOn } from '../../src/store/database-store.js';
import { openStore } from '../../src/store/open.js';
import { explainPostgres, openPostgres } from '../../src/store/postgres.js';
import { storeAt } from './open-engine.js';
import { withPostgres } from './postgres.js';
import { ask, fakePassword } from './postgres-server.js';
import { dana, start } from './samples.js';

const refusal = (code: string) => ({ name: 'StoreError', code });

/** Says everything that an error says, causes and hidden fields included. */
function everything(error: unknown): string {
  const fields = error instanceof Error ? Object.getOwnPropertyNames(error) : [];
  const own = fields.map((name) => String(Reflect.get(Object(error), name)));
  return [...own, error instanceof Error && error.cause !== undefined ? everything(error.cause) : ''].join(
    '\n',
  );
}

describe('what an error of PostgreSQL means', () => {
  it.each([
    ['08P01', 'unreachable'],
    ['25006', 'read-only'],
    ['28000', 'denied'],
    ['40001', 'locked'],
    ['40P01', 'locked'],
    ['53100', 'full'],
    ['53300', 'unreachable'],
    ['55P03', 'locked'],
    ['57014', 'timeout'],
    ['57P01', 'unreachable'],
    ['57P03', 'unreachable'],
    ['XX001', 'damaged'],
    ['42P01', 'failed'],
    ['', 'failed'],
  ])('%s: %s', (code, meaning) => {
    const said = Object.assign(new pg.DatabaseError('x', 1, 'error'), { code, detail: 'a row' });
    const explained = explainPostgres(said);
    expect(explained).toMatchObject({ code: meaning });
    // PostgreSQL quotes rows in what it says.
    expect(explained.cause).toBeUndefined();
    expect(explained.message).toContain(code);
  });

  it('keeps what is explained already, and the cause of what is a defect here', () => {
    const defect = new TypeError('x');
    const explained = explainPostgres(defect);
    expect(explained).toMatchObject({ code: 'failed', cause: defect });
    expect(explainPostgres(explained)).toBe(explained);
  });
});

await withPostgres((server) => {
  it('keeps an arrival although every connection is at work', async () => {
    const engine = openPostgres(await server.newDatabase(), silent);
    const store = await storeOn(engine, silent);
    onTestFinished(() => store.close());
    let asleep = true;
    const work = Array.from({ length: 30 }, () => sql`select pg_sleep(0.7)`.execute(engine.db));
    const all = Promise.all(work).then(() => {
      asleep = false;
    });
    await store.arrive({ key: 'k', person: dana }, { holder: 'here', until: start });
    expect(asleep).toBe(true);
    await all;
    expect(await store.takeOver({ holder: 'there', until: start + 1 }, start)).toMatchObject({
      person: dana,
    });
  });

  const tablesOf = (url: string) => {
    const engine = openPostgres(url, silent);
    onTestFinished(() => engine.close());
    return engine;
  };

  describe('a store on a server that cannot be opened says why, and not by what address', () => {
    it.each([
      ['denied', 'the password is wrong', (url: URL) => Object.assign(url, { password: 'fake-wrong' })],
      ['denied', 'the account is unknown', (url: URL) => Object.assign(url, { username: 'nobody' })],
      ['not-found', 'there is no such database', (url: URL) => Object.assign(url, { pathname: '/missing' })],
      ['unreachable', 'nobody listens there', (url: URL) => Object.assign(url, { port: '1' })],
      [
        'unreachable',
        'the server cannot encrypt',
        (url: URL) => Object.assign(url, { search: 'sslmode=require' }),
      ],
      [
        'unreachable',
        'the file of its authorities is missing',
        (url: URL) => Object.assign(url, { search: 'sslmode=require&sslrootcert=/missing/ca.pem' }),
      ],
    ] as const)('%s: %s', async (code, _, change) => {
      const url = change(new URL(await server.newDatabase()));
      const failed = await openStore(url.href, silent).catch((error: unknown) => error);
      expect(failed).toMatchObject(refusal(code));
      for (const secret of [
        fakePassword,
        encodeURIComponent(fakePassword),
        'fake-wrong',
        'postgres:',
        'acr@',
      ])
        expect(everything(failed)).not.toContain(secret);
    });

    it('read-only: the account may not make tables', async () => {
      const url = new URL(await server.newDatabase());
      await ask(url.href, "create role guest login password 'fake-guest'");
      Object.assign(url, { username: 'guest', password: 'fake-guest' });
      await expect(openStore(url.href, silent)).rejects.toMatchObject(refusal('read-only'));
    });

    it('newer-schema: a newer version has written it', async () => {
      const url = await server.newDatabase();
      await (await storeAt(url)).saveConversation(dana, null, 1, start);
      await ask(url, "insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z')");
      await expect(openStore(url, silent)).rejects.toMatchObject(refusal('newer-schema'));
      await ask(url, "delete from kysely_migration where name = '9999-future'");
      expect(await (await storeAt(url)).conversation(dana)).toMatchObject({ state: 1 });
    });

    it('leaves nothing behind where a step of the schema fails', async () => {
      const url = await server.newDatabase();
      // In the way of the last step.
      await ask(url, 'create table heartbeat (x integer)');
      await expect(openStore(url, silent)).rejects.toMatchObject(refusal('failed'));
      const tables = await ask(url, "select tablename from pg_tables where schemaname = 'public'");
      expect(tables).toEqual([{ tablename: 'heartbeat' }]);
    });
  });

  it('says of a double what is no row of it', async () => {
    const url = await server.newDatabase();
    const { db, explain } = tablesOf(url);
    await (await storeAt(url)).saveReference(dana, 'fake-canary', start);
    const row = { person: dana, reference: 'fake-canary', touched_at: start };
    const failed = await db
      .insertInto('reference')
      .values(row)
      .execute()
      .catch((error: unknown) => explain(error));
    expect(failed).toMatchObject(refusal('conflict'));
    expect(everything(failed)).not.toContain(dana);
  });

  it('reads a bigint as a number, one that is none as damage, and for nobody else', async () => {
    const url = await server.newDatabase();
    const { db, explain } = tablesOf(url);
    const read = async (text: string) =>
      (await sql<{ n: unknown }>`select ${text}::bigint as n`.execute(db)).rows[0]?.n;
    for (const number of [0, start, -start, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])
      expect(await read(String(number))).toBe(number);
    for (const text of ['9007199254740992', '-9223372036854775808'])
      expect(await read(text).catch((error: unknown) => explain(error))).toMatchObject(refusal('damaged'));
    expect(await read('1')).toBe(1);
    expect(await ask(url, 'select 1::bigint as n')).toEqual([{ n: '1' }]);
  });

  it('is known to the server by name, with limits on statements, locks and idle transactions', async () => {
    const { db } = tablesOf(await server.newDatabase());
    const names = [
      'application_name',
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
    ];
    const settings = await Promise.all(
      names.map(async (name) => {
        const { rows } = await sql<{ it: string }>`select current_setting(${name}) as it`.execute(db);
        return rows[0]?.it;
      }),
    );
    expect(settings).toEqual(['acr-help', '10s', '5s', '10s']);
  });

  it('takes ten connections and no more', async () => {
    const url = await server.newDatabase();
    const store = await storeAt(url);
    await Promise.all(Array.from({ length: 200 }, (_, i) => store.firstSeen(`k${i}`, start)));
    const [{ n }] = (await ask(
      url,
      "select count(*)::int as n from pg_stat_activity where application_name = 'acr-help' and datname = current_database()",
    )) as [{ n: number }];
    expect(n).toBeGreaterThan(1);
    expect(n).toBeLessThanOrEqual(10);
  });

  it('closes its connections', async () => {
    const url = await server.newDatabase();
    const store = await storeAt(url);
    await store.firstSeen('k', start);
    await store.close();
    await expect
      .poll(() =>
        ask(
          url,
          "select pid from pg_stat_activity where application_name = 'acr-help' and datname = current_database()",
        ),
      )
      .toEqual([]);
  });
});
