import type { Ledger } from '../access/ledger.js';
import type { CaseSummary } from '../chat/home.js';
import type { CauseId } from '../knowledge/causes.js';
import type { Language } from '../knowledge/language.js';
import type { Inbox } from './inbox.js';
import type { CaseStep } from './tally/case-step.js';

/** Key of a person: see `personKey`. */
export type PersonKey = string;

/** A stored conversation; `version` is another with each save. `state` is JSON that the caller validates. */
export interface StoredConversation {
  readonly version: number;
  readonly state: unknown;
}

/** Whose link it is; `name` is what the platform calls them, shown so that nobody goes on in another's place. */
interface ForPerson {
  readonly person: PersonKey;
  readonly name: string;
}

/** What somebody signs in for on the bot's pages. */
export type Errand =
  /** To tie a chat account to an Entra account. */
  | ({ readonly kind: 'link' } & ForPerson)
  /** To approve a request, as this object id and no other. */
  | ({ readonly kind: 'approve' } & ForPerson & ToApprove)
  /** To see a new secret, which is known by the SHA-256 of its link's token. */
  | { readonly kind: 'reveal'; readonly tokenHash: string };

export interface ToApprove {
  readonly request: string;
  /** Of what was on the card. */
  readonly specHash: string;
  /** The approver. */
  readonly objectId: string;
  readonly tenant: string;
}

/** How far a sign-in has come. */
export type SignInStep =
  /** The link is made. */
  | { readonly kind: 'begun' }
  /** A browser was sent to the sign-in page, with PKCE code verifier (RFC 7636) and the nonce of the id token. */
  | { readonly kind: 'sent'; readonly verifier: string; readonly nonce: string }
  /** `at`: when they showed who they are, milliseconds since 1970; null where nobody wanted to know. */
  | {
      readonly kind: 'signed-in';
      readonly objectId: string;
      readonly tenant: string;
      readonly at: number | null;
    };

/** A sign-in under way on the bot's pages; its token is known to the store by its SHA-256 only. */
export interface SignIn {
  readonly errand: Errand;
  readonly language: Language;
  readonly step: SignInStep;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Ties an account of a platform to an Entra object id. */
export interface Link {
  readonly objectId: string;
  readonly tenant: string;
  readonly linkedAt: number;
  readonly expiresAt: number;
}

/** What somebody said about an outcome. `word` has passed redaction and is short. */
export interface Feedback {
  /** Saved again under the same id, a word is added to what was pressed. */
  readonly id: string;
  readonly cause: CauseId | null;
  readonly helped: boolean;
  readonly word: string | null;
  readonly at: number;
}

/**
 * Everything that outlives a process. Each call but `purge` is one transaction; times are milliseconds since 1970 and come from the
 * caller. Rejects with `StoreError` where the engine fails: a store that cannot be asked is no empty store.
 */
export interface Store extends Inbox {
  conversation(person: PersonKey): Promise<StoredConversation | null>;
  /**
   * Compare and swap. A conversation that was forgotten and begun again has no version that it had before.
   *
   * @param version that of the conversation that was read; null: there was none
   * @param state at most 256 KiB of JSON
   * @returns the version that it has now; null where somebody else has saved or forgotten it in between
   */
  saveConversation(
    person: PersonKey,
    version: number | null,
    state: unknown,
    now: number,
  ): Promise<number | null>;

  /** How a person is reached in private: opaque to all but their platform's adapter. */
  reference(person: PersonKey): Promise<string | null>;
  saveReference(person: PersonKey, reference: string, now: number): Promise<void>;

  language(person: PersonKey): Promise<Language | null>;
  saveLanguage(person: PersonKey, language: Language, now: number): Promise<void>;

  /** Adds or replaces a case of a person, and counts it: once, as what it is now, and for good. */
  saveCase(person: PersonKey, step: CaseStep): Promise<void>;
  /** Newest first. */
  cases(person: PersonKey, limit: number): Promise<readonly CaseSummary[]>;

  /** Kept without a person. */
  saveFeedback(feedback: Feedback): Promise<void>;

  /** Rejects with `conflict` where there is one of that state. */
  beginSignIn(stateHash: string, signIn: SignIn): Promise<void>;
  /** Looks at a sign-in without taking it: whoever previews a link must not use it up. Null as for `takeSignIn`. */
  signIn(stateHash: string, now: number): Promise<SignIn | null>;
  /** Gives a sign-in once; null for one that is unknown, taken or expired. */
  takeSignIn(stateHash: string, now: number): Promise<SignIn | null>;
  saveLink(person: PersonKey, link: Link): Promise<void>;
  /** Null where there is none, or it has expired. */
  link(person: PersonKey, now: number): Promise<Link | null>;
  removeLink(person: PersonKey): Promise<void>;

  /**
   * Deletes all that is kept about a person, but for requests for roles, decisions about them, and the audit: they record
   * who had what right by whose word. Counts of cases name nobody, and stay. From the files of SQLite too, a server's are the server's affair.
   */
  forget(person: PersonKey): Promise<void>;
  /**
   * Deletes what has not been touched for `retentionMs`, and everything that has expired. A language stays for as long
   * as the conversation does; seen keys stay a day, feedback and counts 400 days, requests for roles and the audit of them
   * 400 days from their end. Some of it may stay until the next time where it fails.
   */
  purge(now: number, retentionMs: number): Promise<void>;
  /** Whether it can be written to now; answers within two seconds. Never rejects. */
  ready(): Promise<boolean>;
  /** Whether the schema is this program's: another version may have changed it. Answers like `ready`. */
  current(): Promise<boolean>;
  close(): Promise<void>;
}

/** All that a database holds. */
export interface Database extends Store {
  readonly ledger: Ledger;
  /** Milliseconds since 1970, by the clock that all processes on it have in common. */
  time(): Promise<number>;
}
