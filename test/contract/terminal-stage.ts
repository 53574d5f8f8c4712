import { fieldLines } from '../../adapters/terminal/filling.js';
import { pageOf, type RenderOptions, render, renderRest } from '../../adapters/terminal/render.js';
import { Sessions } from '../../adapters/terminal/sessions.js';
import { Talk } from '../../adapters/terminal/talk.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Field, Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Seen, Stage } from './stage.js';

const as = 'dana';

/** The terminal: one person, no public place. */
export const terminalStage: Stage = {
  name: 'terminal',
  async open({ run, language, objectId }) {
    const live = { vantage: 'bot', objectId } as const;
    const sessions = new Sessions({
      language,
      fixedLanguage: true,
      registry: null,
      ...(run !== null && { checks: { liveFor: () => live, runFor: () => run } }),
    });
    const shown = new Map<string, Message>();
    let last: Incoming | null = null;
    const take = async (incoming: Incoming): Promise<void> => {
      last = incoming;
      for await (const message of sessions.take(incoming)) shown.set(message.replaces ?? message.id, message);
    };
    const newest = (): Message => {
      const message = [...shown.values()].at(-1);
      if (message === undefined) throw new Error('nothing was said yet');
      return message;
    };
    const seenOf = (message: Message, inLanguage: Language): Seen => {
      const options = { width: 80, colour: false, language: inLanguage };
      return {
        text: [render(message, options), renderRest(message, options), ...fieldsOf(message, options)].join(
          '\n',
        ),
        labels: [
          ...(message.ask?.options.map(({ label }) => label) ?? []),
          ...message.buttons.map(({ label }) => label),
        ],
        fields: message.form?.fields.map(({ id }) => id) ?? [],
      };
    };
    return {
      say: (text) => take({ kind: 'say', as, text }),
      sayInPublic: null,
      answer: (label) => {
        const { ask } = newest();
        const option = ask?.options.find((it) => it.label === label);
        if (ask === null || option === undefined) throw new Error(`no answer ${label}`);
        return take({ kind: 'answer', as, node: ask.node, option: option.id });
      },
      press: (label) => {
        const button = newest().buttons.find((it) => it.label === label);
        if (button === undefined) throw new Error(`no button ${label}`);
        return take({ kind: 'press', as, button: button.id });
      },
      pressAgain: async () => {
        if (last !== null) await take(last);
      },
      fill: (values) => take({ kind: 'form', as, id: newest().form?.id ?? '', values }),
      enter: async (message, entered) => {
        let came: Incoming | null = null;
        const talk = new Talk(
          {
            languageOf: () => language,
            take: async function* (incoming) {
              if (incoming.kind === 'start') yield message;
              else came = incoming;
            },
          },
          as,
          { write: async () => {}, columns: () => 80, colour: false },
        );
        await talk.greet();
        for (const field of message.form?.fields ?? []) await talk.take(typedFor(field, entered[field.id]));
        return valuesOf(came);
      },
      seen: async () => [...shown.values()].map((message) => seenOf(message, language)),
      inPublic: async () => [],
      sent: () => JSON.stringify([...shown.values()]),
      newest,
      show: async (message, inLanguage) => seenOf(message, inLanguage),
      close: async () => {},
    };
  },
};

function fieldsOf({ form }: Message, options: RenderOptions): readonly string[] {
  return form?.fields.flatMap((field) => fieldLines(field, pageOf(options))) ?? [];
}

/** What a person types: the number of an option, or Enter alone. */
function typedFor(field: Field, entered = ''): string {
  if (field.kind === 'text') return entered;
  const at = field.options.findIndex(({ label }) => label === entered);
  return at < 0 ? entered : `${at + 1}.`;
}

function valuesOf(came: Incoming | null): Readonly<Record<string, string>> {
  if (came?.kind !== 'form') throw new Error('no form came in');
  return came.values;
}
