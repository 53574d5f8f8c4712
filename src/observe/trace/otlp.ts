import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Attributes,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import type { Log } from '../log.js';
import { OTHER } from '../metrics/labels.js';
import { telling } from './exporting.js';
import { type SpanName, spans } from './spans.js';
import type { Trace } from './trace.js';

/** Where spans go, as the operator says; see docs/decisions/0018. */
export interface OtlpSettings {
  /** Whole address, `/v1/traces` included. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** Share of the turns and jobs that are told, 0 to 1. */
  readonly ratio: number;
}

export interface OtlpTrace {
  readonly trace: Trace;
  /** Sends what is left. Bounded: a collector that is silent keeps nothing from ending. */
  readonly close: () => Promise<void>;
}

const EXPORT_MS = 5_000;
const CLOSE_MS = 2_000;

/**
 * Spans to a collector by OTLP over HTTP. Nothing of OpenTelemetry's is made global: no library finds it, and instruments
 * itself.
 */
export function otlpTrace({ url, headers, serviceName, ratio }: OtlpSettings, log: Log): OtlpTrace {
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: EXPORT_MS });
  const provider = new NodeTracerProvider({
    // Said here, so that it is not looked for: the default would name process, machine and command line.
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor(telling(exporter, log), { exportTimeoutMillis: EXPORT_MS, maxQueueSize: 2_048 }),
    ],
  });
  const tracer = provider.getTracer('acr-help');
  const current = new AsyncLocalStorage<OtelSpan>();
  return {
    trace: {
      async span(name, attributes, run) {
        const parent = current.getStore();
        const context = parent === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent);
        const span = tracer.startSpan(name, { attributes: allowed(name, attributes) }, context);
        try {
          return await current.run(span, run, { set: (more) => span.setAttributes(allowed(name, more)) });
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      },
    },
    close: async () => {
      const late = new AbortController();
      const soon = sleep(CLOSE_MS, undefined, { signal: late.signal }).catch(() => {});
      await Promise.race([provider.shutdown(), soon]).finally(() => late.abort());
    },
  };
}

/** The types say so already; what is out cannot be taken back. */
function allowed(name: SpanName, attributes: object): Attributes {
  const lists: Readonly<Record<string, readonly string[] | 'number'>> = spans[name];
  const kept: Attributes = {};
  for (const [attribute, value] of Object.entries(attributes)) {
    const list = lists[attribute];
    if (list === 'number' && typeof value === 'number') kept[attribute] = value;
    if (Array.isArray(list)) kept[attribute] = list.includes(value) ? value : OTHER;
  }
  return kept;
}
