import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Owed } from '../../src/store/inbox.js';
import type { Store } from '../../src/store/store.js';
import { dana, kim, start } from './samples.js';

const minute = 60_000;
const here = { holder: 'here', until: start + minute };
const there = { holder: 'there', until: start + 10 * minute };

/**
 * What every store keeps to between an event and its answer.
 *
 * @param open gives an empty store
 */
export function describeInbox(name: string, open: () => Promise<Store>): void {
  describe(`the inbox of a store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const admitted = async (key: string, person = dana, hold = here): Promise<Owed> => {
      const admission = await store.admit({ key, person }, [], hold, start);
      if (admission.kind !== 'new') throw new Error(admission.kind);
      return admission.owed;
    };

    describe('limits', () => {
      const rate = { burst: 3, perMinute: 2 };

      it('let through what they hold at once, then as it comes in again', async () => {
        const take = (after: number) => store.take({ of: 'dana', rate }, start + after);
        expect([await take(0), await take(0), await take(0), await take(0)]).toEqual([
          true,
          true,
          true,
          false,
        ]);
        expect(await take(minute / 2 - 1)).toBe(false);
        expect([await take(minute / 2), await take(minute / 2)]).toEqual([true, false]);
        expect([await take(minute * 9), await take(minute * 9), await take(minute * 9)]).toEqual([
          true,
          true,
          true,
        ]);
        expect(await take(minute * 9)).toBe(false);
      });

      it('are each for themselves', async () => {
        const one = { burst: 1, perMinute: 1 };
        expect(await store.take({ of: 'a', rate: one }, start)).toBe(true);
        expect(await store.take({ of: 'b', rate: one }, start)).toBe(true);
        expect(await store.take({ of: 'a', rate: one }, start)).toBe(false);
      });

      it('let no more through when many ask at once', async () => {
        const asked = Array.from({ length: 40 }, () => store.take({ of: 'x', rate }, start));
        expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(3);
      });

      it('are not closed for long by a clock that was ahead', async () => {
        const day = 24 * 60 * minute;
        for (let i = 0; i < 3; i++) await store.take({ of: 'x', rate }, start + day);
        expect(await store.take({ of: 'x', rate }, start)).toBe(true);
      });
    });

    describe('events', () => {
      it('are let in once, also where many bring them at the same time', async () => {
        const all = Array.from({ length: 20 }, () =>
          store.admit({ key: 'k', person: dana }, [], here, start),
        );
        const kinds = (await Promise.all(all)).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'new')).toHaveLength(1);
        expect(kinds.filter((kind) => kind === 'known')).toHaveLength(19);
      });

      it('are refused by the first limit that has nothing left, and take nothing from those after it', async () => {
        const own = { of: 'dana', rate: { burst: 1, perMinute: 1 } };
        const shared = { of: 'all', rate: { burst: 2, perMinute: 1 } };
        const admit = (key: string, limits = [own, shared]) =>
          store.admit({ key, person: dana }, limits, here, start);
        expect(await admit('a')).toMatchObject({ kind: 'new' });
        expect(await admit('b')).toEqual({ kind: 'refused', refusedBy: 0 });
        expect(await admit('a')).toEqual({ kind: 'known' });
        expect(await admit('c', [shared])).toMatchObject({ kind: 'new' });
        expect(await admit('d', [shared])).toEqual({ kind: 'refused', refusedBy: 0 });
        expect(await store.takeOver(there, start + minute)).not.toBeNull();
        expect(await store.takeOver(there, start + minute)).not.toBeNull();
        expect(await store.takeOver(there, start + minute)).toBeNull();
      });

      it('that have arrived are owed an answer, before and after they are let in', async () => {
        const event = { key: 'a', person: dana };
        await store.arrive(event, here);
        expect(await store.takeOver(there, start + minute)).toMatchObject({ person: dana, attempts: 2 });
        expect(await store.admit(event, [], here, start + minute)).toMatchObject({ kind: 'new' });
        expect(await store.takeOver(there, start + minute)).toMatchObject({ person: dana });
      });

      it('that come again stay with whoever has them', async () => {
        const event = { key: 'a', person: dana };
        await store.arrive(event, here);
        await store.arrive(event, { holder: 'second', until: start + 9 * minute });
        expect(await store.takeOver(there, start + minute)).not.toBeNull();
        await store.drop(event, 'second');
        expect(await store.takeOver(there, there.until)).not.toBeNull();
      });

      it('that are dropped are owed to nobody', async () => {
        const event = { key: 'a', person: dana };
        await store.arrive(event, here);
        await store.drop(event, 'here');
        expect(await store.takeOver(there, start + 9 * minute)).toBeNull();
      });

      it('are taken over when their time is over, oldest first, by one', async () => {
        const first = await admitted('a', dana, { holder: 'here', until: start + 10 });
        const second = await admitted('b', kim, { holder: 'here', until: start + 20 });
        expect(await store.takeOver(there, start + 9)).toBeNull();
        expect(await store.takeOver(there, start + 20)).toEqual({ ...first, attempts: 2 });
        const both = await Promise.all([1, 2, 3].map(() => store.takeOver(there, start + 20)));
        expect(both.filter((it) => it !== null)).toEqual([{ ...second, attempts: 2 }]);
      });

      it('are each given to one, however many look at once', async () => {
        const keys = Array.from({ length: 10 }, (_, i) => `event ${i}`);
        await Promise.all(keys.map((key) => admitted(key)));
        for (let round = 0; round < 10; round++) {
          const now = start + (round + 1) * minute;
          const hold = { holder: 'there', until: now + minute };
          const looks = Array.from({ length: 30 }, () => store.takeOver(hold, now));
          const ids = (await Promise.all(looks)).flatMap((it) => (it === null ? [] : [it.id]));
          expect(new Set(ids).size).toBe(ids.length);
        }
      });

      it('are not taken over from a holder who goes on', async () => {
        await admitted('a');
        await store.holdOn({ holder: 'here', until: start + 5 * minute });
        await store.holdOn({ holder: 'elsewhere', until: start });
        expect(await store.takeOver(there, start + 2 * minute)).toBeNull();
        expect(await store.takeOver(there, start + 5 * minute)).not.toBeNull();
      });

      it('that are served are owed to nobody', async () => {
        await store.served(await admitted('a'), 'here');
        expect(await store.takeOver(there, start + 9 * minute)).toBeNull();
      });

      it('served later settle what another holder left of the same person, not what is still in hand', async () => {
        await admitted('lost', dana, { holder: 'gone', until: start + 1 });
        await admitted('of another', kim, { holder: 'gone', until: start + 2 });
        await admitted('in hand', dana);
        await store.served(await admitted('later'), 'here');
        const left = [
          await store.takeOver(there, start + minute),
          await store.takeOver(there, start + minute),
          await store.takeOver(there, start + minute),
        ];
        expect(left.map((it) => it?.person ?? null)).toEqual([kim, dana, null]);
      });

      it('that could not be answered are due again when they were left for', async () => {
        const owed = await admitted('a');
        await store.leave(owed, start + 2 * minute);
        // Who had it goes on with others, not with this one.
        await store.holdOn({ holder: 'here', until: start + 9 * minute });
        expect(await store.takeOver(there, start + 2 * minute - 1)).toBeNull();
        expect(await store.takeOver(there, start + 2 * minute)).toEqual({ ...owed, attempts: 2 });
      });

      it('of somebody who is forgotten are gone', async () => {
        await admitted('a');
        await store.forget(dana);
        expect(await store.takeOver(there, start + 9 * minute)).toBeNull();
      });
    });
  });
}
