import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { endingAfter, following } from '../../src/azure/deadline.js';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What listens to the signal is all that refers to it, as with a promise that waits for it. */
function heard(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));
}

describe('an end after some milliseconds', () => {
  it('comes although garbage was collected in between', async () => {
    const ended = Array.from({ length: 50 }, () => endingAfter(100, new AbortController().signal, heard));
    for (let i = 0; i < 5; i += 1) {
      collectGarbage();
      await sleep(10);
    }
    const said = await Promise.race([Promise.all(ended), sleep(5_000, 'never')]);
    expect(said).toEqual(Array.from({ length: 50 }, () => expect.objectContaining({ name: 'TimeoutError' })));
  });

  it('comes with the caller’s, for its reason', async () => {
    const reason = new Error('enough');
    const caller = new AbortController();
    const said = endingAfter(60_000, caller.signal, heard);
    caller.abort(reason);
    expect(await said).toBe(reason);
    const already = endingAfter(60_000, AbortSignal.abort(reason), async (signal) => signal.reason);
    expect(await already).toBe(reason);
  });

  it('leaves nothing behind that listens to the caller', async () => {
    const caller = new AbortController();
    const signals: AbortSignal[] = [];
    await endingAfter(60_000, caller.signal, async (signal) => signals.push(signal));
    caller.abort(new Error('later'));
    expect(signals[0]?.reason).toMatchObject({ name: 'AbortError' });
  });

  it('gives what the step throws', async () => {
    const step = async () => Promise.reject(new Error('no'));
    await expect(endingAfter(1_000, new AbortController().signal, step)).rejects.toThrow('no');
  });
});

describe('a controller that follows a signal', () => {
  it('aborts alone, and leaves the signal as it was', () => {
    const caller = new AbortController();
    const own = following(caller.signal);
    own.abort();
    expect(own.signal.aborted).toBe(true);
    expect(caller.signal.aborted).toBe(false);
  });
});
