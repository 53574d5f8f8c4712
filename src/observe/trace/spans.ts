import { jobKinds } from '../../access/ledger.js';
import { checkIds, checkOutcomes, platforms, services, statuses } from '../metrics/labels.js';

/** Kinds of events of a chat platform (`ChatEvent`). */
const eventKinds = [
  'mention',
  'command',
  'direct',
  'shortcut',
  'answer',
  'press',
  'form',
  'home',
  'joined',
  'unreadable',
] as const;

const numbers = 'number' as const;

/**
 * Every span, and the attributes that it may have: words of closed lists and numbers. No name, no host, no path, no query,
 * no header and no text of an error can stand in a span, because there is no attribute for it.
 */
export const spans = {
  /** One event of somebody's, from its turn in the line to the last message. */
  turn: { platform: platforms, event: eventKinds },
  check: { check: checkIds, outcome: checkOutcomes },
  /** One try of a request to Azure. */
  azure: {
    service: services,
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'],
    status: statuses,
  },
  job: { job: jobKinds, attempts: numbers, outcome: ['done', 'lease-lost'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[] | 'number'>>>>;

type Spans = typeof spans;
export type SpanName = keyof Spans;

export type AttributesOf<N extends SpanName> = {
  readonly [A in keyof Spans[N]]?: Spans[N][A] extends readonly (infer V)[] ? V : number;
};
