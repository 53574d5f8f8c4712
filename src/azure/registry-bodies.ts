import { decodeJwt } from 'jose';
import { z } from 'zod';
import { parseRepository, parseTag } from '../diagnosis/facts/repository.js';
import type { AttributesRecord, ManifestRecord } from './ports.js';

/** Bodies of the registry's answers (registry-protocol §3, §5). Null: not what the protocol says. */

const refreshToken = z.object({ refresh_token: z.string().min(1) });
const accessToken = z.object({ access_token: z.string().min(1) });

export function refreshTokenOf(body: string): string | null {
  return read(refreshToken, body)?.refresh_token ?? null;
}

export function accessTokenOf(body: string): string | null {
  return read(accessToken, body)?.access_token ?? null;
}

const claims = z.object({
  access: z.array(z.object({ type: z.string(), name: z.string(), actions: z.array(z.string()) })).default([]),
});

/** Actions on a repository in a registry's access token, which is decoded and not verified: it opens nothing here. */
export function actionsOf(token: string, repository: string): readonly string[] | null {
  let payload: unknown;
  try {
    payload = decodeJwt(token);
  } catch {
    return null;
  }
  const { data } = claims.safeParse(payload);
  if (data === undefined) return null;
  const own = data.access.filter(({ type, name }) => type === 'repository' && name === repository);
  return [...new Set(own.flatMap(({ actions }) => actions))];
}

/** Index and image manifest types of OCI and Docker; without them the registry converts, or says 404. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const index = z.object({
  manifests: z
    .array(z.object({ platform: z.object({ os: z.string(), architecture: z.string() }).optional() }))
    .default([]),
});

export function manifestOf(body: string): ManifestRecord | null {
  const found = read(index, body);
  if (found === null) return null;
  // Attestations have the platform unknown/unknown.
  const platforms = found.manifests.flatMap(({ platform }) =>
    platform === undefined || platform.os === 'unknown' ? [] : [`${platform.os}/${platform.architecture}`],
  );
  return { platforms: [...new Set(platforms.filter((it) => isPlatform.test(it)))] };
}

/** Platforms are shown to people: nothing but words. */
const isPlatform = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}$/;

const flags = z.object({
  readEnabled: z.boolean().default(true),
  writeEnabled: z.boolean().default(true),
  deleteEnabled: z.boolean().default(true),
});
const attributes = z.union([
  z.object({ tag: z.object({ changeableAttributes: flags }) }).transform(({ tag }) => tag),
  z.object({ manifest: z.object({ changeableAttributes: flags }) }).transform(({ manifest }) => manifest),
  z.object({ changeableAttributes: flags }),
]);

/** Attributes of a tag, a manifest or a repository. */
export function attributesOf(body: string): AttributesRecord | null {
  return read(attributes, body)?.changeableAttributes ?? null;
}

const tagList = z.object({ tags: z.array(z.object({ name: z.string() })).nullish() });
const catalog = z.object({ repositories: z.array(z.string()).nullish() });

/** Tags of a repository (`/acr/v1/<repository>/_tags`); names that break the grammar of tags are left out. */
export function tagsOf(body: string): readonly string[] | null {
  const names = read(tagList, body);
  if (names === null) return null;
  return (names.tags ?? []).map(({ name }) => name).filter((name) => parseTag(name) === name);
}

/** Repositories of a registry (`/acr/v1/_catalog`). */
export function catalogOf(body: string): readonly string[] | null {
  const names = read(catalog, body);
  return names === null ? null : (names.repositories ?? []).filter((name) => parseRepository(name) === name);
}

function read<T>(schema: z.ZodType<T>, body: string): T | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  return schema.safeParse(json).data ?? null;
}
