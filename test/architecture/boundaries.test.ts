import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, tempTree } from '../support/temp.js';
import { allowed, type Plant, refused } from './plants.js';

/**
 * Proves that the linter keeps the folders apart: every snippet is planted in a tree of its own kind, which is
 * linted with the repository's configuration.
 */

/** Where each plant goes. Folders take any number of files; src/app.ts and src/cli.ts have only one name. */
function pathsOf(plants: readonly Plant[]): readonly { readonly tree: number; readonly path: string }[] {
  const used = new Map<string, number>();
  return plants.map(([where], i) => {
    if (!where.endsWith('.ts')) return { tree: 0, path: `${where}/planted-${i}.ts` };
    const tree = used.get(where) ?? 0;
    used.set(where, tree + 1);
    return { tree, path: where };
  });
}

/** Rules that each plant breaks, in the plants' order. */
function lint(plants: readonly Plant[]): readonly (readonly string[])[] {
  const places = pathsOf(plants);
  const broken = plants.map((): string[] => []);
  for (const tree of new Set(places.map((place) => place.tree))) {
    const here = new Map(
      places.flatMap((place, i) => (place.tree === tree ? [[place.path, i] as const] : [])),
    );
    for (const { path, rule } of lintTree(here, plants)) {
      const plant = here.get(path);
      if (plant !== undefined) broken[plant]?.push(rule);
    }
  }
  return broken;
}

interface Diagnostic {
  readonly location?: { readonly path: string };
  readonly code?: { readonly value: string };
}

function lintTree(here: ReadonlyMap<string, number>, plants: readonly Plant[]) {
  const files = [...here].map(([path, i]) => [path, `${plants[i]?.[1]}\n`] as const);
  const root = tempTree({ ...Object.fromEntries(files), '.gitignore': 'node_modules/\n' });
  copyFileSync(join(repository, 'biome.json'), join(root, 'biome.json'));
  const biome = join(repository, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--reporter=rdjson', '--max-diagnostics=none', '.'];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] };
  return diagnostics.map(({ location, code }) => ({ path: location?.path ?? '', rule: code?.value ?? '' }));
}

describe('the linter refuses', () => {
  test.each(Object.entries(refused))('%s', (rule, plants) => {
    const broken = lint(plants);
    const missed = plants.filter((_, i) => !broken[i]?.includes(rule));
    expect(missed).toEqual([]);
  });
});

test('the linter allows the same where it belongs', () => {
  const rules = Object.keys(refused);
  const broken = lint(allowed);
  const hit = allowed.filter((_, i) => broken[i]?.some((rule) => rules.includes(rule)));
  expect(hit).toEqual([]);
});
