import fc from 'fast-check';

/**
 * Texts on which an expression nearly matches again and again: beginnings of what it matches, repeated. On these
 * a backtracking engine does its worst for bounded repetitions, which no static analysis counts in real time.
 */
export function pumps(regex: RegExp, length: number): readonly string[] {
  const beginnings = new Set(samples(regex).flatMap((sample) => cuts(sample)));
  return [...beginnings].map((it) => it.repeat(Math.ceil(length / it.length)).slice(0, length));
}

function cuts(sample: string): readonly string[] {
  return [0.4, 0.8, 1].map((share) => sample.slice(0, Math.ceil(sample.length * share))).filter(Boolean);
}

/** A few short texts that the expression matches, the same on every run; lookarounds and borders left out. */
function samples(regex: RegExp): readonly string[] {
  // fast-check cannot make texts for a back-reference; the rest of the expression is what repeats.
  if (/\\\d/.test(regex.source)) return [];
  const plain = new RegExp(withoutAssertions(regex.source), regex.flags.replace(/[giy]/g, ''));
  return fc.sample(fc.stringMatching(plain, { size: 'xsmall' }), { seed: 1, numRuns: 3 });
}

/** Takes `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`, `\b` and `\B` out of an expression's source. */
function withoutAssertions(source: string): string {
  let out = '';
  let inClass = false;
  // For each open group, whether it is kept.
  const groups: boolean[] = [];
  for (let at = 0; at < source.length; at++) {
    const dropped = groups.includes(false);
    let token = source[at] ?? '';
    if (token === '\\') token = source.slice(at, at + 2);
    else if (inClass) inClass = token !== ']';
    else if (token === '[') inClass = true;
    else if (token === '(') groups.push(!/^\(\?<?[=!]/.test(source.slice(at, at + 4)));
    const kept = !dropped && !groups.includes(false) && (inClass || (token !== '\\b' && token !== '\\B'));
    if (kept) out += token;
    if (token === ')' && !inClass) groups.pop();
    at += token.length - 1;
  }
  return out;
}

/** Whether every repetition has an upper limit, so that the work from each position is limited too. */
export function isBounded({ source }: RegExp): boolean {
  const bare = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+]|\{\d+,\}/.test(bare);
}
