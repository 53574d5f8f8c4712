import { type ImageReference, parseImageReference } from './image-reference.js';
import { matchesOf, type Paste } from './paste.js';
import { parseRegistryScope } from './registry-scope.js';
import type { Capture } from './rule.js';

/** How a paste came to name an image; decides between several (DESIGN §3: one decisive value). */
type MentionKind =
  /** With the host of a registry under a registry suffix, perhaps masked. */
  | 'registry'
  /** In a phrase that says what failed, without a host of its own. */
  | 'phrase'
  /** With another registry's host. */
  | 'elsewhere';

/** One image that a paste names, and where. */
export interface Mention extends ImageReference {
  readonly kind: MentionKind;
  /** The words before it tell of a failure, not of what was tried. */
  readonly failing: boolean;
  readonly at: number;
}

type Unplaced = Omit<Mention, 'at' | 'failing'>;

/** Words that programs put before the image that failed. */
const failure = /fail|error|denied|unable|could not|invalid|unauthor|cannot/i;

/** A paste that names more images than this is not read to the end. */
const MOST = 400;

const delimiter = /[\s"'`,;()|=&[\]]/;
/** 1 = a delimiter, for ASCII. */
const DELIMITERS = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(delimiter.test(String.fromCharCode(code))),
);

function isDelimiter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? DELIMITERS[code] === 1 : delimiter.test(text.charAt(at));
}
const LONGEST_TOKEN = 600;
const registryHost = /\.azurecr\.(?:io|cn|us)$/i;
const masked = /^(?:\*{3,}|[<{][^/:]{1,60}[>}])$/;

/** Other registries that Azure users meet; anything else with a slash may be a path or an address. */
const otherHost =
  /^(?:mcr\.microsoft\.com|(?:index\.|registry-1\.)?docker\.io|ghcr\.io|quay\.io|(?:[a-z-]{1,30}\.)?gcr\.io|registry\.k8s\.io|[a-z0-9-]{1,60}-docker\.pkg\.dev|public\.ecr\.aws|[0-9]{12}\.dkr\.ecr\.[a-z0-9-]{1,30}\.amazonaws\.com)$/;

