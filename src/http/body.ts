import type { IncomingMessage } from 'node:http';

/** Largest body that the server reads (security T54). */
export const BODY_LIMIT = 256 * 1024;

/** Time in which a body must be there. */
const BODY_MS = 10_000;

/**
 * The raw bytes of a request, as signatures are made over them.
 *
 * @returns null where it is larger than the limit, breaks off, or takes longer than ten seconds
 */
export async function readBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let length = 0;
  const slow = setTimeout(() => request.destroy(), BODY_MS);
  try {
    // The answer must still go out where the body is refused half-way.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      length += part.length;
      if (length > limit) return null;
      parts.push(part);
    }
  } catch {
    return null;
  } finally {
    clearTimeout(slow);
  }
  return request.complete ? Buffer.concat(parts) : null;
}
