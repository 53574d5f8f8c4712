import type { Told } from './pages.js';

/** The pages on which a chat account is tied to an Entra account. Markup is `code` only. */
export interface LinkTexts {
  /** Before the sign-in. */
  readonly start: Told & {
    /** What happens, in order. */
    readonly steps: readonly string[];
  };
  /** Whoever was sent the link by somebody else must not go on. */
  readonly warning: string;
  /** After the sign-in, before anything is tied. */
  readonly confirm: Told & { readonly yes: string; readonly no: string };
  readonly done: Told;
  /** Said no. */
  readonly declined: Told;
  /** Labels of the two accounts, by the platform of the first. */
  readonly accounts: Readonly<Record<'slack' | 'teams' | 'terminal', string>>;
  readonly workspace: string;
  /** Label of the day on which the link ends. */
  readonly until: string;
}
