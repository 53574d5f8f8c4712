import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readerRole } from '../../src/access/deploy/reader-role.js';
import { rotatorRoles, vaultRole } from '../../src/access/deploy/rotator-roles.js';
import { roles } from '../../src/knowledge/roles.js';
import { repository } from '../support/temp.js';
import { type BicepFile, bicepFiles, blockOf, type Declaration, keysOf } from './bicep-file.js';

/** There is no compiler here: what can be known of the files by reading them. */

const files = bicepFiles();
const folder = join(repository, 'deploy', 'bicep');
const example = join(repository, 'deploy', 'example');

const of = (kind: string) =>
  files.flatMap((file) =>
    file.declarations
      .filter((it) => it.kind === kind)
      .map((it) => [`${file.path}: ${it.name}`, it, file] as const),
  );
const typeOf = ({ text }: Declaration) => /^resource \w+ '([^']+)'/.exec(text)?.[1] ?? '';
const assignments = of('resource').filter(([, it]) => typeOf(it).includes('/roleAssignments@'));

function fileNamed(path: string): BicepFile {
  const file = files.find((it) => it.path === path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return file;
}

test('all files are read', () => {
  expect(files.map(({ path }) => path)).toContain('modules/registry-rights.bicep');
  expect(assignments.length).toBe(6);
});

describe.each(files.map((it) => [it.path, it] as const))('%s', (_, { text, declarations }) => {
  test('says that it was not tried here', () => {
    expect(text.split('\n').slice(0, 4).join('\n')).toContain('Not tried here');
  });

  test('closes what it opens, in the order in which it opened it', () => {
    const open: string[] = [];
    const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
    for (const [sign] of withoutTexts(text).matchAll(/[{}[\]()]/g)) {
      const expected = closing[sign];
      if (expected === undefined) expect(sign).toBe(open.pop());
      else open.push(expected);
    }
    expect(open).toEqual([]);
  });

  test('uses each parameter and variable, and nothing that is not there', () => {
    for (const { kind, name } of declarations.filter((it) => it.kind === 'param' || it.kind === 'var')) {
      const uses = text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
      if (!text.includes("using '")) expect([kind, name, uses > 1]).toEqual([kind, name, true]);
    }
    const names = declarations.map(({ name }) => name);
    for (const [, symbol = ''] of text.matchAll(/\b(\w+)\.(?:outputs|properties)\./g)) {
      expect(names).toContain(symbol);
    }
  });

  test('holds no secret, asks for none, and gives no right by a wildcard', () => {
    expect(text).not.toMatch(/\blist(?:Credentials|Keys|Secrets|Tokens)\b/i);
    expect(text).not.toMatch(/(?:password|secret|key|token)\b(?:: | = )'[^']/i);
    expect(text).not.toMatch(/'(?:[^'\n]*\/)?\*'/);
    // Actions stand in the files of `policy deploy`, and nowhere else.
    expect(text).not.toMatch(/'Microsoft\.[^'@]*\/(?:read|write|delete|action)'/);
  });
});

function withoutTexts(text: string): string {
  // In one go: there are marks of comments in texts, and apostrophes in comments.
  return text.replaceAll(/\/\/.*$|'(?:\$\{[^}]*\}|[^'$\n])*'/gm, '');
}

test.each(of('resource'))('%s: a version of the API by its date', (_, it) => {
  expect(typeOf(it)).toMatch(/^Microsoft\.[A-Za-z]+(?:\/[A-Za-z]+)+@20\d\d-\d\d-\d\d(?:-preview)?$/);
  if (typeOf(it).endsWith('-preview')) expect(typeOf(it)).toContain('Microsoft.Insights/diagnosticSettings@');
});

describe.each(assignments)('%s', (_, it, file) => {
  test('says above what it grants and why', () => {
    const said = it.above.filter((line) => line.startsWith('// ')).join(' ');
    expect(said.length).toBeGreaterThan(60);
  });

  test('is for one identity, on one resource', () => {
    expect(it.text).toContain("principalType: 'ServicePrincipal'");
    const whole = file.text.includes("targetScope = 'subscription'");
    expect(/^ +scope: (?:registry|vault)$/m.test(it.text)).toBe(!whole);
    // A whole subscription is for reading only.
    if (whole) expect(it.text).toContain('principalId: readerId');
  });

  test('gives roles only with a condition', () => {
    if (!it.text.includes('givesRoles')) return;
    expect(it.text).toMatch(/^resource \w+ '[^']+' = if \(!empty\(grantorCondition\)\) \{$/m);
    expect(it.text).toContain('condition: grantorCondition');
    expect(it.text).toContain("conditionVersion: '2.0'");
    expect(it.text).toContain('scope: registry');
  });
});

