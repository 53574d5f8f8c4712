import { isErrorWord, isPlaceholder, isSentence } from '../benign.js';
import { classesOf, isGuid, isJoinedWords, isKnownShape, looksRandom } from '../shape.js';
import { isQuote, isSpace, lineEnd, readAssigned, skipBlanks, type Value } from '../values.js';
import type { View } from '../view.js';
import { classifyKey, type KeyClass } from './keys.js';
import type { Claim, ScanRule } from './rule.js';
import { mayAnnounce, type Name, nameBefore } from './setting-name.js';

/** A value good enough for a name that only may mean a secret. */
function looksSecret(value: string, kind: string): boolean {
  if (value.length < 8 || isGuid(value) || /\s/.test(value)) return false;
  if (/^[0-9a-f]{20,}$/i.test(value)) return true;
  if (isKnownShape(value)) return false;
  const has = classesOf(value);
  if (kind === 'docker-auth')
    return /^[A-Za-z0-9+/=_-]{8,}$/.test(value) && (has.turns >= 3 || value.endsWith('='));
  if (kind === 'refresh-token')
    return value.length >= 20 && has.digit > 0 && (has.kinds >= 3 || has.digit > 2);
  if (/^[a-z]+(?:[-_.][a-z0-9]{1,12})*$/.test(value) && value.length < 40) return false;
  return (
    (has.kinds >= 3 && has.digit > 0) || looksRandom(value) || (has.digit > 0 && has.upper + has.lower > 0)
  );
}

