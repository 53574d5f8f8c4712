/** Character classes of a string as counts. `special` counts printable ASCII that is neither letter nor digit. */
export interface Classes {
  readonly lower: number;
  readonly upper: number;
  readonly digit: number;
  readonly special: number;
  /** Changes between lower, upper and digit from one character to the next. */
  readonly turns: number;
  /** How many of the four classes occur. */
  readonly kinds: number;
}

/** Counts classes; letters outside ASCII count as lower case. */
export function classesOf(value: string): Classes {
  let lower = 0;
  let upper = 0;
  let digit = 0;
  let special = 0;
  let turns = 0;
  let before = 0;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    let now = 4;
    if (code >= 0x30 && code <= 0x39) now = 3;
    else if (code >= 0x41 && code <= 0x5a) now = 2;
    else if ((code >= 0x61 && code <= 0x7a) || code > 0xa0) now = 1;
    if (now === 1) lower += 1;
    else if (now === 2) upper += 1;
    else if (now === 3) digit += 1;
    else special += 1;
    if (now !== before && now !== 4 && before !== 0 && before !== 4) turns += 1;
    before = now;
  }
  const kinds = Number(lower > 0) + Number(upper > 0) + Number(digit > 0) + Number(special > 0);
  return { lower, upper, digit, special, turns, kinds };
}

/** Shannon entropy of ASCII text, in bits per character. */
export function entropy(value: string): number {
  const counts = new Uint32Array(128);
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i) & 127;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) {
    if (count > 0) bits -= (count / value.length) * Math.log2(count / value.length);
  }
  return bits;
}

/** Base64 without the `=` at its end. */
export function withoutPadding(value: string): string {
  let end = value.length;
  while (end > 0 && value.charAt(end - 1) === '=') end -= 1;
  return value.slice(0, end);
}

/** Share of the characters that stand in words, years and the like: about 0.1 in random base64, most in names. */
function wordShare(value: string): number {
  let inWords = 0;
  for (const found of value.matchAll(/[A-Z]?[a-z]{4,64}|[A-Z][a-z]{3}(?![a-z])|[A-Z]{5,64}|\d{5,64}/g))
    inWords += found[0].length;
  return inWords / value.length;
}

/**
 * Looks like base64 of random bytes: upper, lower and digits, changing often. Words, camelCase names, pod names and
 * ARM ids change class only at word borders, which keeps them out without a list.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16) return false;
  const has = classesOf(value);
  return (
    has.lower >= 2 &&
    has.upper >= 2 &&
    has.digit >= 1 &&
    has.turns / value.length >= 0.3 &&
    wordShare(value) <= 0.5
  );
}

const KNOWN: readonly RegExp[] = [
  /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i, // GUID
  /^(?:sha(?:1|256|384|512)[:-])?[0-9a-f]{6,128}$/, // digest, git SHA
  /^(?:sha\d{3}|md5)[:-][A-Za-z0-9+/=]{20,100}$/i, // fingerprint
  /^[a-z][a-z0-9+.-]{1,20}:\/\//i, // URL
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.){1,8}[a-z]{2,24}(?::\d{2,5})?(?:[/:@].{0,300})?$/i, // host or image
  /^[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/i, // mail address
  /^(?:~|\.{1,2})?\/[\w./@:+~-]{0,300}$/, // path
  /^[a-z]:[\\/]/i, // Windows path
  /^v?\d{1,6}(?:\.\d{1,9}){1,4}(?:[-+][\w.+-]{0,60})?$/i, // version, address
  /^\d{4}-\d{2}-\d{2}(?:[T_ ].{0,40})?$/, // timestamp
  /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:Z|[ap]m)?$/i, // time
  /^\d{1,6}(?:[.,]\d{1,6})?[a-z%]{0,5}$/i, // number with unit
  /^[A-Z]{2,12}-?\d{1,8}:?$/, // error code, KB number
  /^(?:repository|registry):[\w./*-]{1,200}:[\w,*]{1,60}$/, // scope
  /^[A-Z][A-Za-z]{1,30}(?:\.[A-Z][A-Za-z]{1,40}){1,5}(?:\/[\w.*{}-]{0,80}){0,12}$/, // ARM action or type name
  /^[A-Za-z][\w.-]{0,40}@\d{1,3}(?:\.\d{1,3}){0,2}$/, // Docker@2
  /^[A-Za-z][\w-]{0,40}\/v?\d{1,5}(?:\.\d{1,9}){0,4}[\w.-]{0,20}$/, // azure-cli/2.60.0
  /^[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,8}$/, // CONNECTIVITY_REFRESH_TOKEN_ERROR
];

/** Shapes a diagnosis needs and that are no secret by themselves; a rule with a label in hand may overrule this. */
export function isKnownShape(value: string): boolean {
  return value.length <= 400 && KNOWN.some((shape) => shape.test(value));
}

/** GUIDs are names almost everywhere, but some secrets have that form (old client secrets, IDENTITY_HEADER). */
export const isGuid = (value: string): boolean => value.length <= 40 && (KNOWN[0]?.test(value) ?? false);

/** A word or name, perhaps numbered, or a number. */
function isWordPiece(piece: string): boolean {
  const letters = piece.replace(/\d{1,3}$/, '');
  return (
    /^\d*$/.test(piece) || (/^[A-Za-z]*$/.test(letters) && classesOf(letters).turns <= letters.length * 0.4)
  );
}

/** Words, numbers and names joined by signs (`gh:Azure/AKS#4593`, `listCredentials/action`, `name:"password"`). */
export function isJoinedWords(value: string, joint: RegExp): boolean {
  if (value.length > 200 || !joint.test(value) || /[!$%^*~?=&]/.test(value)) return false;
  return value.split(/[^A-Za-z0-9]+/).every(isWordPiece);
}
