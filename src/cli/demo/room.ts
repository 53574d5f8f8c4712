import { type Screen, Talk } from '../../../adapters/terminal/talk.js';
import { createApp } from '../../app.js';
import type { Language } from '../../knowledge/language.js';
import type { OpenWorld, Person } from '../world.js';

/** A situation under way: its world, who one is in it, and what each of its people has said. */
export class Room {
  readonly #world: OpenWorld;
  readonly #talks = new Map<string, Talk>();
  readonly #begin: (person: string) => Talk;
  #person: Person;
  #repaired = false;

  constructor(world: OpenWorld, language: Language, screen: Screen) {
    this.#world = world;
    const { checks, clock } = world;
    // By now the language is settled: a paste in another one does not change it.
    const { sessions } = createApp({ language, fixedLanguage: true, registry: null, checks, clock });
    this.#begin = (person) => new Talk(sessions, person, screen);
    [this.#person] = world.story.people;
  }

  get story(): OpenWorld['story'] {
    return this.#world.story;
  }

  /** Who one is now. */
  get person(): Person {
    return this.#person;
  }

  /** Whether `fix` was the newest change. */
  get repaired(): boolean {
    return this.#repaired;
  }

  /** The conversation of who one is now. */
  get talk(): Talk {
    const { name } = this.#person;
    const talk = this.#talks.get(name) ?? this.#begin(name);
    this.#talks.set(name, talk);
    return talk;
  }

  become(person: Person): void {
    this.#person = person;
  }

  /** Makes a named change to the world; false where there is none of that name. */
  apply(change: string): boolean {
    if (this.#world.apply(change).length > 0) return false;
    this.#repaired = change === 'fix';
    return true;
  }

  close(): Promise<void> {
    return this.#world.close();
  }
}
