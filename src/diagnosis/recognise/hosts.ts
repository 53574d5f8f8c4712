/** Whose a host is, as far as its name tells. */
export type Owner = 'acr' | 'mcr' | 'other';

export interface HostAt {
  readonly index: number;
  readonly owner: Owner;
}

/** Names in a text that tell a registry wherever they stand. */
const known: readonly (readonly [Owner, readonly string[]])[] = [
  // Masked ones too (`***.azurecr.io`), and data endpoints.
  ['acr', ['azurecr.io', 'azurecr.cn', 'azurecr.us', 'azurecr.de']],
  ['mcr', ['mcr.microsoft.com', 'mcr.azure.cn', 'mcr.azk8s.cn']],
  [
    'other',
    [
      ...['ghcr.io', 'quay.io', 'gcr.io', 'pkg.dev', 'docker.io', 'hub.docker.com', 'auth.docker.com'],
      ...['registry.k8s.io', 'amazonaws.com', 'public.ecr.aws', 'aliyuncs.com', 'myhuaweicloud.com'],
      ...['tencentcloudcr.com', 'tencentyun.com', 'icr.io', 'ocir.io', 'jfrog.io', 'gitlab.com'],
      ...[
        'registry.redhat.io',
        'registry.access.redhat.com',
        'nvcr.io',
        'registry.gitlab.',
        'docker.elastic.co',
      ],
      ...['openshift-image-registry', '.svc.cluster.local', '.svc:5000', 'localhost:5000', 'localhost:5001'],
      ...[
        'dockerhub.azk8s.cn',
        'gcr.azk8s.cn',
        'quay.azk8s.cn',
        'ghcr.nju',
        'docker.m.daocloud',
        'mirror.gcr',
      ],
      ...['cr.aliyuncs', 'swr.', 'ccr.ccs', 'index.docker', 'registry-1.docker', 'registry.digitalocean.com'],
      ...[
        'registry.hub.docker',
        'docker.pkg.github.com',
        'container-registry.oracle.com',
        'registry.suse.com',
      ],
      ...['npmjs.org', 'pypi.org', 'dhi.io', 'cgr.dev', 'packages.nuget.org', 'api.nuget.org'],
    ],
  ],
];

/** The names that are looked for, for `presence`. */
export const knownHosts: readonly string[] = known.flatMap(([, names]) => names);

/** Words after which the host of a registry stands. */
const lead =
  /(?:\b(?:image|reference|repository|for|push|pull|pushing|pulling|from|lookup|host|to|registry|tcp|into|with) ['`([]{0,2}|:\/\/)(?=[a-z0-9])/g;
const host = /[a-z0-9.-]{3,120}(?::\d{2,5})?/y;
/** What shows that a registry was asked: its API, an image reference, a look-up. */
const registryTail =
  /(?:\/v[12]\/|\/artifactory\/|\/[a-z0-9._/-]{1,150}[:@][a-z0-9]| on [^\s]{2,45}:53|: no such host)/y;

/** A host that a program calls a registry, in quotes. */
const called = /\b(?:registry|credentials for) '([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,6}(?::\d{2,5})?)'/g;

/** Hosts in such places that are no registry, or are known above; by their end. */
const neutral: readonly string[] = [
  ...['azurecr.io', 'azurecr.cn', 'azurecr.us', 'azurecr.de', 'mcr.microsoft.com', 'core.windows.net'],
  ...[
    'core.chinacloudapi.cn',
    'core.usgovcloudapi.net',
    'azure.com',
    'azure.net',
    'azure.cn',
    'microsoft.com',
  ],
  ...['windows.net', 'microsoftonline.com', 'microsoftonline.us', 'chinacloudapi.cn', 'usgovcloudapi.net'],
  ...['aka.ms', 'github.com', 'githubusercontent.com', 'visualstudio.com', 'docs.docker.com', 'localhost'],
];

/** `azurecr` with a misspelt end is a wrong name of an ACR, not another registry. */
const misspelt = /azu?r?e?a?cr/;

function isOtherRegistry(name: string): boolean {
  const [bare = ''] = name.split(':');
  const dotted = bare.includes('.') || name.includes(':');
  const address = /^[0-9.]+$/.test(bare);
  return dotted && !address && !misspelt.test(bare) && !neutral.some((end) => bare.endsWith(end));
}

const inName = /name['": ]{1,6}$/;

/** The registry hosts of a folded text (see `View.lines`), with whose they are, in order. */
export function hostsIn(lines: string, has: (text: string) => boolean): readonly HostAt[] {
  const found: HostAt[] = [];
  for (const [owner, names] of known) {
    for (const name of names) {
      if (!has(name)) continue;
      for (let at = lines.indexOf(name); at !== -1; at = lines.indexOf(name, at + name.length)) {
        if (at > 0 && /[a-z0-9]/.test(lines.charAt(at - 1)) && owner !== 'acr') continue;
        if (owner === 'acr' && lines.startsWith('mcrprod.', at - 8)) {
          found.push({ index: at, owner: 'mcr' });
          continue;
        }
        // `"Name":"mcr.microsoft.com/…"` names a repository inside the registry, after a wrong import.
        if (owner === 'mcr' && inName.test(lines.slice(Math.max(0, at - 12), at))) continue;
        found.push({ index: at, owner });
      }
    }
  }
  for (const match of lines.matchAll(lead)) {
    host.lastIndex = match.index + match[0].length;
    const name = host.exec(lines)?.[0];
    if (name === undefined) continue;
    registryTail.lastIndex = match.index + match[0].length + name.length;
    if (registryTail.test(lines) && isOtherRegistry(name)) found.push({ index: match.index, owner: 'other' });
  }
  for (const { index, 1: name = '' } of lines.matchAll(called)) {
    if (isOtherRegistry(name)) found.push({ index, owner: 'other' });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Longest stretch of a line that is looked at around a match, in characters each way. */
const REACH = 500;

/** Whose the error at `start`–`end` is: that of the hosts in the same line; null when the line names none. */
export function ownerAt(lines: string, hosts: readonly HostAt[], start: number, end: number): Owner | null {
  const from = Math.max(lines.lastIndexOf('\n', start) + 1, start - REACH);
  const nextBreak = lines.indexOf('\n', end);
  const to = Math.min(nextBreak === -1 ? lines.length : nextBreak, end + REACH);
  let owner: Owner | null = null;
  // Binary search would be faster; a text has few hosts, and a long log is left at its first own line.
  for (const { index, owner: whose } of hosts) {
    if (index < from) continue;
    if (index >= to) break;
    if (whose === 'acr') return 'acr';
    if (owner === null || whose === 'other') owner = whose;
  }
  return owner;
}
