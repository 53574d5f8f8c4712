import type { types } from '@slack/bolt';
import columns from 'fast-string-width';
import { fill } from '../../../dialogs/compose/fill.js';
import type { Ask, Button, Message } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { actionIds } from '../ids.js';
import { paragraphs, rich } from './blocks.js';
import { formBlocks } from './form.js';
import { plainText, unmarked } from './inline.js';
import { limits } from './limits.js';

/**
 * More options than these, or wider ones, are read better in a list than as buttons, on a phone above all. Widths are in
 * columns, of which a Chinese character takes two.
 */
const FEW = 5;
const SHORT = 40;
/** What a list shows of an option on a narrow screen, about. */
const SEEN_WHOLE = 40;

type Option = Ask['options'][number];
type Controls = Pick<Message, 'ask' | 'buttons' | 'form'>;

/** Everything to answer, press and fill in; it stands below what is said. Pure. */
export function controlsOf({ ask, buttons, form }: Controls, texts: Texts): readonly types.KnownBlock[] {
  const toFill = form === null ? [] : formBlocks(form, texts);
  const toPress = buttonBlocks(offered(buttons, ask, form), texts);
  // Saying yes comes before the form in which to say no.
  const last = form?.refuses === true ? [...toPress, ...toFill] : [...toFill, ...toPress];
  return [...(ask === null ? [] : optionBlocks(ask, texts)), ...last];
}

/** What has to be said for a question: how to answer it in words, and options too long for a list. Pure. */
export function askText({ options, input }: Ask, { chat }: Texts): readonly types.KnownBlock[] {
  const whole = isLong(options) ? numbered(options).map(({ label }) => label) : [];
  return [
    ...(input === undefined ? [] : typedHint(input, chat.typeAnswer)),
    ...rich(paragraphs(whole.join('\n'))),
  ];
}

function typedHint(
  { label, example }: NonNullable<Ask['input']>,
  typeAnswer: string,
): readonly types.KnownBlock[] {
  return rich(paragraphs(`**${label}** – ${fill(typeAnswer, { example: `\`${example}\`` })}`));
}

function optionBlocks({ node, options }: Ask, { chat }: Texts): readonly types.KnownBlock[] {
  if (options.length === 0) return [];
  const few = options.length <= FEW && options.every(({ label }) => columns(unmarked(label)) <= SHORT);
  return few ? optionButtons(node, options) : optionList(node, options, chat.choose);
}

/** Whether a list would cut a label. */
function isLong(options: readonly Option[]): boolean {
  return options.some(({ label }) => columns(unmarked(label)) > SEEN_WHOLE);
}

function numbered(options: readonly Option[]): readonly Option[] {
  return options.map(({ id, label }, i) => ({ id, label: `${i + 1}. ${label}` }));
}

function optionButtons(node: string, options: readonly Option[]): readonly types.KnownBlock[] {
  const elements = options.map(
    ({ id, label }, i): types.Button => ({
      type: 'button',
      action_id: actionIds.option(node, i),
      text: plainText(label, limits.button),
      value: id,
    }),
  );
  return [{ type: 'actions', elements }];
}

/** A list to open. Where it would cut a label, all stand whole above it, and both are numbered. */
function optionList(node: string, all: readonly Option[], choose: string): readonly types.KnownBlock[] {
  const options = (isLong(all) ? numbered(all) : all).slice(0, limits.options);
  const list: types.StaticSelect = {
    type: 'static_select',
    action_id: actionIds.select(node),
    placeholder: plainText(choose, limits.placeholder),
    options: options.map(({ id, label }) => ({ text: plainText(label, limits.option), value: id })),
  };
  return [{ type: 'actions', elements: [list] }];
}

/** A button that says the same as an option or as what sends the form would only make people choose between twins. */
function offered(buttons: readonly Button[], ask: Ask | null, form: Message['form']): readonly Button[] {
  const said = new Set([...(ask?.options.map(({ label }) => label) ?? []), form?.submit]);
  return buttons.filter(({ label }) => !said.has(label));
}

/** Whether it helped is answered in a row of its own, right beneath the question. Heard out of context, "Yes" says what it answers. */
function buttonBlocks(buttons: readonly Button[], { chat }: Texts): readonly types.KnownBlock[] {
  const isVote = ({ verb }: Button): boolean => verb === 'helpful' || verb === 'unhelpful';
  const rows = [buttons.filter(isVote), buttons.filter((button) => !isVote(button))];
  return rows.flatMap((row) =>
    chunks(row, limits.actions).map((some) => ({
      type: 'actions' as const,
      elements: some.map((button) => buttonOf(button, isVote(button) ? chat.feedbackQuestion : null)),
    })),
  );
}

function buttonOf({ id, label, url, verb }: Button, question: string | null): types.Button {
  const text = plainText(label, limits.button);
  const heard =
    question === null ? {} : { accessibility_label: plainText(`${question} ${label}`, limits.button).text };
  if (url !== undefined && url.length <= limits.url)
    return { type: 'button', action_id: actionIds.open(id), text, url, ...heard };
  const style = verb === 'approve' ? ({ style: 'primary' } as const) : {};
  return { type: 'button', action_id: actionIds.press(id), text, value: id, ...style, ...heard };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
