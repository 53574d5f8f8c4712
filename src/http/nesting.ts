/** Levels of objects and arrays in each other; what platforms send has a dozen. */
const MOST_LEVELS = 64;

/**
 * Whether JSON is so deep that a function which follows it by calling itself may run out of stack: `JSON.parse` reads what
 * `JSON.stringify` cannot write. Of YAML it sees the brackets. Looks at each character once. Pure.
 */
export function isTooDeep(json: string): boolean {
  let level = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const character = json.charCodeAt(i);
    if (quoted) {
      if (character === BACKSLASH) i++;
      else if (character === QUOTE) quoted = false;
    } else if (character === QUOTE) quoted = true;
    else if (character === OPEN_ARRAY || character === OPEN_OBJECT) {
      level++;
      if (level > MOST_LEVELS) return true;
    } else if (character === CLOSE_ARRAY || character === CLOSE_OBJECT) level--;
  }
  return false;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
