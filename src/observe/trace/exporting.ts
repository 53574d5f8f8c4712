import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Log } from '../log.js';

/** A line about a collector that cannot be reached is not written again for so long. */
const SILENCE_MS = 60_000;
/** `ExportResultCode.SUCCESS` of @opentelemetry/core. */
const SUCCESS = 0;

/** Says in the log, once a minute, that spans were lost; OpenTelemetry itself says so to nobody, or with addresses in it. */
export function telling(exporter: SpanExporter, log: Log): SpanExporter {
  let quietUntil = 0;
  const lost = (count: number): void => {
    const now = performance.now();
    if (now < quietUntil) return;
    quietUntil = now + SILENCE_MS;
    log.warn('trace.not-exported', { count });
  };
  return {
    export: (spans: ReadableSpan[], done) =>
      exporter.export(spans, (result) => {
        if (result.code !== SUCCESS) lost(spans.length);
        // It has been told; to the SDK it would be an error with the collector's address in it.
        done({ code: SUCCESS });
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
