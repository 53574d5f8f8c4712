import { describe, expect, test } from 'vitest';
import { silent } from '../../../src/observe/log.js';
import { openStore } from '../../../src/store/open.js';
import { shown } from '../../support/talk.js';
import { ari, DeskTalk, dana } from './desk-talk.js';

const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const minutes = (count: number) => count * 60_000;

/** Two processes on one store; the clock of the second goes on from the first. */
async function two() {
  const store = await openStore('sqlite::memory:', silent);
  return { store, one: await DeskTalk.open({ store }), other: await DeskTalk.open({ store }) };
}

/** A promise that never settles, as in a process that was killed. */
const never = () => new Promise<never>(() => {});

describe('a process that ends between an acknowledgement and the answer', () => {
  test('the question that was stored is asked by another', async () => {
    const { one, other } = await two();
    one.surface.send = never;
    void one.say(unauthorized);
    await expect.poll(() => one.store.conversation('slack\nT1\ndana')).not.toBeNull();
    other.now = one.now + minutes(0.5) - 1;
    await other.desk.takeOver();
    expect(other.surface.deeds).toEqual([]);
    other.now += 1;
    await other.desk.takeOver();
    const told = other.surface.newest('dana');
    expect(shown(told)).toContain('I was interrupted while I was answering you');
    expect(told.ask?.node).toContain('auth-method');
    await other.answer('service-principal', { key: 'answer' });
    expect(other.surface.newest('dana').ask?.node).not.toContain('auth-method');
  });

  test('what was not taken in yet is asked for once more, and nothing of it is kept', async () => {
    const { store, one, other } = await two();
    const { conversation } = store;
    await new Promise<void>((reached) => {
      store.conversation = () => {
        reached();
        return never();
      };
      void one.say(`CANARY ${unauthorized}`);
    });
    store.conversation = conversation;
    other.now = one.now + minutes(1);
    await other.desk.takeOver();
    expect(shown(other.surface.newest('dana'))).toBe(
      'I was interrupted before I could answer what you last sent or pressed. Please do it once more.',
    );
    await other.desk.takeOver();
    other.now += minutes(60);
    await other.desk.takeOver();
    expect(other.surface.of('send')).toHaveLength(1);
  });

  test('who has gone on by themselves meanwhile is left in peace', async () => {
    const { one, other } = await two();
    one.surface.send = never;
    void one.say(unauthorized);
    await expect.poll(() => one.store.conversation('slack\nT1\ndana')).not.toBeNull();
    other.now = one.now;
    await other.say(unauthorized, { key: 'sent again' });
    const before = other.surface.deeds.length;
    other.now += minutes(5);
    await other.desk.takeOver();
    expect(other.surface.deeds).toHaveLength(before);
  });

  test('one that only takes long keeps what it is at', async () => {
    const { one, other } = await two();
    one.surface.send = never;
    void one.say(unauthorized);
    await expect.poll(() => one.store.conversation('slack\nT1\ndana')).not.toBeNull();
    one.now += minutes(0.25);
    await one.desk.holdOn();
    other.now = one.now + minutes(0.5) - 1;
    await other.desk.takeOver();
    expect(other.surface.deeds).toEqual([]);
  });

  test('one that ends in order hands on what it is at', async () => {
    const { one, other } = await two();
    one.surface.send = never;
    void one.say(unauthorized);
    await expect.poll(() => one.store.conversation('slack\nT1\ndana')).not.toBeNull();
    await one.desk.letGo();
    other.now = one.now;
    await other.desk.takeOver();
    expect(other.surface.newest('dana').ask?.node).toContain('auth-method');
  });

  test('of several that look at once, one goes on with each', async () => {
    const { store, one, other } = await two();
    const third = await DeskTalk.open({ store });
    one.surface.send = never;
    for (const person of [dana, ari]) void one.say(unauthorized, { person });
    await expect.poll(() => store.conversation('slack\nT1\nari')).not.toBeNull();
    other.now = one.now + minutes(2);
    third.now = other.now;
    await Promise.all([other.desk.takeOver(), third.desk.takeOver(), other.desk.takeOver()]);
    const told = [...other.surface.of('send'), ...third.surface.of('send')].map(({ to }) => to);
    expect(told.toSorted()).toEqual(['ari', 'dana']);
  });
});

