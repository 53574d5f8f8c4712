import { type Conversation, newConversation } from '../../dialogs/conversation/state.js';
import { turn } from '../../dialogs/conversation/turn.js';
import type { Field, Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';

/** A scripted person: says, answers and presses, and sees the newest message. */
export class Talk {
  conversation: Conversation;
  messages: Message[] = [];

  constructor(language: Language = 'en') {
    this.conversation = newConversation('dana', language);
  }

  say(text: string): this {
    return this.#take(turn(this.conversation, { kind: 'say', as: 'dana', text }));
  }

  answer(node: string, option: string): this {
    return this.#take(turn(this.conversation, { kind: 'answer', as: 'dana', node, option }));
  }

  press(verb: Verb): this {
    const button = this.last.buttons.find((candidate) => candidate.verb === verb);
    if (button === undefined) throw new Error(`no button ${verb} in ${JSON.stringify(this.last.buttons)}`);
    return this.pressId(button.id);
  }

  pressId(button: string): this {
    return this.#take(turn(this.conversation, { kind: 'press', as: 'dana', button }));
  }

  start(): this {
    return this.#take(turn(this.conversation, { kind: 'start', as: 'dana' }));
  }

  get last(): Message {
    const last = this.messages.at(-1);
    if (last === undefined) throw new Error('nothing was said yet');
    return last;
  }

  /** Node of the question that waits, or null. */
  get asked(): string | null {
    return this.last.ask?.node ?? null;
  }

  get cause(): string | null {
    return this.last.outcome?.cause ?? null;
  }

  /** Everything that the newest message shows, as one text. */
  get text(): string {
    return shown(this.last);
  }

  #take({ conversation, messages }: ReturnType<typeof turn>): this {
    // Stored and loaded again after each turn, as a replica would.
    this.conversation = JSON.parse(JSON.stringify(conversation));
    this.messages.push(...messages);
    return this;
  }
}

/** All words of a message: blocks, options, fields, buttons. */
export function shown(message: Message): string {
  const options = message.ask?.options.map(({ label }) => label) ?? [];
  const fields = message.form?.fields.flatMap(fieldWords) ?? [];
  const buttons = message.buttons.map(({ label }) => label);
  return [...message.blocks.map(blockText), ...options, ...fields, ...buttons].join('\n');
}

function fieldWords(field: Field): readonly string[] {
  const given = field.kind === 'text' ? [field.value ?? ''] : field.options.map(({ label }) => label);
  return [field.label, ...given];
}

function blockText(block: Message['blocks'][number]): string {
  switch (block.type) {
    case 'steps':
      return block.items
        .map(({ text, code }) => [text, ...(code ?? []).map((c) => c.text)].join('\n'))
        .join('\n');
    case 'list':
      return block.items.join('\n');
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'progress':
      return block.items.map(({ label, note }) => `${label}: ${note ?? ''}`).join('\n');
    case 'links':
      return block.items.map(({ title, url }) => `${title} ${url}`).join('\n');
    default:
      return block.text;
  }
}
