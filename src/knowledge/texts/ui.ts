import type { TypedAskId } from '../asks.js';
import type { CheckFact, Unknown } from '../checks.js';
import type { SecretKind } from '../secret-kinds.js';
import type { Service } from '../services.js';
import type { FactName, IntakeKind, Verb } from '../vocabulary.js';

/** How sure the bot says it is; the words behind the certainties of the tree. */
export const assurances = ['shown', 'likely', 'by-exclusion', 'possible'] as const;
export type Assurance = (typeof assurances)[number];

/** Texts of the conversation itself. Numbers and lists are formatted with `Intl` before they are put in. */
export interface UiTexts {
  /** Opening: what it is and what to do. */
  readonly greeting: string;
  readonly pasteOrChoose: string;
  readonly dontKnow: string;
  readonly facts: Readonly<Record<FactName, string>>;
  /** Questions whose answer is typed. */
  readonly inputs: Readonly<
    Record<TypedAskId, { readonly label: string; readonly example: string; readonly invalid: string }>
  >;
  /** "{cause}" is the title of the cause. */
  readonly firstThought: string;
  readonly stillOpen: string;
  readonly headings: {
    readonly evidence: string;
    readonly against: string;
    readonly read: string;
    readonly answers: string;
    readonly checks: string;
    readonly ruledOut: string;
    readonly fix: string;
    readonly placeholders: string;
    readonly helper: string;
    readonly links: string;
    readonly source: string;
    readonly before: string;
    readonly after: string;
    readonly unchanged: string;
  };
  readonly assurance: Readonly<Record<Assurance, string>>;
  /** A step with its condition: "{condition}" and "{step}". */
  readonly conditional: string;
  /** A condition of several values: "{appliesTo}" and the list "{items}". */
  readonly conditionList: string;
  /** "{question}" and "{answer}". */
  readonly answered: string;
  /** "{count}" secrets of "{kinds}". */
  readonly secretsFound: string;
  /** Names of the kinds, in the nominative, for a list. */
  readonly secretKinds: Readonly<Record<SecretKind, string>>;
  readonly truncated: string;
  readonly verbs: Readonly<Record<Verb, string>>;
  readonly retry: {
    readonly question: string;
    readonly works: string;
    readonly same: string;
    readonly other: string;
    readonly pasteNew: string;
  };
  readonly resolved: string;
  readonly checking: string;
  /** The same when they are made. */
  readonly checked: string;
  /** When they are made and there was nothing to see. */
  readonly checkedNothing: string;
  /** A round of checks ended well. */
  readonly resolvedSeen: string;
  /** After a check that lacked a right: "{role}". */
  readonly roleWouldMend: string;
  /** `circuit-open`: "{service}" and "{seconds}". */
  readonly unknownWhy: Readonly<Record<Unknown, string>>;
  /** As they stand in such a sentence. */
  readonly services: Readonly<Record<Service, string>>;
  /** Between a label or sentence and what belongs to it, with the space that the language puts behind it. */
  readonly colon: string;
  /** How a finding's facts stand behind its sentence. */
  readonly foundFacts: {
    /** Behind the sentences on what could not be seen: "{sentence}" and "{facts}". */
    readonly unseen: string;
    /** Between values, and before a further fact. */
    readonly between: string;
    readonly further: string;
    /** Values of facts that are on or off. */
    readonly switches: Readonly<Record<'allowed' | 'denied' | 'enabled' | 'disabled', string>>;
    /** Names and addresses need none: they say by themselves what they are. */
    readonly labels: Readonly<Record<Exclude<CheckFact, 'aliases' | 'addresses' | 'ip'>, string>>;
  };
  readonly checkAnew: string;
  readonly nextBest: string;
  readonly noneLeft: string;
  readonly correctQuestion: string;
  readonly nothingToCorrect: string;
  readonly notAnOption: string;
  readonly oldButton: string;
  readonly notAllowed: string;
  readonly handover: {
    readonly preview: string;
    readonly note: string;
    readonly ready: string;
    readonly title: string;
    readonly firstThoughts: string;
    /** Over causes whose fix did not help. */
    readonly tried: string;
    readonly yourNote: string;
  };
  readonly closed: string;
  readonly intake: Readonly<Record<IntakeKind, string>>;
  /** To who says thanks. */
  readonly welcome: string;
  readonly help: string;
  readonly languageSet: string;
  readonly checkState: Readonly<Record<'waiting' | 'running' | 'ok' | 'bad' | 'unknown' | 'skipped', string>>;
  readonly terminal: {
    readonly prompt: string;
    readonly pasteHint: string;
    readonly chooseHint: string;
    readonly goodbye: string;
    readonly more: string;
    /** "{word}" is what to type, "{count}" how many answers are left out. */
    readonly moreHint: string;
    /** "{words}": labels of the buttons. */
    readonly typeWords: string;
    /** A word to type, "{word}", in the quotation marks of the language. */
    readonly quoted: string;
    /** Same where there is nothing else to type. */
    readonly typeOnly: string;
    /** How to end a note of several lines. */
    readonly noteHint: string;
    /** For a field with options. */
    readonly choiceHint: string;
    /** For a field in which something stands already. */
    readonly keepHint: string;
    /** "{lines}": how many lines were pasted. */
    readonly pasted: string;
    readonly exampleLabel: string;
    readonly examplesHint: string;
    /** In front of the question that a single answer leaves open. */
    readonly toBeExact: string;
    /** "{size}" is the cap. */
    readonly cut: string;
    /** Answers to a program that drives the conversation. */
    readonly wire: Readonly<
      Record<
        'notJson' | 'noPerson' | 'oneAction' | 'badValue' | 'badClock' | 'noWorld' | 'noPage' | 'internal',
        string
      >
    >;
    readonly examples: Readonly<Record<'login-unauthorized' | 'firewall' | 'cloud-shell', string>>;
  };
  /** Between what stands in parallel shells. */
  readonly shells: { readonly bash: string; readonly powershell: string };
}
