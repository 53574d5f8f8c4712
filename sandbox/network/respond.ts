import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxRequest, SandboxResponse, Service, Side } from '../service.js';
import { httpFault } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import { bodyOf } from './body.js';
import { endless } from './endless.js';
import { scriptedFault } from './scripted.js';

/** Which service answers at a host; null where none does. */
export type ServiceAt = (host: string, world: World) => Service | null;

/** Where a request arrived. */
export interface Arrival {
  readonly world: () => World;
  readonly side: Side;
  readonly serviceAt: ServiceAt;
  readonly source: string;
  /** Breaks the connection off, as a firewall does. */
  readonly reset: () => void;
}

/** Answers a request as the service of its host does, or as the world's fault says. Never throws. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
): Promise<void> {
  try {
    await respond(request, response, arrival);
  } catch (error) {
    // A client that is gone needs no answer; a defect of the sandbox shows as one, and not as Azure's silence.
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(`The sandbox failed: ${error instanceof Error ? error.message : 'unknown'}\n`);
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { world: current, side, serviceAt, source, reset }: Arrival,
): Promise<void> {
  const host = (request.headers.host ?? '').toLowerCase().replace(/:443$/, '');
  const body = await bodyOf(request);
  const world = current();
  if (world.delay > 0) await sleep(world.delay, null, { ref: false });
  const service = serviceAt(host, world);
  const url = parsed(host, request.url);
  const plain: SandboxRequest = {
    method: request.method ?? 'GET',
    host,
    path: url?.pathname.replaceAll(/\/{2,}/g, '/') ?? '',
    query: url?.searchParams ?? new URLSearchParams(),
    headers: headersOf(request),
    body: body ?? '',
    from: side,
    address: source,
  };
  const script = scriptedFault(plain, world);
  // Its effect stays, whatever becomes of the answer.
  if (script?.after && service !== null) await service(plain, world);
  const asked: SandboxRequest = script === null ? plain : { ...plain, fault: script.http };
  const fault = httpFault(asked, world);
  if (fault === 'hangs') return;
  if (fault === 'reset') return reset();
  if (fault === 'drips' || fault === 'huge') return endless(response, fault);
  if (service === null || url === null) return send(request, response, { status: 421 });
  if (body === null) return send(request, response, { status: 413, headers: { connection: 'close' } });
  send(request, response, await service(asked, world));
}

/** A path may begin with two slashes, which must not be read as a host (azure-sdk.md §2.2). */
function parsed(host: string, target = '/'): URL | null {
  const text = `https://${host}${target.startsWith('/') ? target : `/${target}`}`;
  return URL.canParse(text) ? new URL(text) : null;
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, headers, body = '', bytes }: SandboxResponse,
): void {
  const content = bytes ?? Buffer.from(body);
  // HEAD has the length of the body that it does not send: from the service, where that makes no body for it.
  response.writeHead(status, { 'content-length': content.byteLength, ...headers });
  response.end(method === 'HEAD' ? undefined : content);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
