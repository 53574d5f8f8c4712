import type { SecretKind } from '../../knowledge/secret-kinds.js';
import { isPlaceholder } from './benign.js';
import { digestsOf } from './digests.js';
import { markerOf, type Redaction, type Span } from './kinds.js';
import { leftEnd, type PatternRule, type Rule } from './rules/rule.js';
import { RULES } from './rules/table.js';
import { countKinds, unite } from './spans.js';
import { MARK, toSource, type View, viewOf } from './view.js';
import { extendOverWrap } from './wrap.js';
import { scanWrapped } from './wrapped.js';

export type { Redaction, SecretFinding } from './kinds.js';

const WRAPPED = RULES.filter((rule): rule is PatternRule => !('scan' in rule) && rule.wrapped !== undefined);

/** Rounds until nothing new turns up; two are the rule, more only in constructed texts. */
const MAX_ROUNDS = 8;

function runPattern(
  rule: PatternRule,
  view: View,
  claim: (start: number, end: number, kind: SecretKind) => void,
): void {
  const { pattern, read } = rule;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(view.text); found; found = pattern.exec(view.text)) {
    const end = found.index + found[0].length;
    const start = leftEnd(view.text, found.index, rule);
    const value = read ? read(view, end) : start === undefined ? undefined : { start, end, quote: '' };
    if (found[0] === '') pattern.lastIndex += 1;
    if (!value || value.end <= value.start) continue;
    const text = view.text.slice(value.start, value.end);
    if (rule.accept ? !rule.accept(text, value.quote) : isPlaceholder(text)) continue;
    claim(value.start, value.end, rule.kind);
    if (read) pattern.lastIndex = Math.max(pattern.lastIndex, value.end);
  }
}

/** A claim may cover a marker of an earlier round; what stands around it is a secret, the marker is not. */
function* withoutMarkers(view: View, start: number, end: number): Generator<readonly [number, number]> {
  const text = view.text.slice(start, end);
  let from = 0;
  while (from <= text.length) {
    const mark = text.indexOf(MARK, from);
    const to = mark < 0 ? text.length : mark;
    if (text.slice(from, to).trim() !== '') yield [start + from, start + to];
    from = to + 1;
  }
}

function findSpans(source: string, rules: readonly Rule[]): readonly Span[] {
  const view = viewOf(source);
  const spans: Span[] = [];
  const isDigest = digestsOf(view);
  const claimIn =
    (where: View) =>
    (start: number, end: number, kind: SecretKind): void => {
      if (where === view && isDigest(start, end)) return;
      for (const [from, to] of withoutMarkers(where, start, end)) {
        const [begin, stop] = toSource(where, from, to);
        if (stop > begin) spans.push({ start: begin, end: stop, kind });
      }
    };
  const claim = claimIn(view);
  const wrapSafe = extendOverWrap(view, claim);
  for (const rule of rules) {
    if (rule.needles.length > 0 && !rule.needles.some(view.holds)) continue;
    if ('scan' in rule) rule.scan(view, wrapSafe);
    else runPattern(rule, view, wrapSafe);
  }
  scanWrapped(view, WRAPPED, claim);
  return unite(spans);
}

/**
 * Replaces every secret in `text` by `[redacted:<kind>]` and says how many of which kind there were.
 *
 * @param text anything a person pastes, up to about 1 M characters; cleaned or raw
 * @returns text without the secrets; already redacted text comes back unchanged, with no findings
 * @throws never
 */
export function redact(text: string): Redaction {
  const counts = new Map<SecretKind, number>();
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const spans = findSpans(current, RULES);
    if (spans.length === 0) return { text: current, secrets: countKinds(counts) };
    const pieces: string[] = [];
    let from = 0;
    for (const span of spans) {
      pieces.push(current.slice(from, span.start), markerOf(span.kind));
      counts.set(span.kind, (counts.get(span.kind) ?? 0) + 1);
      from = span.end;
    }
    pieces.push(current.slice(from));
    current = pieces.join('');
  }
  // Text made to yield a new find each time: nothing in it is worth the risk.
  counts.set('unreadable', 1);
  return { text: markerOf('unreadable'), secrets: countKinds(counts) };
}
