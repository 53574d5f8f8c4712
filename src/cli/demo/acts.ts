import type { Page } from '../../../adapters/terminal/blocks.js';
import { pageOf } from '../../../adapters/terminal/render.js';
import { fill } from '../../../dialogs/compose/fill.js';
import { answerTo } from './answers.js';
import { personCalled } from './people.js';
import { quoted } from './quote.js';
import type { Room } from './room.js';
import { changeList, demoTexts, helpText, peopleList, told, youAre } from './wording.js';

/** What can be done in a situation beside talking, each shown as it is done. */
export class Acts {
  readonly #room: Room;
  readonly #write: (text: string) => Promise<void>;

  constructor(room: Room, write: (text: string) => Promise<void>) {
    this.#room = room;
    this.#write = write;
  }

  /** Says sentences, as the demo. */
  tell(...sentences: string[]): Promise<void> {
    return this.#write(told(sentences, this.#page));
  }

  /** Sends the paste of the story, as whoever one is. */
  async send(): Promise<void> {
    const { story, person, talk } = this.#room;
    await this.tell(fill(demoTexts(this.#page).sends, { name: person.name }));
    await this.#write(`\n${quoted(story.paste, this.#page.width)}`);
    await talk.say(story.paste);
  }

  /** Says what the one of the story would say: whoever tries it cannot know. */
  async answer(): Promise<void> {
    const { story, talk, repaired } = this.#room;
    const ask = talk.shown?.ask ?? null;
    const said = answerTo(ask, story, repaired);
    if (ask === null || said === null) return this.tell(demoTexts(this.#page).noQuestion);
    await this.tell(`${story.people[0].name}: ${said.label}`);
    await talk.answer(ask.node, said.option);
  }

  /** Makes a named change to the world. */
  apply(change: string): Promise<void> {
    const { changed, noSuchChange } = demoTexts(this.#page);
    const made = this.#room.apply(change);
    const sentence = !made ? noSuchChange : change === 'fix' ? changed.fix : changed.other;
    return this.tell(fill(sentence, { change, changes: changeList(this.#room.story) }));
  }

  /** Becomes somebody else of the story; what they were told last is shown again. */
  async become(who: string): Promise<void> {
    const { story } = this.#room;
    const page = this.#page;
    const { noSuchPerson, silent } = demoTexts(page);
    const person = personCalled(who, story.people);
    if (person === undefined) return this.tell(fill(noSuchPerson, { who, people: peopleList(story, page) }));
    this.#room.become(person);
    const now = youAre(person, story, page);
    const { talk } = this.#room;
    if (talk.shown === undefined) {
      return this.tell(now, fill(silent, { name: person.name, asker: story.people[0].name }));
    }
    await this.tell(now);
    await talk.showAgain();
  }

  help(): Promise<void> {
    return this.#write(helpText(this.#room.story, this.#page));
  }

  get #page(): Page {
    return pageOf(this.#room.talk.options);
  }
}
