import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Child } from './child.js';
import { compileStore } from './compile.js';
import { storeAt } from './open-engine.js';
import { dana, signInOf, start } from './samples.js';

const processes = 8;

/**
 * What holds for a store that several processes stand on, whatever happens to one of them.
 *
 * @param newUrl gives the address of an empty store
 * @param rounds times that each process adds to the number that they share
 */
export function describeProcesses(
  name: string,
  newUrl: () => string | Promise<string>,
  rounds: number,
): void {
  let compiled: ReturnType<typeof compileStore>;
  beforeAll(() => {
    compiled = compileStore();
  }, 120_000);
  afterAll(() => compiled.remove());

  /** Processes that have opened a store at the same time. */
  async function team(
    url: string,
  ): Promise<{ readonly children: readonly Child[]; readonly opened: unknown[] }> {
    const children = Array.from({ length: processes }, () => new Child(compiled.module));
    return { children, opened: await Promise.all(children.map((child) => child.ask('open', url))) };
  }

  describe(`${processes} processes at once: ${name}`, () => {
    it('make its schema once, and all can open it', async () => {
      const url = await newUrl();
      const { opened } = await team(url);
      expect(opened.filter((it) => JSON.stringify(it) === '{"migrated":1}')).toHaveLength(1);
      expect(opened.filter((it) => JSON.stringify(it) === '{"migrated":0}')).toHaveLength(processes - 1);
    });

    it('see each key first once', async () => {
      const { children } = await team(await newUrl());
      const firsts = await Promise.all(children.map((child) => child.ask('see', 200)));
      expect(sum(firsts)).toBe(200);
    });

    it('lose no save', async () => {
      const url = await newUrl();
      const { children } = await team(url);
      const again = await Promise.all(children.map((child) => child.ask('add', dana, rounds)));
      expect(await (await storeAt(url)).conversation(dana)).toMatchObject({ state: processes * rounds });
      // Else they never met, and the test shows nothing.
      expect(sum(again)).toBeGreaterThan(0);
    });

    it('take each sign-in once', async () => {
      const url = await newUrl();
      const store = await storeAt(url);
      for (let i = 0; i < 100; i++) await store.beginSignIn(`hash ${i}`, signInOf(dana, start + 1));
      const { children } = await team(url);
      const taken = await Promise.all(children.map((child) => child.ask('take', 100)));
      expect(sum(taken)).toBe(100);
    });
  });

  it(`everything acknowledged is there after kill -9 in the middle of writing, time and again: ${name}`, async () => {
    const url = await newUrl();
    const acknowledged: number[] = [];
    for (const lines of [1, 50, 137, 300]) {
      const child = new Child(compiled.module);
      expect(await child.ask('open', url)).toMatchObject({ migrated: expect.any(Number) });
      acknowledged.push(Number(await child.ask('writeOn', dana)));
      for (let line = 1; line < lines; line++) acknowledged.push(Number(await child.next()));
      acknowledged.push(...(await child.kill()).map(Number));

      const store = await storeAt(url);
      const found = await store.conversation(dana);
      const last = acknowledged.at(-1) ?? 0;
      // The last save may have been made and its acknowledgement lost.
      expect(found?.state).toMatchObject({ next: expect.toBeOneOf([last, last + 1]) });
      for (const next of acknowledged) {
        expect(await store.firstSeen(`written ${next}`, start), `key ${next}`).toBe(false);
      }
      expect(await store.ready()).toBe(true);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(480);
  });
}

function sum(numbers: readonly unknown[]): number {
  return numbers.reduce<number>((total, it) => total + Number(it), 0);
}
