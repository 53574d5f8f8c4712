import { z } from 'zod';
import type { BlockAction, Entered } from './payloads.js';

/** Ids of the desk are opaque; a slash is in none of them. */
const id = z.string().regex(/^[A-Za-z0-9_.:-]{1,120}$/);

/** The slash command, as the manifest registers it. */
export const COMMAND = '/acr-help';

/** Block id of the paste's field in the modal, action id of every field, callback ids of modal and shortcut. */
export const PASTE_BLOCK = 'paste';
export const FIELD_ACTION = 'value';
export const PASTE_MODAL = 'acr_help_paste';
export const SHORTCUT = 'acr_help_diagnose';

/** Action ids must differ within a block, so options count. */
export const actionIds = {
  option: (node: string, index: number) => `answer/${node}/${index}`,
  select: (node: string) => `answer/${node}`,
  press: (button: string) => `press/${button}`,
  open: (button: string) => `open/${button}`,
  form: (form: string) => `form/${form}`,
} as const;

export const fieldBlock = (field: string): string => `field/${field}`;

/** What pressing something meant. `opened`: a page, which the platform does by itself. */
export type Pressed =
  | { readonly kind: 'answer'; readonly node: string; readonly option: string }
  | { readonly kind: 'press'; readonly button: string }
  | { readonly kind: 'form'; readonly id: string }
  | { readonly kind: 'opened' };

/** Reads an action; null for one that this version of the bot did not make. Pure. */
export function readAction({ action_id, value, selected_option }: BlockAction): Pressed | null {
  const [kind, first, index, ...more] = action_id.split('/');
  const named = id.safeParse(first);
  if (!named.success || more.length > 0) return null;
  if (kind === 'answer') {
    const option = id.safeParse(index === undefined ? selected_option?.value : value);
    return option.success ? { kind, node: named.data, option: option.data } : null;
  }
  if (index !== undefined) return null;
  if (kind === 'press') return { kind, button: named.data };
  if (kind === 'form') return { kind, id: named.data };
  return kind === 'open' ? { kind: 'opened' } : null;
}

/** Values of a form's fields by their ids; of a choice the id of its option, '' for none and for what is no id. Pure. */
export function readValues(
  entered: Readonly<Record<string, Readonly<Record<string, Entered>>>>,
): Readonly<Record<string, string>> {
  const prefix = fieldBlock('');
  return Object.fromEntries(
    Object.entries(entered)
      .filter(([block]) => block.startsWith(prefix) && id.safeParse(block.slice(prefix.length)).success)
      .map(([block, fields]) => [block.slice(prefix.length), given(fields[FIELD_ACTION] ?? {})]),
  );
}

function given({ value, selected_option }: Entered): string {
  if (selected_option === undefined) return value ?? '';
  const option = id.safeParse(selected_option?.value);
  return option.success ? option.data : '';
}
