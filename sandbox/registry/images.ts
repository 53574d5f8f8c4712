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

/** A manifest or an index, with what is below it. */
export interface Manifest extends Stored {
  /** `linux/amd64`; null for an index. */
  readonly platform: string | null;
  readonly manifests: readonly Manifest[];
  readonly blobs: readonly Stored[];
}

/** A tag with its image: one manifest, or an index where the world names several platforms. */
export interface Image {
  readonly name: string;
  readonly tag: Tag;
  readonly manifest: Manifest;
}

/** Images of a repository, made from its name, tag and platforms alone: the same digests in every run. */
export function imagesOf(repository: string, { tags }: Repository): readonly Image[] {
  return Object.entries(tags).map(([name, tag]) => {
    const manifests = tag.platforms.map((platform) => manifestFor(`${repository}:${name}`, platform));
    const [only] = manifests;
    const single = manifests.length === 1 && only !== undefined;
    return { name, tag, manifest: single ? only : indexOf(manifests) };
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

function manifestFor(image: string, platform: string): Manifest {
  const [os = 'linux', architecture = 'amd64'] = platform.split('/', 2);
  const layer = stored(
    'application/vnd.oci.image.layer.v1.tar',
    tarOf('image.txt', `${image} ${platform}\n`),
  );
  const settings = {
    architecture,
    os,
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
  const entries = manifests.map((manifest) => {
    const [os = 'linux', architecture = 'amd64'] = (manifest.platform ?? '').split('/', 2);
    return { ...descriptor(manifest), platform: { architecture, os } };
  });
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
