import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tarOf } from '../../sandbox/registry/tar.js';

/** Writes an image in the layout of OCI: one compressed layer that nobody has seen before, and that
 * layer as a plain archive. */
export function writeImage(folder: string): void {
  const blobs = join(folder, 'blobs', 'sha256');
  mkdirSync(blobs, { recursive: true });
  const store = (mediaType: string, content: string | Buffer) => {
    const bytes = Buffer.from(content);
    const hash = sha256(bytes);
    writeFileSync(join(blobs, hash), bytes);
    return { mediaType, digest: `sha256:${hash}`, size: bytes.length };
  };
  const layer = tarOf('layer.txt', randomBytes(20_000).toString('base64'));
  writeFileSync(join(folder, 'layer.tar'), layer);
  const settings = {
    ...{ architecture: 'amd64', os: 'linux', config: {} },
    rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(Buffer.from(layer))}`] },
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: store('application/vnd.oci.image.config.v1+json', JSON.stringify(settings)),
    layers: [store('application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(layer))],
  };
  const { mediaType } = manifest;
  const manifests = [store(mediaType, JSON.stringify(manifest))];
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
