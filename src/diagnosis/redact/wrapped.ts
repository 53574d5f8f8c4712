import { isAlphanumeric } from '../ascii.js';
import { type Claim, leftEnd, type PatternRule } from './rules/rule.js';
import type { View } from './view.js';

/** Longest run looked at on either side of a line break; no key is longer. */
const SIDE = 100;
/** Shortest key with a signature: a 37-character client secret. */
const SHORTEST = 37;

/** Most characters joined at once; a longer chain goes on with an overlap of one key. */
const MOST = 4096;
const SIGNATURE = /\+ACR|[78]Q~|\+AS[tb]|ACDb|\+A(?:Ba|MC|Eh|Rm)|APIM|AIoT|AzCa|JQQJ9|==/;

/** A-Z a-z 0-9 + / = . _ ~ - */
const isKeyCode = (code: number): boolean =>
  isAlphanumeric(code) ||
  code === 0x2b ||
  (code >= 0x2d && code <= 0x2f) ||
  code === 0x3d ||
  code === 0x5f ||
  code === 0x7e;

/** Where the run of key characters before the line break at `at` begins, at most `SIDE` characters of it. */
function runBefore(text: string, at: number): number {
  const stop = text.charCodeAt(at - 1) === 0x0d ? at - 1 : at;
  let from = stop;
  while (from > 0 && stop - from < SIDE && isKeyCode(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

/** Offsets of the key characters around the line break at `at`, over the lines that follow; [] = no run on both sides. */
function around(text: string, at: number): readonly number[] {
  const from = runBefore(text, at);
  const offsets: number[] = [];
  for (let i = from; i < at && text.charCodeAt(i) !== 0x0d; i += 1) offsets.push(i);
  let i = at + 1;
  for (let lines = 0; offsets.length > 0 && offsets.length < MOST; lines += 1) {
    const begin = i;
    while (i < begin + 16 && (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 0x09)) i += 1;
    const first = i;
    while (i < first + SIDE && isKeyCode(text.charCodeAt(i))) {
      offsets.push(i);
      i += 1;
    }
    if (i === first) return lines === 0 ? [] : offsets;
    if (text.charCodeAt(i) === 0x0d) i += 1;
    if (text.charCodeAt(i) !== 0x0a) break;
    i += 1;
  }
  return offsets;
}

/** Does a run of key characters stand on both sides of the line break at `at`? */
function isBetween(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1) === 0x0d ? at - 2 : at - 1;
  if (before < 0 || !isKeyCode(text.charCodeAt(before))) return false;
  let next = at + 1;
  while (next < at + 17 && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0x09)) next += 1;
  return isKeyCode(text.charCodeAt(next));
}

/** Finds keys with a signature that a terminal broke in two or more lines, wherever the break fell. */
export function scanWrapped(view: View, rules: readonly PatternRule[], claim: Claim): void {
  const { text } = view;
  let done = -1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (at < done || !isBetween(text, at)) continue;
    const offsets = around(text, at);
    // The chain has been read as one; its end may begin the next.
    done = offsets.length < MOST ? (offsets.at(-1) ?? done) : (offsets[offsets.length - SIDE] ?? done);
    if (offsets.length < SHORTEST) continue;
    const run = offsets.map((offset) => text.charAt(offset)).join('');
    if (!SIGNATURE.test(run)) continue;
    for (const rule of rules) {
      if (!rule.wrapped) continue;
      for (const found of run.matchAll(rule.wrapped)) {
        const start = leftEnd(run, found.index, rule, rule.left?.max);
        const first = start === undefined ? undefined : offsets[start];
        const last = offsets[found.index + found[0].length - 1];
        if (first === undefined || last === undefined) continue;
        claim(first, last + 1, rule.kind);
      }
    }
  }
}
