import type { LoginEvent } from '../../azure/login-events.js';
import type { Subject } from '../check.js';

/** A look at the registry's log for a case: typed facts, nothing else. */
export interface LogRequest {
  readonly subject: Subject;
  /** Entra object id of who asks; null for somebody who is not linked. */
  readonly asker: string | null;
  /** When the case began, ISO 8601; null where nothing was looked at before. */
  readonly since: string | null;
}

/** What part of the log somebody may read. */
export type Sees =
  /** All of it: other identities and addresses are of the class *configuration*. */
  | 'all'
  /** Events of their own identity. */
  | 'own';

/** How an event belongs to the case. */
export type Match = 'identity' | 'address';

export type SeenEvent = LoginEvent & { readonly match: Match | null };

/** What somebody gets to see of the log, or why nothing. It is no finding: no check and no cause rests on it. */
export type LogLook =
  | {
      readonly kind: 'events';
      readonly sees: Sees;
      /** ISO 8601 in UTC. */
      readonly from: string;
      readonly to: string;
      /** None: no failure has arrived, which is not that there was none. */
      readonly events: readonly SeenEvent[];
      readonly more: boolean;
      readonly partial: boolean;
      /** Whether a setting collects login events; null where that could not be seen. */
      readonly collected: boolean | null;
      /** Who was expected there, and from where; the first name is the one to tell. */
      readonly names: readonly string[];
      readonly address: string | null;
    }
  /** `no-setting`: nothing collects them; `nothing-yet`: something does, or may, but they have reached no workspace. */
  | {
      readonly kind: 'not-collected';
      readonly why: 'no-setting' | 'nothing-yet';
      readonly registryId: string;
    }
  /** For who sees their own events only: none, whatever the reason. Whether they are collected is not theirs to know. */
  | { readonly kind: 'nothing-own' }
  /** An identity lacks the right: the bot's, or the person's own. */
  | {
      readonly kind: 'denied';
      readonly whose: 'bot' | 'person';
      /** Resource id of the workspace, and object id of the identity, where they are known and may be told. */
      readonly workspace: string | null;
      readonly principal: string | null;
    }
  | {
      readonly kind: 'unseen';
      readonly why: 'not-signed-in' | 'throttled' | 'circuit-open' | 'busy' | 'not-reachable' | 'deadline';
      readonly retryAfterSeconds: number | null;
    }
  | { readonly kind: 'not-linked' }
  /** There is none for the person: absent, unreadable or not to be told of. */
  | { readonly kind: 'no-registry' };
