import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignIn, Store } from '../../src/store/store.js';
import { dana, kim, signInOf, start, stepOf } from './samples.js';

/**
 * What every store keeps to, whatever engine it stands on.
 *
 * @param open gives an empty store
 */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the contract of a store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('seen keys', () => {
      it('says of a key once that it is new', async () => {
        expect(await store.firstSeen('k', start)).toBe(true);
        expect(await store.firstSeen('k', start + 1)).toBe(false);
        expect(await store.firstSeen('K', start)).toBe(true);
      });

      it('says it once also to many who ask at the same time', async () => {
        const answers = await Promise.all(Array.from({ length: 50 }, () => store.firstSeen('k', start)));
        expect(answers.filter(Boolean)).toHaveLength(1);
      });

      it('takes any string for a key, and confuses no two', async () => {
        for (const key of ['', 'a\0b', 'a\0c', '\ud800', '\ud801', '漢']) {
          expect(await store.firstSeen(key, start), JSON.stringify(key)).toBe(true);
        }
      });
    });

    describe('conversations', () => {
      it('are null before they are saved', async () => {
        expect(await store.conversation(dana)).toBeNull();
      });

      /** Saves where it must succeed. */
      const save = async (version: number | null, state: unknown) => {
        const saved = await store.saveConversation(dana, version, state, start);
        if (saved === null) throw new Error('not saved');
        return saved;
      };

      it('have another version after each save', async () => {
        const first = await save(null, { a: 1 });
        expect(await store.conversation(dana)).toEqual({ version: first, state: { a: 1 } });
        const second = await save(first, { a: 2 });
        expect(await store.conversation(dana)).toEqual({ version: second, state: { a: 2 } });
        expect(second).not.toBe(first);
      });

      it('are not saved over what somebody else has saved', async () => {
        const first = await save(null, 'first');
        expect(await store.saveConversation(dana, null, 'lost', start)).toBeNull();
        expect(await store.saveConversation(dana, first + 1, 'lost', start)).toBeNull();
        const second = await save(first, 'second');
        expect(await store.saveConversation(dana, first, 'lost', start)).toBeNull();
        expect(await store.conversation(dana)).toEqual({ version: second, state: 'second' });
      });

      it('are not brought back by who read them before they were forgotten', async () => {
        const version = await save(null, 1);
        await store.forget(dana);
        expect(await store.saveConversation(dana, version, 2, start)).toBeNull();
        expect(await store.conversation(dana)).toBeNull();
      });

      it('begun again are not saved over by who read them before they were forgotten', async () => {
        const held: number[] = [];
        for (let times = 0; times < 5; times++) {
          for (const version of held)
            expect(await store.saveConversation(dana, version, 'old', start)).toBeNull();
          const first = await save(null, 'new');
          held.push(first, await save(first, 'newer'));
          for (const version of held.slice(0, -1))
            expect(await store.saveConversation(dana, version, 'old', start)).toBeNull();
          expect(await store.conversation(dana)).toMatchObject({ state: 'newer' });
          await store.forget(dana);
        }
        expect(new Set(held).size).toBe(held.length);
      });

      it('have one winner among many who save at the same time', async () => {
        const round = async (version: number | null) => {
          const tries = Array.from({ length: 20 }, (_, i) => store.saveConversation(dana, version, i, start));
          return (await Promise.all(tries)).filter((saved) => saved !== null);
        };
        let version: number | null = null;
        for (let rounds = 0; rounds < 3; rounds++) {
          const saved: readonly number[] = await round(version);
          expect(saved).toHaveLength(1);
          version = saved[0] ?? null;
          expect(await store.conversation(dana)).toMatchObject({ version });
        }
      });

      it('belong to one person each', async () => {
        await store.saveConversation(dana, null, 'of dana', start);
        expect(await store.conversation(kim)).toBeNull();
      });

      it('keep every JSON value as it is', async () => {
        const state = { text: '漢字 \0 \ud800 "\'', list: [null, true, 1e300, -0.5], deep: { '': [] } };
        const version = await save(null, state);
        expect(await store.conversation(dana)).toEqual({ version, state });
      });

      it('may have 256 KiB and not a byte more', async () => {
        const room = 256 * 1024 - '""'.length;
        // Three bytes a character: bytes count, not characters.
        const wide = '漢'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3);
        const version = await save(null, wide);
        await expect(store.saveConversation(dana, version, `${wide}x`, start)).rejects.toMatchObject({
          name: 'StoreError',
          code: 'too-large',
        });
        expect(await store.conversation(dana)).toEqual({ version, state: wide });
      });

      it('refuse what is no JSON', async () => {
        const cycle: { self?: unknown } = {};
        cycle.self = cycle;
        for (const state of [undefined, () => 1, 1n, cycle]) {
          await expect(store.saveConversation(dana, null, state, start)).rejects.toMatchObject({
            code: 'not-storable',
          });
        }
        expect(await store.conversation(dana)).toBeNull();
      });
    });

    it('keeps the newest reference and language of a person', async () => {
      expect(await store.reference(dana)).toBeNull();
      expect(await store.language(dana)).toBeNull();
      await store.saveReference(dana, '{"a":1}', start);
      await store.saveReference(dana, '{"a":2}', start);
      await store.saveLanguage(dana, 'de', start);
      await store.saveLanguage(dana, 'zh-Hans', start);
      expect(await store.reference(dana)).toBe('{"a":2}');
      expect(await store.language(dana)).toBe('zh-Hans');
      expect(await store.reference(kim)).toBeNull();
      expect(await store.language(kim)).toBeNull();
    });

    it('refuses a text that it could not give back', async () => {
      for (const text of ['a\0b', 'a\ud800b']) {
        const refused = { name: 'StoreError', code: 'not-storable' };
        await expect(store.saveReference(dana, text, start)).rejects.toMatchObject(refused);
        await expect(store.saveConversation(`slack\nT1\n${text}`, null, 1, start)).rejects.toMatchObject(
          refused,
        );
      }
    });

    it('lists cases newest first, up to a limit, each once', async () => {
      const registry = 'contoso.azurecr.io';
      await store.saveCase(dana, stepOf('c1', start + 1, { registry }));
      await store.saveCase(dana, stepOf('c3', start + 3, { registry }));
      await store.saveCase(dana, stepOf('c2', start + 2, { registry }));
      const resolved = { id: 'c1', registry: null, cause: 'role-missing', resolved: true } as const;
      await store.saveCase(dana, stepOf('c1', start + 4, resolved));
      await store.saveCase(kim, stepOf('c1', start + 9, { registry }));

      const all = await store.cases(dana, 10);
      expect(all.map(({ id }) => id)).toEqual(['c1', 'c3', 'c2']);
      expect(all[0]).toEqual({ ...resolved, updatedAt: start + 4 });
      expect(all[1]).toEqual({ id: 'c3', registry, cause: null, resolved: false, updatedAt: start + 3 });
      expect((await store.cases(dana, 2)).map(({ id }) => id)).toEqual(['c1', 'c3']);
      expect(await store.cases(dana, 0)).toEqual([]);
    });

    it('takes feedback', async () => {
      await store.saveFeedback({ id: 'f1', cause: 'role-missing', helped: true, word: null, at: start });
      await store.saveFeedback({ id: 'f1', cause: 'role-missing', helped: true, word: 'ok', at: start });
      await store.saveFeedback({ id: 'f2', cause: null, helped: false, word: 'no', at: start });
    });

    describe('sign-ins', () => {
      it('are given once', async () => {
        const signIn = signInOf(dana, start + 1_000);
        await store.beginSignIn('h', signIn);
        expect(await store.takeSignIn('other', start)).toBeNull();
        expect(await store.takeSignIn('h', start)).toEqual(signIn);
        expect(await store.takeSignIn('h', start)).toBeNull();
      });

      it('are given once also to many who ask at the same time', async () => {
        await store.beginSignIn('h', signInOf(dana, start + 1));
        const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeSignIn('h', start)));
        expect(taken.filter((it) => it !== null)).toHaveLength(1);
      });

      it('can be looked at without being taken', async () => {
        const signIn = signInOf(dana, start + 1_000);
        await store.beginSignIn('h', signIn);
        expect(await store.signIn('other', start)).toBeNull();
        for (const _ of [1, 2, 3]) expect(await store.signIn('h', start)).toEqual(signIn);
        expect(await store.signIn('h', start + 1_000)).toBeNull();
        expect(await store.takeSignIn('h', start)).toEqual(signIn);
        expect(await store.signIn('h', start)).toBeNull();
      });

      it.each([
        { step: { kind: 'begun' } },
        { step: { kind: 'signed-in', objectId: 'o', tenant: 't', at: null } },
        { step: { kind: 'signed-in', objectId: 'o', tenant: 't', at: start } },
        { errand: { kind: 'reveal', tokenHash: 'x' } },
        {
          errand: {
            ...{ kind: 'approve', person: dana, name: 'D', request: 'r' },
            ...{ specHash: 's', objectId: 'o', tenant: 't' },
          },
        },
      ] satisfies Partial<SignIn>[])(
        'keep what they are for, and how far they have come: %j',
        async (some) => {
          const signIn: SignIn = { ...signInOf(dana, start + 1), ...some };
          await store.beginSignIn('h', signIn);
          expect(await store.takeSignIn('h', start)).toEqual(signIn);
        },
      );

      it('end at the moment they expire', async () => {
        await store.beginSignIn('h', signInOf(dana, start));
        expect(await store.takeSignIn('h', start)).toBeNull();
        expect(await store.takeSignIn('h', start - 1)).not.toBeNull();
      });

      it('do not take the place of another of the same state', async () => {
        await store.beginSignIn('h', signInOf(dana, start + 1));
        await expect(store.beginSignIn('h', signInOf(kim, start + 1))).rejects.toMatchObject({
          code: 'conflict',
        });
        expect(await store.takeSignIn('h', start)).toMatchObject({ errand: { person: dana } });
      });
    });

    it('keeps the newest link until it expires or is removed', async () => {
      const link = { objectId: 'o1', tenant: 't', linkedAt: start, expiresAt: start + 10 };
      expect(await store.link(dana, start)).toBeNull();
      await store.saveLink(dana, { ...link, objectId: 'o0' });
      await store.saveLink(dana, link);
      expect(await store.link(dana, start + 9)).toEqual(link);
      expect(await store.link(dana, start + 10)).toBeNull();
      expect(await store.link(kim, start)).toBeNull();
      await store.removeLink(dana);
      expect(await store.link(dana, start)).toBeNull();
    });

    it('is ready, time and again', async () => {
      expect([await store.ready(), await store.ready()]).toEqual([true, true]);
    });

    it('answers nothing once it is closed, and may be closed twice', async () => {
      await Promise.all([store.close(), store.close()]);
      await store.close();
      await expect(store.conversation(dana)).rejects.toMatchObject({ name: 'StoreError', code: 'closed' });
      await expect(store.firstSeen('k', start)).rejects.toMatchObject({ code: 'closed' });
      expect(await store.ready()).toBe(false);
    });

    it('finishes what is under way before it closes', async () => {
      const saved = store.saveConversation(dana, null, 1, start);
      const forgotten = store.forget(kim);
      await store.close();
      expect(await saved).not.toBeNull();
      await forgotten;
    });
  });
}
