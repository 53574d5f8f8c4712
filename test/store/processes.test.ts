import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Child } from './child.js';
import { compileStore } from './compile.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';
import { dana, signInOf, start } from './samples.js';

const processes = 8;

let compiled: ReturnType<typeof compileStore>;
beforeAll(() => {
  compiled = compileStore();
}, 120_000);
afterAll(() => compiled.remove());

/** Processes that have opened a store at the same time. */
async function team(
  path: string,
): Promise<{ readonly children: readonly Child[]; readonly opened: unknown[] }> {
  const children = Array.from({ length: processes }, () => new Child(compiled.module));
  return { children, opened: await Promise.all(children.map((child) => child.ask('open', path))) };
}

describe(`${processes} processes at once on one file`, () => {
  it('make its schema once, and all can open it', async () => {
    const path = newPath();
    const { opened } = await team(path);
    expect(opened.filter((it) => JSON.stringify(it) === '{"migrated":1}')).toHaveLength(1);
    expect(opened.filter((it) => JSON.stringify(it) === '{"migrated":0}')).toHaveLength(processes - 1);
  });

  it('see each key first once', async () => {
    const { children } = await team(newPath());
    const firsts = await Promise.all(children.map((child) => child.ask('see', 200)));
    expect(sum(firsts)).toBe(200);
  });

  it('lose no save', async () => {
    const path = newPath();
    const { children } = await team(path);
    const again = await Promise.all(children.map((child) => child.ask('add', dana, 150)));
    expect(await (await storeAt(path)).conversation(dana)).toEqual({
      version: processes * 150,
      state: processes * 150,
    });
    // Else they never met, and the test shows nothing.
    expect(sum(again)).toBeGreaterThan(0);
  });

  it('take each sign-in once', async () => {
    const path = newPath();
    const store = await storeAt(path);
    for (let i = 0; i < 100; i++) await store.beginSignIn(`hash ${i}`, signInOf(dana, start + 1));
    const { children } = await team(path);
    const taken = await Promise.all(children.map((child) => child.ask('take', 100)));
    expect(sum(taken)).toBe(100);
  });
});

it('everything acknowledged is there after kill -9 in the middle of writing, time and again', async () => {
  const path = newPath();
  const acknowledged: number[] = [];
  for (const lines of [1, 50, 137, 300]) {
    const child = new Child(compiled.module);
    expect(await child.ask('open', path)).toMatchObject({ migrated: expect.any(Number) });
    acknowledged.push(Number(await child.ask('writeOn', dana)));
    for (let line = 1; line < lines; line++) acknowledged.push(Number(await child.next()));
    acknowledged.push(...(await child.kill()).map(Number));

    const store = await storeAt(path);
    const found = await store.conversation(dana);
    const last = acknowledged.at(-1) ?? 0;
    // The last save may have been made and its acknowledgement lost.
    expect([last, last + 1]).toContain(found?.version);
    expect(found?.state).toMatchObject({ next: found?.version });
    for (const next of acknowledged) {
      expect(await store.firstSeen(`written ${next}`, start), `key ${next}`).toBe(false);
    }
    expect(await store.ready()).toBe(true);
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThan(480);
});

describe('without the right to write', () => {
  it('a folder gets no database', async () => {
    const path = newPath();
    chmodSync(dirname(path), 0o555);
    onTestFinished(() => chmodSync(dirname(path), 0o755));
    expect(await new Child(compiled.module, { unprivileged: true }).ask('open', path)).toEqual({
      code: 'read-only',
    });
  });

  it('a database is not opened', async () => {
    const path = newPath();
    await (await storeAt(path)).close();
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o444);
    expect(await new Child(compiled.module, { unprivileged: true }).ask('open', path)).toEqual({
      code: 'read-only',
    });
  });
});

it('a migration that was made is not made again', async () => {
  const path = newPath();
  for (let i = 0; i < 3; i++) await (await storeAt(path)).close();
  const { count } = await tablesAt(path)
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select((it) => it.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
});

function sum(numbers: readonly unknown[]): number {
  return numbers.reduce<number>((total, it) => total + Number(it), 0);
}
