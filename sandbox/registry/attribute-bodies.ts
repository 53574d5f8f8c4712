import type { Registry } from '../world/world.js';
import {
  type Found,
  type Image,
  imagesOf,
  type Manifest,
  manifestsOf,
  type Platform,
  type Repository,
} from './images.js';

/**
 * Bodies of `/acr/v1`, as `az acr repository show` prints them. Not verified: their properties beyond
 * changeableAttributes, and `references`; times and sizes are made up.
 */
function times(pushed: Date) {
  const time = pushed.toISOString().replace('Z', '0000Z');
  return { createdTime: time, lastUpdateTime: time };
}

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
    ...times(new Date('2025-06-15T08:00:00Z')),
    manifestCount: manifestsOf(imagesOf(name, repository)).length,
    tagCount: Object.keys(tags).length,
    changeableAttributes: { deleteEnabled: writeEnabled, writeEnabled, readEnabled, listEnabled: true },
  };
}

export function tagBody(image: Image) {
  return {
    name: image.name,
    digest: image.manifest.digest,
    ...times(image.pushed),
    signed: false,
    changeableAttributes: flagsOf([image]),
  };
}

/** What it runs on; of an index, what each of its manifests does. */
function platformBody({ platform, manifests }: Manifest) {
  const shown = (of: Platform | null) => of && { os: of.os, architecture: of.architecture };
  if (platform !== null) return shown(platform);
  return { references: manifests.map((it) => ({ digest: it.digest, ...shown(it.platform) })) };
}

export function manifestBody({ manifest, images }: Found) {
  const tagged = images.filter((image) => image.manifest.digest === manifest.digest);
  return {
    digest: manifest.digest,
    imageSize: manifest.blobs.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0),
    ...times(images[0]?.pushed ?? new Date(0)),
    ...platformBody(manifest),
    mediaType: manifest.mediaType,
    tags: tagged.map(({ name }) => name),
    changeableAttributes: flagsOf(tagged),
  };
}
