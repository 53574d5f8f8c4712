import type { Field, Form } from './message.js';

/**
 * What was entered into a form that was sent: a value for each of its fields and nothing beside them. A choice that is not
 * among the options is '', as if nothing was chosen. Pure.
 */
export function entered(
  { fields }: Pick<Form, 'fields'>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map((field) => [field.id, valid(field, Object.hasOwn(values, field.id) ? values[field.id] : '')]),
  );
}

function valid(field: Field, value = ''): string {
  if (field.kind !== 'choice') return value;
  return field.options.some(({ id }) => id === value) ? value : '';
}
