import { createHash } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { Registry, World } from '../world/world.js';
import type { ContentStore } from './content-store.js';

/** Links are good for 20 to 30 minutes (registry-protocol.md §8). */
const LIFETIME = 20 * 60_000;

/** Where a layer is fetched, in the manner of a shared access signature. It protects nothing: all here is made up. */
export function signedPath(repository: string, digest: string, now: Date): string {
  const expires = new Date(now.getTime() + LIFETIME).toISOString();
  const query = new URLSearchParams({ se: expires, sig: signatureOf(repository, digest, expires) });
  return `/${repository}/blobs/${digest}/data?${query}`;
}

function signatureOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64');
}

/**
 * The host of the layers. It speaks XML, refuses an Authorization header that a client sends on, and links that have
 * run out (errors.md §4). Not verified: its sentences but the one about the header.
 */
export async function storage(
  { blob }: ContentStore,
  request: SandboxRequest,
  registry: Registry,
  world: World,
): Promise<SandboxResponse> {
  if (request.headers['authorization'] !== undefined) {
    return xml(
      400,
      'InvalidAuthenticationInfo',
      'Authentication information is not given in the correct format. Check the value of Authorization header.',
    );
  }
  const [, name = '', digest = ''] =
    /^\/(.+)\/blobs\/(sha256:[0-9a-f]{64})\/data$/.exec(request.path.replaceAll('%3A', ':')) ?? [];
  const [expires, signature] = [request.query.get('se') ?? '', request.query.get('sig')];
  if (signature !== signatureOf(name, digest, expires) || new Date(expires) <= world.now()) {
    return xml(
      403,
      'AuthenticationFailed',
      'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.',
    );
  }
  const found = await blob(registry, name, digest, world);
  if (found === null) return xml(404, 'BlobNotFound', 'The specified blob does not exist.');
  const { body, bytes } = found;
  const content = bytes === undefined ? { body: body ?? '' } : { bytes };
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, ...content };
}

export function xml(status: number, code: string, message: string): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  };
}
