import type { CauseId } from '../knowledge/causes.js';
import type { ChatVerb, Verb } from '../knowledge/vocabulary.js';

/**
 * The neutral message model: what the conversation says, before any platform renders it. Strings are either
 * texts of the bot's own tables or facts that passed a grammar; never pasted text.
 */
export type Block =
  /** `about` says what stands beneath it, to the next heading: what led to an outcome, or where to read on. */
  | { readonly type: 'heading'; readonly text: string; readonly about?: 'evidence' | 'links' }
  | { readonly type: 'text'; readonly text: string }
  /** Numbered steps, in order; a step may carry commands. */
  | { readonly type: 'steps'; readonly items: readonly Step[] }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'facts'; readonly items: readonly { readonly label: string; readonly value: string }[] }
  | Code
  | { readonly type: 'progress'; readonly items: readonly ProgressItem[] }
  | { readonly type: 'links'; readonly items: readonly { readonly title: string; readonly url: string }[] }
  /** Where the answer comes from: document, section, and the page in the person's language. */
  | { readonly type: 'source'; readonly text: string };

/**
 * A command or output to show verbatim. `text` and `json` are for output, `yaml` is for a file of the person's; the others
 * name the shell to paste it into.
 */
export interface Code {
  readonly type: 'code';
  readonly language: 'bash' | 'powershell' | 'yaml' | 'text' | 'json';
  readonly text: string;
}

export interface Step {
  readonly text: string;
  readonly code?: readonly Code[];
}

/** One line of the progress list. `ok`/`bad` are verdicts; `skipped` and `unknown` say why in `note`. */
export interface ProgressItem {
  readonly id: string;
  readonly label: string;
  readonly state: 'waiting' | 'running' | 'ok' | 'bad' | 'unknown' | 'skipped';
  readonly note?: string;
}

/** Who may read a message. Only the terminal and 1:1 chats get `private`. */
export type Audience = 'private' | 'thread' | 'channel';

/** A question that waits for an answer. `input` accepts typed text beside the options. */
export interface Ask {
  readonly node: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly input?: { readonly label: string; readonly example: string };
}

/** A button. `id` is opaque to the platform and valid for this conversation only; one with a `url` opens a page. */
export interface Button {
  readonly id: string;
  readonly verb: Verb | ChatVerb;
  readonly label: string;
  readonly url?: string;
}

/** What can be written or chosen in a form. Its id is opaque to the platform, of at most 60 characters. */
export type Field = TextField | ChoiceField;

export interface TextField {
  readonly kind: 'text';
  readonly id: string;
  readonly label: string;
  readonly multiline: boolean;
  /** What stands in it to begin with. */
  readonly value?: string;
}

/**
 * One of several. The option's id comes back; '' where none was chosen, and for anything that is no id. Whether an id is
 * one of the options is for whoever made the form to judge (`entered`): a platform sends what its client sent.
 */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly id: string;
  readonly label: string;
  /** From 1 to 100; platforms show 75 characters of a label, marked where it is cut. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Id of the option that is chosen to begin with. */
  readonly chosen?: string;
}

/** A named form field list; values come back by field id. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  /** Sending it says no: the button must not look like the way on. */
  readonly refuses?: boolean;
}

/** The diagnosis that a message carries, for programs and metrics. */
export interface OutcomeSummary {
  readonly cause: CauseId;
  /** 0–1, the number behind the words. */
  readonly confidence: number;
  readonly resolved: boolean;
}

/** A whole case, for those who help and for a ticket: facts, answers, checks and the person's own note. */
export interface HandedOver {
  readonly text: string;
  /** Same as an object; keys and values are ids, verdicts and facts that passed a grammar. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Message {
  readonly to: string;
  readonly audience: Audience;
  readonly id: string;
  /** Id of the message that this one takes the place of, or null. */
  readonly replaces: string | null;
  readonly blocks: readonly Block[];
  readonly ask: Ask | null;
  readonly buttons: readonly Button[];
  readonly form: Form | null;
  readonly outcome: OutcomeSummary | null;
  /** Set on the message that ends a handover. */
  readonly handover: HandedOver | null;
}
