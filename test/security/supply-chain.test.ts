import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { repository } from '../support/temp.js';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, scripts: versions })
  .parse(read('package.json'));
const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        dev: z.boolean().default(false),
        hasInstallScript: z.boolean().default(false),
      }),
    ),
  })
  .parse(read('package-lock.json'));
const packages = Object.entries(locked.packages).filter(([path]) => path !== '');
const running = packages.filter(([, { dev }]) => !dev);

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(repository, path), 'utf8'));
}

describe('what is installed (T59)', () => {
  test('is of exact versions', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
  });

  test('is the same bytes for everybody', () => {
    for (const [path, { integrity }] of packages) expect(integrity, path).toMatch(/^sha512-/);
  });

  test('runs nothing by itself, of all that the bot runs on', () => {
    expect(running.filter(([, it]) => it.hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  test('has no script of our own that would', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });
});

test('the bill of materials lists every package that the bot runs on, with its version', () => {
  const [, command = ''] = /^npm (sbom .*) > sbom\.json$/.exec(manifest.scripts['sbom'] ?? '') ?? [];
  const printed = execFileSync('npm', command.split(' '), {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { components } = z
    .object({ components: z.array(z.object({ purl: z.string() })) })
    .parse(JSON.parse(printed));
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const wanted = running.map(
    ([path, { version }]) => `pkg:npm/${path.split('node_modules/').at(-1)}@${version}`,
  );
  expect(wanted.filter((it) => !listed.has(it))).toEqual([]);
  expect(wanted.length).toBeGreaterThan(100);
});
