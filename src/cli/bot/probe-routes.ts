import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route } from '../../http/route.js';
import { type ProbeMeans, probeFileAt } from '../../probe/means.js';
import { packageFolder } from '../package-folder.js';

/** Where `npm run build:probe` puts it. */
const FILE = join(packageFolder(), 'dist', 'probe.mjs');
const PATH = '/probe.mjs';

/** The probe as one file, and its SHA-256. Read once: what is served and what its checksum says belong together. */
interface Bundle {
  readonly body: Buffer;
  readonly hash: Buffer;
}

/** For whoever has Node where it fails. Null where the file was not built. */
export async function probeBundle(file: string = FILE): Promise<Bundle | null> {
  const body = await readFile(file).catch(() => null);
  return body && { body, hash: createHash('sha256').update(body).digest() };
}

/** How the bot's people come by the probe. */
export function probeMeans(
  bundle: Bundle | null,
  publicUrl: string | null,
  podImage: string | null,
): ProbeMeans {
  const sha256 = bundle?.hash.toString('hex') ?? null;
  return { file: probeFileAt(publicUrl, PATH, sha256), podImage, command: false };
}

/** Serves the probe, and its SHA-256 as `sha256sum -c` takes it. */
export function probeRoutes(bundle: Bundle | null): readonly Route[] {
  if (bundle === null) return [];
  const { body, hash } = bundle;
  const served = (path: string, type: string, content: Buffer | string): Route => ({
    method: 'GET',
    path,
    handle: async (_request, response) => {
      // RFC 9530 for programs; the other for people who look with curl.
      const digest = {
        'repr-digest': `sha-256=:${hash.toString('base64')}:`,
        'x-sha256': hash.toString('hex'),
      };
      const length = Buffer.byteLength(content);
      const headers = { 'content-type': type, 'content-length': length, 'x-content-type-options': 'nosniff' };
      const own = path === PATH ? digest : {};
      response.writeHead(200, { ...headers, ...own, 'cache-control': 'no-cache' }).end(content);
    },
  });
  return [
    served(PATH, 'text/javascript; charset=utf-8', body),
    served(`${PATH}.sha256`, 'text/plain; charset=utf-8', `${hash.toString('hex')}  probe.mjs\n`),
  ];
}
