import type { Agent } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Service } from '../knowledge/services.js';
import type { Status } from '../observe/metrics/labels.js';
import type { AttributesOf } from '../observe/trace/spans.js';
import type { Egress } from './egress.js';
import { type HttpRequest, type HttpResult, send } from './http.js';
import { judgedHttp } from './judged.js';
import { Refusal } from './refusal.js';
import { serviceOf } from './service.js';

/** How a call is counted: its status, and what its answer says of Azure's clock. */
export interface Counted {
  readonly status: Status;
  /** HTTP `Date`; null where there was no answer. */
  readonly date: string | null;
}

type Method = NonNullable<AttributesOf<'azure'>['method']>;

/**
 * Makes a call, counts it, and has it traced: by what the host is, never by which.
 *
 * @param judge of what came, also of what was thrown
 */
export function observed<T>(
  { counting: { telemetry, now } }: Pick<Egress, 'counting'>,
  { service, method }: { readonly service: Service; readonly method: Method },
  call: () => Promise<T>,
  judge: (result: T | null, error: unknown) => Counted,
): Promise<T> {
  const { metrics, trace } = telemetry;
  return trace.span('azure', { service, method }, async (span) => {
    const tell = ({ status, date }: Counted): void => {
      span.set({ status });
      metrics.count('azure_requests_total', { service, status });
      const theirs = date === null ? Number.NaN : Date.parse(date);
      if (!Number.isNaN(theirs)) metrics.set('clock_skew_seconds', Math.round((theirs - now()) / 1000), {});
    };
    try {
      const result = await call();
      tell(judge(result, null));
      return result;
    } catch (error) {
      tell(judge(null, error));
      throw error;
    }
  });
}

/** `send` over a connection that the guard has opened, counted and traced. */
export function sendOn(
  egress: Egress,
  via: TLSSocket | Agent,
  message: HttpRequest,
  signal: AbortSignal,
  milliseconds: number = egress.deadlines.http,
): Promise<HttpResult> {
  const about = { service: serviceOf(message.host, egress.cloud), method: message.method };
  return observed(egress, about, () => send(via, message, milliseconds, signal), countedAs);
}

/** `sendOn` for connections that are opened for it, unless the host's circuit is open. */
export async function sendVia(
  egress: Egress,
  agent: Agent,
  message: HttpRequest,
  signal: AbortSignal,
  milliseconds?: number,
): Promise<HttpResult> {
  const isRegistry = serviceOf(message.host, egress.cloud) === 'registry';
  try {
    return await egress.circuits.run(
      message.host,
      signal,
      () => sendOn(egress, agent, message, signal, milliseconds),
      (result) => judgedHttp(result, isRegistry),
    );
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'not-sent', problem: error.problem };
    throw error;
  }
}

function countedAs(result: HttpResult | null): Counted {
  switch (result?.kind) {
    case 'answered': {
      const { status, headers } = result.response;
      return { status: statusOf(status), date: headers.date ?? null };
    }
    case 'not-opened':
      return { status: result.opened.kind === 'guard' ? 'guard' : 'not-connected', date: null };
    case 'timeout':
      return { status: 'timeout', date: null };
    default:
      return { status: 'broken', date: null };
  }
}

/** A status of HTTP, as it is counted. */
export function statusOf(status: number): Status {
  switch (status) {
    case 400:
    case 401:
    case 403:
    case 404:
    case 409:
    case 429:
      return `${status}`;
    default:
      return status < 300 ? '2xx' : status < 400 ? '3xx' : status < 500 ? '4xx' : '5xx';
  }
}
