import columns from 'fast-string-width';
import type { Ask, Button, Form } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { type CardData, CHOICE } from './data.js';
import type { Element } from './element.js';
import { fieldElement } from './fields.js';
import { plain, richText } from './rich-text.js';

/** More options than this, or wider ones (in columns), are a list: Teams cuts the labels of buttons short. */
const MOST_BUTTONS = 5;
const LONGEST_BUTTON = 40;
/** Buttons that Teams shows; the others stand behind "…". */
const SHOWN = 6;

/** What to answer with, in the body: options, and how to type. Pure. */
export function askElements(ask: Ask, texts: Texts): readonly Element[] {
  const typed =
    ask.input === undefined
      ? []
      : richText(
          texts.chat.typeAnswer.replace('{example}', () => `\`${ask.input?.example ?? ''}\``),
          { lead: `${plain(ask.input.label)} – ` },
        );
  const options = ask.options.map(({ id, label }) => ({ id, label: plain(label) }));
  if (options.length === 0) return typed;
  const short = options.every(({ label }) => columns(label) <= LONGEST_BUTTON);
  return [
    ...typed,
    ...(options.length <= MOST_BUTTONS && short
      ? buttons(ask.node, options)
      : list(ask.node, options, texts)),
  ];
}

type Options = readonly { readonly id: string; readonly label: string }[];

function buttons(node: string, options: Options): readonly Element[] {
  const actions = options.map(({ id, label }) =>
    execute(label, { v: 1, k: 'answer', n: node, o: id }, 'none'),
  );
  return [{ type: 'ActionSet', actions }];
}

function list(node: string, options: Options, texts: Texts): readonly Element[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: CHOICE,
      label: texts.chat.choose,
      style: 'expanded',
      isMultiSelect: false,
      wrap: true,
      choices: options.map(({ id, label }) => ({ title: label, value: id })),
    },
    {
      type: 'ActionSet',
      actions: [main(execute(texts.chat.answer, { v: 1, k: 'choice', n: node }, 'auto'))],
    },
  ];
}

/** Fields to fill in, in the body; their labels say what for. Pure. */
export function formElements(form: Form, texts: Texts): readonly Element[] {
  const inputs = form.fields.map((field) => fieldElement(field, texts));
  const submit = execute(plain(form.submit), { v: 1, k: 'form', f: form.id }, 'auto');
  const actions = [form.refuses === true ? { ...submit, style: 'destructive' } : main(submit)];
  return [...inputs, { type: 'ActionSet', actions }];
}

/**
 * Whether it helped, in the body beneath the question: under the card it would be the first to go behind "…". Heard out of
 * context, "Yes" says what it answers. Pure.
 */
export function voteElements(votes: readonly Button[], { chat }: Texts): readonly Element[] {
  if (votes.length === 0) return [];
  const actions = votes.map(({ id, label }) => ({
    ...execute(plain(label), { v: 1, k: 'press', b: id }, 'none'),
    tooltip: `${chat.feedbackQuestion} ${plain(label)}`,
  }));
  return [{ type: 'ActionSet', actions }];
}

export function isVote({ verb }: Button): boolean {
  return verb === 'helpful' || verb === 'unhelpful';
}

/** Buttons under the card. One with a page opens it, over HTTPS only. Pure. */
export function buttonActions(given: readonly Button[]): readonly Element[] {
  return given.flatMap(({ id, label, url, verb }, i) => {
    const mode = i >= SHOWN ? { mode: 'secondary' } : {};
    if (url === undefined) {
      const press = { ...execute(plain(label), { v: 1, k: 'press', b: id }, 'none'), ...mode };
      return [verb === 'approve' ? main(press) : press];
    }
    return isPage(url) ? [{ type: 'Action.OpenUrl', title: plain(label), url, ...mode }] : [];
  });
}

/** The bot's own page may be on this machine while it is tried. */
function isPage(url: string): boolean {
  return /^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?\//.test(url) && URL.canParse(url);
}

/** The one button that goes on; its place and its words say so, too. */
function main(action: Element): Element {
  return { ...action, style: 'positive' };
}

function execute(title: string, data: CardData, inputs: 'auto' | 'none'): Element {
  return { type: 'Action.Execute', title, verb: 'acr-help', data, associatedInputs: inputs };
}
