import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { mergePatch } from '../../../sandbox/world/merge-patch.js';
import { repository, tempTree } from '../../support/temp.js';
import { Child, type Line } from '../child.js';

export const TENANT = '11111111-0000-4000-8000-000000000001';
export const APPROVERS = '99999999-0000-4000-8000-000000000001';
export const CHANNEL = 'C0APPROVE1';

type Page = Line & { readonly page?: Readonly<Record<string, unknown>> };

/**
 * A world with more in it, a policy for it, and the bot between people, driven as a program of its own through
 * `chat --json`.
 */
export class Story {
  readonly paste: string;
  readonly #child: Child;
  /** What stands before whom, by the messages' ids. */
  readonly #shown = new Map<string, Line>();

  constructor(world: string, patch: object, policy: object) {
    const file = join(repository, 'sandbox', 'worlds', `${world}.yaml`);
    const base: { readonly paste: string } = parse(readFileSync(file, 'utf8'));
    this.paste = base.paste;
    const rules = {
      version: 1,
      tenants: [TENANT],
      channels: { slack: CHANNEL },
      groups: { approvers: APPROVERS },
    };
    const dir = tempTree({
      'world.yaml': stringify(mergePatch(base, patch)),
      'policy.yaml': stringify({ ...rules, ...policy }),
    });
    const [in_, by] = [join(dir, 'world.yaml'), join(dir, 'policy.yaml')];
    this.#child = new Child(['chat', '--json', '--world', in_, '--policy', by]);
  }

  async send(line: object): Promise<readonly Page[]> {
    const lines: readonly Page[] = await this.#child.send(line);
    for (const it of lines) {
      if (it.error !== undefined) throw new Error(it.error.message);
      if (it.id !== undefined) this.#shown.set(it.id, it);
    }
    return lines;
  }

  say(as: string, text: string): Promise<readonly Page[]> {
    return this.send({ as, say: text });
  }

  /** Answers what is asked, from what they would say, until there is an outcome. */
  async answerAll(as: string, answers: Readonly<Record<string, string>>): Promise<void> {
    for (let asked = 0; asked < 9; asked++) {
      const waiting = this.#newest(as, ({ ask }) => ask != null);
      const { ask } = waiting ?? {};
      if (ask == null || this.#newest(as, ({ outcome }) => outcome != null) !== undefined) return;
      const question =
        ask.node
          .slice(ask.node.indexOf(':') + 1)
          .split('.')
          .at(-1) ?? '';
      const answer = answers[question] ?? answers['*'] ?? 'unknown';
      const option = ask.options.find(({ id }) => id === answer);
      await (option === undefined
        ? this.say(as, answer)
        : this.send({ as, answer: { node: ask.node, option: option.id } }));
    }
  }

  /** Presses the button of that verb on the newest message before somebody, or in a channel. */
  press(as: string, verb: string, to = as): Promise<readonly Page[]> {
    const button = this.buttonFor(verb, to);
    return this.send({ as, press: button.id });
  }

  buttonFor(verb: string, to: string) {
    const message = this.#newest(to, ({ buttons }) => buttons?.some((it) => it.verb === verb) === true);
    const button = message?.buttons?.find((it) => it.verb === verb);
    if (button === undefined) throw new Error(`no button ${verb} for ${to}:\n${this.read(to)}`);
    return button;
  }

  /** Fills in the newest form. */
  fill(as: string, values: Readonly<Record<string, string>>, to = as): Promise<readonly Page[]> {
    const form = this.#newest(to, (it) => it.form != null)?.form;
    if (form == null) throw new Error(`no form for ${to}:\n${this.read(to)}`);
    return this.send({ as, form: { id: form.id, values } });
  }

  /** Opens a page of the bot, signed in afresh. */
  async open(as: string, url: string): Promise<Readonly<Record<string, unknown>>> {
    const page = (await this.send({ as, open: url })).find((it) => it.page !== undefined)?.page;
    if (page === undefined) throw new Error('no page');
    return page;
  }

  /** Everything that stands before somebody, or in a channel. */
  read(to: string): string {
    const mine = [...this.#shown.values()].filter((it) => it.to === to);
    return JSON.stringify(
      mine.map(({ blocks }) => blocks),
      null,
      1,
    );
  }

  end(): ReturnType<Child['end']> {
    return this.#child.end();
  }

  #newest(to: string, is: (line: Line) => boolean): Line | undefined {
    return [...this.#shown.values()].findLast((it) => it.to === to && is(it));
  }
}
