import type { Paste } from './paste.js';
import { type Capture, firstCapture } from './rule.js';

/**
 * How programs say which platform they looked for. Those that name it in a refusal come first; a switch on a command
 * line is only what somebody wished for.
 */
const wanted: readonly Capture[] = [
  {
    pattern: /\bno matching manifest for ([a-z]{2,12}(?:\([\d.]{1,20}\))?\/[\w/-]{2,20})/gi,
    source: 'docker pull (moby, daemon)',
  },
  {
    pattern: /\bdetected host platform \(([a-z]{2,12}\/[\w/-]{2,20})\)/gi,
    source: 'docker run (moby, daemon)',
  },
  {
    pattern: /\bspecified platform(?:: wanted | \()([a-z]{2,12}\/[\w/-]{2,20})/gi,
    source: 'docker run --platform: "does not match …: wanted", "does not provide … (…)"',
  },
  {
    pattern: /\bexpected platform \(([a-z]{2,12}\/[\w/-]{2,20})\)/gi,
    source: 'podman run, podman build (containers/common)',
  },
  {
    pattern: /\bno child with platform ([a-z]{2,12}\/[\w/-]{2,20})/gi,
    source: 'go-containerregistry: crane, kaniko, trivy, Container Apps',
  },
  {
    pattern: /\bno match for current platform ([a-z]{2,12}\/[\w/-]{2,20})/gi,
    source: 'containerd 1.2; later ones do not name it',
  },
  {
    pattern:
      /\bno image found in (?:manifest list|image index) for architecture "?([\w-]{2,12}"?, (?:variant "[^"\n]{0,12}", )?OS "?[a-z]{2,12})/gi,
    source: 'podman, skopeo, buildah, CRI-O (containers/image)',
  },
  {
    pattern: /\bwas pulled with platform "[^"\n]{2,40}", expected "([a-z]{2,12}\/[\w/-]{2,20})"/gi,
    source: 'buildkit, build check InvalidBaseImagePlatform',
  },
  {
    pattern: /\bERROR \[([a-z]{2,12}\/[\w/-]{2,20}) internal\] load metadata for /gi,
    source: 'buildkit on a terminal: the step that failed, of a build for several platforms',
  },
  {
    // The colon tells the heading of a failure from a step.
    pattern: /\[([a-z]{2,12}\/[\w/-]{2,20}) internal\] load metadata for \S{1,300}:$/gim,
    source: 'buildkit: "> […] load metadata for …:", the same above what failed',
  },
  { pattern: /\bunpacking ([a-z]{2,12}\/[\w/-]{2,20}) sha256:/gi, source: 'ctr images pull' },
  {
    pattern: /(?:--platform|\bDOCKER_DEFAULT_PLATFORM)[= ]["']?([a-z]{2,12}\/[\w/-]{2,20})(?![\w/,-])/gi,
    source: 'docker, podman, nerdctl, crane; a list is a build for several and tells nothing',
  },
];

/** All patterns of this file, for the test of their safety. */
export const platformCaptures: readonly Capture[] = wanted;

/** Operating system and architecture as OCI's image specification names them, without version and variant. */
const platform = /^(linux|windows|darwin|freebsd)(?:\([\d.]{1,20}\))?\/([a-z0-9_-]{3,10})(?:\/v?\d{1,2})?$/;
/** The same in words, as containers/image prints it. */
const inWords = /^([a-z0-9_-]{3,10})"?, (?:variant "[^"]{0,12}", )?os "?(linux|windows|darwin|freebsd)$/;

const architectures: ReadonlySet<string> = new Set([
  'amd64',
  'arm64',
  'arm',
  '386',
  's390x',
  'ppc64le',
  'riscv64',
  'mips64le',
  'loong64',
]);
/** Other names, which programs take for these (containerd, package platforms). */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['i386', '386'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
]);

function parsePlatform(captured: string): string | null {
  const text = captured.toLowerCase();
  const words = inWords.exec(text);
  const [system, name = ''] = words === null ? (platform.exec(text)?.slice(1) ?? []) : [words[2], words[1]];
  const architecture = otherNames.get(name) ?? name;
  return system !== undefined && architectures.has(architecture) ? `${system}/${architecture}` : null;
}

/** Finds the platform that an image was wanted for, e.g. `linux/arm64`; null where the text does not name it. */
export function findPlatform(paste: Paste): string | null {
  return firstCapture(wanted, paste, parsePlatform);
}
