import type { Home } from '../../../src/chat/home.js';
import type { Message } from '../../../src/chat/message.js';
import type { Person } from '../../../src/chat/person.js';
import type { Place } from '../../../src/chat/place.js';
import type { MessageRef, Sent, Surface } from '../../../src/chat/surface.js';
import type { Language } from '../../../src/knowledge/language.js';
import { shown } from '../../support/talk.js';

/** What a surface was asked to do, in order. */
export type Deed =
  | {
      readonly kind: 'send' | 'update';
      readonly to: string;
      readonly ref: MessageRef;
      readonly message: Message;
    }
  | { readonly kind: 'line'; readonly place: Place; readonly text: string }
  | { readonly kind: 'share'; readonly place: Place; readonly message: Message }
  | { readonly kind: 'post'; readonly channel: string; readonly message: Message }
  | { readonly kind: 'home'; readonly to: string; readonly home: Home };

/** A chat platform in memory: what people see, and what was done. */
export class FakeSurface implements Surface {
  readonly deeds: Deed[] = [];
  /** What becomes of the next deeds of a kind; all go well where nothing is said. */
  readonly fate: Partial<Record<Deed['kind'], Exclude<Sent, { ok: true }>['reason']>> = {};
  readonly #now = new Map<MessageRef, { readonly to: string; readonly message: Message }>();
  /** No two surfaces give the same: a message of before a restart is another one. */
  static #sent = 0;

  async send({ id: to }: Person, message: Message, _language: Language): Promise<Sent> {
    return this.#do('send', () => {
      const ref = `r${++FakeSurface.#sent}`;
      this.#now.set(ref, { to, message });
      this.deeds.push({ kind: 'send', to, ref, message });
      return ref;
    });
  }

  async update({ id: to }: Person, ref: MessageRef, message: Message): Promise<Sent> {
    return this.#do('update', () => {
      this.#now.set(ref, { to, message });
      this.deeds.push({ kind: 'update', to, ref, message });
      return ref;
    });
  }

  async line(place: Place, text: string): Promise<Sent> {
    return this.#do('line', () => {
      this.deeds.push({ kind: 'line', place, text });
      return 'line';
    });
  }

  async share(place: Place, message: Message): Promise<Sent> {
    return this.#do('share', () => {
      this.deeds.push({ kind: 'share', place, message });
      return 'shared';
    });
  }

  async post(channel: string, message: Message): Promise<Sent> {
    return this.#do('post', () => {
      this.deeds.push({ kind: 'post', channel, message });
      return 'posted';
    });
  }

  readonly home = async ({ id: to }: Person, home: Home): Promise<Sent> =>
    this.#do('home', () => {
      this.deeds.push({ kind: 'home', to, home });
      return 'home';
    });

  async nameOf({ id }: Person): Promise<string> {
    return `${id} of Contoso`;
  }

  /** Messages as somebody has them before them, oldest first. */
  seenBy(to: string): readonly Message[] {
    return [...this.#now.values()].filter((it) => it.to === to).map(({ message }) => message);
  }

  /** Everything that somebody reads, one text. */
  read(to: string): string {
    return this.seenBy(to).map(shown).join('\n');
  }

  newest(to: string): Message {
    const message = this.seenBy(to).at(-1);
    if (message === undefined) throw new Error(`nothing was sent to ${to}`);
    return message;
  }

  /** The newest message with something to press. */
  open(to: string): Message {
    const message = this.seenBy(to).findLast(({ ask, buttons }) => ask !== null || buttons.length > 0);
    if (message === undefined) throw new Error(`nothing to press for ${to}`);
    return message;
  }

  of<K extends Deed['kind']>(kind: K): readonly Extract<Deed, { kind: K }>[] {
    return this.deeds.filter((it): it is Extract<Deed, { kind: K }> => it.kind === kind);
  }

  #do(kind: Deed['kind'], act: () => MessageRef): Sent {
    const reason = this.fate[kind];
    return reason === undefined ? { ok: true, ref: act() } : { ok: false, reason };
  }
}
