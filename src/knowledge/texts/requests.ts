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
  readonly allBelow: string;
  readonly wholeRegistry: string;
  readonly yourself: string;
  readonly kinds: Readonly<
    Record<'user' | 'service-principal' | 'managed-identity' | 'aks-kubelet-identity', string>
  >;
  /** By the unit that is asked for: "{most}" */
  readonly durationLabel: Readonly<Record<'day' | 'hour', string>>;
  /** Who gets it, and what for, where the requester may choose. */
  readonly granteeLabel: string;
  readonly operationLabel: string;
  /** "{role}" */
  readonly operations: Readonly<Record<'pull' | 'push' | 'list', string>>;
  readonly repositoryLabel: string;
  readonly badRepository: string;
  /** PIM: the role only has to be activated. */
  readonly activate: string;
  readonly activateTitle: string;
  readonly notAllowed: string;
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
  /** The other answers to a request than to approve it. */
  readonly otherwise: string;
  readonly otherwiseLabel: string;
  readonly deny: string;
  readonly askBack: string;
  readonly words: string;
  readonly sendAnswer: string;
  readonly wordsMissing: string;
  /** "{person}", "{words}" */
  readonly question: string;
  readonly answerTo: string;
  /** To the requester: "{role}" or the secret, "{words}" */
  readonly askedBack: string;
  readonly yourAnswer: string;
  readonly answered: string;
  readonly answerMissing: string;
  readonly asked: string;
  readonly withdrawn: string;
  readonly notPending: string;
  /** "{person}" */
  readonly approvedBy: string;
  readonly deniedBy: string;
  readonly reminder: string;
  readonly over: string;
  readonly signInNeeded: string;
  readonly noSignIn: string;
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
  /** "{role}", "{scope}", "{how}" */
  readonly working: string;
  readonly workingBy: Readonly<Record<'assignment' | 'token', string>>;
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
    Record<'askedAgain' | 'expired' | 'withdrawn' | 'void' | 'failed' | 'granted' | 'removed', string>
  >;
}
