import type { SnippetPlace } from '../vocabulary.js';

/** Looking from where it fails: the offer, where that is, what to run there, and what to paste back. */
export interface LookTexts {
  /** Beside a check that the person is asked to make, beside an outcome, and where nothing wrong was seen. */
  readonly offer: Readonly<Record<'check' | 'outcome' | 'nothing', string>>;
  readonly needsRegistry: string;
  readonly where: {
    readonly question: string;
    readonly hint: string;
    readonly options: Readonly<Record<SnippetPlace, string>>;
  };
  readonly title: string;
  /** How to run it, by place; `either` is a computer of which the shell is not known. */
  readonly run: Readonly<Record<SnippetPlace | 'either', string>>;
  /** "{image}", as inline code. */
  readonly image: string;
  /** What it does and what it does not do. */
  readonly promise: string;
  /** What to paste. */
  readonly paste: string;
  /** The bot's own file. */
  readonly file: { readonly title: string; readonly how: string };
  /** Where acr-help is at hand. */
  readonly command: { readonly title: string; readonly how: string };
  /** Something else was written where a report is waited for. */
  readonly noReport: string;
}
