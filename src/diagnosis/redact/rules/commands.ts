import { isErrorWord, isPlaceholder } from '../benign.js';
import { classesOf, isKnownShape, looksRandom } from '../shape.js';
import { lineEnd, readAssigned, skipBlanks } from '../values.js';
import type { View } from '../view.js';
import { isFlagValue } from './flags.js';
import type { Claim, ScanRule } from './rule.js';
import { linesWith, shellWords, type Word } from './shell-words.js';
import { PAIR_FLAGS, TOOLS, type Tool, WRITERS } from './tools.js';

/** `-p` at the end of a line a terminal broke: the value begins the next one. */
function claimNextLine(state: State, to: number): void {
  const at = state.view.text.indexOf('\n', to) + 1;
  const word = at > 0 ? shellWords(state.view, at, lineEnd(state.view.text, at, 300))[0] : undefined;
  if (word && classesOf(word.text).kinds >= 2 && !isKnownShape(word.text) && !/^-/.test(word.text))
    claimWord(state, word);
}

const INTERESTING = /login|creds|curl|wget|ctr|stdin|base64|oras|sshpass|\bhttps? -|\bxh |\baz\b/;
/** Without a flag, `base64` or `<<<` a line claims nothing, whatever the program. */
const CLAIMING = /-(?<!\w-)[a-z-]|base64|<<</g;
const VARIABLE = /^(?:\$(?:env:)?\{?|%)([A-Za-z_]\w{0,60})[}%]?$/i;

interface State {
  readonly view: View;
  readonly claim: Claim;
  /** Variables a login takes its secret from; their assignments are looked up afterwards. */
  readonly variables: Set<string>;
}

const claimWord = (state: State, word: Word, from = 0): void => {
  const text = word.text.slice(from);
  const variable = VARIABLE.exec(text)?.[1];
  if (variable !== undefined && word.quote !== "'") {
    if (state.variables.size < 16) state.variables.add(variable);
    return;
  }
  const literal = word.quote === "'" && /^\$[a-z]/.test(text) && /\d/.test(text);
  if (text !== '' && (literal || isFlagValue(text, word.quote)))
    state.claim(word.start + from, word.end, 'password');
};

function claimPair(state: State, word: Word, from = 0): void {
  const colon = word.text.indexOf(':', from);
  if (colon > from && word.text.length - colon > 2 && !word.text.startsWith('//', colon + 1))
    claimWord(state, word, colon + 1);
}

/** What was written into the pipe: arguments of echo and the like, or a bare PowerShell string. */
function claimWritten(state: State, segment: readonly Word[], sure: boolean): void {
  const at = segment.findIndex((word) => WRITERS.has(nameOf(word)));
  const first = segment.findIndex((word) => word.quote !== '');
  const from =
    at >= 0
      ? at + 1
      : first >= 0 && first <= 2
        ? first
        : segment.findIndex((word) => word.type === 'here') + 1;
  if (at < 0 && first < 0 && from === 0) {
    const only = segment.at(-1);
    if (only && VARIABLE.test(only.text)) claimWord(state, only);
    return;
  }
  for (const word of segment.slice(from)) {
    if (word.type !== 'word' || /^-[neE]{1,3}$|^%s(?:\\n)?$/.test(word.text)) continue;
    const good =
      sure || (classesOf(word.text).kinds >= 3 && !isKnownShape(word.text)) || looksRandom(word.text);
    if (good) claimWord(state, word);
  }
}