const address =
  /^(?:https?:\/\/)([^/]{1,200})\/v2\/(.{1,300}?)\/(?:manifests|tags|referrers|blobs)\/([^/?#]{1,200})/;

/** Images named without a host, in phrases of the programs. */
const imagePhrases: readonly Capture[] = [
  { pattern: /\bpull access denied for ([^\s,]{1,300}),/g, source: 'docker' },
  { pattern: /\brefers to (?:a )?repository \[([^\]\s]{1,300})\]/g, source: 'docker push' },
  { pattern: /\bImage name '([^'\s]{1,300})' is invalid/g, source: 'ACR tasks' },
  { pattern: /\bdocker(?:\.exe)? (?:push|pull) ([a-z0-9][^\s'"`]{0,300})/g, source: 'command line' },
  {
    pattern:
      /\baz acr (?:build|import|run|manifest|repository)\b[^\n]{0,300}? (?:--image|-t)[ =]['"]?([a-z0-9][^\s'"`]{0,300})/g,
    source: 'az acr',
  },
  { pattern: /\baz acr [^\n]{1,300}? --repository[ =]['"]?([a-z0-9][^\s'"`]{0,300})/g, source: 'az acr' },
  { pattern: /\bDeleting (?:tags|manifests) for repository: ([a-z0-9][\w./-]{0,254})/g, source: 'acr purge' },
  { pattern: /\bpath \/v2\/([a-z0-9][\w./-]{0,254})\/(?:manifests|tags|blobs)\//g, source: 'Nexus' },
  { pattern: /\bimage_name=([a-z0-9][\w./-]{0,254})/g, source: 'argocd-image-updater' },
  { pattern: /\bshort-name "([^"\s]{1,300})"/g, source: 'podman' },
  { pattern: /\bPulling from ([a-z0-9][^\s]{0,254})/g, source: 'docker pull' },
  { pattern: /\bscope=([a-z-]{10,20}:[^\s&"']{1,300})/g, source: 'registry-protocol §3' },
  {
    pattern:
      /"Type": ?"repository",\s{0,40}(?:"Class": ?"[^"\n]{0,60}",\s{0,40})?"Name": ?"([^"\s]{1,255})"/g,
    source: 'registry-protocol §2',
  },
  { pattern: /\bName:([^\s\]:]{1,255}) Type:repository\b/g, source: 'Go print of the same' },
];

/** The image that `az acr check-health` pulls to try Docker; never the person's own. */
const sample = 'mcr/hello-world';

function kindOf(host: string | null): MentionKind | null {
  if (host === null) return 'phrase';
  if (registryHost.test(host) || masked.test(host)) return 'registry';
  return otherHost.test(host.toLowerCase()) ? 'elsewhere' : null;
}

/** Docker Hub has two levels: `library/x` is `x`, and of three the first was meant to be a registry. */
function hubRepository(reference: ImageReference): ImageReference {
  if (reference.host !== null && !/^(?:index\.|registry-1\.)?docker\.io$/.test(reference.host))
    return reference;
  const parts = (reference.repository ?? '').split('/');
  const own = parts.length > 2 || parts[0] === 'library' ? parts.slice(1) : parts;
  return { ...reference, repository: own.join('/') || null };
}

function mention(text: string): Unplaced | null {
  // A digest that was cut off says no more than that there was one.
  const whole = text.replace(/[.:!?>\\]{1,8}$/, '').replace(/@sha256:[0-9a-f]{0,63}[.…]*$/, '');
  const reference = parseImageReference(whole);
  if (!reference) return null;
  const kind = kindOf(reference.host);
  if (kind === null || reference.repository === sample) return null;
  // `***/team/shop.git` is what a git server refused.
  if (reference.repository?.endsWith('.git')) return null;
  return { ...(kind === 'registry' ? reference : hubRepository(reference)), kind };
}

function fromAddress(text: string): Unplaced | null {
  const match = address.exec(text);
  if (!match)
    return /azurecr\.[a-z]{2}\/[^?]{1,300}:[^/?]{1,128}$/i.test(text)
      ? mention(text.slice(text.indexOf('//') + 2))
      : null;
  const [, host, repository, reference = ''] = match;
  const join = reference.startsWith('sha256:') ? '@' : ':';
  const tagged = text.includes('/manifests/') ? `${join}${reference.replace(/[:.]{1,4}$/, '')}` : '';
  return mention(`${host}/${repository}${tagged}`);
}

function fromToken(text: string): Unplaced | null {
  if (/^https?:/i.test(text)) return fromAddress(text);
  // A path: its first component is empty, so that there is no host.
  if (text.startsWith('/')) return null;
  const bare = text.replace(/^(?:[a-zA-Z]{1,20}=)?(?:(?:docker|oci|registry|docker-image):\/\/|br:)/, '');
  if (!bare.includes('/')) return null;
  // The address of a request whose scheme stands in the line before.
  if (/^[^/]{4,200}\/v2\/.{1,300}\/(?:manifests|tags|blobs)\//.test(bare))
    return fromAddress(`https://${bare}`);
  const found = mention(bare);
  return found?.host === null ? null : found;
}

function fromPhrase(captured: string): Unplaced | null {
  const scope = parseRegistryScope(captured);
  return mention(scope ? (scope.repository ?? '') : captured);
}

/** Where the runs between delimiters begin that hold a slash. */
function* slashedRuns(text: string): Generator<number> {
  let slash = text.indexOf('/');
  while (slash >= 0) {
    let start = slash;
    while (start > 0 && !isDelimiter(text, start - 1)) start -= 1;
    yield start;
    slash = text.indexOf('/', endOfRun(text, slash));
  }
}

function endOfRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isDelimiter(text, end)) end += 1;
  return end;
}

/** All images that a text names, in order of place. Linear: tokens and phrases have a bounded length. */
export function findMentions(paste: Paste): readonly Mention[] {
  const { text } = paste;
  const found: Mention[] = [];
  // Logs name the same image again and again.
  const read = new Map<string, Unplaced | null>();
  const add = (one: Unplaced | null, at: number): void => {
    if (!one || found.length >= MOST) return;
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const before = text.slice(Math.max(lineStart, at - 160), at);
    found.push({ ...one, at, failing: failure.test(before) });
  };
  for (const at of slashedRuns(text)) {
    const end = endOfRun(text, at);
    for (let from = at; end - from >= 3; from += LONGEST_TOKEN) {
      const token = text.slice(from, Math.min(end, from + LONGEST_TOKEN));
      if (!token.includes('/')) continue;
      let one = read.get(token);
      if (one === undefined) {
        one = fromToken(token);
        read.set(token, one);
      }
      add(one, from);
    }
  }
  for (const { pattern } of imagePhrases) {
    for (const match of matchesOf(pattern, paste)) add(fromPhrase(match[1] ?? ''), match.index);
  }
  return found.sort((a, b) => a.at - b.at);
}
