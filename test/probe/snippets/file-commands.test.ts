import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ProbeFile } from '../../../src/probe/means.js';
import { fileCommands } from '../../../src/probe/snippets/file-commands.js';
import { tempTree } from '../../support/temp.js';
import { fullReport } from '../reports.js';

const { registry } = fullReport;
const body = "console.log('looked at', process.argv[2]); process.exitCode = 1;\n";
const sha256 = createHash('sha256').update(body).digest('hex');

/** Serves the file, and gives where. */
async function served(): Promise<ProbeFile> {
  const server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/probe.mjs`, sha256 };
}

/** What a shell prints, and how it ends. */
function run(commands: string, shell = 'sh'): Promise<{ readonly out: string; readonly failed: boolean }> {
  const cwd = tempTree({ none: '' });
  return new Promise((resolve) => {
    execFile(shell, ['-c', commands], { cwd }, (error, out) => resolve({ out, failed: error !== null }));
  });
}

describe('the commands for the file', () => {
  it.each(['laptop', 'cloud-shell'] as const)('fetch it, check it and run it: %s', async (place) => {
    const { out } = await run(fileCommands(await served(), registry, place) ?? '');
    expect(out).toContain(`looked at ${registry}`);
  });

  it.each(['laptop', 'cloud-shell'] as const)('run nothing that has another SHA-256: %s', async (place) => {
    const other = {
      ...(await served()),
      sha256: sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    };
    const { out, failed } = await run(fileCommands(other, registry, place) ?? '');
    expect(out).not.toContain('looked at');
    expect(failed).toBe(true);
  });

  it('are a step of a pipeline, which what is seen does not end', async () => {
    const file = await served();
    for (const [place, key] of [
      ['azure-devops', 'bash'],
      ['github-actions', 'run'],
    ] as const) {
      const steps = z
        .array(z.record(z.string(), z.string()))
        .parse(parse(fileCommands(file, registry, place) ?? ''));
      const { out, failed } = await run(steps[0]?.[key] ?? '', 'bash');
      expect(out).toContain(`looked at ${registry}`);
      expect(failed).toBe(false);
    }
  });

  it('compare before they run in PowerShell, too, and are none for a pod', async () => {
    const file = { url: 'https://bot.example/probe.mjs', sha256 };
    expect(fileCommands(file, registry, 'windows')).toMatch(
      new RegExp(`-ne '${sha256}'\\) \\{ throw .*\\}; node probe\\.mjs ${registry}$`),
    );
    expect(fileCommands(file, registry, 'pod')).toBeNull();
  });
});
