import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9_.:-]{1,120}$/);

/** Prefix of the ids of inputs, so that none collides with what the card says itself. */
const INPUT = 'i:';
/** Prefix of those whose value is the id of an option. */
const CHOOSING = 'c:';
/** The input of a question that is answered from a list. */
export const CHOICE = `${INPUT}choice`;

export function inputId(field: string): string {
  return `${INPUT}${field}`;
}

export function choiceId(field: string): string {
  return `${CHOOSING}${field}`;
}

/** What a button of a card carries: ids only (security T25), and the version of their shape. */
const shapes = z.discriminatedUnion('k', [
  z.strictObject({ v: z.literal(1), k: z.literal('answer'), n: id, o: id }),
  z.strictObject({ v: z.literal(1), k: z.literal('choice'), n: id }),
  z.strictObject({ v: z.literal(1), k: z.literal('press'), b: id }),
  z.strictObject({ v: z.literal(1), k: z.literal('form'), f: id }),
]);
export type CardData = z.output<typeof shapes>;

/** What a person did with a card. */
export type Pressed =
  | { readonly kind: 'answer'; readonly node: string; readonly option: string }
  | { readonly kind: 'press'; readonly button: string }
  | { readonly kind: 'form'; readonly id: string; readonly values: Readonly<Record<string, string>> };

/**
 * Reads the `data` of an `Action.Execute`, to which Teams adds the values of inputs.
 *
 * @returns null for anything that this version did not make, and for a list in which nothing was chosen; a choice of a
 *   form is '' where nothing was chosen, and for what is no id. Pure.
 */
export function pressedOf(data: unknown): Pressed | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const entries = Object.entries(data);
  const parsed = shapes.safeParse(Object.fromEntries(entries.filter(([key]) => !isInput(key))));
  if (!parsed.success) return null;
  const values = new Map(
    entries.flatMap(([key, value]) =>
      isInput(key) && typeof value === 'string' ? [[key.slice(INPUT.length), given(key, value)]] : [],
    ),
  );
  switch (parsed.data.k) {
    case 'answer':
      return { kind: 'answer', node: parsed.data.n, option: parsed.data.o };
    case 'choice': {
      const option = id.safeParse(values.get('choice'));
      return option.success ? { kind: 'answer', node: parsed.data.n, option: option.data } : null;
    }
    case 'press':
      return { kind: 'press', button: parsed.data.b };
    case 'form':
      return { kind: 'form', id: parsed.data.f, values: Object.fromEntries(values) };
  }
}

/** Both prefixes are of one length. */
function isInput(key: string): boolean {
  return key.startsWith(INPUT) || key.startsWith(CHOOSING);
}

function given(key: string, value: string): string {
  return key.startsWith(INPUT) || id.safeParse(value).success ? value : '';
}
