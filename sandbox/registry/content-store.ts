import type { SandboxResponse } from '../service.js';
import type { Registry, World } from '../world/world.js';
import { attributeOperations } from './attributes.js';
import { blobOperations } from './blobs.js';
import { catalogOperations } from './catalog.js';
import { findBlob, imagesOf, repositoryOf } from './images.js';
import { manifestOperations } from './manifests.js';
import type { Operation } from './operation.js';
import { uploadOperations } from './uploads.js';

/** What keeps the images behind a registry's front. */
export interface ContentStore {
  readonly operations: readonly Operation[];
  /** A layer, as the storage gives it to whoever has a link; null where there is none. */
  readonly blob: (
    registry: Registry,
    repository: string,
    digest: string,
    world: World,
  ) => Promise<Pick<SandboxResponse, 'body' | 'bytes'> | null>;
}

/** Images made from the world's file; what is pushed is judged and not kept. */
export const madeUpContent: ContentStore = {
  operations: [
    ...catalogOperations,
    ...manifestOperations,
    ...uploadOperations,
    ...blobOperations,
    ...attributeOperations,
  ],
  async blob(registry, name, digest) {
    const repository = repositoryOf(registry, name);
    return repository === undefined ? null : findBlob(imagesOf(name, repository), digest);
  },
};
