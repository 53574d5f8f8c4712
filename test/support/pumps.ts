import { samplesOf } from './regex-samples.js';

/**
 * Texts on which an expression nearly matches again and again: beginnings of what it matches, repeated. On these
 * a backtracking engine does its worst for limited repetitions, of which no analysis tells the real time.
 */
export function pumps(regex: RegExp, length: number): readonly string[] {
  const beginnings = new Set(samplesOf(regex).flatMap(cuts));
  return [...beginnings].map((it) => it.repeat(Math.ceil(length / it.length)).slice(0, length));
}

function cuts(sample: string): readonly string[] {
  return [0.4, 0.8, 1].map((share) => sample.slice(0, Math.ceil(sample.length * share))).filter(Boolean);
}

/** Whether every repetition has an upper limit, so that the work from each position is limited too. */
export function isBounded({ source }: RegExp): boolean {
  const bare = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+]|\{\d+,\}/.test(bare);
}
