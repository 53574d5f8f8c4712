import type { JobKind } from '../../access/ledger.js';
import type { RequestKind, RequestState } from '../../access/request.js';
import type { Event } from './trail.js';

/** What a kind of request goes through once it is approved: a job each to bring it about and to end it. */
interface Course {
  readonly begin: JobKind;
  readonly beginning: RequestState;
  readonly begun: Event;
  readonly inEffect: RequestState;
  readonly end: JobKind;
  readonly ending: RequestState;
  readonly endBegun: Event;
}

export const courses: Readonly<Record<RequestKind, Course>> = {
  role: {
    begin: 'grant',
    beginning: 'granting',
    begun: 'grant.begun',
    inEffect: 'granted',
    end: 'remove',
    ending: 'removing',
    endBegun: 'removal.begun',
  },
  rotation: {
    begin: 'rotate',
    beginning: 'rotating',
    begun: 'rotation.begun',
    inEffect: 'rotated',
    end: 'retire',
    ending: 'retiring',
    endBegun: 'retirement.begun',
  },
};

/** The course of a stored request. */
export function courseOf(kind: string): Course {
  return courses[kind === 'rotation' ? 'rotation' : 'role'];
}
