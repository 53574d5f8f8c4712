import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a POST comes from a page of our own (security T38). `Sec-Fetch-Site` cannot be set by scripts; browsers that
 * send it send `Origin: null` from pages without a referrer, which is what ours are (Fetch, "append a request Origin
 * header"). Without both nobody is let in.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  const from = headers.origin;
  if (site === undefined) return from === origin;
  return site === 'same-origin' && (from === undefined || from === 'null' || from === origin);
}
