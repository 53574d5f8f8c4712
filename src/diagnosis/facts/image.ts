import { findMentions, type Mention } from './image-mentions.js';
import type { Paste } from './paste.js';
import { parseDigest, parseTag } from './repository.js';
import { type Capture, firstCapture } from './rule.js';

/** The image that the decisive error is about. */
export interface ImageFacts {
  readonly repository: string | null;
  readonly repositoryAsWritten: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** Tags that errors name apart from their image. */
const tagPhrases: readonly Capture[] = [
  { pattern: /\bmanifest tagged by "([^"\s]{1,128})"/g, source: 'errors.md §4, MANIFEST_UNKNOWN' },
  { pattern: /\breading manifest ([\w.-]{1,128}) in /g, source: 'skopeo, podman' },
  { pattern: /\bfailed to resolve (?!image:)([\w.-]{1,128}): /g, source: 'oras' },
  { pattern: /(?:^|\n)([\w.-]{1,128}): Pulling from /g, source: 'docker pull' },
  { pattern: /\bpath \/v2\/[\w./-]{1,254}\/manifests\/([\w.-]{1,128})/g, source: 'Nexus' },
  { pattern: /[,&]\s?tag=([\w.-]{1,128})/g, source: 'Docker API, iotedge' },
];

const digestPhrases: readonly Capture[] = [
  { pattern: /@(sha256:[0-9a-f]{64})\b/g, source: 'OCI reference' },
  { pattern: /\/manifests\/(sha256:[0-9a-f]{64})\b/g, source: 'distribution specification' },
];

/** Higher is more telling; of equals, one that an error names. */
function weight(mention: Mention, loginServer: string | null): number {
  const place = placeWeight(mention, loginServer);
  return place === 0 ? 0 : place * 2 + (mention.failing ? 1 : 0);
}

/** The registry in question goes first, then what an error names without a host. */
function placeWeight(mention: Mention, loginServer: string | null): number {
  const named = mention.repository === null && mention.repositoryAsWritten === null ? 0 : 1;
  if (mention.kind === 'registry') {
    const same = loginServer === null || mention.host?.toLowerCase() === loginServer;
    return (same ? 8 : 1) + named;
  }
  if (mention.kind === 'phrase') return 4 + named;
  // Beside a registry of one's own, another registry's image is a base image or a sample.
  return loginServer === null ? 2 + named : 0;
}

/** Repository, tag and digest of the decisive image, given the decisive registry's host (or null). */
export function findImage(paste: Paste, loginServer: string | null): ImageFacts {
  let best: Mention | null = null;
  let bestWeight = 0;
  const mentions = findMentions(paste);
  for (const mention of mentions) {
    const own = weight(mention, loginServer);
    if (own > bestWeight) {
      best = mention;
      bestWeight = own;
    }
  }
  const repository = best?.repository ?? null;
  const written = best?.repositoryAsWritten ?? null;
  const same = mentions.filter((other) => {
    return (
      other.repository === repository && other.repositoryAsWritten === written && other.host === best?.host
    );
  });
  const withTag = same.find((other) => other.tag !== null);
  const withDigest = same.find((other) => other.digest !== null);
  return {
    repository,
    repositoryAsWritten: written,
    tag: withTag?.tag ?? firstCapture(tagPhrases, paste, parseTag),
    digest: withDigest?.digest ?? firstCapture(digestPhrases, paste, parseDigest),
  };
}
