/** What is said of the sign-ins that a registry has logged. */
export interface LoginEventsTexts {
  /** "{registry}": login server. */
  readonly looking: string;
  readonly title: string;
  /** "{from}" and "{to}": times in UTC. */
  readonly window: string;
  /** For who sees events of their own identity only. */
  readonly ownOnly: string;
  /** Over the events that belong to the case, and over the others. */
  readonly ofCase: string;
  readonly others: string;
  readonly more: string;
  readonly partial: string;
  /** In the place of an identity, or of a status. */
  readonly nobody: string;
  readonly untold: string;
  readonly noStatus: string;
  /** What a status means there. */
  readonly readings: Readonly<Record<EventReading, string>>;
  /** The registry's view beside the case: "{seen}", "{expected}" are addresses or identities. */
  readonly sameAddress: string;
  readonly otherAddress: string;
  readonly otherIdentity: string;
  readonly none: string;
  readonly noneOfCase: string;
  /** Behind both. */
  readonly absence: string;
  readonly settingsUnseen: string;
  readonly settingGone: string;
  readonly explainsOnly: string;
  readonly notCollected: Readonly<Record<'no-setting' | 'nothing-yet', string>>;
  /** Steps to switch it on; the first has a command. */
  readonly switchOn: {
    readonly title: string;
    readonly command: string;
    readonly portal: string;
    readonly after: string;
  };
  readonly nothingOwn: string;
  readonly ownerLooks: string;
  readonly denied: Readonly<Record<'bot' | 'person', string>>;
  readonly grant: string;
  readonly unseen: Readonly<
    Record<'not-signed-in' | 'throttled' | 'circuit-open' | 'busy' | 'not-reachable' | 'deadline', string>
  >;
  /** "{seconds}". */
  readonly tryAgainIn: string;
  readonly notLinked: string;
  readonly noRegistry: string;
  readonly needsRegistry: string;
  readonly noAccess: string;
}

/** How a status is read: a 401 differs with and without an identity. */
export const eventReadings = [
  'refused-identity',
  'refused-nobody',
  'forbidden',
  'throttled',
  'service',
  'other',
] as const;
export type EventReading = (typeof eventReadings)[number];
