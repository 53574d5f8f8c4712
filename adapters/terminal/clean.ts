/**
 * Characters that could move the cursor, colour the screen or turn the reading direction (security T51): whole
 * escape sequences, C0 but tab and line feed, C1, and the bidirectional and invisible formatting characters.
 */
const escapes =
  /\u001b(?:\[[0-9;?<=>!]{0,32}[ -/]{0,4}[@-~]?|\][^\u0007\u001b]{0,2048}(?:\u0007|\u001b\\)?|[^[\]])?/gu;
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Text that is safe to print: what it says, and nothing that drives a terminal. Pure. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(escapes, '').replace(controls, '');
}
