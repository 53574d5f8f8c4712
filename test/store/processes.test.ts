import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../src/store/migrations.js';
import { Child } from './child.js';
import { compileStore } from './compile.js';
import { describeProcesses } from './describe-processes.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';

describeProcesses('SQLite', () => `sqlite:${newPath()}`, 150);

describe('without the right to write', () => {
  let compiled: ReturnType<typeof compileStore>;
  beforeAll(() => {
    compiled = compileStore();
  }, 120_000);
  afterAll(() => compiled.remove());

  it('a folder gets no database', async () => {
    const path = newPath();
    chmodSync(dirname(path), 0o555);
    onTestFinished(() => chmodSync(dirname(path), 0o755));
    expect(await new Child(compiled.module, { unprivileged: true }).ask('open', `sqlite:${path}`)).toEqual({
      code: 'read-only',
    });
  });

  it('a look sees both', async () => {
    const path = newPath();
    const look = () => new Child(compiled.module, { unprivileged: true }).ask('inspect', `sqlite:${path}`);
    chmodSync(dirname(path), 0o555);
    onTestFinished(() => chmodSync(dirname(path), 0o755));
    expect(await look()).toEqual({ kind: 'failed', code: 'read-only' });
    chmodSync(dirname(path), 0o755);
    await (await storeAt(`sqlite:${path}`)).close();
    chmodSync(path, 0o444);
    expect(await look()).toEqual({ kind: 'failed', code: 'read-only' });
  });

  it('a database is not opened', async () => {
    const path = newPath();
    await (await storeAt(`sqlite:${path}`)).close();
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o444);
    expect(await new Child(compiled.module, { unprivileged: true }).ask('open', `sqlite:${path}`)).toEqual({
      code: 'read-only',
    });
  });
});

it('a migration that was made is not made again', async () => {
  const path = newPath();
  for (let i = 0; i < 3; i++) await (await storeAt(`sqlite:${path}`)).close();
  const { count } = await tablesAt(path)
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select((it) => it.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(Object.keys(migrations).length);
});
