import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { CliTexts } from '../texts/types.js';

/** The file that clients read the certificate from. */
export interface AuthorityFile {
  /** Absolute: programs elsewhere read it. */
  readonly path: string;
  /** Takes a temporary file away; one that was asked for stays. */
  readonly remove: () => Promise<void>;
}

/** @param wanted path of the file; without it a temporary one */
export async function writeAuthority(
  certificate: string,
  wanted: string | undefined,
  { errors }: CliTexts,
): Promise<AuthorityFile> {
  const folder = wanted === undefined ? await mkdtemp(join(tmpdir(), 'acr-help-')) : null;
  const path = resolve(folder === null ? (wanted ?? '') : join(folder, 'sandbox-ca.pem'));
  await writeFile(path, certificate).catch((cause: unknown) => {
    throw new Failure(
      exitCodes.usage,
      errors.unwritable.replace('{file}', () => path),
      cause,
    );
  });
  return {
    path,
    remove: async () => {
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}
