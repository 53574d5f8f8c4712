import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repository } from '../support/temp.js';
import type { Removal } from './defences/row.js';

/** What tests said: of those whose full names hold the words that were looked for. */
export interface Told {
  readonly passed: number;
  readonly failed: readonly string[];
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** The checkout as it is here, with what is not committed, in a folder of its own. */
export class Copy {
  readonly root = mkdtempSync(join(tmpdir(), 'acr-help-defences-'));

  constructor() {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 26 });
    for (const path of new Set(listed.split('\0').filter((it) => it !== ''))) {
      // What somebody has deleted is still listed.
      if (!existsSync(join(repository, path))) continue;
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      cpSync(join(repository, path), join(this.root, path));
    }
    symlinkSync(join(repository, 'node_modules'), join(this.root, 'node_modules'));
  }

  /** Does something with the defence taken away, and puts it back. */
  async without<T>({ file, from, to }: Removal, run: () => Promise<T>): Promise<T> {
    const path = join(this.root, file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      before.replace(from, () => to),
    );
    try {
      return await run();
    } finally {
      writeFileSync(path, before);
    }
  }

  /** Runs the tests that are named beside removals; a file that cannot be loaded has none. */
  async tests(removals: readonly Pick<Removal, 'test' | 'named'>[]): Promise<(of: Removal) => Told> {
    const out = join(this.root, 'told.json');
    rmSync(out, { force: true });
    const files = [...new Set(removals.map(({ test }) => test))];
    const names = removals.map(({ named }) => named);
    const pattern = names.includes(undefined)
      ? []
      : ['-t', names.map((it) => (it ?? '').replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|')];
    await this.#vitest([...files, ...pattern, '--reporter=json', `--outputFile=${out}`]);
    const { testResults } = report.parse(JSON.parse(readFileSync(out, 'utf8')));
    return ({ test, named = '' }) => {
      const all = testResults.filter(({ name }) => name.endsWith(test)).flatMap((it) => it.assertionResults);
      const meant = all.filter(({ fullName }) => fullName.includes(named));
      const by = (status: string) => meant.filter((it) => it.status === status);
      return { passed: by('passed').length, failed: by('failed').map(({ fullName }) => fullName) };
    };
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #vitest(args: readonly string[]): Promise<void> {
    const { DEFENCES: _, VITEST: __, NODE_OPTIONS: ___, ...env } = process.env;
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args], {
        cwd: this.root,
        env,
        stdio: 'ignore',
      });
      child.on('error', reject);
      child.on('close', () => resolve());
    });
  }
}
