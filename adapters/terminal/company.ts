import type { ChatEvent } from '../../src/chat/event.js';
import type { ChatHost } from '../../src/chat/host.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { Person } from '../../src/chat/person.js';
import type { Surface } from '../../src/chat/surface.js';
import type { Conversations } from './program-loop.js';

/** What of a message a program reads. */
type Written = Omit<Message, 'handover'>;

/** A message in a place of its own, so that it is found again when it changes. */
interface Kept {
  readonly to: string;
  readonly audience: Message['audience'];
}

export interface CompanyParts {
  readonly desk: Pick<ChatHost, 'take'> & { idle(): Promise<void> };
  readonly personOf: (name: string) => Person;
  /** Does everything that is due. */
  readonly settle: () => Promise<void>;
  readonly open: NonNullable<Conversations['open']>;
}

/**
 * A chat platform that a program drives: several people, each with a chat of their own, and the channels of the policy. It
 * is served as Teams and Slack are, so that requests, approvals and what follows from them are all there.
 */
export class ProgramPlatform {
  readonly surface: Surface;
  readonly #kept = new Map<string, Kept>();
  #written: Written[] = [];
  #messages = 0;
  #events = 0;

  constructor() {
    const put = (message: Message, to: string, replaces: string | null, audience = message.audience) => {
      const ref = replaces ?? `m${++this.#messages}`;
      this.#kept.set(ref, { to, audience });
      const { handover: _inBlocks, ...rest } = message;
      this.#written.push({ ...rest, to, id: ref, replaces, audience });
      return { ok: true, ref } as const;
    };
    this.surface = {
      send: async ({ id }, message) => put(message, id, null),
      update: async (_person, ref, message) => {
        const before = this.#kept.get(ref);
        if (before === undefined) return { ok: false, reason: 'gone' };
        return put(message, before.to, ref, before.audience);
      },
      post: async (channel, message) => put(message, channel, null, 'channel'),
      share: async (place, message) => put(message, place.id, null, 'thread'),
      line: async () => ({ ok: true, ref: 'line' }),
      nameOf: async ({ id }) => id,
    };
  }

  /** The conversations of everybody, one event after the other. */
  conversations({ desk, personOf, settle, open }: CompanyParts): Conversations {
    const settled = async function* (this: ProgramPlatform): AsyncGenerator<Written> {
      await desk.idle();
      await settle();
      const written = this.#written;
      this.#written = [];
      yield* written;
    }.bind(this);
    const events = () => `program ${++this.#events}`;
    return {
      async *take(incoming) {
        const event = eventOf(incoming, personOf(incoming.as), events());
        if (event !== null) await desk.take(event);
        yield* settled();
      },
      pass: settled,
      async open(as, url) {
        const pages = await open(as, url);
        if (pages === null) return null;
        const written: object[] = [...pages];
        for await (const message of settled()) written.push(message);
        return written;
      },
    };
  }
}

/** Null for what a chat platform does not have. Pure. */
function eventOf(incoming: Incoming, person: Person, key: string): ChatEvent | null {
  const place = { kind: 'direct', id: person.id, thread: null, shared: false } as const;
  const common = { key, person, place, locale: null };
  switch (incoming.kind) {
    case 'start':
    case 'show':
      return { ...common, kind: 'joined' };
    case 'say':
      return { ...common, kind: 'direct', text: incoming.text };
    case 'answer':
      return { ...common, kind: 'answer', node: incoming.node, option: incoming.option };
    case 'press':
      return { ...common, kind: 'press', button: incoming.button };
    case 'form':
      return { ...common, kind: 'form', id: incoming.id, values: incoming.values };
  }
}
