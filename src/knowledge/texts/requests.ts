/** Requests for roles. Placeholders are named beside each. */
export interface RequestTexts {
  readonly labels: Readonly<
    Record<
      'requester' | 'identity' | 'role' | 'scope' | 'duration' | 'reason' | 'holds' | 'adds' | 'decideBy',
      string
    >
  >;
  /** "{repository}" */
  readonly oneRepository: string;
  readonly wholeRegistry: string;
  readonly yourself: string;
  readonly kinds: Readonly<
    Record<'user' | 'service-principal' | 'managed-identity' | 'aks-kubelet-identity', string>
  >;
  /** By the unit that is asked for: "{most}" */
  readonly durationLabel: Readonly<Record<'day' | 'hour', string>>;
  readonly reasonLabel: string;
  readonly send: string;
  /** "{most}" */
  readonly badDuration: Readonly<Record<'day' | 'hour', string>>;
  readonly reasonMissing: string;
  readonly sent: string;
  readonly sentWithoutApproval: string;
  readonly openAlready: string;
  readonly tooMany: string;
  readonly notHere: string;
  readonly notForYou: string;
  readonly unavailable: string;
  /** "{person}" */
  readonly cardTitle: string;
  readonly holdsNothing: string;
  readonly holdsUnknown: string;
  readonly deny: string;
  readonly why: string;
  /** "{person}" */
  readonly approvedBy: string;
  readonly deniedBy: string;
  readonly reminder: string;
  readonly over: string;
  readonly signInNeeded: string;
  /** Why somebody may not approve: the reasons of `src/access/policy/may-approve.ts`. */
  readonly refused: Readonly<
    Record<
      | 'request-refused'
      | 'no-approval-needed'
      | 'malformed'
      | 'guest'
      | 'other-tenant'
      | 'self-approval'
      | 'own-role'
      | 'owner'
      | 'not-an-approver',
      string
    >
  >;
  /** "{role}", "{scope}", "{until}", "{why}" */
  readonly granted: string;
  readonly denied: string;
  readonly deniedWhy: string;
  readonly expired: string;
  readonly failed: string;
  readonly ending: string;
  readonly removed: string;
  /** Of a request in the list of one's own; "{until}". */
  readonly states: Readonly<Record<'waiting' | 'granted' | 'denied' | 'ended', string>>;
  readonly void: string;
  /** No approver could be reached. */
  readonly notAsked: string;
  readonly notRemoved: string;
  /** While a role is being given. */
  readonly begun: string;
  readonly otherAccount: string;
  /** After `forget`. */
  readonly recordsKept: string;
  /** What became of a request, for those who read the card. "{until}" */
  readonly onCard: Readonly<
    Record<'askedAgain' | 'expired' | 'void' | 'failed' | 'granted' | 'removed', string>
  >;
}
