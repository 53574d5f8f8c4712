import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { storeOn } from '../../src/store/database-store.js';
import { openStore } from '../../src/store/open.js';
import { explainSqlite, openSqlite } from '../../src/store/sqlite.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';
import { dana, start } from './samples.js';

const refusal = (code: string) => ({ name: 'StoreError', code });

describe('a store that cannot be opened says why', () => {
  it.each([
    'postgres:acr',
    'mysql://acr:fake-password@db.example/acr',
    'sqlite:',
    'sqlite://store.db',
    'sqlite:a\0b',
    'store.db',
    '',
  ])('%j is no address of a store', async (url) => {
    const failed = await openStore(url, silent).catch((error: unknown) => error);
    expect(failed).toMatchObject(refusal('unsupported-url'));
    expect(String(failed)).not.toContain('fake-password');
  });

  it('the folder is missing', async () => {
    const path = join(dirname(newPath()), 'missing', 'store.db');
    await expect(storeAt(`sqlite:${path}`)).rejects.toMatchObject(refusal('not-found'));
  });

  it('the path is a folder', async () => {
    const path = newPath();
    mkdirSync(path);
    await expect(storeAt(`sqlite:${path}`)).rejects.toMatchObject(refusal('not-a-database'));
  });

  it('the file is something else, which stays as it is', async () => {
    const path = newPath();
    const text = 'kept by somebody for something else\n'.repeat(200);
    writeFileSync(path, text);
    await expect(storeAt(`sqlite:${path}`)).rejects.toMatchObject(refusal('not-a-database'));
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('a newer version has written it', async () => {
    const path = newPath();
    await (await storeAt(`sqlite:${path}`)).saveConversation(dana, null, 1, start);
    const tables = tablesAt(path);
    await sql`insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z')`.execute(
      tables,
    );
    await expect(storeAt(`sqlite:${path}`)).rejects.toMatchObject(refusal('newer-schema'));
    await sql`delete from kysely_migration where name = '9999-future'`.execute(tables);
    expect(await (await storeAt(`sqlite:${path}`)).conversation(dana)).toMatchObject({ state: 1 });
  });

  it('a newer version writes it while it is open: then it is not current any more', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    expect(await store.current()).toBe(true);
    const tables = tablesAt(path);
    await sql`insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z')`.execute(
      tables,
    );
    expect([await store.current(), await store.ready()]).toEqual([false, true]);
    await sql`delete from kysely_migration`.execute(tables);
    expect(await store.current()).toBe(false);
    await store.close();
    expect(await store.current()).toBe(false);
  });

  it('somebody else holds it', async () => {
    const path = newPath();
    await (await storeAt(`sqlite:${path}`)).close();
    await sql`begin exclusive`.execute(tablesAt(path));
    await expect(storeOn(openSqlite(path, silent), silent, 50)).rejects.toMatchObject(refusal('locked'));
  });
});

describe('a store that cannot be asked is no empty store', () => {
  it('damaged pages', async () => {
    const path = newPath();
    const first = await storeAt(`sqlite:${path}`);
    await first.saveConversation(dana, null, 'x'.repeat(100_000), start);
    await first.close();
    const file = openSync(path, 'r+');
    // All but the first page, which holds the schema.
    for (let page = 4096; page < statSync(path).size; page += 4096)
      writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, page);
    closeSync(file);
    const failed = storeAt(`sqlite:${path}`).then((store) => store.conversation(dana));
    await expect(failed).rejects.toMatchObject(refusal('damaged'));
  });

  it('a state that is no JSON any more, without quoting it', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await store.saveConversation(dana, null, 1, start);
    await tablesAt(path).updateTable('conversation').set({ state: '{"canary":' }).execute();
    const failed = await store.conversation(dana).catch((error: unknown) => error);
    expect(failed).toMatchObject(refusal('damaged'));
    expect(failed).not.toMatchObject({ cause: expect.anything() });
  });

  it('no space: what was there stays, and it works again when there is some', async () => {
    const engine = openSqlite(newPath(), silent);
    const store = await storeOn(engine, silent);
    const version = await store.saveConversation(dana, null, 'before', start);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(engine.db);
    const pages = rows[0]?.page_count ?? 0;
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(engine.db);
    await expect(store.saveConversation(dana, version, 'x'.repeat(200_000), start)).rejects.toMatchObject(
      refusal('full'),
    );
    expect(await store.conversation(dana)).toEqual({ version, state: 'before' });
    await sql`pragma max_page_count = ${sql.lit(pages + 1_000)}`.execute(engine.db);
    expect(await store.saveConversation(dana, version, 'x'.repeat(200_000), start)).not.toBeNull();
    await store.close();
  });

  it('cannot be written to: reads, is not ready, and says so', async () => {
    const engine = openSqlite(newPath(), silent);
    const store = await storeOn(engine, silent);
    await store.saveConversation(dana, null, 'before', start);
    expect(await store.ready()).toBe(true);
    await sql`pragma query_only = on`.execute(engine.db);
    expect(await store.ready()).toBe(false);
    expect(await store.conversation(dana)).toMatchObject({ state: 'before' });
    await expect(store.saveConversation(dana, 1, 'x', start)).rejects.toMatchObject(refusal('read-only'));
    await expect(store.purge(start, 1)).rejects.toMatchObject(refusal('read-only'));
    await store.close();
  });

  it('locked: gives up in the end, and does not stop the process meanwhile', async () => {
    const path = newPath();
    const store = await storeOn(openSqlite(path, silent), silent, 400);
    const other = tablesAt(path);
    await sql`begin immediate`.execute(other);
    expect(await store.ready()).toBe(false);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 1);
    await expect(store.firstSeen('k', start)).rejects.toMatchObject(refusal('locked'));
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(0);
    await sql`rollback`.execute(other);
    expect(await store.ready()).toBe(true);
    await store.close();
  });

  it('locked: a call that still waits when the store is closed is finished first', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    const other = tablesAt(path);
    await sql`begin immediate`.execute(other);
    const waiting = store.firstSeen('k', start);
    // Past the first attempt, so that it is between two.
    await new Promise((resolve) => setImmediate(resolve));
    const closed = store.close();
    await sql`rollback`.execute(other);
    expect(await waiting).toBe(true);
    await closed;
  });

  it('answers questions while somebody else writes', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await store.saveConversation(dana, null, 'before', start);
    const other = tablesAt(path);
    await sql`begin immediate`.execute(other);
    expect(await store.conversation(dana)).toMatchObject({ state: 'before' });
    await sql`rollback`.execute(other);
  });
});

describe('what an error of SQLite means', () => {
  it.each([
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['ENOSPC', 'full'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_IOERR_READ', 'failed'],
    [undefined, 'failed'],
  ])('%s: %s', (code, meaning) => {
    const cause = Object.assign(new Error('x'), { code });
    expect(explainSqlite(cause)).toMatchObject({ code: meaning, cause });
  });

  it('keeps what is explained already', () => {
    const explained = explainSqlite('not even an error');
    expect(explained.code).toBe('failed');
    expect(explainSqlite(explained)).toBe(explained);
  });
});
