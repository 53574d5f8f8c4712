import { setTimeout as sleep } from 'node:timers/promises';

/** People who paste, answer and press, each only when the bot has come to an end with what they did before. */

/** @typedef {import('./platform.mjs').Platform} Platform */
/** @typedef {import('./platform.mjs').Delivery} Delivery */
/** @typedef {import('./platform.mjs').Control} Control */
/** @typedef {'paste' | 'answer' | 'press' | 'duplicate'} Kind */
/**
 * Something that somebody did, and what came of it.
 *
 * @typedef {object} Deed
 * @property {Exclude<Kind, 'duplicate'>} kind
 * @property {number} at when it was due, in milliseconds
 * @property {Delivery} delivery
 * @property {number} heard how often the bot said something after it
 * @property {number} first when it was heard first
 * @property {number} last when it was heard last
 * @property {Set<string>} posts what was posted
 */
/**
 * @typedef {object} Person
 * @property {number} number
 * @property {Deed[]} deeds
 * @property {{ id: string, controls: readonly Control[] } | null} message that can be answered
 */

/** Silence after which the bot has come to an end, when there is something to answer. */
const QUIET_MS = 1_000;
/** Deeds of one person: fewer than the desk lets through. */
const MOST_DEEDS = 8;

/** Shares of what happens. */
export const mix = { paste: 0.3, answer: 0.45, press: 0.2, duplicate: 0.05 };

export class Crowd {
  /** @type {Person[]} */
  #people = [];
  /** @type {Deed[]} */
  #sent = [];
  #platform;
  #paste;
  #chance;
  #repeated = 0;
  #duplicates = 0;
  #heardLast = 0;
  #first;

  /**
   * @param {Platform} platform
   * @param {(number: number) => string} paste
   * @param {() => number} chance
   * @param {number} first number of the first person; who was there before is somebody else
   */
  constructor(platform, paste, chance, first) {
    this.#platform = platform;
    this.#paste = paste;
    this.#chance = chance;
    this.#first = first;
    platform.listen((said) => this.#hear(said));
  }

  /**
   * What happens next.
   *
   * @param {number} at
   * @returns {{ kind: Kind, delivery: Delivery }}
   */
  next(at) {
    const kind = this.#drawn();
    if (kind === 'duplicate') {
      const before = this.#sent.at(-1 - Math.floor(this.#chance() * 20));
      if (before !== undefined) {
        this.#duplicates += 1;
        const { body, headers, again } = before.delivery;
        return { kind, delivery: { body, headers: { ...headers, ...again }, again } };
      }
    }
    if (kind === 'answer' || kind === 'press') {
      const pressed = this.#press(kind, at) ?? this.#press(kind === 'answer' ? 'press' : 'answer', at);
      if (pressed !== null) return pressed;
    }
    return this.paste(at);
  }

  /**
   * Somebody new pastes something.
   *
   * @param {number} at
   */
  paste(at) {
    const number = this.#first + this.#people.length;
    /** @type {Person} */
    const person = { number, deeds: [], message: null };
    this.#people.push(person);
    return this.#did(person, 'paste', at, this.#platform.write(number, this.#paste(number)));
  }

  /**
   * Resolves when everybody was answered and nothing more is said, or after the longest time.
   *
   * @param {number} silence in milliseconds
   * @param {number} longest in milliseconds
   */
  async quiet(silence, longest) {
    const begin = performance.now();
    for (let now = begin; now < begin + longest; now = performance.now()) {
      const waiting = this.#people.some(({ deeds }) => deeds.at(-1)?.heard === 0);
      if (!waiting && now - Math.max(this.#heardLast, begin) > silence) return;
      await sleep(50);
    }
  }

  /**
   * @param {number} from leaves out what was due before
   */
  outcome(from) {
    const all = this.#people.flatMap(({ deeds }) => deeds);
    const counted = all.filter(({ at }) => at >= from);
    const pastes = counted.filter(({ kind, heard }) => kind === 'paste' && heard > 0);
    return {
      duplicates: this.#duplicates,
      unanswered: all.filter(({ heard }) => heard === 0).length,
      saidPerEvent: all.reduce((said, { heard }) => said + heard, 0) / all.length,
      repeated: this.#repeated,
      first: pastes.map(({ at, first }) => first - at),
      whole: pastes.map(({ at, last }) => last - at),
      counts: Object.fromEntries(
        /** @type {const} */ (['paste', 'answer', 'press']).map((kind) => [
          kind,
          counted.filter((deed) => deed.kind === kind).length,
        ]),
      ),
    };
  }

  /** @returns {Kind} */
  #drawn() {
    let left = this.#chance();
    for (const [kind, share] of Object.entries(mix)) {
      left -= share;
      if (left < 0) return /** @type {Kind} */ (kind);
    }
    return 'paste';
  }

  /**
   * @param {Control['kind']} kind
   * @param {number} at
   */
  #press(kind, at) {
    const now = performance.now();
    const ready = this.#people.filter(
      ({ deeds, message }) =>
        message?.controls.some((control) => control.kind === kind) &&
        deeds.length < MOST_DEEDS &&
        now - (deeds.at(-1)?.last ?? now) > QUIET_MS,
    );
    const person = ready[Math.floor(this.#chance() * ready.length)];
    if (person === undefined || person.message === null) return null;
    const controls = person.message.controls.filter((control) => control.kind === kind);
    const control = /** @type {Control} */ (controls[Math.floor(this.#chance() * controls.length)]);
    const delivery = this.#platform.press(person.number, person.message.id, control);
    person.message = null;
    return this.#did(person, kind, at, delivery);
  }

  /**
   * @param {Person} person
   * @param {Deed['kind']} kind
   * @param {number} at
   * @param {Delivery} delivery
   */
  #did(person, kind, at, delivery) {
    const deed = { kind, at, delivery, heard: 0, first: 0, last: 0, posts: new Set() };
    person.deeds.push(deed);
    this.#sent.push(deed);
    return { kind, delivery };
  }

  /** @param {import('./platform.mjs').Said} said */
  #hear({ person: number, kind, message, content, controls }) {
    const now = performance.now();
    this.#heardLast = now;
    const person = this.#people[number - this.#first];
    const deed = person?.deeds.at(-1);
    if (person === undefined || deed === undefined) return;
    deed.heard += 1;
    deed.first ||= now;
    deed.last = now;
    if (kind === 'post') {
      if (deed.posts.has(content)) this.#repeated += 1;
      deed.posts.add(content);
    }
    if (controls.length > 0) person.message = { id: message, controls };
    else if (person.message?.id === message) person.message = null;
  }
}
