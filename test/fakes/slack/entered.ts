import type { Block } from './limits.js';
import { isLabel } from './seen.js';

type Input = Extract<Block, { type: 'input' }>;

/**
 * What Slack says of a field when a message's button is pressed: what was entered, else what stands in it to begin with.
 *
 * @param entered a text, or the label of an option
 */
export function stateOf({ label, element }: Input, entered: string | undefined): Record<string, unknown> {
  const { type } = element;
  if (type === 'plain_text_input') return { type, value: entered ?? element.initial_value ?? null };
  if (entered === undefined) return { type, selected_option: element.initial_option ?? null };
  const option = element.options.find(({ text }) => isLabel(text.text, entered));
  if (option === undefined) throw new Error(`no option "${entered}" in ${label.text}`);
  return { type, selected_option: option };
}
