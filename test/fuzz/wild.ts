import fc from 'fast-check';

/** What a careless parser trips over. */
const odd = [
  ...[
    '\0',
    '\r',
    '\n',
    '\u2028',
    '\t',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udfff',
    '😀',
    'ſ',
    'K',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '$&',
    '$1',
    '{names}',
    '%00',
    '%',
    '\\',
  ],
  ...[
    '"',
    "'",
    '`',
    '<',
    '>',
    '&',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '=',
    ':',
    ';',
    ',',
    '|',
    '*',
    '&a [*a, *b]',
    '---',
    '!!',
  ],
  ...[
    '9'.repeat(400),
    '-1',
    '1e999',
    'NaN',
    'null',
    'true',
    '0x7f',
    '['.repeat(2_000),
    '{"a":'.repeat(500),
    'a'.repeat(20_000),
  ],
];

type Step = (text: string, others: readonly string[]) => string;

/** One thing done to a text: bits turned, cut off, taken out, doubled, put in, or spliced with another. */
const step: fc.Arbitrary<Step> = fc
  .tuple(fc.nat({ max: 6 }), fc.nat(), fc.nat({ max: 400 }), fc.nat())
  .map(([kind, where, length, which]) => (text, others) => {
    const at = where % (text.length + 1);
    const end = Math.min(text.length, at + length);
    const [before, after] = [text.slice(0, at), text.slice(at)];
    switch (kind) {
      case 0:
        return before + String.fromCharCode(text.charCodeAt(at) ^ (1 << (which % 8))) + after.slice(1);
      case 1:
        return before;
      case 2:
        return before + text.slice(end);
      case 3:
        return before + text.slice(at, end).repeat(2 + (which % 4)) + text.slice(end);
      case 4:
      case 5:
        return before + (odd[which % odd.length] ?? '') + after;
      default:
        return before + (others[which % others.length] ?? '').slice(at);
    }
  });

/** Each place and kind as likely as another: by itself fast-check prefers the smallest and the largest. */
const evenly = fc.noBias;

/** Texts that are nearly of a grammar, by what was done to some that are, and a few that are nothing at all. */
export function wildText(...seeds: readonly string[]): fc.Arbitrary<string> {
  const changed = evenly(fc.tuple(fc.constantFrom(...seeds), fc.array(step, { maxLength: 5 }))).map(
    ([seed, steps]) => steps.reduce((text, change) => change(text, seeds), seed),
  );
  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...odd), { maxLength: 12 }).map((all) => all.join('')) },
  );
}

/** Stands for arrays in each other, deeper than what calls itself can follow. */
const DEEP = 'deep arrays';
const LEVELS = 12_000;

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(DEEP),
  fc.constantFrom<unknown>(null, true, -1, 1e308, '', 'x'.repeat(5_000), [], {}, [[]], '__proto__'),
  fc.constantFrom(...odd),
  fc.integer(),
);

/** JSON texts that are nearly of a shape: keys lost, added or turned into something else, at any depth. */
export function wildJson(...seeds: readonly unknown[]): fc.Arbitrary<string> {
  const changed = evenly(
    fc.tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), leaf), { maxLength: 4 }),
    ),
  ).map(([seed, changes]) => {
    // A seed is plain data; it is changed in a copy.
    const copy: unknown = structuredClone(seed);
    for (const [where, how, value] of changes) change(copy, where, how, structuredClone(value));
    return (JSON.stringify(copy) ?? 'null').replace(`"${DEEP}"`, '['.repeat(LEVELS) + ']'.repeat(LEVELS));
  });
  const polluted = changed.map((text) => text.replace('{', '{"__proto__":{"polluted":true},'));
  return fc.oneof(
    { weight: 10, arbitrary: changed },
    { weight: 2, arbitrary: polluted },
    { weight: 3, arbitrary: wildText(...seeds.map((seed) => JSON.stringify(seed))) },
    { weight: 1, arbitrary: fc.json() },
  );
}

function change(root: unknown, where: number, how: number, value: unknown): void {
  const holders: object[] = [];
  const collect = (it: unknown): void => {
    if (typeof it !== 'object' || it === null) return;
    holders.push(it);
    for (const inner of Object.values(it)) collect(inner);
  };
  collect(root);
  const holder = holders[where % Math.max(1, holders.length)];
  if (holder === undefined) return;
  const keys = Object.keys(holder);
  const key = keys[(where >>> 3) % Math.max(1, keys.length)] ?? 'value';
  if (how === 0) Reflect.deleteProperty(holder, key);
  else if (how === 1) Reflect.set(holder, typeof value === 'string' ? value : 'more', value);
  else Reflect.set(holder, key, value);
}
