import { render, renderRest } from '../../adapters/terminal/render.js';
import { Sessions } from '../../adapters/terminal/sessions.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
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
        text: `${render(message, options)}\n${renderRest(message, options)}`,
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
      seen: async () => [...shown.values()].map((message) => seenOf(message, language)),
      inPublic: async () => [],
      sent: () => JSON.stringify([...shown.values()]),
      newest,
      show: async (message, inLanguage) => seenOf(message, inLanguage),
      close: async () => {},
    };
  },
};
