import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route } from '../../http/route.js';
import { packageFolder } from '../package-folder.js';

/** Where `npm run build:probe` puts it. */
const FILE = join(packageFolder(), 'dist', 'probe.mjs');

/**
 * The probe as one file, for whoever has Node where it fails, and its SHA-256 as `sha256sum -c` takes it. Read once: what
 * is served and what its checksum says belong together. No routes where the file was not built.
 */
export async function probeRoutes(file: string = FILE): Promise<readonly Route[]> {
  const body = await readFile(file).catch(() => null);
  if (body === null) return [];
  const hash = createHash('sha256').update(body).digest();
  const served = (path: string, type: string, content: Buffer | string): Route => ({
    method: 'GET',
    path,
    handle: async (_request, response) => {
      const length = Buffer.byteLength(content);
      // RFC 9530 for programs; the other for people who look with curl.
      const digest = {
        'repr-digest': `sha-256=:${hash.toString('base64')}:`,
        'x-sha256': hash.toString('hex'),
      };
      const headers = { 'content-type': type, 'content-length': length, 'x-content-type-options': 'nosniff' };
      const own = path.endsWith('.mjs') ? digest : {};
      response.writeHead(200, { ...headers, ...own, 'cache-control': 'no-cache' }).end(content);
    },
  });
  return [
    served('/probe.mjs', 'text/javascript; charset=utf-8', body),
    served('/probe.mjs.sha256', 'text/plain; charset=utf-8', `${hash.toString('hex')}  probe.mjs\n`),
  ];
}
