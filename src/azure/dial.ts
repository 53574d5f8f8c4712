import { setTimeout as sleep } from 'node:timers/promises';
import { following, timedOut, within } from './deadline.js';
import type { Network, Socket } from './network.js';

export type TcpFailure = 'refused' | 'timeout' | 'unreachable';

export type Dialled =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly failure: TcpFailure };

/** The only port that the bot connects to (security T13). */
const PORT = 443;
/** Milliseconds until the next address is tried beside the one that does not answer (RFC 8305). */
const STAGGER = 250;
const MOST_ADDRESSES = 6;

/**
 * Connects to the first of several judged addresses that answers: a host without IPv6 must not look like a
 * registry that is down.
 *
 * @param milliseconds for all of them together
 */
export async function dial(
  network: Network,
  addresses: readonly string[],
  milliseconds: number,
  signal: AbortSignal,
): Promise<Dialled> {
  const seen: TcpFailure[] = [];
  const connected = await within(
    milliseconds,
    signal,
    (stop) => firstOf(network, addresses.slice(0, MOST_ADDRESSES), stop, seen),
    (late) => late?.destroy(),
  );
  if (connected === timedOut) return { ok: false, failure: seen.includes('refused') ? 'refused' : 'timeout' };
  if (connected !== null) return { ok: true, socket: connected };
  const failure = (['refused', 'timeout'] as const).find((it) => seen.includes(it)) ?? 'unreachable';
  return { ok: false, failure };
}

/** Null where every address failed; why stands in `seen`. */
async function firstOf(
  network: Network,
  addresses: readonly string[],
  signal: AbortSignal,
  seen: TcpFailure[],
): Promise<Socket | null> {
  const others = following(signal);
  const stop = others.signal;
  let won = false;
  const attempts: Promise<Socket>[] = [];
  for (const [index, address] of addresses.entries()) {
    attempts.push(attempt(address, attempts.at(-1), index * STAGGER));
  }
  for (const one of attempts) one.catch((error) => seen.push(failureOf(error)));
  return Promise.any(attempts)
    .catch(() => null)
    .finally(() => others.abort());

  async function attempt(address: string, before: Promise<Socket> | undefined, wait: number) {
    // The turn comes when the one before fails, or takes too long.
    if (before) await Promise.race([before.catch(() => {}), sleep(wait, null, { signal: stop })]);
    stop.throwIfAborted();
    const socket = await network.connect(address, PORT, stop);
    if (won) socket.destroy();
    won = true;
    return socket;
  }
}

function failureOf(error: NodeJS.ErrnoException): TcpFailure {
  if (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET') return 'refused';
  return error.code === 'ETIMEDOUT' || error.name === 'AbortError' ? 'timeout' : 'unreachable';
}
