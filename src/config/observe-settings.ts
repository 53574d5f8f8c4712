import { headersOf } from './otlp-headers.js';
import type { Reader } from './reader.js';
import { trusted } from './variables.js';

/** What is told of the bot's work. */
export interface ObserveSettings {
  /** Null: nothing is measured. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Null: nothing is traced. */
  readonly traces: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly serviceName: string;
    readonly ratio: number;
  } | null;
}

export function observeOf(read: Reader): ObserveSettings {
  const port = read.optional('METRICS_PORT');
  const endpoint = read.optional('OTEL_EXPORTER_OTLP_ENDPOINT');
  return {
    metrics:
      port === null ? null : { host: read.optional('METRICS_HOST') ?? '127.0.0.1', port: Number(port) },
    traces:
      endpoint === null
        ? null
        : {
            url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
            headers: headersOf(read.text('OTEL_EXPORTER_OTLP_HEADERS')) ?? {},
            serviceName: read.optional('OTEL_SERVICE_NAME') ?? 'acr-help',
            ratio: Number(read.optional('OTEL_TRACES_SAMPLER_ARG') ?? 1),
          },
  };
}

/** On one port with everything else, the public could read it. */
export function isApart(read: Reader): boolean {
  const port = read.text('METRICS_PORT');
  return port === '' || port === '0' || Number(port) !== Number(read.optional('PORT') ?? 3978);
}

/** Headers hold keys: those go to nobody over a wire that others can read. */
export function mayBeSent(read: Reader): boolean {
  const endpoint = read.text('OTEL_EXPORTER_OTLP_ENDPOINT');
  return endpoint === '' || !read.has('OTEL_EXPORTER_OTLP_HEADERS') || trusted.test(endpoint);
}
