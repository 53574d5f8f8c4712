/** A text made comparable: both forms have the same length, so that a place in one is the same place in the other. */
export interface View {
  /** Lower case, any quote as `'`, white space as one blank or one line break. */
  readonly lines: string;
  /** The same with blanks for line breaks: a phrase may be wrapped. */
  readonly flat: string;
}

/** Folds a text for `Clue`s. */
export function viewOf(text: string): View {
  const lines = text
    .toLowerCase()
    .replace(/["`‘’“”]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n');
  return { lines, flat: lines.replaceAll('\n', ' ') };
}
