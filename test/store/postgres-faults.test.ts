import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Log, silent } from '../../src/observe/log.js';
import { storeOn } from '../../src/store/database-store.js';
import { migrations } from '../../src/store/migrations.js';
import { openStore } from '../../src/store/open.js';
import { openPostgres } from '../../src/store/postgres.js';
import type { Store } from '../../src/store/store.js';
import { storeAt } from './open-engine.js';
import { withPostgres } from './postgres.js';
import { ask } from './postgres-server.js';
import { dana, kim, start } from './samples.js';
import { proxyTo } from './tcp-proxy.js';

const unreachable = { name: 'StoreError', code: 'unreachable' };

const whoWaits = "where datname = current_database() and wait_event_type = 'Lock'";

await withPostgres((server) => {
  /** A store behind a proxy, and the way past it. */
  async function behindProxy(limits: Parameters<typeof openPostgres>[2] = {}) {
    const direct = await server.newDatabase();
    const proxy = await proxyTo(server.port);
    const url = Object.assign(new URL(direct), { port: String(proxy.port) }).href;
    const store = await storeOn(openPostgres(url, silent, limits), silent);
    onTestFinished(() => store.close());
    return { direct, url, proxy, store };
  }

  /** A connection beside the store, for locks. */
  const besides = (url: string) => {
    const { db, close } = openPostgres(url, silent);
    onTestFinished(close);
    return db;
  };

  /** Sees keys without a pause, from some sides at once, until told to stop. */
  function load(store: Store) {
    const seen: string[] = [];
    const failures: unknown[] = [];
    let going = true;
    const side = async (name: string) => {
      for (let i = 0; going; i++) {
        const key = `${name} ${i}`;
        await store.firstSeen(key, start).then(
          () => seen.push(key),
          (error: unknown) => failures.push(error),
        );
        // A server that is not there refuses at once.
        if (failures.length > 0) await pause(1);
      }
    };
    const sides = Promise.all(['a', 'b', 'c', 'd'].map(side));
    const until = async (enough: () => boolean) => {
      while (!enough()) await pause(5);
    };
    return {
      seen,
      failures,
      until,
      async end() {
        going = false;
        await sides;
      },
    };
  }

  async function expectAllKept(store: Store, seen: readonly string[]) {
    const again = await Promise.all(seen.map((key) => store.firstSeen(key, start)));
    expect(again.filter(Boolean)).toEqual([]);
  }

  describe('a server that stops and starts again under load', () => {
    it('fails calls meanwhile, loses nothing acknowledged, and is used again', async () => {
      const store = await storeAt(await server.newDatabase());
      const { seen, failures, until, end } = load(store);
      await until(() => seen.length > 50);
      await server.stop();
      await until(() => failures.length > 20);
      expect(await store.ready()).toBe(false);
      await server.start();
      const before = seen.length;
      await until(() => seen.length > before + 50);
      await end();
      for (const failure of failures) expect(failure).toMatchObject(unreachable);
      expect(await store.ready()).toBe(true);
      await expectAllKept(store, seen);
    });

    it('does not end the process of who has nothing to ask of it meanwhile', async () => {
      const said: unknown[] = [];
      const log: Log = { ...silent, warn: (event, fields) => said.push([event, fields]) };
      const store = await openStore(await server.newDatabase(), log);
      onTestFinished(() => store.close());
      await store.firstSeen('k', start);
      await server.stop();
      await server.start();
      expect(said).toEqual([['store.connection-lost', { reason: 'unreachable' }]]);
      expect(await store.firstSeen('k', start)).toBe(false);
    });
  });

  describe('a connection that is cut', () => {
    it('fails the calls on it with a code, and later ones work', async () => {
      const { proxy, store } = await behindProxy();
      const { seen, failures, until, end } = load(store);
      for (let times = 1; times <= 3; times++) {
        const before = seen.length;
        await until(() => seen.length > before + 30);
        const failed = failures.length;
        proxy.cut();
        await until(() => failures.length > failed || seen.length > before + 2_000);
      }
      await end();
      expect(failures.length).toBeGreaterThan(0);
      for (const failure of failures) expect(failure).toMatchObject(unreachable);
      await expectAllKept(store, seen);
    });

    it.each([
      ['cut', /cannot be reached/],
      ['ended by the server', /57P01/],
    ] as const)(
      'in the middle of a transaction, %s, leaves nothing of it, and says why',
      async (how, why) => {
        const { direct, proxy, store } = await behindProxy();
        await store.saveConversation(dana, null, 1, start);
        await store.saveReference(dana, 'r', start);
        // Holds up the second statement of `forget`.
        const failed = await besides(direct)
          .transaction()
          .execute(async (all) => {
            await all.updateTable('reference').set({ reference: 'held' }).execute();
            const forgetting = store.forget(dana).catch((error: unknown) => error);
            await waiting(direct);
            if (how === 'cut') proxy.cut();
            else await ask(direct, `select pg_terminate_backend(pid) from pg_stat_activity ${whoWaits}`);
            return forgetting;
          });
        expect(failed).toMatchObject({ ...unreachable, message: expect.stringMatching(why) });
        expect(await store.conversation(dana)).toMatchObject({ state: 1 });
        await store.forget(dana);
        expect(await store.reference(dana)).toBeNull();
      },
    );

    it('between two statements ends no process', async () => {
      const { url, proxy } = await behindProxy();
      const engine = openPostgres(url, silent);
      onTestFinished(engine.close);
      const failed = engine.db.transaction().execute(async (all) => {
        await sql`select 1`.execute(all);
        proxy.cut();
        await pause(50);
        await sql`select 1`.execute(all);
      });
      await expect(failed).rejects.toMatchObject(unreachable);
      expect((await sql<{ n: number }>`select 1 as n`.execute(engine.db)).rows).toEqual([{ n: 1 }]);
    });
  });

  it('a server that falls silent is not ready within two seconds, and is again when it speaks', async () => {
    const { proxy, store } = await behindProxy();
    expect(await store.ready()).toBe(true);
    proxy.fallSilent();
    const began = performance.now();
    expect(await store.ready()).toBe(false);
    expect(performance.now() - began).toBeLessThan(4_000);
    proxy.cut();
    proxy.speakAgain();
    await expect.poll(() => store.ready()).toBe(true);
  });

  it('a server that never answers is given up, and the connection is not used again', async () => {
    const { proxy, store } = await behindProxy({ query_timeout: 300 });
    await store.firstSeen('k', start);
    proxy.fallSilent();
    await expect(store.firstSeen('k', start)).rejects.toMatchObject({ code: 'timeout' });
    proxy.speakAgain();
    expect(await store.firstSeen('k', start)).toBe(false);
  });

  describe('locks of others', () => {
    it('do not let a purge take what they have touched', async () => {
      const url = await server.newDatabase();
      const store = await storeAt(url);
      await store.saveConversation(dana, null, 1, start);
      await store.saveConversation(kim, null, 1, start);
      const purged = await besides(url)
        .transaction()
        .execute(async (all) => {
          await all
            .updateTable('conversation')
            .set({ touched_at: start + 9 })
            .where('person', '=', dana)
            .execute();
          const purging = store.purge(start + 5, 5);
          await waiting(url);
          return { purging };
        });
      await purged.purging;
      expect(await store.conversation(dana)).not.toBeNull();
      expect(await store.conversation(kim)).toBeNull();
    });

    it('hold up who starts, who then has nothing left to do to the schema', async () => {
      const url = await server.newDatabase();
      const steps: unknown[] = [];
      const log: Log = { ...silent, info: (_event, fields) => steps.push(fields) };
      const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url, log)));
      await Promise.all(stores.map((store) => store.close()));
      expect(steps).toEqual([{ steps: Object.keys(migrations).length }]);
    });

    it('are given up in the end: locked', async () => {
      const url = await server.newDatabase();
      const store = await storeOn(openPostgres(url, silent, { lock_timeout: 200 }), silent, 300);
      onTestFinished(() => store.close());
      await besides(url)
        .transaction()
        .execute(async (all) => {
          await sql`lock table seen_key in exclusive mode`.execute(all);
          await expect(store.firstSeen('k', start)).rejects.toMatchObject({ code: 'locked' });
        });
      expect(await store.firstSeen('k', start)).toBe(true);
    });
  });

  /** Until somebody waits for a lock in a database. */
  async function waiting(url: string): Promise<void> {
    while ((await ask(url, `select 1 from pg_stat_activity ${whoWaits}`)).length === 0) await pause(5);
  }
});
