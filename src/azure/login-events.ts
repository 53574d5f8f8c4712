import type { Answer } from './answer.js';
import type { RegistryRecord } from './ports.js';

/**
 * What a registry logs of sign-ins: the table ContainerRegistryLoginEvents of Log Analytics, which a diagnostic setting
 * fills. Reads only. Every call takes a signal and never throws; see `Answer`.
 */
export interface LoginEvents {
  /** Diagnostic settings of the registry. */
  settings(registry: RegistryRecord, signal: AbortSignal): Promise<Answer<readonly DiagnosticSetting[]>>;
  /** Sign-ins that failed: those of the wanted identities and addresses first, then the newest. */
  failures(
    registry: RegistryRecord,
    wanted: WantedEvents,
    signal: AbortSignal,
  ): Promise<Answer<FailuresFound>>;
}

export interface DiagnosticSetting {
  /** Resource id of the workspace that it fills; null: another destination. */
  readonly workspace: string | null;
  /** Whether it routes login events. */
  readonly loginEvents: boolean;
}

export interface WantedEvents {
  readonly from: Date;
  readonly to: Date;
  /** As the registry may write them: object id, application id, user principal name, user name of `docker login`. */
  readonly identities: readonly string[];
  /** IP addresses. */
  readonly addresses: readonly string[];
  /** Whether events of others are left out. */
  readonly onlyThese: boolean;
}

export type FailuresFound =
  | {
      readonly kind: 'events';
      /** Those that match first, then the newest. */
      readonly events: readonly LoginEvent[];
      /** Whether there are more than are read. */
      readonly more: boolean;
      /** Log Analytics gave a part of the result and an error. */
      readonly partial: boolean;
    }
  /** No workspace knows the table: nothing has ever been collected there. */
  | { readonly kind: 'no-table' };

/** A sign-in that failed. Nothing of it is text of somebody's: each value passed the grammar of its kind. */
export interface LoginEvent {
  /** ISO 8601 in UTC, to the second. */
  readonly at: string;
  /** HTTP status (`ResultDescription`); null where none stands there. */
  readonly status: number | null;
  readonly identity: LoggedIdentity;
  /** Client as the registry saw it. */
  readonly ip: string | null;
  /** Program, and its version, such as `docker 26.1.4`; null for one that is not known. */
  readonly client: string | null;
}

/** Who tried, as far as it may be told. */
export type LoggedIdentity =
  /** A GUID, a user principal name, or one of the names that were asked for. */
  | { readonly kind: 'named'; readonly name: string }
  /** The registry logged none. */
  | { readonly kind: 'none' }
  /** Something that is none of these, such as a mistyped user name: it may be a secret in the wrong field. */
  | { readonly kind: 'untold' };
