import type { LabelsOf, NameOf } from './instruments.js';

/** What the parts of the bot measure with. Never throws; what becomes of it is for whoever put the bot together. */
export interface Metrics {
  count<N extends NameOf<'counter'>>(name: N, labels: LabelsOf<N>, by?: number): void;
  record<N extends NameOf<'histogram'>>(name: N, value: number, labels: LabelsOf<N>): void;
  set<N extends NameOf<'gauge'>>(name: N, value: number, labels: LabelsOf<N>): void;
}

/** Measures nothing. */
export const noMetrics: Metrics = { count: () => {}, record: () => {}, set: () => {} };