test('built-in roles are those four, by the names that stand above them', () => {
  const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6';
  const modules = files.filter(({ path }) => path.startsWith('modules/'));
  const ids = modules.flatMap(({ text }) => [
    ...text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g),
  ]);
  expect(ids.map(([id]) => id).sort()).toEqual(
    [
      roles.AcrPull.guid,
      roles['Container Registry Repository Reader'].guid,
      roles['Role Based Access Control Administrator'].guid,
      secretsUser,
    ].sort(),
  );
  const above = (path: string, name: string) => fileNamed(path).declarations.find((it) => it.name === name);
  const gives = above('modules/registry-rights.bicep', 'givesRoles');
  expect([gives?.above, gives?.text.split("'")[1]]).toEqual([
    ['// Role Based Access Control Administrator.'],
    roles['Role Based Access Control Administrator'].guid,
  ]);
  const pulls = above('modules/image-pull.bicep', 'pulls');
  expect(pulls?.text.split("'").filter((it) => it.includes('-'))).toEqual([
    roles['Container Registry Repository Reader'].guid,
    roles.AcrPull.guid,
  ]);
});

describe('roles and conditions are those of `policy deploy`', () => {
  const parameters = fileNamed('example.bicepparam').text;
  const loaded = [...parameters.matchAll(/load(?:Json|Text)Content\('([^']+)'\)/g)].map(
    ([, path = '']) => path,
  );

  test('each is loaded from its file, and none is left out', () => {
    for (const path of loaded) expect([path, existsSync(join(folder, path))]).toEqual([path, true]);
    const generated = readdirSync(example).filter((it) => it !== 'README.md');
    expect(
      loaded
        .filter((it) => it.startsWith('../example/'))
        .map((it) => it.replace('../example/', ''))
        .sort(),
    ).toEqual(generated.sort());
  });

  test('names by which they are assigned are those in the files', () => {
    const main = fileNamed('main.bicep').text;
    expect(main).toContain(`var readerRole = '${readerRole.name}'`);
    expect(main).toContain(`var vaultRole = '${vaultRole.name}'`);
    const named = [...parameters.matchAll(/'(acr-help rotator: [^']+)'/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(
      Object.values(rotatorRoles)
        .map(({ name }) => name)
        .sort(),
    );
    const defined = readdirSync(example)
      .filter((it) => it.endsWith('.role.json'))
      .map((it): string => JSON.parse(readFileSync(join(example, it), 'utf8')).Name);
    expect(defined).toEqual(expect.arrayContaining([readerRole.name, vaultRole.name, ...named]));
  });

  test('a role is defined with all that its file says, and nothing else', () => {
    const [role] = fileNamed('modules/roles.bicep').declarations.filter((it) => it.kind === 'resource');
    const keys = Object.keys(JSON.parse(readFileSync(join(example, readerRole.file), 'utf8')));
    const used = [...(role?.text.matchAll(/\bit\.(\w+)/g) ?? [])].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(keys.filter((it) => it !== 'IsCustom').sort());
  });
});

describe('parameters', () => {
  test.each(of('module'))('%s gets what its file asks for', (_, it, file) => {
    const path = /^module \w+ '([^']+)'/.exec(it.text)?.[1] ?? '';
    const asked = fileNamed(join(dirname(file.path), path)).declarations.filter(
      ({ kind }) => kind === 'param',
    );
    const given = keysOf(blockOf(it.text, 'params') ?? '');
    expect([...given].sort()).toEqual(asked.map(({ name }) => name).sort());
  });

  test('outputs that are used are there', () => {
    const main = fileNamed('main.bicep');
    const modules = new Map(
      main.declarations.flatMap(({ kind, name, text }) =>
        kind === 'module' ? [[name, /'([^']+)'/.exec(text)?.[1] ?? ''] as const] : [],
      ),
    );
    const uses = [...main.text.matchAll(/\b(\w+)\.outputs\.(\w+)/g)];
    expect(uses.length).toBeGreaterThan(15);
    for (const [, module = '', output] of uses) {
      const outputs = fileNamed(modules.get(module) ?? '').declarations.filter(
        ({ kind }) => kind === 'output',
      );
      expect(outputs.map(({ name }) => name)).toContain(output);
    }
  });

  test('the example gives all that has no default, and nothing that is not asked for', () => {
    const asked = fileNamed('main.bicep').declarations.filter(({ kind }) => kind === 'param');
    const given = fileNamed('example.bicepparam').declarations.filter(({ kind }) => kind === 'param');
    const names = given.map(({ name }) => name);
    for (const { name, text } of asked) if (!text.includes(' = ')) expect(names).toContain(name);
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});
