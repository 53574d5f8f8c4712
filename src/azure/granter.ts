import type { Answer, Problem } from './answer.js';
import type { RoleDefinitionRecord } from './ports.js';

/** Where an assignment is: its name, a GUID, is all that it is known by. */
export interface AssignmentPlace {
  /** Id in Resource Manager of what the role is given on. */
  readonly scope: string;
  readonly name: string;
}

/** What is given to whom. */
export interface AssignmentContent {
  /** In lower case. */
  readonly roleGuid: string;
  /** Object id, in lower case. */
  readonly principalId: string;
  readonly principalType: 'User' | 'ServicePrincipal';
  /** ABAC condition, version 2.0; null: without. */
  readonly condition: string | null;
  readonly description: string;
}

/** An assignment as Azure has it; others than the bot may have made it. */
export interface HeldAssignment extends AssignmentPlace {
  readonly roleGuid: string | null;
  readonly principalId: string;
  readonly condition: string | null;
  readonly description: string | null;
}

/** Why Azure says no, and would say it again. */
export const writeRefusals = [
  /** The grantor has no right to assign roles there. */
  'right',
  /** It has one, but the condition of that right does not let this pass. */
  'condition',
  /** A management lock. */
  'locked',
  /** The registry is not there any more. */
  'gone',
  /** The subscription has as many assignments as it may have. */
  'limit',
  /** The identity is of another type than the request says. */
  'identity-type',
  /** Anything else that will not do. */
  'invalid',
] as const;
export type WriteRefusal = (typeof writeRefusals)[number];

/** What became of a write. Only `unanswered` leaves open whether it was done. */
export type NotWritten =
  | { readonly kind: 'refused'; readonly reason: WriteRefusal }
  /** They said no, but another time perhaps: an identity that is not everywhere yet, or another write under way. */
  | { readonly kind: 'not-yet'; readonly reason: 'principal-not-found' | 'busy' }
  /** Without an answer: it may have happened, unless `problem` is `throttled` or `signed-out`. */
  | { readonly kind: 'unanswered'; readonly problem: Problem };

export type Created =
  | { readonly kind: 'created' }
  /** 200: there was one of this name already. */
  | { readonly kind: 'present' }
  /** RoleAssignmentExists: one of this name, or of the same content under another name. */
  | { readonly kind: 'exists' }
  | NotWritten;

export type Removed = { readonly kind: 'removed' } | { readonly kind: 'was-gone' } | NotWritten;

/** A role that the grantor itself has. */
export interface OwnAssignment {
  readonly scope: string;
  readonly condition: string | null;
  readonly role: RoleDefinitionRecord;
}

/**
 * Role assignments in Resource Manager, written by an identity of its own that can do nothing else. Writes are sent
 * once: whoever calls decides whether to try again. Never throws; no text of Azure goes on.
 */
export interface Granter {
  /** Null: there is none of this name at exactly this scope. */
  read(place: AssignmentPlace, signal: AbortSignal): Promise<Answer<HeldAssignment | null>>;
  create(place: AssignmentPlace, content: AssignmentContent, signal: AbortSignal): Promise<Created>;
  remove(place: AssignmentPlace, signal: AbortSignal): Promise<Removed>;
  /** Every assignment at exactly this scope. */
  list(scope: string, signal: AbortSignal): Promise<Answer<readonly HeldAssignment[]>>;
  /** What the grantor itself may do at a scope, above and below it, groups included. */
  own(scope: string, signal: AbortSignal): Promise<Answer<readonly OwnAssignment[]>>;
}
