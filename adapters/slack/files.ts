import type { FileInfo } from './payloads.js';

/** Largest file that is read, in bytes. */
const FILE_LIMIT = 1024 * 1024;
const FETCH_MS = 15_000;

export type Unreadable = 'too-large' | 'binary' | 'unavailable';
export type FileRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Unreadable };

export interface FileOptions {
  readonly fetch: typeof fetch;
  /** Bot token: only a host of the list gets it. */
  readonly token: string;
  readonly origins: readonly string[];
}

/**
 * The text of a file that somebody sent. Fetched with the bot's token from Slack's own hosts, without following a
 * redirect, and counted while it is read: the size in the event is only a claim.
 */
export async function readFile(file: FileInfo, options: FileOptions): Promise<FileRead> {
  if (file.size > FILE_LIMIT) return { ok: false, why: 'too-large' };
  if (!isText(file)) return { ok: false, why: 'binary' };
  const address = file.url_private_download ?? file.url_private;
  if (address === undefined || !URL.canParse(address)) return { ok: false, why: 'unavailable' };
  if (!options.origins.includes(new URL(address).origin)) return { ok: false, why: 'unavailable' };
  try {
    const response = await options.fetch(address, {
      headers: { authorization: `Bearer ${options.token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(FETCH_MS),
    });
    // Without the right to read files, Slack answers with the page to sign in.
    const page = /\bhtml\b/.test(response.headers.get('content-type') ?? '') && !/html/.test(file.mimetype);
    if (response.status !== 200 || response.body === null || page) {
      await response.body?.cancel();
      return { ok: false, why: 'unavailable' };
    }
    return await bounded(response.body);
  } catch {
    return { ok: false, why: 'unavailable' };
  }
}

async function bounded(body: ReadableStream<Uint8Array>): Promise<FileRead> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const part of body) {
    length += part.byteLength;
    if (length > FILE_LIMIT) return { ok: false, why: 'too-large' };
    parts.push(part);
  }
  return decoded(Buffer.concat(parts));
}

/** UTF-8, or UTF-16 as Windows PowerShell writes it; a zero byte elsewhere is the sign of what is not text. */
function decoded(bytes: Buffer): FileRead {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return { ok: true, text: new TextDecoder('utf-16le').decode(bytes) };
  if (mark === 'feff') return { ok: true, text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.includes(0)) return { ok: false, why: 'binary' };
  return { ok: true, text: new TextDecoder().decode(bytes) };
}

const textual =
  /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml|yaml|javascript)|x-sh|x-www-form-urlencoded|toml)\b)/;

function isText({ mimetype, mode }: FileInfo): boolean {
  return mode === 'snippet' || mode === 'post' || mimetype === '' || textual.test(mimetype);
}
