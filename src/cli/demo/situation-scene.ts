import { pageOf, type RenderOptions } from '../../../adapters/terminal/render.js';
import type { Talk } from '../../../adapters/terminal/talk.js';
import type { Language } from '../../knowledge/language.js';
import { Acts } from './acts.js';
import { type Place, readDemoCommand } from './commands.js';
import { Room } from './room.js';
import type { DemoParts, Move, Scene } from './scene.js';
import type { Situation } from './situations.js';
import { nextHint, youAre } from './wording.js';

/** A situation: its world runs, and the person is somebody in it. */
export class SituationScene implements Scene {
  readonly #room: Room;
  readonly #acts: Acts;

  private constructor(room: Room, acts: Acts) {
    this.#room = room;
    this.#acts = acts;
  }

  /** Starts the world of a situation. */
  static async start(parts: DemoParts, situation: Situation, language: Language): Promise<SituationScene> {
    const room = new Room(await parts.open(situation), language, parts.screen);
    return new SituationScene(room, new Acts(room, parts.screen.write));
  }

  get place(): Place {
    if (this.talk.shown?.form != null) return { kind: 'note' };
    return { kind: 'situation', changes: this.#room.story.changes };
  }

  get talk(): Talk {
    return this.#room.talk;
  }

  get options(): RenderOptions {
    return this.talk.options;
  }

  get speaker(): string {
    return this.#room.person.name;
  }

  async arrive(): Promise<void> {
    const { story, person } = this.#room;
    const { language } = this.options;
    await this.#acts.tell(`**${story.title[language]}**`, youAre(person, story, pageOf(this.options)));
    await this.#acts.send();
  }

  async hint(): Promise<void> {
    const { talk, repaired, story } = this.#room;
    if (talk.shown !== undefined) await talk.hint();
    const next = nextHint(talk.shown, story, repaired, pageOf(this.options));
    if (next !== null) await this.#acts.tell(next);
  }

  async take(text: string): Promise<Move> {
    const command = readDemoCommand(text, this.place);
    switch (command?.kind) {
      case 'list':
        return { kind: 'list', extent: 'chosen' };
      case 'quit':
        return { kind: 'quit' };
      case 'apply':
        await this.#acts.apply(command.change);
        break;
      case 'as':
        await this.#acts.become(command.who);
        break;
      case 'paste':
        await this.#acts.send();
        break;
      case 'answer':
        await this.#acts.answer();
        break;
      case 'help':
        await this.#acts.help();
        break;
      default:
        await this.talk.take(text);
    }
    return { kind: 'stay' };
  }

  leave(): Promise<void> {
    return this.#room.close();
  }
}
