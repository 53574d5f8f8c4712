import type { Pressed } from './ids.js';
import type { Content, FileInfo } from './payloads.js';

/** What was delivered, read but not yet looked up: whose it is by Slack's ids, where, and what. */
export interface Draft {
  readonly key: string;
  /** Workspace in which it happened. */
  readonly team: string;
  readonly enterprise: string | null;
  readonly user: string;
  /** Workspaces that the event says its author is of. */
  readonly homes: readonly string[];
  /** Null on the bot's own page. */
  readonly channel: string | null;
  readonly thread: string | null;
  /** Whether other organisations read along; null where Slack does not say. */
  readonly shared: boolean | null;
  /** Where only the person sees an answer; null where there is no such address. */
  readonly responseUrl: string | null;
  readonly what: What;
}

export type What =
  | { readonly kind: 'mention' | 'direct' | 'shortcut'; readonly content: Content }
  | { readonly kind: 'command'; readonly text: string }
  /** A command without words: the form for a paste is opened with this id, within three seconds. */
  | { readonly kind: 'form-wanted'; readonly trigger: string }
  | { readonly kind: 'pressed'; readonly pressed: Pressed; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'home' }
  | { readonly kind: 'chat-opened' };

/** Why something is not taken; constants for the log. */
export type Ignored = 'unexpected-shape' | 'no-team' | 'unknown-event' | 'not-for-us' | 'unknown-action';

export type Drafted = Draft | Ignored;

/** Files that are read of one message. */
const MOST_FILES = 5;

export function filesOf(what: What): readonly FileInfo[] {
  return 'content' in what ? what.content.files.slice(0, MOST_FILES) : [];
}
