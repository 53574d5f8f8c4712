import { pageOf, type RenderOptions } from '../../../adapters/terminal/render.js';
import { fill } from '../../../dialogs/compose/fill.js';
import type { Language } from '../../knowledge/language.js';
import { textsFor } from '../../knowledge/texts/index.js';
import { readDemoCommand } from './commands.js';
import type { DemoParts, Move, Scene } from './scene.js';
import { demoTexts, listText, told } from './wording.js';

/** The list of situations. */
export class ListScene implements Scene {
  readonly place = { kind: 'list' } as const;
  readonly talk = null;
  readonly speaker = null;
  readonly #parts: DemoParts;
  #language: Language;
  #extent: 'chosen' | 'all';
  #greets: boolean;

  /** @param greets whether the bot introduces itself first */
  constructor(parts: DemoParts, language: Language, extent: 'chosen' | 'all', greets: boolean) {
    this.#parts = parts;
    this.#language = language;
    this.#extent = extent;
    this.#greets = greets;
  }

  get options(): RenderOptions {
    const { columns, colour } = this.#parts.screen;
    return { width: columns(), colour, language: this.#language };
  }

  async arrive(): Promise<void> {
    const { all, screen } = this.#parts;
    const page = pageOf(this.options);
    if (this.#greets) await screen.write(told([textsFor(this.#language).ui.greeting], page));
    this.#greets = false;
    await screen.write(listText(all, this.#extent, page));
  }

  async hint(): Promise<void> {
    // The list ends with it.
  }

  async take(text: string): Promise<Move> {
    const command = readDemoCommand(text, this.place);
    switch (command?.kind) {
      case 'enter':
        return this.#chosen(command.number);
      case 'list':
        return { kind: 'list', extent: 'all' };
      case 'language':
        this.#language = command.language;
        return { kind: 'list', extent: this.#extent };
      case 'help':
        return { kind: 'list', extent: this.#extent };
      case 'quit':
        return { kind: 'quit' };
      case 'own':
        return { kind: 'own', text: null };
      default:
        return { kind: 'own', text };
    }
  }

  async leave(): Promise<void> {
    // Nothing runs here.
  }

  async #chosen(number: number): Promise<Move> {
    const { all, screen } = this.#parts;
    const situation = all[number - 1];
    if (situation !== undefined) return { kind: 'situation', situation };
    const page = pageOf(this.options);
    await screen.write(told([fill(demoTexts(page).noSuchNumber, { count: String(all.length) })], page));
    return { kind: 'stay' };
  }
}
