import { choicesIn, isField, partsOf } from './shown.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * What Teams adds to a button that sends a card's inputs: for each what was entered, else what stands in it to begin with.
 *
 * @param entered by the field's id: a text, or the title of one of the choices
 */
export function inputsOf(activity: Json, entered: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = partsOf(activity).filter(isField);
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const id = String(input['id']);
      const value = valueIn(input, entered[id.slice(id.indexOf(':') + 1)]);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

function valueIn(input: Json, entered: string | undefined): string | undefined {
  if (entered === undefined) return typeof input['value'] === 'string' ? input['value'] : undefined;
  if (input['type'] === 'Input.Text') return entered;
  const choice = choicesIn(input).find(({ title }) => title === entered);
  if (choice === undefined) throw new Error(`no choice "${entered}" in ${String(input['label'])}`);
  return choice.value;
}