/** `<<EOF`, the value below, `EOF`. */
function claimHereDocument(state: State, line: string, to: number): void {
  const tag = /<<-?[ "']{0,2}([A-Za-z_]{1,20})/.exec(line)?.[1];
  if (tag === undefined) return;
  let at = to + 1;
  for (let lines = 0; lines < 4; lines += 1) {
    const begin = skipBlanks(state.view.text, at);
    const end = lineEnd(state.view.text, begin);
    const text = state.view.text.slice(begin, end).trim();
    if (text === tag || end >= state.view.text.length) return;
    if (text !== '' && !isPlaceholder(text)) state.claim(begin, begin + text.length, 'password');
    at = end + 1;
  }
}

/** The name of a program or subcommand: lower case, without path, prompt and `.exe`. */
const nameOf = (word: Word): string =>
  word.text.length > 100 || /^[a-z]+$/.test(word.text) ? word.text : programOf(word);

function programOf(word: Word): string {
  let name = word.text.toLowerCase();
  if (/^[^a-z]/.test(name)) name = name.replace(/^[$(@&>#`"':,{=]+|^\[\w{1,20}\]["']?/, '');
  // A path, and the prompt of cmd (`C:\deploy>echo`).
  if (/[/\\>]/.test(name)) name = name.replace(/^.{0,80}[/\\>]/, '');
  return name.endsWith('.exe') || name.endsWith('.cmd') ? name.slice(0, -4) : name;
}

function scanLine(state: State, from: number, to: number): void {
  let tool: Tool | undefined;
  let armed = false;
  // Has this line a `--password-stdin`?
  let stdin = false;
  let segment: Word[] = [];
  const pipeline: Word[][] = [];
  const words = shellWords(state.view, from, to);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (!word) break;
    if (word.type === 'pipe' || word.type === 'stop') {
      if (word.type === 'pipe') pipeline.push(segment);
      else pipeline.length = 0;
      segment = [];
      tool = undefined;
      armed = false;
      continue;
    }
    segment.push(word);
    const next = words[i + 1];
    const value = next?.type === 'word' ? next : undefined;
    const name = nameOf(word);
    // The word after a flag is its value, even where it is called like a program (`-u helm`).
    const afterFlag = tool !== undefined && words[i - 1]?.text.startsWith('-') === true;
    const known = afterFlag || word.text.startsWith('-') ? undefined : TOOLS.get(name);
    if (known) {
      tool = known;
      armed = known.login.includes(name);
    } else if (tool?.login.includes(name)) armed = true;
    const flag = !word.text.startsWith('-')
      ? null
      : /^(-{1,2}[A-Za-z][\w-]{0,40})(?:[=:](.*))?$/s.exec(word.text);
    if (word.text.endsWith('-stdin') && word.text.startsWith('-')) {
      for (const part of pipeline.splice(0)) claimWritten(state, part, true);
      if (!stdin) claimHereDocument(state, state.view.text.slice(from, to), to);
      stdin = true;
    } else if (name === 'base64' && pipeline.length > 0) {
      claimWritten(state, pipeline.at(-1) ?? [], false);
    } else if (word.type === 'here' && value) {
      if (armed || stdin) claimWord(state, value);
    }
    if (word.quote !== '' || !word.text.startsWith('-')) continue;
    const flagName = flag?.[1]?.toLowerCase() ?? '';
    const inline = flag?.[2] === undefined ? undefined : word.text.length - flag[2].length;
    if (PAIR_FLAGS.has(flagName)) {
      if (inline !== undefined) claimPair(state, word, inline);
      else if (value) claimPair(state, value);
    } else if (
      tool?.userPair === true &&
      (/^-[a-z]{0,6}[ua]$/i.test(word.text) || /^--(?:user|auth|proxy-user)$/.test(flagName))
    ) {
      if (inline !== undefined) claimPair(state, word, inline);
      else if (value) claimPair(state, value);
    } else if (tool?.userPair === true && /^-[ua][^:]{1,80}:./i.test(word.text)) {
      claimPair(state, word, 2);
    } else if (armed && (flagName === '-p' || flagName === '--password')) {
      if (inline !== undefined && inline < word.text.length) claimWord(state, word, inline);
      else if (value) claimWord(state, value);
      else if (next === undefined) claimNextLine(state, to);
    } else if (armed && /^-p(?!ass(?:word)?(?:-|$|=))[^\s-]/i.test(word.text) && word.text.length >= 5) {
      claimWord(state, word, 2);
    }
  }
}

/** `$pw = 'X'` in one statement, `docker login -p $pw` in the next. */
function claimVariables(state: State): void {
  if (state.variables.size === 0) return;
  const assign = new RegExp(`(?<![\\w-])(?:${[...state.variables].join('|')}) {0,4}=(?!=)`, 'gi');
  for (const found of state.view.text.matchAll(assign)) {
    const value = readAssigned(state.view, found.index + found[0].length);
    if (!value) continue;
    const text = state.view.text.slice(value.start, Math.min(value.end, value.start + 512));
    if (!isPlaceholder(text) && !(value.quote === '' && isErrorWord(text)))
      state.claim(value.start, value.end, 'password');
  }
}

function scan(view: View, claim: Claim): void {
  const state: State = { view, claim, variables: new Set() };
  for (const [from, to] of linesWith(CLAIMING, view)) {
    if (to - from > 8 && INTERESTING.test(view.lower.slice(from, to))) scanLine(state, from, to);
  }
  claimVariables(state);
}

/** Command lines: `login … -p X`, `-pX`, `-u user:X`, `--creds user:X`, `echo X | … --password-stdin`. */
export const COMMAND_RULE: ScanRule = {
  id: 'command',
  needles: [' -p', ' -u', 'login', 'cred', 'curl', '--user', '--auth', ' -a', 'stdin', 'base64'],
  scan,
  source: 'help texts of the tools in tools.ts',
};
