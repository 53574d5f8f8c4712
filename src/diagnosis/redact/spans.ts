import { type SecretKind, secretKinds } from '../../knowledge/secret-kinds.js';
import type { SecretFinding, Span } from './kinds.js';

const RANK: ReadonlyMap<SecretKind, number> = new Map(secretKinds.map((kind, i) => [kind, i]));
const rank = (kind: SecretKind): number => RANK.get(kind) ?? secretKinds.length;

/** Unites overlapping claims; a union is named after its most telling kind. Result: sorted, disjoint. */
export function unite(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (!last || span.start >= last.end) {
      out.push(span);
      continue;
    }
    const kind = rank(span.kind) < rank(last.kind) ? span.kind : last.kind;
    out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind };
  }
  return out;
}

/** Counts by kind, in order of `secretKinds`. */
export function countKinds(counts: ReadonlyMap<SecretKind, number>): readonly SecretFinding[] {
  return secretKinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}
