import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServiceAt } from '../../sandbox/network/respond.js';
import { serviceAt } from '../../sandbox/services.js';
import type { Gate } from './gate.js';
import { requestLabel } from './points.js';

/** Null while nobody is watched. */
export type GateNow = () => Gate | null;

/** The services of a world behind a gate: who dies at a call gets no answer, with its effect or without. */
export function gatedServices(gate: GateNow): ServiceAt {
  return (host, world) => {
    const service = serviceAt(host, world);
    if (service === null) return null;
    return (request, at) =>
      through(gate(), requestLabel(request.method, host, request.path), () => service(request, at));
  };
}

/** A chat platform of the least kind: it is told something about a request, and keeps it. */
export interface Chat {
  readonly origin: string;
  /** `granted request-0`, in order. */
  readonly told: string[];
  close(): Promise<void>;
}

export async function openChat(gate: GateNow): Promise<Chat> {
  const told: string[] = [];
  const server: Server = createServer((request, response) => {
    const [, what = '', ...about] = (request.url ?? '').split('/');
    void through(gate(), `${request.method} chat ${what}`, async () => {
      told.push(`${what} ${about.join(' ').trimEnd()}`);
    }).then(() => response.end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // Listens on TCP, so it is no path.
  return {
    origin: `http://127.0.0.1:${port}`,
    told,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function through<T>(gate: Gate | null, label: string, effect: () => T | Promise<T>): Promise<T> {
  if (gate === null) return effect();
  if (gate.shut) return never();
  const side = gate.arrives({ channel: 'http', label });
  if (side === 'before') return died(gate);
  const answer = await effect();
  return side === 'after' || gate.shut ? died(gate) : answer;
}

function died<T>(gate: Gate): Promise<T> {
  if (!gate.shut) gate.kill();
  return never();
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
