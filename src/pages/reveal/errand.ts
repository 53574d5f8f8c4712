import type { KeyObject } from 'node:crypto';
import type { Deliveries } from '../../access/delivery/deliveries.js';

/** What showing a new secret once needs. */
export interface RevealErrand {
  readonly deliveries: Deliveries;
  /** The server's key, with which it was sealed. */
  readonly key: KeyObject;
}
