import type { Paste } from './paste.js';
import { type Capture, firstCapture } from './rule.js';

/** How programs say which platform they looked for (clients.md §7; containerd, docker, buildkit). */
const wanted: readonly Capture[] = [
  { pattern: /\bno matching manifest for ([a-z0-9]{2,12}\/[a-z0-9/]{2,20})/gi, source: 'docker pull' },
  { pattern: /\bdetected host platform \(([a-z0-9]{2,12}\/[a-z0-9/]{2,20})\)/gi, source: 'docker run' },
  {
    pattern: /\bspecified platform: wanted ([a-z0-9]{2,12}\/[a-z0-9/]{2,20})/gi,
    source: 'docker pull --platform',
  },
  { pattern: /\bno child with platform ([a-z0-9]{2,12}\/[a-z0-9/]{2,20})/gi, source: 'go-containerregistry' },
  {
    pattern:
      /\bno (?:match for platform|image found in (?:manifest list|image index) for)[^\n]{0,60}?\b(?:architecture|platform)[ "=:]{1,4}([a-z0-9]{2,12}\/[a-z0-9/]{2,20})/gi,
    source: 'containerd',
  },
  { pattern: /--platform[= ]([a-z0-9]{2,12}\/[a-z0-9/]{2,20})/gi, source: 'docker --platform' },
];

/** All patterns of this file, for the test of their safety. */
export const platformCaptures: readonly Capture[] = wanted;

/** Operating system and architecture as OCI's image specification names them, without the variant. */
const platform =
  /^((?:linux|windows|darwin|freebsd)\/(?:amd64|arm64|arm|386|s390x|ppc64le|riscv64|mips64le|loong64))(?:\/v\d{1,2})?$/;

/** Finds the platform that an image was wanted for, e.g. `linux/arm64`; null where the text does not name it. */
export function findPlatform(paste: Paste): string | null {
  return firstCapture(wanted, paste, (captured) => platform.exec(captured.toLowerCase())?.[1] ?? null);
}
