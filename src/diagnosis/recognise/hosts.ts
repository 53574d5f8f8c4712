/** Whose a host is, as far as its name tells. */
export type Owner = 'acr' | 'mcr' | 'other';

interface HostAt {
  readonly index: number;
  readonly owner: Owner;
}

/** Login servers of all clouds, masked ones too (`***.azurecr.io`), and data endpoints. */
const ACR_HOST = /\.?azurecr\.(?:io|cn|us|de)\b/gi;

/** Hosts of well-known other registries. */
const KNOWN_OTHER =
  /\b(?:ghcr\.io|quay\.io|gcr\.io|pkg\.dev|docker\.io|hub\.docker\.com|auth\.docker\.com|registry\.k8s\.io|amazonaws\.com|public\.ecr\.aws|aliyuncs\.com|myhuaweicloud\.com|tencentcloudcr\.com|ccr\.ccs\.tencentyun\.com|icr\.io|ocir\.io|jfrog\.io|gitlab\.com|registry\.redhat\.io|registry\.access\.redhat\.com|nvcr\.io|registry\.gitlab\.[a-z]{2,10}|docker\.elastic\.co|registry\.npmjs\.org|pypi\.org|dhi\.io|cgr\.dev|scr\.io|packages\.nuget\.org|api\.nuget\.org)\b/gi;

/** A host where a registry's stands: before `/v2/`, after `lookup`, or at the head of an image reference. */
const IN_REGISTRY_PLACE =
  /(?:\b(?:image|reference|repository|manifest for|pull|push|pushing|pulling|from|lookup|for|host|to|registry|FROM|dial tcp|logging into|authenticating with)\s{1,3}["'`[(]{0,2}|docker:\/\/|oci:\/\/|https?:\/\/)([a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9-]{1,62}){1,6}(?::\d{2,5})?|[a-z0-9-]{1,62}:\d{4,5})(\/v2\/|\/v1\/|\/artifactory\/|\/[a-z0-9._-]{1,99}(?:\/[a-z0-9._-]{1,99}){0,4}[:@]| on \S{2,45}:53|: no such host)/gi;

/** Hosts that stand in such places without being a registry. */
const NEUTRAL =
  /(?:^|\.)(?:azurecr\.(?:io|cn|us|de)|mcr\.microsoft\.com|login\.[a-z0-9.]{3,40}|management\.[a-z0-9.]{3,40}|core\.windows\.net|core\.chinacloudapi\.cn|core\.usgovcloudapi\.net|azure\.com|azure\.net|azure\.cn|microsoft\.com|windows\.net|aka\.ms|github\.com|githubusercontent\.com|visualstudio\.com|docs\.docker\.com|example\.com|localhost|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?::\d{2,5})?$/i;

function collect(text: string, pattern: RegExp, owner: Owner, into: HostAt[]): void {
  for (const match of text.matchAll(pattern)) into.push({ index: match.index, owner });
}

/** The registry hosts of a text, with whose they are, in order. */
export function hostsIn(text: string): readonly HostAt[] {
  const found: HostAt[] = [];
  collect(text, ACR_HOST, 'acr', found);
  collect(text, /(?<!Name["':\\ ]{1,6})\bmcr\.(?:microsoft\.com|azure\.cn|azk8s\.cn)\b/gi, 'mcr', found);
  collect(text, KNOWN_OTHER, 'other', found);
  for (const match of text.matchAll(IN_REGISTRY_PLACE)) {
    const host = match[1] ?? '';
    // azurecr with a misspelt end is a wrong name of an ACR, not another registry.
    if (!NEUTRAL.test(host) && !/azu?r?e?a?cr|azurecr/i.test(host)) {
      found.push({ index: match.index, owner: 'other' });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Longest stretch of a line that is looked at around a match, in characters each way. */
const REACH = 500;

/** Whose the error at `start`–`end` is: that of the hosts in the same line; null when the line names none. */
export function ownerAt(text: string, hosts: readonly HostAt[], start: number, end: number): Owner | null {
  if (hosts.length === 0) return null;
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - REACH);
  const nextBreak = text.indexOf('\n', end);
  const to = Math.min(nextBreak === -1 ? text.length : nextBreak, end + REACH);
  let owner: Owner | null = null;
  for (const host of hosts) {
    if (host.index < from) continue;
    if (host.index >= to) break;
    if (host.owner === 'acr') return 'acr';
    if (owner === null || host.owner === 'other') owner = host.owner;
  }
  return owner;
}
