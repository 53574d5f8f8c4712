import type { Log } from '../../observe/log.js';

/** A step of the end, and how long it may take. */
export interface Step {
  readonly step: 'acknowledging' | 'answering' | 'handing-on' | 'jobs' | 'identities' | 'telemetry' | 'store';
  readonly withinMs: number;
  readonly run: () => unknown;
}

/**
 * Does the steps in their order. One that fails, or takes too long, is logged and left behind: all of them together fit
 * into the 30 seconds after which Kubernetes kills.
 *
 * @returns whether each came to its end; else something may still be under way
 */
export async function inOrder(steps: readonly Step[], log: Log): Promise<boolean> {
  let whole = true;
  for (const { step, withinMs, run } of steps) {
    const ended = await within(withinMs, run);
    if (ended === 'ended') continue;
    whole = false;
    log.warn('bot.step-cut-off', { step, reason: ended });
  }
  return whole;
}

async function within(milliseconds: number, run: () => unknown): Promise<'ended' | 'late' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'late');
  });
  const done = Promise.resolve()
    .then(run)
    .then(
      () => 'ended' as const,
      () => 'failed' as const,
    );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
