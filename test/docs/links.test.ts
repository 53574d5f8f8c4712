import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { variables } from '../../src/config/variables.js';
import { repository } from '../support/temp.js';
import { anchorsOf, operators, pages } from './pages.js';

const all = pages();

describe.each(all.map((page) => [page.path, page] as const))('%s', (path, { text }) => {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

  test('leads to what is there', () => {
    for (const link of links.filter((it) => !/^[a-z]+:/.test(it))) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file));
      expect([link, existsSync(join(repository, target))]).toEqual([link, true]);
      const page = all.find((it) => it.path === target);
      if (anchor !== undefined && page !== undefined) {
        expect([link, anchorsOf(page).includes(anchor)]).toEqual([link, true]);
      }
    }
  });

  test('names no address that is not secured', () => {
    for (const link of links.filter((it) => /^[a-z]+:/.test(it))) expect(link).toMatch(/^https:\/\//);
  });
});

/** Words in capitals that are no variable of the bot's: of Azure, of a shell, or stand for what the reader knows. */
const others = ['NODE_ENV', 'CLIENT_ID', 'TENANT_ID', 'CLIENT_SECRET', 'DATABASE_HOST'];

test.each(all.filter(({ path }) => operators.includes(path)).map((page) => [page.path, page] as const))(
  '%s: settings are ones that the bot reads',
  (_, { text }) => {
    const named = [...text.matchAll(/(?<![\w*-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w-])/g)].map(
      ([, name = '']) => name,
    );
    const known = [...Object.keys(variables), ...others];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  },
);

test('from README each page is found, the ones for operators at once', () => {
  const linked = (path: string) =>
    [...(all.find((it) => it.path === path)?.text ?? '').matchAll(/\]\(([^)#\s]+\.md)/g)].map(
      ([, target = '']) => normalize(join(dirname(path), target)),
    );
  expect(linked('README.md')).toEqual(expect.arrayContaining([...operators]));
  const found = new Set(['README.md']);
  for (const path of found) for (const target of linked(path)) found.add(target);
  const decisions = /^docs\/decisions\//;
  expect(all.filter(({ path }) => !found.has(path) && !decisions.test(path)).map(({ path }) => path)).toEqual(
    [],
  );
});

test('the changelog has the version of the package, and says what operators must do', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const changelog = readFileSync(join(repository, 'CHANGELOG.md'), 'utf8');
  expect(changelog).toMatch(
    new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'),
  );
  expect(changelog).toContain('## [Unreleased]');
  for (const [, heading] of changelog.matchAll(/^### (.+)$/gm)) {
    expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security', 'You must']).toContain(heading);
  }
});
