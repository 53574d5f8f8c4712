import { readCommand } from '../../dialogs/conversation/commands.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { UiTexts } from '../../src/knowledge/texts/ui.js';
import { paragraph } from './blocks.js';
import { asksForMore, buttonNamed } from './choices.js';
import { Filling, fieldLines, isBegun, isFilledIn } from './filling.js';
import { ProgressShown } from './progress-shown.js';
import { pageOf, type RenderOptions, render, renderRest } from './render.js';
import type { Sessions } from './sessions.js';

/** Where text is shown. */
export interface Screen {
  readonly write: (text: string) => Promise<void>;
  /** Columns now: windows are resized. */
  readonly columns: () => number | undefined;
  readonly colour: boolean;
}

/** The conversations that a person's is one of. */
type Conversing = Pick<Sessions, 'take' | 'languageOf'>;

/** One person's conversation on a screen: what was said last decides what a typed text means. */
export class Talk {
  readonly #sessions: Conversing;
  readonly #person: string;
  readonly #screen: Screen;
  #shown: Message | undefined;
  #filling: Filling | null = null;

  constructor(sessions: Conversing, person: string, screen: Screen) {
    this.#sessions = sessions;
    this.#person = person;
    this.#screen = screen;
  }

  /** How text for this person is set now. */
  get options(): RenderOptions {
    const { columns, colour } = this.#screen;
    return { width: columns(), colour, language: this.#sessions.languageOf(this.#person) };
  }

  get ui(): UiTexts {
    return textsFor(this.options.language).ui;
  }

  /** The newest message. */
  get shown(): Message | undefined {
    return this.#shown;
  }

  /** Begins the conversation with the bot's greeting and first question. */
  async greet(): Promise<void> {
    await this.#tell({ kind: 'start', as: this.#person });
  }

  /** Says something for the person, and shows what comes back. */
  async say(text: string): Promise<void> {
    await this.#tell({ kind: 'say', as: this.#person, text });
  }

  /** Answers the question of the newest message, and shows what comes back. */
  async answer(node: string, option: string): Promise<void> {
    await this.#tell({ kind: 'answer', as: this.#person, node, option });
  }

  /** Shows the newest message once more. */
  async showAgain(): Promise<void> {
    if (this.#shown !== undefined) await this.#screen.write(`\n${render(this.#shown, this.options)}`);
  }

  /** Whether lines are written until an empty one: a note, or a field of several lines. */
  get isWriting(): boolean {
    const field = this.#filling?.field;
    return field === undefined ? this.#shown?.form != null : field.kind === 'text' && field.multiline;
  }

  /** Whether Enter alone says something. */
  get takesNothing(): boolean {
    const field = this.#filling?.field;
    return field !== undefined && isBegun(field);
  }

  /** What a typed text means here: more of the options, a button, a field of a form, or something said. */
  async take(text: string): Promise<void> {
    const shown = this.#shown;
    const button = buttonNamed(text, shown?.buttons ?? []);
    if (shown !== undefined && asksForMore(text, shown.ask)) {
      await this.#screen.write(`\n${renderRest(shown, this.options)}`);
    } else if (button !== undefined) {
      await this.#tell({ kind: 'press', as: this.#person, button: button.id });
    } else if (this.#filling !== null) {
      await this.#fill(this.#filling, text);
    } else {
      await this.say(text);
    }
  }

  /** Whether a text ends the conversation: its farewell offers what a terminal that closes no longer has. */
  ends(text: string): boolean {
    const command = readCommand(text);
    const verb = command?.kind === 'verb' ? command.verb : undefined;
    return (buttonNamed(text, this.#shown?.buttons ?? [])?.verb ?? verb) === 'finish';
  }

  /** Whether a line is a text by itself, and not the beginning of a paste. */
  isComplete(line: string): boolean {
    const text = line.trim();
    if (this.#filling !== null) return !this.isWriting || (text === '' && this.takesNothing);
    if (/^\d{1,2}[.)]?$/.test(text) || readCommand(text) !== null) return true;
    return (
      asksForMore(text, this.#shown?.ask ?? null) ||
      buttonNamed(text, this.#shown?.buttons ?? []) !== undefined
    );
  }

  /** Says in one line what can be done now. After an outcome its buttons do. */
  async hint(): Promise<void> {
    const shown = this.#shown;
    if (shown?.outcome != null || this.#filling !== null) return;
    const { chooseHint, noteHint, pasteHint } = this.ui.terminal;
    const text = shown?.form != null ? noteHint : shown?.ask == null ? pasteHint : chooseHint;
    await this.#screen.write(`\n${paragraph(text, pageOf(this.options)).join('\n')}\n`);
  }

  async #tell(incoming: Incoming): Promise<void> {
    const progress = new ProgressShown();
    for await (const message of this.#sessions.take(incoming)) {
      this.#shown = message;
      const first = message.replaces === null;
      const text = first ? render(message, this.options) : progress.news(message, this.options);
      progress.note(message);
      if (text !== '') await this.#screen.write(first ? `\n${text}` : text);
    }
    const form = this.#shown?.form ?? null;
    this.#filling = form !== null && isFilledIn(form) ? new Filling(form) : null;
    await this.#ask();
  }

  async #fill(filling: Filling, text: string): Promise<void> {
    filling.take(text);
    if (filling.field !== undefined) return this.#ask();
    const { id, values } = filling;
    await this.#tell({ kind: 'form', as: this.#person, id, values });
  }

  async #ask(): Promise<void> {
    const field = this.#filling?.field;
    if (field === undefined) return;
    await this.#screen.write(`\n${fieldLines(field, pageOf(this.options)).join('\n')}\n`);
  }
}
