import { open } from 'node:fs/promises';

/** Bytes; the longest secret is a fraction of it. */
const LARGEST = 64 * 1024;

export type SecretFile =
  | { readonly kind: 'value'; readonly value: string; readonly openToAll: boolean }
  | { readonly kind: 'file-missing' | 'file-unreadable' | 'empty' };

/**
 * The value in a file, without line feeds and blanks around it. A file beyond 64 KB is read as one without a value. Never
 * throws.
 */
export async function readSecretFile(path: string): Promise<SecretFile> {
  try {
    const file = await open(path, 'r');
    try {
      const { size, mode } = await file.stat();
      const value = size > LARGEST ? '' : (await file.readFile('utf8')).trim();
      if (value === '') return { kind: 'empty' };
      // Windows has other rights, and Node shows them as these.
      const openToAll = process.platform !== 'win32' && (mode & 0o004) !== 0;
      return { kind: 'value', value, openToAll };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable' };
  }
}
