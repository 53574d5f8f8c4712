import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { dana, kim, signInOf, start, stepOf } from './samples.js';

const day = 24 * 60 * 60 * 1000;
const retention = 30 * day;

/** What every store lets go of, and when. */
export function describeRetention(name: string, open: () => Promise<Store>): void {
  describe(`what a store lets go of: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const everything = async (person: string) => {
      const version = await store.saveConversation(person, null, { of: person }, start);
      await store.saveReference(person, 'r', start);
      await store.saveLanguage(person, 'de', start);
      for (const id of ['c1', 'c2']) {
        await store.saveCase(person, stepOf(id, start));
      }
      await store.saveLink(person, { objectId: 'o', tenant: 't', linkedAt: start, expiresAt: start + 5 });
      await store.beginSignIn(`h of ${person}`, signInOf(person, start + 5));
      return version;
    };
    const kept = async (person: string, now: number) => ({
      conversation: (await store.conversation(person)) !== null,
      reference: (await store.reference(person)) !== null,
      language: (await store.language(person)) !== null,
      cases: (await store.cases(person, 9)).length,
      link: (await store.link(person, now)) !== null,
      signIn: (await store.takeSignIn(`h of ${person}`, now)) !== null,
    });
    const all = { conversation: true, reference: true, language: true, cases: 2, link: true, signIn: true };
    const none = {
      conversation: false,
      reference: false,
      language: false,
      cases: 0,
      link: false,
      signIn: false,
    };

    it('forgets everything of one person and nothing of another', async () => {
      await everything(dana);
      await everything(kim);
      await store.forget(dana);
      expect(await kept(dana, start)).toEqual(none);
      expect(await kept(kim, start)).toEqual(all);
    });

    it('forgets who was never there', async () => {
      await expect(store.forget(dana)).resolves.toBeUndefined();
    });

    it('purges what was not touched for the retention, to the millisecond', async () => {
      await everything(dana);
      await store.purge(start + retention - 1, retention);
      expect(await kept(dana, start)).toMatchObject({
        conversation: true,
        reference: true,
        language: true,
        cases: 2,
      });
      await store.purge(start + retention, retention);
      expect(await kept(dana, start)).toEqual(none);
    });

    it('counts from the last touch', async () => {
      const version = await everything(dana);
      await store.saveConversation(dana, version, 'later', start + 1);
      await store.saveReference(dana, 'r', start + 1);
      await store.saveCase(dana, stepOf('c2', start + 1, { resolved: true }));
      await store.purge(start + retention, retention);
      expect(await kept(dana, start)).toMatchObject({ conversation: true, reference: true, cases: 1 });
    });

    it('keeps a language for as long as there is a conversation', async () => {
      const version = await everything(dana);
      await store.saveConversation(dana, version, 'later', start + 1);
      await store.purge(start + retention, retention);
      expect(await store.language(dana)).toBe('de');
      await store.purge(start + retention + 1, retention);
      expect(await store.language(dana)).toBeNull();
    });

    it('purges any number of things', async () => {
      const many = Array.from({ length: 1_100 }, (_, i) => i);
      await Promise.all(many.map((i) => store.firstSeen(`k${i}`, start)));
      await Promise.all(
        many.map((i) =>
          store.saveCase(i % 2 === 0 ? dana : kim, stepOf(`c${i}`, i < 1_050 ? start : start + 1)),
        ),
      );
      await store.purge(start + day + 1, day + 1);
      expect((await store.cases(dana, 9_999)).length + (await store.cases(kim, 9_999)).length).toBe(50);
      const firsts = await Promise.all(many.map((i) => store.firstSeen(`k${i}`, start)));
      expect(firsts.filter(Boolean)).toHaveLength(many.length);
    });

    it('purges links and sign-ins when they expire, whatever the retention', async () => {
      await everything(dana);
      await store.purge(start + 4, retention);
      expect(await store.link(dana, start)).not.toBeNull();
      await store.purge(start + 5, retention);
      // Asked with an earlier clock, so that only a deletion can make them null.
      expect(await kept(dana, start)).toEqual({ ...all, link: false, signIn: false });
    });

    it('keeps a sign-in until it expires', async () => {
      await store.beginSignIn('h', signInOf(dana, start + 5));
      await store.purge(start + 4, retention);
      expect(await store.takeSignIn('h', start + 4)).not.toBeNull();
    });

    it('remembers seen keys for a day, whatever the retention', async () => {
      await store.firstSeen('k', start);
      await store.purge(start + day, 1);
      expect(await store.firstSeen('k', start + day)).toBe(false);
      await store.purge(start + day + 1, retention);
      expect(await store.firstSeen('k', start + day + 1)).toBe(true);
    });
  });
}
