import type { Assignment, LoginEvent, Secret, World } from './world.js';

/**
 * What was written to a world since it began. It outlives the changes that are applied: those replace the world as its
 * file describes it, and what somebody wrote stands beside that.
 */
export interface Ledger {
  /** Role assignments that were created, also those that are gone again. */
  readonly assignments: Assignment[];
  /** What an assignment has become, by `occurrence` (arm/assignments.ts). */
  readonly updated: Map<string, Assignment>;
  /** When an assignment was removed, by `occurrence`. */
  readonly removed: Map<string, Date>;
  /** Passwords of admin users by registry id and slot. */
  readonly adminPasswords: Map<string, Renewal>;
  /** Passwords of repository tokens by token id and slot. */
  readonly tokenPasswords: Map<string, Renewal & { readonly expires: Date | null }>;
  /** Secrets of applications by client id. */
  readonly secrets: Map<string, readonly Secret[]>;
  /** Key ids of secrets that were removed. */
  readonly removedSecrets: Set<string>;
  /** Secrets in vaults by `{vault}/{name}` in lower case. */
  readonly vaultSecrets: Map<string, VaultSecret>;
  /** When people last showed who they are, by object id. */
  readonly sessions: Map<string, Date>;
  /** How many calls a scripted fault has counted, by its name. */
  readonly calls: Map<string, number>;
  /** Sign-ins at registries with a diagnostic setting, by login server. */
  readonly loginEvents: (LoginEvent & { readonly loginServer: string })[];
  /** Every write, in order. */
  readonly audit: AuditEntry[];
}

/** A password that was made anew. */
export interface Renewal {
  /** How often: the values are made from it. */
  readonly generation: number;
  readonly at: Date;
}

export interface VaultSecret {
  readonly name: string;
  /** The oldest first. */
  readonly versions: readonly SecretVersion[];
  readonly deleted: Date | null;
}

export interface SecretVersion {
  /** 32 hexadecimal digits. */
  readonly version: string;
  readonly value: string;
  readonly contentType: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  readonly notBefore: Date | null;
  readonly expires: Date | null;
  readonly created: Date;
  readonly updated: Date;
}

/** A write, as an activity log has it: never with a value. */
export interface AuditEntry {
  readonly at: Date;
  /** Object id. */
  readonly caller: string;
  /** `Microsoft.Authorization/roleAssignments/write`, `Add password to application`, … */
  readonly operation: string;
  /** Id of what was written. */
  readonly target: string;
}

/** Notes a write in the audit. */
export function note(
  { ledger, now }: World,
  { objectId }: { readonly objectId: string },
  operation: string,
  target: string,
): void {
  ledger.audit.push({ at: now(), caller: objectId, operation, target });
}

export function emptyLedger(): Ledger {
  return {
    assignments: [],
    updated: new Map(),
    removed: new Map(),
    adminPasswords: new Map(),
    tokenPasswords: new Map(),
    secrets: new Map(),
    removedSecrets: new Set(),
    vaultSecrets: new Map(),
    sessions: new Map(),
    calls: new Map(),
    loginEvents: [],
    audit: [],
  };
}
