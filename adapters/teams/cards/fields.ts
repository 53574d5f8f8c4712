import { cut } from '../../../src/chat/cut.js';
import type { Field } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { choiceId, inputId } from './data.js';
import type { Element } from './element.js';
import { plain } from './rich-text.js';

/** What fits into a field, and into one line of a list that is opened. */
const LONGEST_TEXT = 4000;
const LONGEST_CHOICE = 75;
const MOST_CHOICES = 100;

/** A field to write into, or a list to open and choose from. Pure. */
export function fieldElement(field: Field, { chat }: Texts): Element {
  const label = plain(field.label);
  if (field.kind !== 'choice') {
    const { id, multiline, value = '' } = field;
    return {
      type: 'Input.Text',
      id: inputId(id),
      label,
      isMultiline: multiline,
      maxLength: LONGEST_TEXT,
      ...(value !== '' && { value: cut(value, LONGEST_TEXT) }),
    };
  }
  const options = field.options.slice(0, MOST_CHOICES);
  const chosen = options.find(({ id }) => id === field.chosen);
  return {
    type: 'Input.ChoiceSet',
    id: choiceId(field.id),
    label,
    style: 'compact',
    isMultiSelect: false,
    wrap: true,
    placeholder: chat.choose,
    choices: options.map(({ id, label: title }) => ({ title: cut(plain(title), LONGEST_CHOICE), value: id })),
    ...(chosen !== undefined && { value: chosen.id }),
  };
}
