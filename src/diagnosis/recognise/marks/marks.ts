import { type Clue, compile } from '../clue.js';
import { credentialMarks } from './credentials.js';
import type { Mark } from './mark.js';
import { nameMarks } from './names.js';
import { placeMarks } from './places.js';
import { programMarks } from './programs.js';
import { progressMarks } from './progress.js';
import { requestMarks } from './requests.js';

const table = {
  ...placeMarks,
  ...progressMarks,
  ...programMarks,
  ...requestMarks,
  ...credentialMarks,
  ...nameMarks,
} satisfies Record<string, Mark>;

/** Name of a circumstance. */
export type MarkId = keyof typeof table;

/** The clues of every circumstance; their order does not matter. */
export const marks: readonly { readonly id: MarkId; readonly clues: readonly Clue[] }[] =
  Object.entries<Mark>(
    table,
    // Object.entries widens the keys; those of the const table are exactly MarkId.
  ).map(([id, { find }]) => ({ id: id as MarkId, clues: compile(find) }));
