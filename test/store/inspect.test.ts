import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectStore } from '../../src/store/inspect.js';
import { migrations } from '../../src/store/migrations.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';
import { withPostgres } from './postgres.js';
import { ask } from './postgres-server.js';

const steps = Object.keys(migrations);
const last = steps.at(-1) ?? '';
const looked = { kind: 'looked', engine: 'sqlite', lasting: true, unencrypted: false };

async function ready(): Promise<string> {
  const path = newPath();
  await (await storeAt(`sqlite:${path}`)).close();
  return path;
}

const sqlite = (path: string) => inspectStore(`sqlite:${path}`);

describe('a look at a file, which changes nothing', () => {
  it('sees that there is none, and makes none', async () => {
    const path = newPath();
    expect(await sqlite(path)).toEqual({ ...looked, empty: true, pending: steps });
    expect(existsSync(path)).toBe(false);
  });

  it('sees that all is in order', async () => {
    expect(await sqlite(await ready())).toEqual({ ...looked, empty: false, pending: [] });
  });

  it('sees a step that is to be run, and does not run it', async () => {
    const path = await ready();
    const tables = tablesAt(path);
    await sql`delete from kysely_migration where name = ${last}`.execute(tables);
    expect(await sqlite(path)).toEqual({ ...looked, empty: false, pending: [last] });
    expect(await sqlite(path)).toMatchObject({ pending: [last] });
  });

  it('sees that a newer version wrote it', async () => {
    const path = await ready();
    await sql`insert into kysely_migration values ('9999-later', 'now')`.execute(tablesAt(path));
    expect(await sqlite(path)).toEqual({ kind: 'failed', code: 'newer-schema' });
  });

  it('sees that another process is writing', async () => {
    const path = await ready();
    await tablesAt(path)
      .connection()
      .execute(async (connection) => {
        await sql`begin immediate`.execute(connection);
        expect(await sqlite(path)).toEqual({ kind: 'failed', code: 'locked' });
        await sql`rollback`.execute(connection);
      });
  });

  it('sees that something else lies there', async () => {
    const path = newPath();
    writeFileSync(path, 'not a database at all, but long enough to be read as a header of one'.repeat(40));
    expect(await sqlite(path)).toEqual({ kind: 'failed', code: 'not-a-database' });
    const folder = join(dirname(path), 'folder');
    mkdirSync(folder);
    expect(await sqlite(folder)).toEqual({ kind: 'failed', code: 'not-a-database' });
  });

  it('sees a folder that is not there, and an address that is none', async () => {
    expect(await sqlite('/does/not/exist/x.db')).toEqual({ kind: 'failed', code: 'not-found' });
    expect(await inspectStore('sqlite://x')).toEqual({ kind: 'failed', code: 'unsupported-url' });
    expect(await inspectStore('sqlite::memory:')).toMatchObject({ lasting: false });
  });

  it('leaves no journals behind', async () => {
    const path = await ready();
    const before = readdirSync(dirname(path));
    await sqlite(path);
    expect(readdirSync(dirname(path))).toEqual(before);
  });
});

it('nobody listens at the address of a server', async () => {
  expect(await inspectStore('postgres://acr:fake@127.0.0.1:1/x')).toEqual({
    kind: 'failed',
    code: 'unreachable',
  });
});

await withPostgres((server) => {
  const postgres = { ...looked, engine: 'postgres' };

  it('sees an empty database, leaves it empty, then one that is in order, and a step to be run', async () => {
    const url = await server.newDatabase();
    expect(await inspectStore(url)).toEqual({ ...postgres, empty: true, pending: steps });
    expect(await inspectStore(url)).toMatchObject({ empty: true });
    await (await storeAt(url)).close();
    expect(await inspectStore(url)).toEqual({ ...postgres, empty: false, pending: [] });
    await ask(url, `delete from kysely_migration where name = '${last}'`);
    expect(await inspectStore(url)).toMatchObject({ pending: [last] });
  });

  it('sees an account that may not write, and a password that is wrong', async () => {
    const url = new URL(await server.newDatabase());
    await (await storeAt(url.href)).close();
    await ask(url.href, "create role looker login password 'fake-looker'");
    await ask(url.href, 'grant select on all tables in schema public to looker');
    onTestFinished(() => ask(url.href, 'drop owned by looker').then(() => {}));
    const looker = new URL(url.href);
    Object.assign(looker, { username: 'looker', password: 'fake-looker' });
    expect(await inspectStore(looker.href)).toEqual({ kind: 'failed', code: 'read-only' });
    const wrong = new URL(url.href);
    wrong.password = 'fake-wrong';
    expect(await inspectStore(wrong.href)).toEqual({ kind: 'failed', code: 'denied' });
  });
});
