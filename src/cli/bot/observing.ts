import type { ObserveSettings } from '../../config/observe-settings.js';
import { HttpServer } from '../../http/server.js';
import type { Log } from '../../observe/log.js';
import { noMetrics } from '../../observe/metrics/metrics.js';
import type { Telemetry } from '../../observe/telemetry.js';
import { noTrace } from '../../observe/trace/trace.js';

/** What the settings want measured and traced. */
export interface Observing {
  /** Null where nothing is: then nothing of OpenTelemetry is loaded. */
  readonly telemetry: Telemetry | null;
  /** Where `/metrics` is; null: nowhere. */
  readonly metricsPort: number | null;
  /** Sends what is left, and closes the port. */
  readonly close: () => Promise<void>;
}

const nothing: Observing = { telemetry: null, metricsPort: null, close: async () => {} };

/**
 * `/metrics` has a server of its own: on the one that the public reaches anybody could read how many people ask, what they
 * suffer from, and whether somebody is approved.
 *
 * @throws the error of the port that cannot be listened on
 */
export async function observingOn({ metrics, traces }: ObserveSettings, log: Log): Promise<Observing> {
  if (metrics === null && traces === null) return nothing;
  const measuring = metrics && (await import('../../observe/metrics/prometheus.js')).prometheusMetrics();
  const tracing = traces && (await import('../../observe/trace/otlp.js')).otlpTrace(traces, log);
  const http = measuring && new HttpServer([measuring.route], log);
  const metricsPort = http && metrics && (await http.listen(metrics.port, metrics.host));
  log.info('observe.on', { port: metricsPort, ratio: traces?.ratio ?? null });
  return {
    telemetry: { metrics: measuring?.metrics ?? noMetrics, trace: tracing?.trace ?? noTrace },
    metricsPort,
    close: async () => {
      await Promise.all([http?.close(), tracing?.close()]);
      await measuring?.close();
    },
  };
}
