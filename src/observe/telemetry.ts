import { type Metrics, noMetrics } from './metrics/metrics.js';
import { noTrace, type Trace } from './trace/trace.js';

/** What is measured and traced, as one thing to hand on. */
export interface Telemetry {
  readonly metrics: Metrics;
  readonly trace: Trace;
}

export const noTelemetry: Telemetry = { metrics: noMetrics, trace: noTrace };
