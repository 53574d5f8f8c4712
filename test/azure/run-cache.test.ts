import { describe, expect, test } from 'vitest';
import { type Answer, failed, ok } from '../../src/azure/answer.js';
import { once } from '../../src/azure/run-cache.js';
import { Slots } from '../../src/azure/slots.js';
import { loginServer, signal, wired } from './wired.js';
import { dana, world } from './world.js';

const forever = new AbortController().signal;

/** An answer that the test gives when it likes. */
function held<T>() {
  const asked: { stop: AbortSignal; answer: (answer: Answer<T>) => void }[] = [];
  const ask = (_: string, stop: AbortSignal): Promise<Answer<T>> =>
    new Promise((answer) => asked.push({ stop, answer }));
  return { asked, ask };
}

describe('a question of a run', () => {
  test('is asked once, for all who ask', async () => {
    const { asked, ask } = held<number>();
    const cached = once((about: string) => about, ask);
    const [first, second, another] = [cached('a', forever), cached('a', forever), cached('b', forever)];
    expect(asked.length).toBe(2);
    asked[0]?.answer(ok(1));
    asked[1]?.answer(ok(2));
    expect(await Promise.all([first, second, another])).toEqual([ok(1), ok(1), ok(2)]);
    expect(await cached('a', forever)).toEqual(ok(1));
    expect(asked.length).toBe(2);
  });

  test('is asked again where it could not be asked, but not where they said no', async () => {
    const { asked, ask } = held<number>();
    const cached = once((about: string) => about, ask);
    const first = cached('a', forever);
    const late: Answer<never> = failed({ kind: 'unavailable', reason: 'timeout', status: null });
    asked[0]?.answer(late);
    expect(await first).toEqual(late);
    const second = cached('a', forever);
    const no: Answer<never> = failed({ kind: 'denied', action: 'x' });
    asked[1]?.answer(no);
    expect(await second).toEqual(no);
    expect(await cached('a', forever)).toEqual(no);
    expect(asked.length).toBe(2);
  });

  test('goes on for the others when one leaves, and ends with the last', async () => {
    const { asked, ask } = held<number>();
    const cached = once((about: string) => about, ask);
    const [one, two] = [new AbortController(), new AbortController()];
    const [first, second] = [cached('a', one.signal), cached('a', two.signal)];
    one.abort();
    expect(await first).toMatchObject({ ok: false, problem: { reason: 'timeout' } });
    expect(asked[0]?.stop.aborted).toBe(false);
    two.abort();
    expect(await second).toMatchObject({ ok: false });
    expect(asked[0]?.stop.aborted).toBe(true);
    void cached('a', forever);
    expect(asked.length).toBe(2);
  });
});

describe('slots', () => {
  test('let so many in and no more, in their order', async () => {
    const slots = new Slots(2);
    const order: number[] = [];
    let [running, most] = [0, 0];
    const call = (n: number) =>
      slots.run(undefined, async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(n);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
        if (n === 3) throw new Error('three');
        return n;
      });
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(call));
    expect(all.map(({ status }) => status)).toEqual(
      [1, 2, 3, 4, 5].map((n) => (n === 3 ? 'rejected' : 'fulfilled')),
    );
    expect([most, order]).toEqual([2, [1, 2, 3, 4, 5]]);
  });

  test('do not keep the place of who stopped waiting', async () => {
    const slots = new Slots(1);
    let free: () => void = () => {};
    const first = slots.run(undefined, () => new Promise<void>((resolve) => (free = resolve)));
    const stop = new AbortController();
    const second = slots.run(stop.signal, async () => 'second');
    const third = slots.run(undefined, async () => 'third');
    stop.abort();
    await expect(second).rejects.toMatchObject({ problem: { reason: 'timeout' } });
    free();
    await first;
    expect(await third).toBe('third');
    await expect(slots.run(AbortSignal.abort(), async () => 1)).rejects.toMatchObject({ name: 'Refusal' });
  });
});

describe('the clients', () => {
  test('ask for what several checks need once, with one sign-in', async () => {
    const { management, net } = wired(world());
    const server = loginServer('contoso.azurecr.io');
    const found = await Promise.all([1, 2, 3].map(() => management.findRegistry(server, signal)));
    const [first] = found;
    if (!first?.ok || first.value === null) throw new Error('not found');
    const registry = first.value;
    await Promise.all([
      management.findRegistry(server, signal),
      management.tokens(registry, signal),
      management.tokens(registry, signal),
      management.assignments(registry, dana.id, signal),
      management.assignments(registry, dana.id.toUpperCase(), signal),
    ]);
    expect(net.exchanges.map(({ request }) => `${request.method} ${request.path.split('/').at(-1)}`)).toEqual(
      ['POST token', 'GET subscriptions', 'GET registries', 'GET tokens', 'GET roleAssignments'],
    );
  });

  test('make at most eight calls at once', async () => {
    let [running, most] = [0, 0];
    const { management } = wired(world(), {
      before: async ({ host }) => {
        if (host !== 'management.azure.com') return undefined;
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return undefined;
      },
    });
    const ids = Array.from(
      { length: 40 },
      (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    );
    await Promise.all(ids.map((id) => management.providerRegistered(id, signal)));
    expect(most).toBe(8);
  });
});