describe('a platform that takes no messages', () => {
  test('the answer comes when it does again, each attempt later than the one before', async () => {
    const talk = await DeskTalk.open();
    talk.surface.fate.send = 'failed';
    await talk.say(unauthorized);
    const since = talk.now;
    const tried: number[] = [];
    const { send } = talk.surface;
    talk.surface.send = (...asked) => {
      tried.push((talk.now - since) / minutes(1));
      return send.apply(talk.surface, asked);
    };
    for (let half = 1; half <= 200; half++) {
      talk.now = since + minutes(half / 2);
      await talk.desk.takeOver();
    }
    expect(tried).toEqual([0.5, 1.5, 3.5, 7.5, 15.5]);
    expect(talk.logged.map(({ event }) => event)).toContain('desk.given-up');
  });

  test('is asked again with the case, which goes on', async () => {
    const talk = await DeskTalk.open();
    talk.surface.fate.send = 'failed';
    await talk.say(unauthorized);
    delete talk.surface.fate.send;
    talk.now += minutes(1);
    await talk.desk.takeOver();
    expect(talk.surface.open('dana').ask?.node).toContain('auth-method');
    expect(talk.surface.of('send')).toHaveLength(1);
  });

  test('a chat that is gone is not tried again', async () => {
    const talk = await DeskTalk.open();
    talk.surface.fate.send = 'gone';
    await talk.say(unauthorized);
    delete talk.surface.fate.send;
    talk.now += minutes(60);
    await talk.desk.takeOver();
    expect(talk.surface.deeds).toEqual([]);
  });
});

test('limits count over all processes', async () => {
  const { one, other } = await two();
  const refused = (talk: DeskTalk) => talk.logged.filter(({ event }) => event === 'desk.limited').length;
  for (let i = 0; i < 4; i++) {
    for (const [index, talk] of [one, other].entries()) {
      talk.now = Date.parse('2026-03-01T12:00:00Z');
      await talk.say('hello', { key: `${index} ${i}` });
    }
  }
  // Six at once, and one more by the time that the clock of these tests gains with each event.
  expect(refused(one) + refused(other)).toBe(2);
});

describe('an arrival', () => {
  test('is kept before anything is known of it; who is behind it is told', async () => {
    const { one, other } = await two();
    await one.desk.arrive({ key: 'k', person: dana });
    other.now = one.now + minutes(1);
    await other.desk.takeOver();
    expect(shown(other.surface.newest('dana'))).toContain('I was interrupted before I could answer');
  });

  test('that is answered, known already, refused or dropped is owed to nobody', async () => {
    const { store, one, other } = await two();
    const arrive = (key: string) => one.desk.arrive({ key, person: dana });
    for (const key of ['a', 'a', 'b']) {
      await arrive(key);
      await one.say('hello', { key });
    }
    await arrive('c');
    await one.desk.drop({ key: 'c', person: dana });
    const at = one.now;
    for (let i = 0; i < 12; i++) {
      one.now = at - 10_000;
      await arrive(`many ${i}`);
      await one.say('hello', { key: `many ${i}` });
    }
    expect(one.logged.some(({ event }) => event === 'desk.limited')).toBe(true);
    expect(await store.takeOver({ holder: 'x', until: 0 }, at + minutes(60))).toBeNull();
    expect(other.surface.deeds).toEqual([]);
  });

  test('is not waited for longer than a second', async () => {
    const { one } = await two();
    one.store.arrive = never;
    const began = performance.now();
    await one.desk.arrive({ key: 'k', person: dana });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('that cannot be kept is acknowledged all the same, and said in the log', async () => {
    const { one } = await two();
    one.store.arrive = () => Promise.reject(new Error('gone'));
    await one.desk.arrive({ key: 'k', person: dana });
    expect(one.logged.map(({ event }) => event)).toContain('desk.not-kept');
  });

  test('that was answered while the store was away is settled when it is there again', async () => {
    const { store, one, other } = await two();
    const { served } = store;
    await one.desk.arrive({ key: 'k', person: dana });
    store.served = () => Promise.reject(new Error('gone'));
    await one.say('hello', { key: 'k' });
    await one.desk.holdOn();
    store.served = served;
    await one.desk.holdOn();
    other.now = one.now + minutes(60);
    await other.desk.takeOver();
    expect(other.surface.deeds).toEqual([]);
  });

  test('that could not be served for the store is settled by the sentence which said so', async () => {
    const { store, one, other } = await two();
    const { language, drop } = store;
    await one.desk.arrive({ key: 'k', person: dana });
    store.language = () => Promise.reject(new Error('gone'));
    store.drop = () => Promise.reject(new Error('gone'));
    await one.say('hello', { key: 'k' });
    expect(one.surface.read('dana')).toContain('Something went wrong on my side');
    Object.assign(store, { language, drop });
    await one.desk.holdOn();
    other.now = one.now + minutes(60);
    await other.desk.takeOver();
    expect(other.surface.deeds).toEqual([]);
  });
});
