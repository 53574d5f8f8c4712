import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, parseText, type Source, sourcesIn } from '../support/sources.js';
import { repository } from '../support/temp.js';
import { loopholes } from './loopholes.js';

const production = sourcesIn('src', 'dialogs', 'adapters', 'sandbox');
const pure = ['src/diagnosis/', 'src/knowledge/', 'dialogs/'];

describe('production code has', () => {
  for (const { what, why, found } of loopholes) {
    test(`no ${what}: ${why}`, () => {
      expect(production.filter(found).map((source) => source.path)).toEqual([]);
    });
  }
});

test('every loophole is noticed', () => {
  const planted = [
    `const fs = require('node:fs');`,
    `import { createRequire } from 'node:module';`,
    'await import(`node:fs`);',
    `type Stats = import('node:fs').Stats;`,
    `import { world } from '../sandbox/world.js';`,
    `// biome-ignore lint/style/noRestrictedImports: just this once\nimport 'node:fs';`,
    '// biome-ignore-all lint: tired\n',
    `const options = { rejectUnauthorized: false };`,
    `const options = { 'rejectUnauthorized': strict };`,
    `options.rejectUnauthorized = false;`,
    `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';`,
  ].map((text): Source => ({ path: 'src/a.ts', text, tree: parseText(text) }));

  expect(planted.filter((source) => !loopholes.some(({ found }) => found(source)))).toEqual([]);
});

/**
 * A pure folder stays pure only if what it imports is: a neighbour that opens sockets would come along. So this
 * follows the imports that remain at run time.
 */
test('nothing that a pure folder loads does I/O', () => {
  const byPath = new Map(production.map((source) => [source.path, source]));
  const reached = new Set(
    production.map(({ path }) => path).filter((path) => pure.some((p) => path.startsWith(p))),
  );
  const impure: string[] = [];
  for (const path of reached) {
    const source = byPath.get(path);
    for (const { specifier, kind, names } of source === undefined ? [] : importsOf(source.tree)) {
      if (kind === 'type' || isPure(specifier, names)) continue;
      if (!specifier.startsWith('.')) impure.push(`${path} loads ${specifier}`);
      else reached.add(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
    }
  }
  expect(impure).toEqual([]);
});

/** Libraries and built-ins that only compute. Which of them a pure folder may import itself, the linter says. */
function isPure(specifier: string, names: readonly string[]): boolean {
  if (specifier === 'node:net') return names.every((name) => /^isIP(?:v[46])?$/.test(name));
  return ['node:crypto', 'zod', 'ipaddr.js'].includes(specifier);
}

/** The linter's list of neighbours is by name: a new folder of src must be put on it. */
test.each(['src/diagnosis', 'src/knowledge'])('biome.json names every other folder of src for %s', (zone) => {
  const overrides = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8')).overrides as readonly {
    readonly includes: readonly string[];
    readonly linter: unknown;
  }[];
  const rules = JSON.stringify(
    overrides.filter(({ includes }) => includes.length === 1 && includes[0] === `${zone}/**`),
  );
  const others = readdirSync(join(repository, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['diagnosis', 'knowledge'].includes(entry.name))
    .map((entry) => entry.name);

  expect(others.filter((name) => !new RegExp(`[{,/]${name}[,}/]`).test(rules))).toEqual([]);
});

test('the folders of production code are there', () => {
  expect(['src', 'dialogs', 'adapters'].filter((folder) => !existsSync(join(repository, folder)))).toEqual(
    [],
  );
  expect(production.length).toBeGreaterThan(0);
});
