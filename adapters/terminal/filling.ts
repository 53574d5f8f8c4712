import { fill } from '../../dialogs/compose/fill.js';
import type { ChoiceField, Field, Form } from '../../src/chat/message.js';
import { type Page, paragraph } from './blocks.js';

/** A form that is filled in field by field: a terminal shows one line after the other. */
export class Filling {
  readonly #form: Form;
  readonly #values = new Map<string, string>();

  constructor(form: Form) {
    this.#form = form;
  }

  get id(): string {
    return this.#form.id;
  }

  /** The field to fill in now; undefined once all are. */
  get field(): Field | undefined {
    return this.#form.fields.find(({ id }) => !this.#values.has(id));
  }

  get values(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#values);
  }

  /** Takes what was typed for the field, nothing for what stands in it; what is none of the options changes nothing. */
  take(text: string): void {
    const { field } = this;
    if (field === undefined) return;
    const begun = beginningOf(field);
    const value = text === '' && begun !== null ? begun.value : valueIn(field, text);
    if (value !== null) this.#values.set(field.id, value);
  }
}

/** Whether a form has more to fill in than one text, which is simply typed. Pure. */
export function isFilledIn({ fields: [first, ...more] }: Form): boolean {
  return first !== undefined && (more.length > 0 || first.kind === 'choice' || beginningOf(first) !== null);
}

/** Whether Enter alone says something for a field: what stands in it already. Pure. */
export function isBegun(field: Field): boolean {
  return beginningOf(field) !== null;
}

/** What is asked for: its label, the options with their numbers, and how to answer. Pure. */
export function fieldLines(field: Field, page: Page): readonly string[] {
  const { choiceHint, keepHint, noteHint, quoted } = page.ui.terminal;
  const begun = beginningOf(field);
  const keep = begun === null ? [] : [fill(keepHint, { value: fill(quoted, { word: begun.label }) })];
  const hints =
    field.kind === 'choice' ? [choiceHint, ...keep] : [...(field.multiline ? [noteHint] : []), ...keep];
  return [
    ...paragraph(field.label, page),
    ...(field.kind === 'choice' ? optionLines(field, page) : []),
    ...hints.flatMap((hint) => paragraph(hint, page)),
  ];
}

function optionLines({ options }: ChoiceField, page: Page): readonly string[] {
  const digits = String(options.length).length;
  return options.flatMap(({ label }, i) => paragraph(label, page, `${String(i + 1).padStart(digits)}. `));
}

function beginningOf(field: Field): { readonly value: string; readonly label: string } | null {
  if (field.kind === 'text') {
    const { value = '' } = field;
    return value === '' ? null : { value, label: value };
  }
  const chosen = field.options.find(({ id }) => id === field.chosen);
  return chosen === undefined ? null : { value: chosen.id, label: chosen.label };
}

/** What a typed text means for a field: for a choice the option of that number or label; null for none. */
function valueIn(field: Field, text: string): string | null {
  if (field.kind === 'text') return text;
  const number = /^(\d{1,3})[.)]?$/.exec(text)?.[1];
  const named = field.options.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  return (number === undefined ? named : field.options[Number(number) - 1])?.id ?? null;
}
