import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';
import { dana, kim, signInOf, start, stepOf } from './samples.js';

describe('a store in a file', () => {
  it('keeps everything over a restart', async () => {
    const path = newPath();
    const first = await storeAt(`sqlite:${path}`);
    await first.firstSeen('k', start);
    const version = await first.saveConversation(dana, null, { a: 1 }, start);
    await first.saveReference(dana, 'r', start);
    await first.saveLanguage(dana, 'de', start);
    const summary = { id: 'c', registry: null, cause: null, resolved: false, updatedAt: start };
    await first.saveCase(dana, stepOf('c', start));
    const link = { objectId: 'o', tenant: 't', linkedAt: start, expiresAt: start + 1 };
    await first.saveLink(dana, link);
    await first.beginSignIn('h', signInOf(dana, start + 1));
    await first.close();

    const second = await storeAt(`sqlite:${path}`);
    expect(await second.firstSeen('k', start)).toBe(false);
    expect(await second.conversation(dana)).toEqual({ version, state: { a: 1 } });
    expect(await second.reference(dana)).toBe('r');
    expect(await second.language(dana)).toBe('de');
    expect(await second.cases(dana, 9)).toEqual([summary]);
    expect(await second.link(dana, start)).toEqual(link);
    expect(await second.takeSignIn('h', start)).toEqual(signInOf(dana, start + 1));
  });

  it('is readable by its own account only, journals included', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await store.firstSeen('k', start);
    expect(modesIn(dirname(path))).toEqual({
      'store.db': 0o600,
      'store.db-shm': 0o600,
      'store.db-wal': 0o600,
    });
  });

  it('takes the rights of others away from a file that was there', async () => {
    const path = newPath();
    await (await storeAt(`sqlite:${path}`)).close();
    for (const name of readdirSync(dirname(path))) chmodSync(join(dirname(path), name), 0o644);
    await storeAt(`sqlite:${path}`);
    expect(Object.values(modesIn(dirname(path))).every((mode) => mode === 0o600)).toBe(true);
  });

  it('is set to what durability and deletion rest on', async () => {
    const db = tablesAt(newPath());
    const setting = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(1);
    expect(await setting('secure_delete')).toBe(1);
    expect(await setting('foreign_keys')).toBe(1);
    expect(await setting('busy_timeout')).toBe(100);
  });

  it('gives two stores on it one first sight, one save and one sign-in', async () => {
    const path = newPath();
    const stores = [await storeAt(`sqlite:${path}`), await storeAt(`sqlite:${path}`)];
    const [one] = stores;
    await one?.beginSignIn('h', signInOf(dana, start + 1));
    const winners = async (ask: (store: (typeof stores)[number]) => Promise<unknown>) =>
      (await Promise.all(Array.from({ length: 10 }, () => stores.map(ask)).flat())).filter(Boolean);
    expect(await winners((store) => store.firstSeen('k', start))).toHaveLength(1);
    const [version, ...others] = await winners((store) => store.saveConversation(dana, null, 1, start));
    expect([version, others]).toEqual([expect.any(Number), []]);
    expect(await winners((store) => store.saveConversation(dana, Number(version), 2, start))).toHaveLength(1);
    expect(await winners((store) => store.takeSignIn('h', start))).toHaveLength(1);
  });

  it('keeps no key as it came, since it may derive from a signature', async () => {
    const path = newPath();
    await (await storeAt(`sqlite:${path}`)).firstSeen('v0=fake-signature', start);
    const rows = await tablesAt(path).selectFrom('seen_key').selectAll().execute();
    expect(rows).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/), seen_at: start }]);
  });

  it('keeps feedback without a person, adds the word to it, and lets it go after 400 days', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    const tables = tablesAt(path);
    const pressed = { id: 'f1', cause: 'role-missing', helped: false, word: null, at: start } as const;
    await store.saveFeedback(pressed);
    await store.saveFeedback({ ...pressed, word: 'wrong' });
    await store.saveFeedback(pressed);
    await store.forget(dana);
    await store.forget(kim);
    const rows = () => tables.selectFrom('feedback').selectAll().execute();
    const row = { id: 'f1', cause: 'role-missing', helped: 0, word: 'wrong', at: start };
    expect(await rows()).toEqual([row]);
    const after400Days = start + 400 * 24 * 60 * 60 * 1000;
    await store.purge(after400Days, 1);
    expect(await rows()).toEqual([row]);
    await store.purge(after400Days + 1, 1);
    expect(await rows()).toEqual([]);
  });

  it('reads what an other version wrote as unknown, never as something else', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    const tables = tablesAt(path);
    await store.saveLanguage(dana, 'de', start);
    await tables.updateTable('language').set({ language: 'tlh' }).execute();
    await store.saveCase(dana, stepOf('c', start, { cause: 'role-missing', resolved: true }));
    await tables.updateTable('case_summary').set({ cause: 'of-the-future' }).execute();
    expect(await store.language(dana)).toBeNull();
    expect(await store.cases(dana, 1)).toMatchObject([{ id: 'c', cause: null }]);
  });

  it('rolls back what was begun, and says the first error', async () => {
    const engine = openSqlite(':memory:', silent);
    await sql`create table t (a integer primary key)`.execute(engine.db);
    const failing = engine.exclusively(async (db) => {
      await sql`insert into t values (1)`.execute(db);
      // As SQLite itself does after some errors.
      await sql`rollback`.execute(db);
      throw new Error('the first error');
    });
    await expect(failing).rejects.toThrow('the first error');
    expect((await sql`select * from t`.execute(engine.db)).rows).toEqual([]);
    await engine.close();
  });
});

function modesIn(folder: string): Record<string, number> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]),
  );
}
