import type { StoreLook } from '../store/inspect.js';
import type { StoreErrorCode } from '../store/store-error.js';
import type { FindingId } from './catalogue.js';
import { type Finding, finding } from './finding.js';

/** What errors of the store say about it; those that cannot come of a look tell nothing. */
const failures: Readonly<Record<StoreErrorCode, FindingId>> = {
  'unsupported-url': 'store.bad-address',
  'not-found': 'store.not-found',
  denied: 'store.denied',
  unreachable: 'store.unreachable',
  timeout: 'store.timeout',
  'read-only': 'store.read-only',
  'not-a-database': 'store.not-a-database',
  damaged: 'store.damaged',
  'newer-schema': 'store.newer-schema',
  // Of who only reads: a look names the steps instead.
  'older-schema': 'store.unknown',
  full: 'store.full',
  locked: 'store.locked',
  conflict: 'store.unknown',
  'not-storable': 'store.unknown',
  'too-large': 'store.unknown',
  closed: 'store.unknown',
  failed: 'store.unknown',
};

/** Whether the bot could start on the store. Pure. */
export function judgeStore(look: StoreLook): readonly Finding[] {
  if (look.kind === 'failed') return [finding(failures[look.code])];
  const { engine, lasting, pending, empty, unencrypted } = look;
  return [
    ...(!lasting
      ? [finding('store.in-memory')]
      : empty
        ? [finding('store.new', null, { engine })]
        : pending.length > 0
          ? [finding('store.pending', null, { engine, steps: pending })]
          : [finding('store.ready', null, { engine })]),
    ...(unencrypted ? [finding('store.unencrypted')] : []),
  ];
}
