import { noTelemetry, type Telemetry } from '../observe/telemetry.js';

/** With what calls to Azure are counted and traced. */
export interface Counting {
  readonly telemetry: Telemetry;
  /** Milliseconds since 1970 by the machine's clock, which Azure's is compared with (security T60). */
  readonly now: () => number;
}

export const notCounted: Counting = { telemetry: noTelemetry, now: () => Date.now() };
