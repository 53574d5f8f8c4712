import { createHash } from 'node:crypto';
import type { Platform } from '../chat/person.js';
import type { Language } from '../knowledge/language.js';
import type { RegistryMode } from '../knowledge/vocabulary.js';
import type { AskedRegistry, Identity } from './policy/ask.js';
import type { Tier } from './policy/policy.js';

/** Somebody who takes part in a request: who they are in Entra, and where the bot reaches them. */
export interface Party {
  readonly objectId: string;
  readonly tenant: string;
  readonly platform: Platform;
  /** Key of `personKey`. */
  readonly person: string;
  readonly language: Language;
}

/** What is asked for. Never changed once it is submitted: its hash stands on every card and in every decision (T28). */
export interface RoleSpec {
  readonly requester: Party;
  readonly identity: Identity;
  readonly registry: AskedRegistry & { readonly mode: RegistryMode };
  readonly role: string;
  readonly repository: string | null;
  readonly prefix: boolean;
  readonly durationMs: number;
  /** The requester's own words, secrets replaced, at most 500 characters. */
  readonly reason: string;
}

/** `granting`: an executor is at it. `failed`: a human must look. */
export const requestStates = [
  'pending',
  'approved',
  'granting',
  'granted',
  'failed',
  'denied',
  'withdrawn',
  'expired',
  'removing',
  'removed',
  'void',
] as const;
export type RequestState = (typeof requestStates)[number];

export interface Approval {
  readonly by: Party;
  /** `click`, or a browser sign-in that was fresh when they approved. */
  readonly strength: 'click' | 'sign-in';
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface RoleRequest {
  /** 128 random bits. */
  readonly id: string;
  readonly spec: RoleSpec;
  readonly specHash: string;
  readonly state: RequestState;
  readonly policyHash: string;
  readonly rule: string;
  readonly tier: Tier;
  readonly approvalsNeeded: number;
  /** Object ids of those who may never approve. */
  readonly barred: readonly string[];
  readonly approvals: readonly Approval[];
  /** Why it was denied, or is void or failed: a code, or the approver's own words with secrets replaced. */
  readonly why: string | null;
  readonly submittedAt: number;
  /** A pending one ends here (T29). */
  readonly pendingUntil: number;
  /** The grant ends here; null before it is granted. */
  readonly until: number | null;
}

/** SHA-256 of the canonical JSON of a spec, hexadecimal. */
export function specHashOf(spec: RoleSpec): string {
  return createHash('sha256').update(canonical(spec)).digest('hex');
}

/** JSON with sorted keys: the same content has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}
