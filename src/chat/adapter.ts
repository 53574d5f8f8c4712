import type { Route } from '../http/route.js';
import type { Platform } from './person.js';
import type { Surface } from './surface.js';

/** A chat platform, as the composition root sees it. */
export interface ChatAdapter {
  readonly platform: Platform;
  readonly surface: Surface;
  /** Where the platform delivers its events; none where the adapter connects by itself. */
  readonly routes: readonly Route[];
  /** Connects. Rejects with `AdapterError` where the platform refuses the configuration. */
  start(): Promise<void>;
  /** Whether events can come in and answers can go out now. */
  ready(): boolean;
  /** Takes no more events, and waits for those under way. */
  stop(): Promise<void>;
}

/** Why an adapter could not start. `message` is for the operator's log and holds no secret. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: 'refused' | 'not-reachable' | 'misconfigured';

  constructor(code: AdapterError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** How somebody is reached in private, kept for an adapter: opaque to all others. Keys are those of `personKey`. */
export interface References {
  reference(person: string): Promise<string | null>;
  saveReference(person: string, reference: string, now: number): Promise<void>;
}
