import { createHash } from 'node:crypto';
import type { AdminSlot, TokenSlot } from '../azure/rotator.js';
import type { Platform } from '../chat/person.js';
import type { Language } from '../knowledge/language.js';
import type { RegistryMode } from '../knowledge/vocabulary.js';
import type { AskedRegistry, Identity } from './policy/ask.js';
import type { Delivery, Tier } from './policy/policy.js';

/** Somebody who takes part in a request: who they are in Entra, and where the bot reaches them. */
export interface Party {
  readonly objectId: string;
  readonly tenant: string;
  readonly platform: Platform;
  /** Key of `personKey`. */
  readonly person: string;
  readonly language: Language;
}

/** What every request has. */
interface Asked {
  readonly requester: Party;
  /** The requester's own words, secrets replaced, at most 500 characters. */
  readonly reason: string;
}

/** A role, for a while. */
export interface RoleSpec extends Asked {
  readonly kind: 'role';
  readonly identity: Identity;
  readonly registry: AskedRegistry & { readonly mode: RegistryMode };
  readonly role: string;
  readonly repository: string | null;
  readonly prefix: boolean;
  readonly durationMs: number;
}

/** The secret that is made new, and what it takes the place of. Azure's names of slots; key ids in lower case. */
export type RenewedSecret =
  /** The slot that is not in use; the other one is made worthless when the new one works. */
  | { readonly kind: 'admin-password'; readonly renew: AdminSlot }
  | { readonly kind: 'repository-token-password'; readonly token: string; readonly renew: TokenSlot }
  /** Of a service principal; `retire` is the key that it uses now, null where none is left that works. */
  | {
      readonly kind: 'client-secret';
      readonly objectId: string;
      readonly appId: string;
      readonly retire: string | null;
    };

/** A secret made new. */
export interface RotationSpec extends Asked {
  readonly kind: 'rotation';
  readonly registry: AskedRegistry;
  readonly secret: RenewedSecret;
  /** How long the new one is valid, in milliseconds; null for the admin user's, which have no end. */
  readonly validMs: number | null;
  readonly delivery: Delivery;
}

/** What is asked for. Never changed once it is submitted: its hash stands on every card and in every decision (T28). */
export type Spec = RoleSpec | RotationSpec;
export type RequestKind = Spec['kind'];

/**
 * A role is `granting` while an executor is at it, `granted`, `removing` and `removed`; a secret `rotating`, `rotated` while
 * old and new both work, `retiring` and `retired` when the old one is gone. `failed`: a human must look.
 */
export const requestStates = [
  'pending',
  'approved',
  'granting',
  'granted',
  'rotating',
  'rotated',
  'failed',
  'denied',
  'withdrawn',
  'expired',
  'removing',
  'removed',
  'retiring',
  'retired',
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

/** A new secret, without its value. */
export interface MadeSecret {
  /** The slot, or the key id of a client secret. */
  readonly name: string;
  readonly endsAt: number | null;
  /** What shows that it is this one: its creation time or key id; null where Azure tells none. */
  readonly proof: string | null;
  /** The same of the one that it takes the place of. */
  readonly replaces: string | null;
  readonly kept: /** Address of the version in the vault. */
    | { readonly kind: 'vault'; readonly id: string }
    /** `attempt` is what the link is derived from, beside the server's key. */
    | { readonly kind: 'one-time-page'; readonly attempt: number; readonly until: number };
}

interface RequestOf<S extends Spec> {
  /** 128 random bits. */
  readonly id: string;
  readonly spec: S;
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
  readonly deniedBy: Party | null;
  /** Id of the requester's own request for the same, still granted, that this one takes the place of; null for most. */
  readonly extends: string | null;
  /** The grant ends here; null before it is granted, and for secrets. */
  readonly until: number | null;
  /** Null before a secret is made new, and for roles. */
  readonly made: MadeSecret | null;
  /** When the requester said that the new secret works; null before. */
  readonly confirmedAt: number | null;
}

export type RoleRequest = RequestOf<RoleSpec>;
export type RotationRequest = RequestOf<RotationSpec>;
export type AccessRequest = RoleRequest | RotationRequest;

/** TypeScript does not narrow a request by the kind of its spec. */
export function isForRole(request: AccessRequest): request is RoleRequest {
  return request.spec.kind === 'role';
}

/** SHA-256 of the canonical JSON of a spec, hexadecimal. */
export function specHashOf(spec: Spec): string {
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
