import type { Answer, Problem } from '../../azure/answer.js';
import type { DiagnosticSetting, FailuresFound, LoginEvent, WantedEvents } from '../../azure/login-events.js';
import type { LogLook, Match, SeenEvent, Sees } from './log-look.js';

/** Milliseconds of an hour. */
const hour = 3_600_000;

/**
 * The window of a case: from a day before it began until now, three days at most. What brought the person here lies
 * before they asked; what lies further back is another story. Pure.
 */
export function windowOf(since: string | null, now: Date): { readonly from: Date; readonly to: Date } {
  const began = since === null ? now.getTime() : Math.min(Date.parse(since), now.getTime());
  const start = Math.max(
    (Number.isNaN(began) ? now.getTime() : began) - 24 * hour,
    now.getTime() - 72 * hour,
  );
  return { from: new Date(start), to: now };
}

/** Whether a setting brings login events into a workspace; null where the settings could not be read. Pure. */
export function isCollected(settings: Answer<readonly DiagnosticSetting[]>): boolean | null {
  return settings.ok
    ? settings.value.some(({ workspace, loginEvents }) => loginEvents && workspace !== null)
    : null;
}

export interface Read {
  readonly sees: Sees;
  readonly wanted: WantedEvents;
  readonly names: readonly string[];
  readonly address: string | null;
  readonly registryId: string;
  readonly settings: Answer<readonly DiagnosticSetting[]>;
  readonly found: FailuresFound;
}

/** What comes of a log that was read. "Not collected" is never "no failures". Pure. */
export function judged({ sees, wanted, names, address, registryId, settings, found }: Read): LogLook {
  const collected = isCollected(settings);
  const all =
    found.kind === 'events' ? found.events.map((event) => ({ ...event, match: matchOf(event, wanted) })) : [];
  // The query leaves others out; whoever may see their own alone does not depend on it.
  const events: readonly SeenEvent[] = sees === 'own' ? all.filter(({ match }) => match === 'identity') : all;
  if (events.length === 0 && sees === 'own') return { kind: 'nothing-own' };
  if (events.length === 0 && collected === false)
    return { kind: 'not-collected', why: 'no-setting', registryId };
  if (found.kind === 'no-table') return { kind: 'not-collected', why: 'nothing-yet', registryId };
  const [from, to] = [wanted.from.toISOString(), wanted.to.toISOString()];
  const { more, partial } = found;
  return { kind: 'events', sees, from, to, events, more, partial, collected, names, address };
}

function matchOf({ identity, ip }: LoginEvent, { identities, addresses }: WantedEvents): Match | null {
  const named = identity.kind === 'named' ? identity.name.toLowerCase() : null;
  if (identities.some((it) => it.toLowerCase() === named)) return 'identity';
  return ip !== null && addresses.includes(ip) ? 'address' : null;
}

/** What a failed call means here; null where the right is what is missing. Pure. */
export function unseen(problem: Problem): Extract<LogLook, { kind: 'unseen' }> | null {
  switch (problem.kind) {
    case 'denied':
    // Somebody who may not see it is told that it is not there.
    case 'not-found':
      return null;
    case 'signed-out':
      return { kind: 'unseen', why: 'not-signed-in', retryAfterSeconds: null };
    case 'throttled':
    case 'circuit-open':
      return { kind: 'unseen', why: problem.kind, retryAfterSeconds: problem.retryAfterSeconds };
    case 'busy':
      return { kind: 'unseen', why: 'busy', retryAfterSeconds: null };
    case 'unavailable': {
      const why = problem.reason === 'timeout' ? 'deadline' : 'not-reachable';
      return { kind: 'unseen', why, retryAfterSeconds: null };
    }
  }
}
