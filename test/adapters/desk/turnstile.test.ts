import { setTimeout as sleep, setImmediate as turnOfLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turnstile } from '../../../adapters/desk/turnstile.js';

/** Keeps the event loop from turning, as a piece of work without a pause does. */
function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

/** Blocks each turn of the loop until told to stop. */
function busyLoop(milliseconds: number): () => void {
  let stopped = false;
  const again = (): void => {
    if (stopped) return;
    block(milliseconds);
    setImmediate(again);
  };
  setImmediate(again);
  return () => {
    stopped = true;
  };
}

describe('a turnstile', () => {
  it('lets work begin in order, each in a turn of the loop of its own', async () => {
    const turnstile = new Turnstile();
    let turn = 0;
    let counting = true;
    const count = (): void => {
      turn++;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const begun: { readonly i: number; readonly turn: number }[] = [];
    await Promise.all([0, 1, 2, 3, 4].map((i) => turnstile.pass().then(() => begun.push({ i, turn }))));
    counting = false;
    expect(begun.map(({ i }) => i)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(begun.map((it) => it.turn)).size).toBe(5);
  });

  it('keeps what is new waiting while the loop does not keep up, and lets it in when that is over', async () => {
    const turnstile = new Turnstile();
    const stop = busyLoop(40);
    await turnOfLoop();
    const began = performance.now();
    const passed = turnstile.pass().then(() => performance.now());
    await sleep(120);
    stop();
    const stopped = performance.now();
    const at = await passed;
    // On a machine that is busy itself it may have been let in for its patience.
    expect(at > stopped || at - began > 250).toBe(true);
  });

  it('lets one in now and then although the loop never keeps up', async () => {
    const turnstile = new Turnstile();
    const stop = busyLoop(40);
    const began = performance.now();
    await turnstile.pass();
    await turnstile.pass();
    stop();
    expect(performance.now() - began).toBeGreaterThan(450);
  });

  it('goes on after a pause in which nobody came', async () => {
    const turnstile = new Turnstile();
    await turnstile.pass();
    await sleep(5);
    await turnstile.pass();
  });
});
