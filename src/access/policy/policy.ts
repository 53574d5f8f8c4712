import type { Language } from '../../knowledge/language.js';
import type { RequestableRole } from './roles.js';
import type { RotatedSecret, Target } from './schema.js';

/** Object ids, in lower case. */
export interface Principals {
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

export interface Requesters extends Principals {
  /** Anybody of the tenants who is no guest. */
  readonly members: boolean;
}

/** 0 nobody, 1 a click, 2 a click after a fresh sign-in in the browser, 3 two such people. */
export type Tier = 0 | 1 | 2 | 3;

export interface Channels {
  readonly teams: string | null;
  readonly slack: string | null;
  /** In which cards there are written: many read them, whose languages nobody knows. */
  readonly language: Language;
}

/** Where a new secret is put. */
export type Delivery = { readonly kind: 'vault'; readonly url: string } | { readonly kind: 'one-time-page' };

interface Named {
  /** Its key in the file. */
  readonly name: string;
}

export interface RegistryEntry extends Named {
  /** In lower case. */
  readonly match: readonly string[];
  readonly subscription: string | null;
  readonly discoverable: boolean;
  readonly tags: readonly string[];
  readonly owners: Principals;
  readonly approvers: Principals;
  readonly channels: Channels;
}

/** What request and rotation rules have in common. */
export interface Rule extends Named {
  /** Names of entries. */
  readonly registries: readonly string[];
  readonly by: Requesters;
  /** Null: those of the registry. */
  readonly approvers: Principals | null;
  readonly needsReason: boolean;
}

export interface RequestRule extends Rule {
  readonly roles: readonly RequestableRole[];
  /** Null: all of them, and whole registries. */
  readonly repositories: readonly string[] | null;
  readonly for: readonly Target[];
  readonly maxDurationMs: number;
  /** Null: by role, registry and duration. */
  readonly tier: Tier | null;
}

export interface RotationRule extends Rule {
  readonly secrets: readonly RotatedSecret[];
  readonly tokens: readonly string[] | null;
  readonly principals: 'owned' | 'any';
  readonly tier: Tier;
  readonly delivery: Delivery;
}

/** A condition that is null always holds. */
export interface DenyRule extends Named {
  readonly match: readonly string[] | null;
  readonly registries: readonly string[] | null;
  readonly roles: readonly RequestableRole[] | null;
  readonly secrets: readonly RotatedSecret[] | null;
  readonly repositories: readonly string[] | null;
  readonly by: Requesters | null;
  readonly identities: readonly string[] | null;
}

/** A policy that has no mistakes. Rules stand in the order of their names. */
export interface Policy {
  /** SHA-256 over the content, in hexadecimal digits. */
  readonly hash: string;
  readonly tenants: readonly string[];
  readonly maxDurationMs: number;
  /** Object ids by the short names of the file. */
  readonly names: {
    readonly people: Readonly<Record<string, string>>;
    readonly groups: Readonly<Record<string, string>>;
  };
  readonly registries: readonly RegistryEntry[];
  readonly requests: readonly RequestRule[];
  readonly rotations: readonly RotationRule[];
  readonly deny: readonly DenyRule[];
}
