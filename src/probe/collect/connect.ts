import { isIP } from 'node:net';
import { timedOut, within } from '../../azure/deadline.js';
import { dial, type TcpFailure } from '../../azure/dial.js';
import type { Socket } from '../../azure/network.js';
import { askSystem } from './names.js';
import type { ProxyAddress, ProxyFound } from './proxy.js';
import { tunnel } from './proxy.js';
import type { Surroundings } from './surroundings.js';

/** Milliseconds for a connection, the proxy's part included. */
const CONNECT_MS = 3_000;

/** Null: not tried, as there was nowhere to go. */
export type Connected =
  | { readonly result: 'ok'; readonly socket: Socket }
  | { readonly result: TcpFailure | 'proxy-refused' | 'other' | null };

/** Connects to a host's port 443 the way that the clients of this machine would. */
export async function connect(
  around: Surroundings,
  host: string,
  addresses: readonly string[],
  way: ProxyFound['way'],
  signal: AbortSignal,
): Promise<Connected> {
  if (way === 'unusable') return { result: null };
  if (way !== 'direct') return throughProxy(around, host, way, signal);
  if (addresses.length === 0) return { result: null };
  const dialled = await dial(around.network, addresses, CONNECT_MS, signal);
  return dialled.ok ? { result: 'ok', socket: dialled.socket } : { result: dialled.failure };
}

async function throughProxy(
  around: Surroundings,
  host: string,
  proxy: ProxyAddress,
  signal: AbortSignal,
): Promise<Connected> {
  let socket: Socket | null = null;
  const steps = async (stop: AbortSignal): Promise<Connected> => {
    const found = isIP(proxy.host) === 0 ? await askSystem(around, proxy.host, stop) : null;
    const address = found === null ? proxy.host : found.kind === 'found' ? found.addresses[0] : undefined;
    if (address === undefined) return { result: 'unreachable' };
    socket = await around.network.connect(address, proxy.port, stop);
    socket.on('error', () => {});
    if (await tunnel(socket, host)) return { result: 'ok', socket };
    return { result: 'proxy-refused' };
  };
  const connected = await within(CONNECT_MS, signal, steps).catch(
    (error: NodeJS.ErrnoException): Connected => ({
      result: error.code === 'ECONNREFUSED' ? 'refused' : 'unreachable',
    }),
  );
  const done: Connected = connected === timedOut ? { result: 'timeout' } : connected;
  if (done.result !== 'ok') destroy(socket);
  return done;
}

function destroy(socket: Socket | null): void {
  socket?.destroy();
}
