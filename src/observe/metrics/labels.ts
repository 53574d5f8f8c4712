import { platforms } from '../../chat/person.js';
import { causeIds } from '../../knowledge/causes.js';
import { checkIds, unknownReasons } from '../../knowledge/checks.js';
import { secretKinds } from '../../knowledge/secret-kinds.js';
import { services } from '../../knowledge/services.js';

/**
 * The values of labels and of attributes of spans. Each is a closed list of the project's own words: what a person or a
 * platform made up has no place in them, and the number of series is known beforehand.
 */

/** What becomes of a value that stands in no list. */
export const OTHER = 'other';

/** How a delivery of a platform was answered; `cut-off`: the platform went away before. */
export const webhookOutcomes = ['taken', 'refused', 'malformed', 'not-now', 'failed', 'cut-off'] as const;
export type WebhookOutcome = (typeof webhookOutcomes)[number];

/** `answered`: there is a verdict, whichever; else why there is none. */
export const checkOutcomes = ['answered', ...unknownReasons] as const;

/** Codes that call for something of their own, and the classes of all others. */
export const statuses = [
  '2xx',
  '3xx',
  '400',
  '401',
  '403',
  '404',
  '409',
  '429',
  '4xx',
  '5xx',
  'not-connected',
  'timeout',
  'broken',
  /** The guard did not let it out. */
  'guard',
] as const;
export type Status = (typeof statuses)[number];

export const grantResults = ['granted', 'void', 'failed'] as const;

export { causeIds, checkIds, platforms, secretKinds, services };
