import type { Secret } from '../access/secret.js';
import type { Answer } from './answer.js';
import type { Granter, NotWritten, Removed } from './granter.js';

/** Both passwords of the admin user (ACR `regenerateCredential`). */
export const adminSlots = ['password', 'password2'] as const;
export type AdminSlot = (typeof adminSlots)[number];

/** Both passwords of a repository token (ACR `generateCredentials`). */
export const tokenSlots = ['password1', 'password2'] as const;
export type TokenSlot = (typeof tokenSlots)[number];

/** A password of a repository token, without its value. Times are milliseconds since 1970. */
export interface TokenPassword {
  readonly slot: TokenSlot;
  readonly createdAt: number | null;
  readonly expiresAt: number | null;
}

/** A client secret of an application, without its value. */
export interface ClientSecret {
  /** GUID in lower case. */
  readonly keyId: string;
  readonly displayName: string | null;
  readonly endsAt: number | null;
}

export interface Application {
  /** Object id of the application, not of its service principal. */
  readonly id: string;
  readonly appId: string;
  readonly secrets: readonly ClientSecret[];
}

/** What became of a call that makes a secret; `unanswered` leaves open whether there is a new one that nobody knows. */
export type Renewed<T> = ({ readonly kind: 'renewed'; readonly secret: Secret } & T) | NotWritten;

/**
 * Secrets made new, by an identity that can do nothing else (security §3.2, §3.5). Calls that write are sent once: whoever
 * calls decides whether to try again. Never throws; no text of Azure goes on.
 */
export interface Rotator {
  /** Both passwords come in the answer: the one that was not asked for is dropped there (T17). */
  renewAdminPassword(
    registryId: string,
    slot: AdminSlot,
    signal: AbortSignal,
  ): Promise<Renewed<{ readonly username: string }>>;

  /** Null: there is no such token. */
  tokenPasswords(
    registryId: string,
    token: string,
    signal: AbortSignal,
  ): Promise<Answer<readonly TokenPassword[] | null>>;
  /** Always with the name of the slot: without, Azure makes both new. */
  renewTokenPassword(
    registryId: string,
    token: string,
    slot: TokenSlot,
    expiresAt: number,
    signal: AbortSignal,
  ): Promise<Renewed<{ readonly createdAt: number | null }>>;

  /** The application behind a service principal, by its appId; null where it is not in this tenant. */
  application(appId: string, signal: AbortSignal): Promise<Answer<Application | null>>;
  addClientSecret(
    applicationId: string,
    displayName: string,
    endsAt: number,
    signal: AbortSignal,
  ): Promise<Renewed<{ readonly keyId: string }>>;
  removeClientSecret(applicationId: string, keyId: string, signal: AbortSignal): Promise<Removed>;

  /** What the rotator itself may do in Resource Manager at a scope, above and below it, groups included. */
  readonly own: Granter['own'];
}
