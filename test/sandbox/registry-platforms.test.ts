import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsed } from './raw.js';
import { type Lab, lab, refusalOf } from './registry-lab.js';

/** What an image runs on, as its index, its manifests and their configurations say. */

const pull = 'repository:team/app:pull';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

const descriptor = z.object({ mediaType: z.string(), digest: z.string(), size: z.number() });
const manifest = z.object({ config: descriptor });
const imageIndex = z.object({
  manifests: z.array(descriptor.extend({ platform: z.record(z.string(), z.string()) })),
});
const attributes = z.object({ references: z.array(z.record(z.string(), z.string())) });

const imageFor = (...platforms: readonly string[]) =>
  lab({ registry: { repositories: { 'team/app': { tags: { v1: { platforms } } } } } });

const get = (of: Lab, reference: string, accept = '*/*') =>
  of.as(pull, 'GET', `/v2/team/app/manifests/${reference}`, { accept });

const sha256 = (text = '') => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The configuration of a manifest, by its descriptor and over the redirect, as a client fetches it. */
async function configurationOf(of: Lab, reference: string) {
  const { config } = manifest.parse(parsed(await get(of, reference)));
  const { headers } = await of.as(pull, 'GET', `/v2/team/app/blobs/${config.digest}`);
  const blob = await of.ask(headers?.['location'] ?? '');
  expect(config).toEqual({
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: sha256(blob.body),
    size: blob.body?.length,
  });
  return parsed(blob);
}

describe('an image', () => {
  test.each([
    ['linux/amd64', { os: 'linux', architecture: 'amd64' }],
    ['linux/arm/v7', { os: 'linux', architecture: 'arm', variant: 'v7' }],
    ['windows/amd64', { os: 'windows', architecture: 'amd64' }],
  ])('for %s alone is a manifest, whose configuration says so', async (platform, expected) => {
    const of = imageFor(platform);
    const answer = await get(of, 'v1');
    expect(answer.headers?.['content-type']).toBe(manifestType);
    expect(parsed(answer)).not.toHaveProperty('manifests');
    const configuration = await configurationOf(of, 'v1');
    expect(configuration).toMatchObject(expected);
    expect('variant' in configuration).toBe('variant' in expected);
  });

  test('for several is an index, with one manifest and configuration for each', async () => {
    const of = imageFor('linux/amd64', 'linux/arm/v7', 'windows/amd64');
    const answer = await get(of, 'v1');
    expect(answer.headers?.['content-type']).toBe(indexType);
    expect(parsed(answer)).toMatchObject({ schemaVersion: 2, mediaType: indexType });
    const index = imageIndex.parse(parsed(answer));
    expect(index.manifests.map(({ platform }) => platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm', variant: 'v7' },
      { os: 'windows', architecture: 'amd64' },
    ]);
    for (const { platform, ...described } of index.manifests) {
      const { body = '' } = await get(of, described.digest);
      const expected = { mediaType: manifestType, digest: sha256(body), size: body.length };
      expect(described).toEqual(expected);
      expect(await configurationOf(of, described.digest)).toMatchObject(platform);
    }
    expect(new Set(index.manifests.map(({ digest }) => digest)).size).toBe(3);
  });

  test.each([
    ['one', ['linux/amd64'], indexType, manifestType, 'manifest', 'manifests'],
    ['several', ['linux/amd64', 'linux/arm64'], manifestType, indexType, 'index', 'indexes'],
  ])('for %s is only for who accepts its type', async (_, platforms, wrong, right, one, many) => {
    const of = imageFor(...platforms);
    expect((await get(of, 'v1', `text/plain, ${right};q=0.9`)).status).toBe(200);
    expect(refusalOf(await get(of, 'v1', wrong))).toEqual([
      404,
      'MANIFEST_UNKNOWN',
      `OCI ${one} found, but Accept header does not support OCI ${many}`,
    ]);
  });

  test('tells its platforms among its attributes', async () => {
    const read = 'repository:team/app:metadata_read';
    const of = imageFor('linux/amd64', 'linux/arm64');
    const list = parsed(await of.as(read, 'GET', '/acr/v1/team/app/_manifests'));
    const manifests = list['manifests'] as { digest: string; os?: string; architecture?: string }[];
    const plain = manifests.filter(({ os }) => os !== undefined);
    const [index] = manifests.filter(({ os }) => os === undefined);
    expect(plain.map(({ os, architecture }) => `${os}/${architecture}`).sort()).toEqual([
      'linux/amd64',
      'linux/arm64',
    ]);
    expect(index).toMatchObject({ mediaType: indexType, references: expect.any(Array) });
    const { references } = attributes.parse(index);
    expect(references).toEqual(
      expect.arrayContaining(plain.map(({ digest, os, architecture }) => ({ digest, os, architecture }))),
    );
    expect(references).toHaveLength(2);
  });
});

test('a platform that is none, and an image for none at all, are mistakes of the file', () => {
  expect(() => imageFor('amd64')).toThrow(/a platform: linux\/amd64/);
  expect(() => imageFor()).toThrow(/platforms/);
});
