/**
 * A process of its own on a store, driven line by line. Takes orders on standard input, one word and its JSON arguments
 * a line; answers each with one line of JSON. Its arguments are the compiled module that opens a store, and the account
 * without rights to work as, if any.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const start = 1_800_000_000_000;
let migrated = 0;
/** @type {import('../../src/store/store.js').Database} */
let store;

/** @type {Record<string, (...args: any[]) => Promise<unknown>>} */
const orders = {
  async open(url) {
    const { openStore } = await import(process.argv[2]);
    // Not before: the account may not read what is imported.
    if (process.argv[3] !== undefined) giveUpRights(Number(process.argv[3]));
    const log = { info: () => migrated++, warn() {}, error() {} };
    try {
      store = await openStore(url, log);
      return { migrated };
    } catch (error) {
      return { code: error.code };
    }
  },
  async inspect(url) {
    const { inspectStore } = await import(new URL('inspect.js', `file://${process.argv[2]}`).href);
    if (process.argv[3] !== undefined) giveUpRights(Number(process.argv[3]));
    return inspectStore(url);
  },
  /** How many of so many keys this process was the first to see. */
  async see(count) {
    let first = 0;
    for (let i = 0; i < count; i++) if (await store.firstSeen(`key ${i}`, start)) first++;
    return first;
  },
  /** Adds one to a number that all processes share, so many times; says how often it had to read again. */
  async add(person, count) {
    let again = 0;
    for (let done = 0; done < count; ) {
      const old = await store.conversation(person);
      const saved = await store.saveConversation(person, old?.version ?? null, (old?.state ?? 0) + 1, start);
      if (saved !== null) done++;
      else again++;
    }
    return again;
  },
  async take(count) {
    let taken = 0;
    for (let i = 0; i < count; i++) if ((await store.takeSignIn(`hash ${i}`, start)) !== null) taken++;
    return taken;
  },
  /** Writes until it is killed, and says each number after the store has acknowledged it. */
  async writeOn(person) {
    for (;;) {
      const old = await store.conversation(person);
      const next = (old?.state.next ?? 0) + 1;
      const state = { next, fill: 'x'.repeat(3_000) };
      if ((await store.saveConversation(person, old?.version ?? null, state, start)) === null) continue;
      await store.firstSeen(`written ${next}`, start);
      writeSync(1, `${next}\n`);
    }
  },
  /** The same call to the ledger, with each of these arguments, from a moment on that all processes have in common. */
  async each(method, calls, at) {
    await pause(at - Date.now());
    const said = [];
    for (const args of calls) {
      said.push(await store.ledger[method](...args));
      // SQLite's lock goes to whoever asks next: a process that never rests could keep it to itself.
      await pause(3);
    }
    return said;
  },
  /** Comes for each of these secrets, from a moment on that all processes have in common. */
  async collect(hashes, objectId, now, at) {
    await pause(at - Date.now());
    const said = [];
    for (const hash of hashes) said.push((await store.ledger.deliveries.claim(hash, objectId, now)).kind);
    return said;
  },
  /** Takes all jobs that are due, and finishes each; gives their ids. */
  async takeJobs(now) {
    const taken = [];
    for (;;) {
      const job = await store.ledger.claim(now, 60_000);
      if (job === null) return taken;
      if (await store.ledger.finish(job, now)) taken.push(job.id);
    }
  },
  /**
   * Has requests of its own submitted, approved, granted and removed until it is killed; says each step after the ledger
   * has acknowledged it. What others have left is done, too.
   */
  async workOn(name, submission) {
    const { specHashOf } = await import(new URL('../access/request.js', `file://${process.argv[2]}`).href);
    const { ledger } = store;
    const say = (step, id) => writeSync(1, `${JSON.stringify([step, id])}\n`);
    for (let i = 0; ; i++) {
      const now = Date.now();
      const id = `${name}-${i}`;
      const requester = { ...submission.spec.requester, objectId: id };
      const registry = { ...submission.spec.registry, resourceId: `/${id}` };
      const spec = { ...submission.spec, requester, registry };
      await ledger.submit({ ...submission, id, spec, pendingUntil: now + 3_600_000 }, now);
      say('submitted', id);
      const by = { ...requester, objectId: 'approver' };
      const verdict = { strength: 'click', verdict: 'approve', why: null, by, specHash: specHashOf(spec) };
      if ((await ledger.decide({ ...verdict, request: id }, now)) === 'done') say('decided', id);
      for (;;) {
        const job = await ledger.claim(now, 500);
        if (job === null) break;
        const made = { kind: 'granted', assignment: `a-${job.request.id}`, owned: true, until: now };
        if (job.kind === 'grant') await ledger.finishGrant(job, made, now);
        else if (job.kind === 'remove') await ledger.finishRemoval(job, 'removed', now);
        else await ledger.finish(job, now);
        say(job.kind, job.request.id);
      }
    }
  },
  async close() {
    await store.close();
    return true;
  },
};

/** @param {number} account */
function giveUpRights(account) {
  process.setgroups?.([]);
  process.setgid?.(account);
  process.setuid?.(account);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [order, ...args] = JSON.parse(line);
  writeSync(1, `${JSON.stringify(await orders[order](...args))}\n`);
}
