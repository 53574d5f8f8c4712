import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import type { CliTexts } from './texts/types.js';

/** Nobody pastes more; a device or an endless pipe must not fill the memory. */
export const INPUT_LIMIT = 16 * 1024 * 1024;

export interface Paste {
  readonly text: string;
  /** There was more than `INPUT_LIMIT`. */
  readonly cut: boolean;
}

/** Reads a file, or standard input where the name is `-` or missing. */
export async function readPaste(file: string | undefined, stdin: Readable, texts: CliTexts): Promise<Paste> {
  const stream = await openInput(file, stdin, texts);
  try {
    return await readCapped(stream);
  } catch (error) {
    throw new Failure(exitCodes.unreadable, sentenceFor(error, file ?? '-', texts), error);
  }
}

/** Opens what `readPaste` reads. */
export async function openInput(
  file: string | undefined,
  stdin: Readable,
  texts: CliTexts,
): Promise<Readable> {
  if (file === undefined || file === '-') return stdin;
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
    await handle.close();
  } catch (error) {
    throw new Failure(exitCodes.unreadable, sentenceFor(error, file, texts), error);
  }
  throw new Failure(
    exitCodes.unreadable,
    texts.errors.isFolder.replace('{file}', () => file),
  );
}

async function readCapped(stream: AsyncIterable<string | Buffer>): Promise<Paste> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    // Leaving the loop destroys the stream, so the writer at its other end stops too.
    if (size > INPUT_LIMIT) break;
  }
  const all = Buffer.concat(chunks, Math.min(size, INPUT_LIMIT));
  return { text: decode(all), cut: size > INPUT_LIMIT };
}

/** UTF-8, or UTF-16 where its mark stands in front: PowerShell's `>` writes that. */
function decode(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function sentenceFor(error: unknown, file: string, { errors }: CliTexts): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known: Readonly<Record<string, string>> = {
    ENOENT: errors.noFile,
    ENOTDIR: errors.noFile,
    EACCES: errors.noAccess,
    EPERM: errors.noAccess,
  };
  return (known[String(code)] ?? errors.unreadable).replace('{file}', () => file);
}
