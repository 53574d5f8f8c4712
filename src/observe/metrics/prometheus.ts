import type { Attributes, Meter } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { Route } from '../../http/route.js';
import { type InstrumentName, instruments } from './instruments.js';
import { OTHER } from './labels.js';
import type { Metrics } from './metrics.js';

/** Instruments of OpenTelemetry, and the page on which Prometheus reads them. */
export interface PrometheusMetrics {
  readonly metrics: Metrics;
  readonly route: Route;
  readonly close: () => Promise<void>;
}

const FEW = 3;

type Put = (value: number, attributes: Attributes) => void;

/** Series are made when they are first needed, but for counters that can have few only: see `fewOf`. */
export function prometheusMetrics(): PrometheusMetrics {
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    // Who runs where is for Prometheus to say.
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('acr-help');
  // The keys of the table are its names.
  const names = Object.keys(instruments) as InstrumentName[];
  const puts = new Map(names.map((name) => [name, putOn(meter, name)]));
  const put = (name: InstrumentName, value: number, labels: object): void =>
    puts.get(name)?.(value, listed(name, labels));
  return {
    metrics: {
      count: (name, labels, by = 1) => put(name, by, labels),
      record: (name, value, labels) => put(name, value, labels),
      set: (name, value, labels) => put(name, value, labels),
    },
    route: {
      method: 'GET',
      path: '/metrics',
      handle: async (request, response) => exporter.getMetricsRequestHandler(request, response),
    },
    close: () => provider.shutdown(),
  };
}

function putOn(meter: Meter, name: InstrumentName): Put {
  const instrument = instruments[name];
  const about = { unit: instrument.unit, description: instrument.help };
  if (instrument.kind === 'histogram') {
    const advice = { explicitBucketBoundaries: [...instrument.buckets] };
    const histogram = meter.createHistogram(name, { ...about, advice });
    return (value, labels) => histogram.record(value, labels);
  }
  if (instrument.kind === 'gauge') {
    const gauge = meter.createGauge(name, about);
    return (value, labels) => gauge.record(value, labels);
  }
  const counter = meter.createCounter(name, about);
  for (const labels of fewOf(instrument.labels)) counter.add(0, labels);
  return (value, labels) => counter.add(value, labels);
}

/** A first failure is no increase where there was no series before it: where there are few, they begin at 0. */
function fewOf(labels: Readonly<Record<string, readonly string[]>>): readonly Attributes[] {
  const [[label, values] = ['', []], ...more] = Object.entries(labels);
  if (label === '') return [{}];
  return more.length > 0 || values.length > FEW ? [] : values.map((value) => ({ [label]: value }));
}

/** The types say so already; a series cannot be taken back. */
function listed(name: InstrumentName, labels: object): Attributes {
  const lists: Readonly<Record<string, readonly string[]>> = instruments[name].labels;
  return Object.fromEntries(
    Object.entries(lists).map(([label, values]) => {
      const value: unknown = Reflect.get(labels, label);
      return [label, typeof value === 'string' && values.includes(value) ? value : OTHER];
    }),
  );
}
