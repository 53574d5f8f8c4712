import type { Decided } from '../../access/requests.js';
import type { Language } from '../../knowledge/language.js';
import type { PersonKey } from '../../store/store.js';

/** A request as the page shows it to who may approve it. */
export interface RequestFacts {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Somebody's yes, after a fresh sign-in. */
export interface ApprovalGiven {
  readonly request: string;
  /** Of what the page showed. */
  readonly specHash: string;
  readonly person: PersonKey;
  readonly objectId: string;
  readonly tenant: string;
  readonly language: Language;
  /** When they showed who they are, milliseconds since 1970. */
  readonly signedInAt: number;
}

/** What approving in the browser needs. */
export interface ApproveErrand {
  /** Null for what is decided or over, or is not what the hash says. */
  readonly describe: (request: string, specHash: string, language: Language) => Promise<RequestFacts | null>;
  /** Judges the right of who approves, at this moment. */
  readonly approve: (given: ApprovalGiven) => Promise<Decided>;
}
