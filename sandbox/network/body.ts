import type { IncomingMessage } from 'node:http';
import type { SandboxRequest } from '../service.js';

/** Longest body that a request may have: layers of small images. */
const MOST = 32 * 1024 * 1024;

const textual = /json|text|urlencoded/i;

/**
 * The body of a request as text. What is not declared as text keeps each byte as one character (Latin-1), so that its
 * length is right; Docker declares nothing where it sends layers. Null for one that is too long: the rest is read and
 * dropped, so that the client hears the refusal.
 */
export async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= MOST) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > MOST) return null;
  return Buffer.concat(chunks).toString(encodingOf(request.headers['content-type']));
}

/** The bytes of a body again. */
export function bytesOf({ headers, body }: Pick<SandboxRequest, 'headers' | 'body'>): Buffer {
  return Buffer.from(body, encodingOf(headers['content-type']));
}

function encodingOf(type = ''): 'utf8' | 'latin1' {
  return textual.test(type) ? 'utf8' : 'latin1';
}
