import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/world.js';
import { repository, tempTree } from '../support/temp.js';
import { type Fence, fencesOf, operators, pages, wordsOf } from './pages.js';

/** Commands that pages tell people to type. */

const fences = pages().flatMap(fencesOf);
const typed = fences.flatMap(({ page, lines }) => lines.map((line) => [page, line] as const));
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(repository, 'package.json'), 'utf8'),
).scripts;
/** Words behind `acr-help` on a line, up to what the shell does with its output; null where it is not called. */
function calledWith(line: string): readonly string[] | null {
  const [, rest] = /(?:npm run -s acr-help --|(?:^|[|&] )acr-help|bin\/acr-help\.mjs) (.+)$/.exec(line) ?? [];
  if (rest === undefined) return null;
  const words = wordsOf(rest);
  const end = words.findIndex((word) => /^[|&;#<>…]/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

const calls = typed.flatMap(([page, line]) => {
  const words = calledWith(line);
  return words === null || words[0] === 'COMMAND' ? [] : [[page, words] as const];
});

describe('acr-help', () => {
  /** The options of each command, by its name. */
  const options = new Map<string, string>();
  const nameOf = ([first = '', second = '']: readonly string[]) =>
    first === 'policy' || first === 'audit' ? `${first} ${second}` : first;
  beforeAll(async () => {
    for (const name of new Set(calls.map(([, words]) => nameOf(words)))) {
      const { code, out } = await run([...name.split(' '), '--help']);
      options.set(name, code === 0 ? out : '');
    }
  });

  test('is called on many pages', () => {
    expect(new Set(calls.map(([page]) => page)).size).toBeGreaterThan(5);
  });

  test.each(calls)('%s: %j', (_, words) => {
    const help = options.get(nameOf(words)) ?? '';
    expect([nameOf(words), help !== '']).toEqual([nameOf(words), true]);
    for (const word of words.filter((it) => it.startsWith('--'))) {
      expect(help).toMatch(new RegExp(`${word.split('=')[0]}\\b`));
    }
  });
});

test.each(typed.filter(([, line]) => /\bnpm run\b/.test(line)))(
  '%s: a script of the package: %s',
  (_, line) => {
    for (const [, name = ''] of line.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g))
      expect(scripts).toHaveProperty(name);
  },
);

test.each(typed.filter(([, line]) => line.includes('npx vitest run')))(
  '%s: a test that is there: %s',
  (_, line) => {
    const [, path = ''] = /npx vitest run ([\w/.-]+)/.exec(line) ?? [];
    expect(existsSync(join(repository, path))).toBe(true);
  },
);

const marked = fences.filter(({ page }) => operators.includes(page));

test('each block for operators says whether it was run here', () => {
  expect(marked.length).toBeGreaterThan(15);
  for (const { page, mark, lines } of marked) {
    expect([page, lines[0], ['run', 'untried'].includes(mark)]).toEqual([page, lines[0], true]);
  }
});

/** Those that need no store, no server and no time. */
const quick = marked.filter(({ mark }) => mark === 'run').flatMap(quickLines);

function quickLines({ page, lines }: Fence) {
  return lines.flatMap((line) => {
    const words = calledWith(line);
    return words?.[0] === 'policy' ? [[page, words] as const] : [];
  });
}

test('some can be run in a moment', () => {
  expect(quick.length).toBeGreaterThan(5);
});

test('they do what the pages say: each ends with 0, in their order', async () => {
  const folder = tempTree({});
  for (const [page, words] of quick) {
    const { code, err } = await run(words.map((word) => word.replace('/tmp/rights', join(folder, 'rights'))));
    expect([page, words, code, err]).toEqual([page, words, 0, '']);
  }
});
