import { createHash } from 'node:crypto';
import type { Registry } from '../world/world.js';
import { tarOf } from './tar.js';

export type Repository = Registry['repositories'][string];
export type Tag = Repository['tags'][string];

/** A repository by a name that a client made up. */
export function repositoryOf({ repositories }: Registry, name: string): Repository | undefined {
  return Object.hasOwn(repositories, name) ? repositories[name] : undefined;
}

/** Something stored under its digest. */
export interface Stored {
  readonly digest: string;
  readonly mediaType: string;
  readonly body: string;
}

/** What a manifest runs on, as descriptors and configurations name it. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** `linux/arm/v7`, taken apart. */
function platformOf(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/', 3);
  return { architecture, os, ...(variant !== undefined && { variant }) };
}

/** A manifest or an index, with what is below it. */
export interface Manifest extends Stored {
  /** Null for an index. */
  readonly platform: Platform | null;
  readonly manifests: readonly Manifest[];
  readonly blobs: readonly Stored[];
}

/** A tag with its image: one manifest, or an index where the world names several platforms. */
export interface Image {
  readonly name: string;
  readonly tag: Tag;
  readonly manifest: Manifest;
  /** When it was pushed: as the tags stand in the file, a minute between two. */
  readonly pushed: Date;
}

/** Images of a repository, made from its name, tag and platforms alone: the same digests in every run. */
export function imagesOf(repository: string, { tags }: Repository): readonly Image[] {
  return Object.entries(tags).map(([name, tag], i) => {
    const pushed = new Date(Date.UTC(2025, 5, 15, 8, i));
    const manifests = tag.platforms.map((platform) => manifestFor(`${repository}:${name}`, platform));
    const [only] = manifests;
    const single = manifests.length === 1 && only !== undefined;
    return { name, tag, pushed, manifest: single ? only : indexOf(manifests) };
  });
}

export function digestOf(body: string): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

function stored(mediaType: string, body: string): Stored {
  return { mediaType, body, digest: digestOf(body) };
}

function descriptor({ mediaType, digest, body }: Stored) {
  return { mediaType, digest, size: Buffer.byteLength(body) };
}

function manifestFor(image: string, name: string): Manifest {
  const platform = platformOf(name);
  const layer = stored('application/vnd.oci.image.layer.v1.tar', tarOf('image.txt', `${image} ${name}\n`));
  const settings = {
    ...platform,
    config: {},
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
    history: [{ created: '2025-06-15T08:00:00Z', created_by: 'sandbox' }],
  };
  const config = stored('application/vnd.oci.image.config.v1+json', JSON.stringify(settings));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const body = { schemaVersion: 2, mediaType, config: descriptor(config), layers: [descriptor(layer)] };
  return { ...stored(mediaType, JSON.stringify(body)), platform, manifests: [], blobs: [config, layer] };
}

function indexOf(manifests: readonly Manifest[]): Manifest {
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const entries = manifests.map((manifest) => ({ ...descriptor(manifest), platform: manifest.platform }));
  const body = JSON.stringify({ schemaVersion: 2, mediaType, manifests: entries });
  return { ...stored(mediaType, body), platform: null, manifests, blobs: [] };
}

/** A manifest with the tags under which it is found, its own or those of its index. */
export interface Found {
  readonly manifest: Manifest;
  readonly images: readonly Image[];
}

/** Every manifest of a repository once. */
export function manifestsOf(images: readonly Image[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const image of images) {
    for (const manifest of [image.manifest, ...image.manifest.manifests]) {
      const before = found.get(manifest.digest)?.images ?? [];
      found.set(manifest.digest, { manifest, images: [...before, image] });
    }
  }
  return [...found.values()];
}

/** What a tag or digest names. */
export function findManifest(images: readonly Image[], reference: string): Found | null {
  const tagged = images.find(({ name }) => name === reference);
  if (tagged !== undefined) return { manifest: tagged.manifest, images: [tagged] };
  return manifestsOf(images).find(({ manifest }) => manifest.digest === reference) ?? null;
}

export function findBlob(images: readonly Image[], digest: string): Stored | null {
  const blobs = manifestsOf(images).flatMap(({ manifest }) => manifest.blobs);
  return blobs.find((blob) => blob.digest === digest) ?? null;
}
