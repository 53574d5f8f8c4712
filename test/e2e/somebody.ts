/** A message as somebody has it before them, on whichever platform. */
export interface View {
  readonly text: string;
  /** Labels of what can be pressed. */
  readonly buttons: readonly string[];
  /** Addresses of the buttons that open a page, by their labels. */
  readonly pages: ReadonlyMap<string, string>;
  /** The question: its node, and the labels of its options by their ids. */
  readonly question: { readonly node: string; readonly options: ReadonlyMap<string, string> } | null;
  /** Fields to fill in by their ids, with the labels of what can be chosen. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  press(label: string): Promise<unknown>;
  answer(label: string): Promise<unknown>;
  /** @param values by the field's id: a text, or the label of an option */
  fill(values: Readonly<Record<string, string>>): Promise<unknown>;
}

/** One person's side of a platform. */
export interface Side {
  say(text: string): Promise<unknown>;
  /** What the bot has written to them alone, oldest first, as it is now. */
  inPrivate(): readonly View[];
  /** What it has written in the channel of those who approve. */
  inChannel(): readonly View[];
  /** Resolves when something holds; tells what was there instead. */
  until(holds: () => boolean): Promise<void>;
}

/** Questions before an outcome, at most. */
const PATIENCE = 12;

/** Somebody who asks, or decides. */
export class Somebody {
  readonly #side: Side;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Everything that they have before them in private. */
  get read(): string {
    return this.#side
      .inPrivate()
      .map(({ text }) => text)
      .join('\n');
  }

  get newest(): View {
    const newest = this.#side.inPrivate().at(-1);
    if (newest === undefined) throw new Error('nothing was said yet');
    return newest;
  }

  /** The newest card about a request in the channel. */
  get card(): View {
    const card = this.#side.inChannel().findLast(({ text }) => text.includes('Asked for by'));
    if (card === undefined) throw new Error('there is no card');
    return card;
  }

  /** Everything in the channel. */
  get channel(): string {
    return this.#side
      .inChannel()
      .map(({ text }) => text)
      .join('\n');
  }

  until(holds: () => boolean): Promise<void> {
    return this.#side.until(holds);
  }

  reads(words: string): Promise<void> {
    return this.until(() => this.read.includes(words));
  }

  say(text: string): Promise<unknown> {
    return this.#side.say(text);
  }

  async press(label: string): Promise<unknown> {
    return (await this.#with(({ buttons }) => buttons.includes(label))).press(label);
  }

  /** Address that a button opens. */
  async page(label: string): Promise<string> {
    await this.until(() => this.pages(label).length > 0);
    return this.pages(label).at(-1) ?? '';
  }

  /** Addresses that buttons of that label open, oldest first. */
  pages(label: string): readonly string[] {
    return this.#side.inPrivate().flatMap(({ pages }) => pages.get(label) ?? []);
  }

  offers(label: string): boolean {
    return (
      this.pages(label).length > 0 || this.#side.inPrivate().some(({ buttons }) => buttons.includes(label))
    );
  }

  /** Fills in the newest form that has such fields. */
  async fill(values: Readonly<Record<string, string>>): Promise<unknown> {
    const view = await this.#with(({ fields }) => Object.keys(values).every((id) => fields.has(id)));
    return view.fill(values);
  }

  /**
   * Pastes, answers what is asked, and presses what is offered in the end.
   *
   * @param answers by question; what is not in it is not known
   */
  async diagnose(paste: string, answers: Readonly<Record<string, string>>, offered: string): Promise<void> {
    await this.say(paste);
    let last = '';
    const asks = (): View | undefined => {
      const newest = this.#side.inPrivate().findLast(({ question }) => question !== null);
      return newest?.question?.node === last ? undefined : newest;
    };
    for (let i = 0; i < PATIENCE; i++) {
      await this.until(() => this.offers(offered) || asks() !== undefined);
      const view = this.offers(offered) ? undefined : asks();
      if (view?.question == null) break;
      const { node, options } = view.question;
      last = node;
      const answer = answers[/[^.:]*$/.exec(node)?.[0] ?? ''] ?? 'unknown';
      const label = options.get(answer);
      // What is not among the options is typed.
      await (label === undefined ? this.say(answer) : view.answer(label));
    }
    await this.press(offered);
  }

  /** Waits for a card with that to press, and presses it. */
  async approve(): Promise<unknown> {
    await this.until(() => this.#side.inChannel().some(({ buttons }) => buttons.includes('Approve')));
    return this.card.press('Approve');
  }

  answerCard(answer: 'Deny' | 'Ask back', why: string): Promise<unknown> {
    return this.card.fill({ answer, why });
  }

  async #with(is: (view: View) => boolean): Promise<View> {
    const find = () => this.#side.inPrivate().findLast(is);
    await this.until(() => find() !== undefined);
    // `until` has just seen it.
    return find() ?? this.newest;
  }
}

/** The label that begins so: dates are not to be worked out. */
export function beginning(labels: readonly string[], start: string): string {
  const found = labels.find((label) => label.startsWith(start));
  if (found === undefined) throw new Error(`no option "${start}": ${labels.join(' | ')}`);
  return found;
}