/** What a colon may announce besides a value: an address, a time, the start of a log line. */
const ANNOUNCED =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\d{4}-\d{2}-\d{2}|[\w.-]+\.azurecr\.|[a-z]{2,12}=["\w]|AADSTS\d|\[[A-Z]|\d{2}:\d{2}:\d{2})/;

/** Is this the value of a setting that is named like a password? `separator`: `:` of a sentence or YAML, or `=`. */
export function acceptStrong(view: View, value: Value, separator: string, key: KeyClass): boolean {
  const text = view.text.slice(value.start, value.end);
  // The configuration of Docker in full: its own settings are looked at one by one.
  if (key.kind === 'docker-auth' && /^\s{0,8}\{\s{0,8}\\?"auths/.test(text)) return false;
  if (value.quote !== '') return text.length > 0 && !isErrorWord(text) && !isSentence(text);
  if (isErrorWord(text)) return false;
  if (key.kind === 'docker-auth') return text.length >= 16 && !text.startsWith('{');
  if (separator === '=') return key.kind !== 'token' || text.length >= 6;
  if (ANNOUNCED.test(text)) return false;
  if (key.kind !== 'password' && text.length < 8) return false;
  // Chinese, Japanese, Korean: the sentence goes on without a space.
  if (/[\u2e80-\uffee]/.test(text)) return false;
  if (/^\d{1,3}$/.test(text) || isJoinedWords(text, /[/|]/)) return false;
  if (!/^[\p{L}'-]+[.!?,:]*$/u.test(text)) return true;
  // One ordinary-looking word: a password only when nothing else stands on the line.
  const rest = view.text.slice(value.end, lineEnd(view.text, value.end, 80)).replace(/\s#.{0,80}$/, '');
  return text.length >= 5 && !/[.,:]$/.test(text) && /^[\s"',;})\]]*$/.test(rest);
}

/** `password: |` in YAML: the value is the indented block below. */
function readBlock(view: View, at: number): Value | undefined {
  const head = /^[ \t]{0,4}[|>][-+0-9]{0,2}[ \t]{0,8}\r?\n/.exec(view.text.slice(at, at + 24))?.[0];
  if (head === undefined) return undefined;
  const begin = skipBlanks(view.text, at + head.length);
  if (begin === at + head.length) return undefined;
  const indent = begin - at - head.length;
  let end = lineEnd(view.text, begin);
  for (let lines = 0; lines < 400; lines += 1) {
    const next = end + (view.text.charAt(end) === '\r' ? 2 : 1);
    const first = skipBlanks(view.text, next);
    if (first - next < indent || first >= view.text.length) break;
    end = lineEnd(view.text, first);
  }
  return { start: begin, end, quote: '|' };
}

/** A JSON value may begin on the next line. */
function valueStart(text: string, at: number, quoted: boolean): number {
  if (!quoted) return at;
  let i = at;
  while (i < at + 40 && isSpace(text.charCodeAt(i))) i += 1;
  return isQuote(text.charCodeAt(i)) ? i : at;
}

/** `set X=two words` (cmd) and `password: two words` (YAML): all of the line, when no word belongs to a message. */
function wholeLine(view: View, name: Name, value: Value, separator: string): Value {
  if (value.quote !== '') return value;
  // 48 characters are more than any indent that counts here.
  const near = view.text.slice(Math.max(0, name.start - 48), name.start);
  const before = near.length < 48 || near.includes('\n') ? near.slice(near.lastIndexOf('\n') + 1) : '?';
  const rest = view.text.slice(value.end, lineEnd(view.text, value.end, 200));
  // `Password=two words;Server=x`
  const clause = /^( [^;=\n$]{1,80});(?:\s?[A-Z][A-Za-z ]{2,30}=|\s*$|")/.exec(rest)?.[1];
  if (separator === '=' && clause !== undefined && !/ -|\|/.test(clause))
    return { ...value, end: value.end + clause.length };
  const yaml = separator === ':' && /^\s*(?:- )?["']?$/.test(before) && /^[a-z]/.test(name.text);
  if (!yaml && !/^[>\s]*set $/i.test(before)) return value;
  const more = rest.replace(/ (?:#|&&?|\|).{0,200}$/, '').trimEnd();
  const words = [view.text.slice(value.start, value.end), ...more.split(' ')];
  if (more === '' || /[=:"'{}]/.test(more) || words.length > 9 || words.some(isErrorWord)) return value;
  return { ...value, end: value.end + more.length };
}

/** Where the next `<` stands, within what a secret may be long; -1 = nowhere near. */
function nextTag(text: string, at: number): number {
  const near = text.slice(at, at + 512).indexOf('<');
  return near < 0 ? -1 : at + near;
}

function claimList(view: View, at: number, claim: Claim): number {
  let i = at;
  for (let items = 0; items < 20; items += 1) {
    while (isSpace(view.text.charCodeAt(i)) || view.text.charAt(i) === ',') i += 1;
    const value = isQuote(view.text.charCodeAt(i)) ? readAssigned(view, i) : undefined;
    if (!value || value.end === value.start) return i;
    if (!isPlaceholder(view.text.slice(value.start, value.end))) claim(value.start, value.end, 'password');
    i = value.end + 1;
  }
  return i;
}

function kindIn(view: View, name: Name, value: Value, key: KeyClass): KeyClass['kind'] {
  const inString =
    view.text.charAt(name.start - 1) === ';' || /^;[A-Za-z]/.test(view.text.slice(value.end, value.end + 2));
  return inString && (key.kind === 'password' || key.kind === 'api-key') ? 'connection-string' : key.kind;
}

/** `$secret = 'fakefake'`: a quoted text in a variable is no name of something. */
const isVariable = (text: string, name: Name, value: Value): boolean =>
  text.charAt(name.start - 1) === '$' &&
  (value.quote === '"' || value.quote === "'") &&
  value.end - value.start >= 8 &&
  !isErrorWord(text.slice(value.start, value.end)) &&
  !isKnownShape(text.slice(value.start, value.end));

/** Names under which the value of an entry stands that is itself named like a secret. */
const VALUES: ReadonlySet<string> = new Set(['value', 'default', 'defaultvalue']);

/** Where the object that begins at `at` ends, within what the description of a parameter may be long. */
function objectEnd(text: string, at: number): number {
  let depth = 0;
  const stop = Math.min(text.length, at + 600);
  for (let i = at; i < stop; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x7b) depth += 1;
    else if (code === 0x7d) depth -= 1;
    if (depth === 0) return i;
  }
  return stop;
}

const SEPARATOR = /[:=>]/g;

function nextSeparator(text: string, from: number): number {
  SEPARATOR.lastIndex = from;
  return SEPARATOR.test(text) ? SEPARATOR.lastIndex - 1 : -1;
}

/** Looks at every `:` and `=` and asks whether the name before it announces a secret. */
function scan(view: View, claim: Claim): void {
  const { text } = view;
  // Up to here a key called `value` belongs to an entry named like a secret (`{"name": "password", "value": …}`).
  let valueUntil = 0;
  const classes = new Map<string, KeyClass | undefined>();
  const classOf = (name: string): KeyClass | undefined => {
    if (!classes.has(name)) classes.set(name, classifyKey(name));
    return classes.get(name);
  };
  let pairKey: KeyClass = { strength: 'strong', kind: 'password' };
  for (let i = nextSeparator(text, 1); i >= 0; i = nextSeparator(text, i + 1)) {
    const code = text.charCodeAt(i);
    const name = mayAnnounce(text, i) ? nameBefore(text, i) : undefined;
    if (!name) continue;
    // `<Password>value</Password>`; `<password>` alone is a stand-in.
    if (
      code === 0x3e &&
      (text.charAt(name.start - 1) !== '<' || !text.startsWith(`</${name.text}`, nextTag(text, i)))
    )
      continue;
    // `${NAME:?must be set}`
    if (code === 0x3a && text.charAt(i + 1) === '?' && text.startsWith('${', name.start - 2)) continue;
    let after = i + 1;
    if (code === 0x3a && text.charAt(after) === ':') continue;
    if (code === 0x3a && text.charAt(after) === '=') after += 1;
    if (code === 0x3d && text.charAt(after) === '>') after += 1;
    const lower = name.text.length < 13 ? name.text.toLowerCase() : '';
    if (lower === 'passwords') {
      valueUntil = i + 1200;
      pairKey = { strength: 'strong', kind: 'password' };
      const open = skipBlanks(text, after);
      if (text.charAt(open) === '[') i = Math.max(i, claimList(view, open + 1, claim) - 1);
      continue;
    }
    if ((lower === 'name' || lower === 'key') && code !== 0x3e) {
      const value = readAssigned(view, after);
      const named =
        value && value.end - value.start < 80 ? classifyKey(text.slice(value.start, value.end)) : undefined;
      valueUntil = 0;
      if (named) {
        valueUntil = i + 400;
        pairKey = named;
      }
      if (lower === 'name') continue;
    }
    const key = VALUES.has(lower) && i < valueUntil ? pairKey : classOf(name.text);
    if (!key) continue;
    const begin = valueStart(text, after, name.quoted);
    const found = readBlock(view, begin) ?? readAssigned(view, begin);
    if (!found || found.end <= found.start) continue;
    const value = text.slice(found.start, found.end);
    if (found.quote === '' && value.length < 30 && isErrorWord(value)) continue;
    // An object or list, or the text behind a quoted name: no value of its own.
    if (
      found.quote === ''
        ? /^[{[](?:$|["'{[\s])/.test(value)
        : found.quote === '`' && /^[\s,;:.)|+]/.test(value)
    ) {
      // `"registryPassword": {"defaultValue": …}`
      if (value.startsWith('{') && i >= valueUntil) {
        valueUntil = objectEnd(text, found.start);
        pairKey = key;
      }
      continue;
    }
    if (value.length < 3 && /^[()\]},;]+$/.test(value)) continue;
    const literal = found.quote === "'" && /^\$[a-z]/.test(value) && /\d|[^$\w]/.test(value);
    if (!literal && isPlaceholder(value)) continue;
    const separator = code === 0x3a && after === i + 1 && found.quote === '' ? ':' : '=';
    const whole = key.kind === 'password' ? wholeLine(view, name, found, separator) : found;
    const good =
      key.strength === 'strong'
        ? whole.end > found.end || acceptStrong(view, found, separator, key)
        : (looksSecret(value, key.kind) || isVariable(text, name, found)) && !isSentence(value);
    if (!good) {
      // Do not read a long value again and again (`sig=sig=sig=…`).
      if (found.quote === '' && value.length > 512) i = found.end - 1;
      continue;
    }
    claim(whole.start, whole.end, kindIn(view, name, whole, key));
    i = whole.end - 1;
  }
}

/** Settings in any notation: env, JSON, YAML, TOML, HCL, ini, XML, form bodies, connection strings, query strings. */
export const ASSIGNMENT_RULE: ScanRule = {
  id: 'assignment',
  needles: [],
  scan,
  source: 'az, docker, kubectl, terraform and .NET configuration formats',
};
