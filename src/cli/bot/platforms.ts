import { setTimeout as sleep } from 'node:timers/promises';
import { AdapterError, type ChatAdapter } from '../../chat/adapter.js';
import type { Log } from '../../observe/log.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

type Wait = (milliseconds: number) => Promise<void>;

/**
 * Starts the platforms. One that cannot be reached keeps nobody on the others from being served: it is tried again, each
 * time after twice as long, a minute at most.
 *
 * @throws AdapterError where a platform refuses the bot: trying again would not help
 */
export async function startPlatforms(
  adapters: readonly Pick<ChatAdapter, 'platform' | 'start'>[],
  log: Log,
  signal: AbortSignal,
  wait: Wait = (milliseconds) => sleep(milliseconds, undefined, { signal }),
): Promise<void> {
  const waiting = await Promise.all(
    adapters.map(async (adapter) => ((await started(adapter, log)) ? null : adapter)),
  );
  for (const adapter of waiting) {
    if (adapter !== null) void tryAgain(adapter, log, signal, wait);
  }
}

/** False where the platform cannot be reached. */
async function started(adapter: Pick<ChatAdapter, 'platform' | 'start'>, log: Log): Promise<boolean> {
  try {
    await adapter.start();
    return true;
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'not-reachable') throw error;
    log.warn('bot.platform-waits', { platform: adapter.platform, reason: error.code });
    return false;
  }
}

async function tryAgain(
  adapter: Pick<ChatAdapter, 'platform' | 'start'>,
  log: Log,
  signal: AbortSignal,
  wait: Wait,
): Promise<void> {
  const { platform } = adapter;
  try {
    for (let next = FIRST_WAIT_MS; ; next = Math.min(2 * next, LONGEST_WAIT_MS)) {
      await wait(next);
      signal.throwIfAborted();
      if (!(await started(adapter, log))) continue;
      log.info('bot.platform-started', { platform });
      return;
    }
  } catch (error) {
    if (signal.aborted) return;
    const code = error instanceof AdapterError ? error.code : 'internal';
    log.error('bot.platform-refused', { platform, code });
  }
}
