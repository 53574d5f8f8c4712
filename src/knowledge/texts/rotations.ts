/** Secrets made new. Placeholders are named beside each. */
export interface RotationTexts {
  readonly heading: string;
  /** What would be better than a new secret, by what the secret is. */
  readonly better: Readonly<Record<SecretKind, string>>;
  readonly betterHeading: string;
  /** What a secret is called, beside a label, and in a sentence (accusative): "{token}", "{appId}"; "{registry}" */
  readonly names: Readonly<Record<SecretKind, string>>;
  readonly secrets: Readonly<Record<SecretKind, string>>;
  readonly labels: Readonly<
    Record<'secret' | 'registry' | 'renews' | 'stays' | 'valid' | 'delivery', string>
  >;
  /** "{slot}" */
  readonly renewsSlot: string;
  readonly renewsKey: string;
  /** "{slot}"; "{key}" */
  readonly staysSlot: string;
  readonly staysKey: string;
  readonly staysNone: string;
  readonly delivery: Readonly<Record<'vault' | 'one-time-page', string>>;
  /** "{days}" */
  readonly validDays: string;
  readonly validForever: string;
  /** Of slots, of which the other one is made new; of keys, to which one more is added. */
  readonly inUse: string;
  readonly inUseKey: string;
  /** Options: "{name}", "{until}" */
  readonly optionUntil: string;
  readonly optionOver: string;
  readonly optionNone: string;
  /** "{most}" */
  readonly validLabel: string;
  readonly badValid: string;
  readonly inUseMissing: string;
  readonly tooManySecrets: string;
  readonly notHere: string;
  readonly notForYou: string;
  readonly openAlready: string;
  readonly sentWithoutApproval: string;
  readonly begun: string;
  /** "{person}" */
  readonly cardTitle: string;
  /** "{secret}", "{until}", "{why}" */
  readonly rotatedVault: string;
  readonly rotatedPage: string;
  readonly whereInVault: string;
  readonly next: string;
  readonly stillBoth: string;
  readonly confirmed: string;
  readonly retired: string;
  readonly denied: string;
  readonly deniedWhy: string;
  readonly expired: string;
  readonly unconfirmed: string;
  readonly void: string;
  readonly notCollected: string;
  readonly abandoned: string;
  /** What reads the newest version of a vault finds none then. */
  readonly abandonedInVault: string;
  readonly failed: string;
  readonly notRetired: string;
  readonly notAsked: string;
  readonly cannotConfirm: string;
  /** To the requester while they can still make it worthless, and when it is too late for that; to approvers: "{person}" */
  readonly alerts: Readonly<
    Record<'claimedBefore' | 'claimedBeforeLate' | 'claimedBeforeOnCard' | 'notCollected', string>
  >;
  readonly onCard: Readonly<
    Record<'rotated' | 'retired' | 'void' | 'failed' | 'notCollected' | 'abandoned' | 'unconfirmed', string>
  >;
}

type SecretKind = 'admin-password' | 'repository-token-password' | 'client-secret';
