import type { types } from '@slack/bolt';
import { cut } from '../../../src/chat/cut.js';
import type { ChoiceField, Field, Form } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { actionIds, FIELD_ACTION, fieldBlock } from '../ids.js';
import { plainText } from './inline.js';
import { limits } from './limits.js';

type Texting = Pick<Texts, 'chat'>;
type Element = types.InputBlock['element'];

/** Fields to fill in, and the button that sends them. Pure. */
export function formBlocks(
  { id, fields, submit, refuses = false }: Form,
  texts: Texting,
): readonly types.KnownBlock[] {
  const send: types.Button = {
    type: 'button',
    action_id: actionIds.form(id),
    style: refuses ? 'danger' : 'primary',
    text: plainText(submit, limits.button),
    value: id,
  };
  return [...fields.flatMap((field) => fieldBlocks(field, texts)), { type: 'actions', elements: [send] }];
}

function fieldBlocks(field: Field, texts: Texting): readonly types.InputBlock[] {
  const element = elementOf(field, texts);
  if (element === null) return [];
  const label = plainText(field.label, limits.inputLabel);
  return [{ type: 'input', block_id: fieldBlock(field.id), label, element }];
}

/** Null for a choice of nothing, which Slack refuses. */
function elementOf(field: Field, texts: Texting): Element | null {
  if (field.kind === 'choice') return field.options.length === 0 ? null : choiceOf(field, texts);
  const { multiline, value = '' } = field;
  return {
    type: 'plain_text_input',
    action_id: FIELD_ACTION,
    multiline,
    max_length: limits.input,
    ...(value !== '' && { initial_value: cut(value, limits.input) }),
  };
}

function choiceOf({ options: all, chosen }: ChoiceField, { chat }: Texting): types.StaticSelect {
  const options = all
    .slice(0, limits.options)
    .map(({ id, label }) => ({ text: plainText(label, limits.option), value: id }));
  const first = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: FIELD_ACTION,
    placeholder: plainText(chat.choose, limits.placeholder),
    options,
    ...(first !== undefined && { initial_option: first }),
  };
}
