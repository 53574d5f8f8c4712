import type { Metrics } from '../../src/observe/metrics/metrics.js';

/** Metrics that write down what they were told: name, labels, value. */
export function recordedMetrics(): {
  readonly metrics: Metrics;
  readonly told: readonly (readonly unknown[])[];
} {
  const told: (readonly unknown[])[] = [];
  return {
    told,
    metrics: {
      count: (name, labels, by = 1) => void told.push([name, labels, by]),
      record: (name, value, labels) => void told.push([name, labels, value]),
      set: (name, value, labels) => void told.push([name, labels, value]),
    },
  };
}
