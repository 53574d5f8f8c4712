import { blobHost } from './hosts.js';
import { findBlob, imagesOf, repositoryOf } from './images.js';
import { mayRead } from './locks.js';
import type { Operation } from './operation.js';
import { blobUnknown, disallowed, repositoryUnknown } from './refusals.js';
import { empty } from './reply.js';
import { repositoryScope } from './scope.js';
import { signedPath } from './storage.js';

/** Layers: a redirect to where they lie in the region that serves (registry-protocol.md §8); `HEAD` is answered on the spot (not verified). */
const read: Operation = {
  methods: ['GET', 'HEAD'],
  path: /^\/v2\/(?<repository>.+)\/blobs\/(?<digest>sha256:[0-9a-f]{64})$/,
  needs: ({ repository = '' }) => repositoryScope(repository, 'pull'),
  answer: ({ registry, region, world, request, parts: { repository: name = '', digest = '' } }) => {
    const repository = repositoryOf(registry, name);
    if (repository === undefined) return repositoryUnknown(name);
    const blob = findBlob(imagesOf(name, repository), digest);
    if (blob === null) return blobUnknown(digest);
    if (!mayRead(repository, [])) return disallowed();
    if (request.method === 'HEAD') {
      return empty(200, {
        'content-type': 'application/octet-stream',
        'content-length': String(Buffer.byteLength(blob.body)),
        'docker-content-digest': digest,
      });
    }
    const location = `https://${blobHost(registry, region)}${signedPath(name, digest, world.now())}`;
    return empty(307, { location, 'docker-content-digest': digest });
  },
};

export const blobOperations: readonly Operation[] = [read];
