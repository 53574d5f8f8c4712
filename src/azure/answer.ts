import type { Service } from '../knowledge/services.js';

/**
 * What Azure answered. `ok: false` keeps "they said no" (`denied`, `not-found`) apart from "we could not ask"
 * (the others). SDK and HTTP errors are mapped to this once, at the edge.
 */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Stable kinds of failure. None carries a token, a body or pasted text. */
export type Problem =
  /** The bot's (or the person's) identity lacks a right: the action that Azure names, or the one that was needed. */
  | { readonly kind: 'denied'; readonly action: string }
  | { readonly kind: 'not-found' }
  /** No usable sign-in. `code` is the AADSTS number, or the name of the credential's error. */
  | { readonly kind: 'signed-out'; readonly code: string }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number | null }
  /** Not sent: the host has not answered for a while, and is asked again after so many seconds at the earliest. */
  | { readonly kind: 'circuit-open'; readonly service: Service; readonly retryAfterSeconds: number }
  /** Not sent: too many calls wait already. */
  | { readonly kind: 'busy' }
  /** No answer, a 5xx, or an answer that breaks the protocol. */
  | { readonly kind: 'unavailable'; readonly reason: Unavailable; readonly status: number | null };

export type Unavailable =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'server-error'
  | 'protocol'
  /** The guard refused: an address, a host or a port that the bot never connects to. */
  | 'guard';

export function ok<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function failed(problem: Problem): Answer<never> {
  return { ok: false, problem };
}

/** Where it is an answer, too, that there is no such thing. */
export function orNull<T>(answer: Answer<T>): Answer<T | null> {
  return !answer.ok && answer.problem.kind === 'not-found' ? ok(null) : answer;
}
