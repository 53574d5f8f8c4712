/**
 * Characters that turn the reading direction, hide or drive something (security T50, T51): C0 but tab and line feed, C1,
 * and the bidirectional and invisible formatting characters.
 */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Text that shows what it says. Pure. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '');
}
