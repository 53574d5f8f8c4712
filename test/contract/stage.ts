import type { RunWork } from '../../dialogs/conversation/converse.js';
import type { Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';

/** A message as its reader sees it on a platform. */
export interface Seen {
  /** All that can be read, folded parts too. */
  readonly text: string;
  /** Labels of what can be pressed or chosen. */
  readonly labels: readonly string[];
  readonly fields: readonly string[];
}

/** What a stage is set up with. */
export interface Setting {
  readonly run: RunWork | null;
  readonly language: Language;
  /** Entra object id of the one who asks; null for somebody who is not linked. */
  readonly objectId: string | null;
  readonly now: () => number;
}

/** Somebody before the whole bot, behind one platform. Every deed ends when the bot has nothing more to do. */
export interface Talker {
  say(text: string): Promise<void>;
  /** In a place that others read; null on a platform that has none. */
  readonly sayInPublic: ((text: string) => Promise<void>) | null;
  /** Answers the question of the newest message, by the label of an option. */
  answer(label: string): Promise<void>;
  /** Presses a button of the newest message. */
  press(label: string): Promise<void>;
  /** Presses once more what was pressed last, on the message where it stood. */
  pressAgain(): Promise<void>;
  fill(values: Readonly<Record<string, string>>): Promise<void>;
  /** Messages in private, as they are now, oldest first. */
  seen(): Promise<readonly Seen[]>;
  /** What others can read. */
  inPublic(): Promise<readonly string[]>;
  /** Everything that left the bot for the platform, as it was sent. */
  sent(): string;
  /** The newest message that went out, before the platform's rendering. */
  newest(): Message;
  /**
   * Fills in the form of a message as the platform shows it.
   *
   * @param shown what is entered, by the field's id: a text, or the label of an option; the rest is left as it stands
   * @returns what the bot gets of it
   */
  enter(message: Message, shown: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Renders a message as the platform does. */
  show(message: Message, language: Language): Promise<Seen>;
  close(): Promise<void>;
}

export interface Stage {
  readonly name: string;
  open(setting: Setting): Promise<Talker>;
}

/** Letters and digits alone: platforms set spaces, lines and marks as they like. */
export function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** A message that was too long for one. */
export function joined(parts: readonly Seen[]): Seen {
  return {
    text: parts.map(({ text }) => text).join('\n'),
    labels: parts.flatMap(({ labels }) => labels),
    fields: parts.flatMap(({ fields }) => fields),
  };
}
