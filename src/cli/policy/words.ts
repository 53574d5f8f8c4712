import type { Channels, Delivery, Policy, Principals, Requesters } from '../../access/policy/policy.js';
import type { Language } from '../../knowledge/language.js';
import type { PolicyTexts } from '../texts/policy/types.js';

const HOUR = 3_600_000;

/** Things of a policy in the words of a language; ids under the names that the file gives them. */
export class Words {
  readonly #texts: PolicyTexts;
  readonly #language: Language;
  readonly #people: ReadonlyMap<string, string>;
  readonly #groups: ReadonlyMap<string, string>;

  constructor(texts: PolicyTexts, language: Language, names: Policy['names'] | null) {
    this.#texts = texts;
    this.#language = language;
    this.#people = byId(names?.people ?? {});
    this.#groups = byId(names?.groups ?? {});
  }

  person(id: string): string {
    return this.#people.get(id) ?? id;
  }

  principals({ people, groups }: Principals): string {
    const { person, group } = this.#texts;
    return this.list([
      ...groups.map((id) => group.replace('{name}', () => this.#groups.get(id) ?? id)),
      ...people.map((id) => person.replace('{name}', () => this.person(id))),
    ]);
  }

  requesters(by: Requesters): string {
    return by.members ? this.#texts.members : this.principals(by);
  }

  /** Whole days in days, everything else in hours. */
  time(milliseconds: number): string {
    const hours = milliseconds / HOUR;
    const [unit, count] = hours % 24 === 0 ? ['day', hours / 24] : ['hour', hours];
    return new Intl.NumberFormat(this.#language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  }

  channels({ teams, slack }: Channels): string {
    return this.list([
      ...(teams === null ? [] : [`Teams ${teams}`]),
      ...(slack === null ? [] : [`Slack ${slack}`]),
    ]);
  }

  delivery(to: Delivery): string {
    return to.kind === 'vault' ? to.url : this.#texts.oneTimePage;
  }

  list(parts: readonly string[]): string {
    return parts.join(this.#language === 'zh-Hans' ? '、' : ', ') || this.#texts.nothing;
  }
}

function byId(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).map(([name, id]) => [id, name]));
}
