import { pageOf, type RenderOptions } from '../../../adapters/terminal/render.js';
import { Talk } from '../../../adapters/terminal/talk.js';
import { type AppConfig, createApp } from '../../app.js';
import { type Place, readDemoCommand } from './commands.js';
import type { DemoParts, Move, Scene } from './scene.js';
import { demoTexts, told } from './wording.js';

/** A conversation about the person's own trouble: no world stands behind it, so the person makes the checks. */
export class OwnScene implements Scene {
  readonly talk: Talk;
  readonly speaker = null;
  readonly #text: string | null;
  readonly #write: (text: string) => Promise<void>;

  constructor(
    { screen }: DemoParts,
    language: Pick<AppConfig, 'language' | 'fixedLanguage'>,
    text: string | null,
  ) {
    this.talk = new Talk(createApp({ ...language, registry: null }).sessions, 'you', screen);
    this.#text = text;
    this.#write = screen.write;
  }

  get place(): Place {
    return { kind: this.talk.shown?.form == null ? 'own' : 'note' };
  }

  get options(): RenderOptions {
    return this.talk.options;
  }

  async arrive(): Promise<void> {
    await (this.#text === null ? this.talk.greet() : this.talk.say(this.#text));
  }

  hint(): Promise<void> {
    return this.talk.hint();
  }

  async take(text: string): Promise<Move> {
    const command = readDemoCommand(text, this.place);
    if (command?.kind === 'list') return { kind: 'list', extent: 'chosen' };
    if (command?.kind === 'quit') return { kind: 'quit' };
    if (command?.kind === 'help') {
      const page = pageOf(this.options);
      await this.#write(told([demoTexts(page).help.list], page));
    }
    await this.talk.take(text);
    return { kind: 'stay' };
  }

  async leave(): Promise<void> {
    // Nothing runs here.
  }
}
