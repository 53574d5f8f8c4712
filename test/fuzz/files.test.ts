import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLoaded, loadWorld } from '../../sandbox/world/load.js';
import { loadPolicy } from '../../src/access/policy/load.js';
import { repository } from '../support/temp.js';
import { holds } from './hold.js';
import { wildText } from './wild.js';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');

/** Parts of a file that stand for others. */
const aliases = 'x: [&a 1, &b 2, &c 3, &d 4, &e 5]\ny: [*a, *b, *c, *d, *e, *a, *b, *c, *d, *e]\n';

test('a policy file is a policy, or mistakes with their lines', () => {
  const example = read('docs/examples/policy.yaml');
  expect(loadPolicy(example).kind).toBe('policy');
  holds(wildText(example, aliases), loadPolicy, (loaded) => {
    expect(loaded).toMatchObject({ kind: expect.stringMatching(/^(?:policy|mistakes)$/) });
  });
});

test('a world file is a world, or problems with their lines', () => {
  const worlds = ['ip-not-allowed', 'role-missing'].map((name) => read(`sandbox/worlds/${name}.yaml`));
  for (const world of worlds) expect(isLoaded(loadWorld(world))).toBe(true);
  holds(wildText(...worlds, aliases), (it) => loadWorld(it, () => 1_800_000_000_000));
});

test('brackets that nobody closes are a mistake, and cost nothing', () => {
  const text = `x: ${'['.repeat(500_000)}`;
  expect(loadPolicy(text)).toMatchObject({ kind: 'mistakes', problems: [{ code: 'yaml' }] });
  expect(isLoaded(loadWorld(text))).toBe(false);
});
