import type { Registry } from '../world/world.js';
import { type Found, type Image, imagesOf, manifestsOf, type Repository } from './images.js';

/**
 * Bodies of `/acr/v1`, as `az acr repository show` prints them. Not verified: their properties beyond
 * changeableAttributes; times and sizes are made up.
 */
const times = {
  createdTime: '2025-06-15T08:00:00.0000000Z',
  lastUpdateTime: '2025-06-15T08:00:00.0000000Z',
};

export interface Flags {
  readonly deleteEnabled: boolean;
  readonly writeEnabled: boolean;
  readonly readEnabled: boolean;
  readonly listEnabled: boolean;
}

/** The flags of content that several tags share: a lock of any is a lock. */
function flagsOf(images: readonly Image[]): Flags {
  const every = (flag: 'deleteEnabled' | 'writeEnabled' | 'readEnabled') =>
    images.every(({ tag }) => tag[flag]);
  return {
    deleteEnabled: every('deleteEnabled'),
    writeEnabled: every('writeEnabled'),
    readEnabled: every('readEnabled'),
    listEnabled: true,
  };
}

export function head({ loginServer }: Registry, imageName: string) {
  return { registry: loginServer, imageName };
}

export function repositoryBody(registry: Registry, name: string, repository: Repository) {
  const { readEnabled, writeEnabled, tags } = repository;
  return {
    ...head(registry, name),
    ...times,
    manifestCount: manifestsOf(imagesOf(name, repository)).length,
    tagCount: Object.keys(tags).length,
    changeableAttributes: { deleteEnabled: writeEnabled, writeEnabled, readEnabled, listEnabled: true },
  };
}

export function tagBody(image: Image) {
  return {
    name: image.name,
    digest: image.manifest.digest,
    ...times,
    signed: false,
    changeableAttributes: flagsOf([image]),
  };
}

export function manifestBody({ manifest, images }: Found) {
  const [os, architecture] = manifest.platform?.split('/', 2) ?? [];
  const platform = manifest.platform === null ? {} : { os, architecture };
  const tagged = images.filter((image) => image.manifest.digest === manifest.digest);
  return {
    digest: manifest.digest,
    imageSize: manifest.blobs.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0),
    ...times,
    ...platform,
    mediaType: manifest.mediaType,
    tags: tagged.map(({ name }) => name),
    changeableAttributes: flagsOf(tagged),
  };
}
