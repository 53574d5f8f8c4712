import { fieldBlock } from '../../adapters/slack/ids.js';
import type { FakeSlack, Seen } from '../fakes/slack/fake-slack.js';
import { elementsIn } from '../fakes/slack/visible.js';
import { beginning, type View } from './somebody.js';

type Did = <T>(done: Promise<T>) => Promise<T>;

/** A message of the workspace, and what somebody can do with it. */
export function onSlack(slack: FakeSlack, user: string, message: Seen, did: Did): View {
  const elements = elementsIn(message.blocks);
  const buttons = elements.flatMap((it) => (it.type === 'button' ? [it] : []));
  const fields = inputsIn(message);
  return {
    text: message.shown,
    buttons: buttons.filter(({ url }) => url === undefined).map(({ text }) => text.text),
    pages: new Map(buttons.flatMap(({ text, url }) => (url === undefined ? [] : [[text.text, url]]))),
    question: questionIn(elements),
    fields: new Map(fields.map(({ id, options }) => [id, options])),
    press: (label) => did(slack.press(user, message, label)),
    answer: (label) => did(slack.choose(user, message, label)),
    fill: (values) => {
      const entered = fields.flatMap(({ id, label, options }) => {
        const value = values[id];
        if (value === undefined) return [];
        return [[label, options.length === 0 ? value : beginning(options, value)]];
      });
      const send = buttons.find(({ action_id }) => action_id.startsWith('form/'))?.text.text ?? '';
      return did(slack.submitForm(user, message, Object.fromEntries(entered), send));
    },
  };
}

function inputsIn({ blocks }: Seen) {
  return blocks.flatMap((block) => {
    if (block.type !== 'input') return [];
    const { element, label } = block;
    const options = element.type === 'static_select' ? element.options.map(({ text }) => text.text) : [];
    return [{ id: (block.block_id ?? '').slice(fieldBlock('').length), label: label.text, options }];
  });
}

function questionIn(elements: ReturnType<typeof elementsIn>): View['question'] {
  const answers = elements.flatMap((it) => {
    const [kind, node = ''] = it.action_id.split('/');
    if (kind !== 'answer') return [];
    const options = it.type === 'button' ? [{ text: it.text, value: it.value ?? '' }] : it.options;
    return options.map(({ text, value }) => ({ node, value, label: text.text }));
  });
  const [first] = answers;
  if (first === undefined) return null;
  return { node: first.node, options: new Map(answers.map(({ value, label }) => [value, label])) };
}
