import type { StatusOwner } from '../../knowledge/vocabulary.js';
import type { Facts } from '../reading.js';
import { mayMatch, type Paste } from './paste.js';

/** A status with the party that answered it. */
export type HttpStatus = NonNullable<Facts['httpStatus']>;

/** How a program prints an HTTP status (first group). Where `whose` is missing, the words before it tell. */
interface StatusPhrase {
  readonly pattern: RegExp;
  readonly whose?: StatusOwner;
  /** The address stands lines above the status. */
  readonly above?: true;
  readonly source: string;
}

const words =
  'Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Proxy Authentication Required|' +
  'Conflict|Precondition Failed|Request Entity Too Large|Too Many Requests|Internal Server Error|Bad Gateway|' +
  'Service Unavailable|Server Unavailable|Gateway Time-?out';

/** Ordered: a phrase that names who answered goes before one that only shows a number. */
export const statusPhrases: readonly StatusPhrase[] = [
  {
    pattern: /\bbearer token: invalid status code from registry ([345]\d\d)\b/g,
    whose: 'token-server',
    source: 'containers/image: skopeo, podman, buildah',
  },
  {
    pattern: /\bResponse code: ?([345]\d\d)\b/g,
    whose: 'token-server',
    source: 'errors.md §1, az CONNECTIVITY_*_TOKEN_ERROR',
  },
  {
    pattern: /\blogin attempt to \S{1,300} failed with status: ([345]\d\d)\b/g,
    whose: 'registry',
    source: 'clients.md §7, docker login',
  },
  {
    pattern: /\bfailed with status code \[[^\]\n]{0,200}\]: ([345]\d\d)\b/g,
    whose: 'registry',
    source: 'clients.md §7, containerd',
  },
  {
    pattern:
      /\bunexpected status(?: code)?(?: from [A-Z]{3,7} request to)? ?(?:https?:\/\/\S{1,2000}|\[[^\]\n]{0,200}\])?:? ([345]\d\d)\b/g,
    source: 'errors.md §5, containerd',
  },
  { pattern: /\bresponse status code ([345]\d\d)\b/g, source: 'clients.md §7, oras' },
  {
    pattern: /\breceived unexpected HTTP status: ([345]\d\d)\b/g,
    whose: 'registry',
    source: 'docker, distribution client',
  },
  { pattern: /\berror parsing HTTP ([345]\d\d) response body/g, source: 'docker, distribution client' },
  {
    pattern: /\bTunnel connection failed: ([345]\d\d)\b/g,
    whose: 'other',
    source: 'Python http.client, proxy',
  },
  { pattern: /\btoo many ([345]\d\d) error responses\b/g, source: 'Python urllib3 retry' },
  { pattern: /\bRESPONSE ([345]\d\d): \1\b/g, above: true, source: 'azure-sdk-for-go ResponseError' },
  { pattern: /\bhttp error: ([345]\d\d) and server response\b/g, whose: 'entra', source: 'adal-node' },
  { pattern: /\bHTTP status: ([345]\d\d)\b/gi, source: 'Python msal, others' },
  { pattern: /\bStatus(?: code)?: ?([345]\d\d)\b/gi, source: 'azure-sdk for .NET, JavaScript' },
  { pattern: /\bStatusCode:(5\d\d), at:/g, whose: 'daemon', source: 'iotedge: its own daemon' },
  { pattern: /\bStatusCode[=:] ?([345]\d\d)\b/g, source: 'go-autorest, iotedge' },
  { pattern: /\breturn(?:ed|s) (?:error: |HTTP )?([345]\d\d)\b/g, source: 'git, Java URLConnection' },
  { pattern: /\bStatus ([345]\d\d) trying to\b/g, source: 'docker, old distribution client' },
  {
    pattern: new RegExp(`\\b([345]\\d\\d) \\(?(?:${words})\\b`, 'gi'),
    source: 'RFC 9110 §15 reason phrases',
  },
  { pattern: /\b(50[0-4]) The server is busy\b/g, source: 'Azure front ends' },
  { pattern: /"(?:status|code|statusCode)": ?"?([45]\d\d)\b/g, source: 'JSON problem bodies' },
  { pattern: /\b(?:HTTP|status|error)(?: code)?:? ([45]\d\d)(?!\d)/gi, source: 'prose, azure/login' },
  {
    pattern: /\bResultType(?:: | [!=]= ")([345]\d\d)\b/g,
    whose: 'registry',
    source: 'ContainerRegistryLoginEvents',
  },
  { pattern: /\b(?:error: code|unexpected response) ([45]\d\d)\b/g, source: 'Harbor, Artifactory' },
  { pattern: /: ([45]\d\d) This request is not authorized\b/g, source: 'Azure Storage' },
  { pattern: /\bStatus Code = '?([45]\d\d)\b/gi, source: 'kubelet, Azure cloud provider' },
  { pattern: /\b(401|403|404|429|50[0-4]) errors?\b/gi, source: 'prose' },
  {
    pattern: /\b(?:get|gets|got|getting|returns?|receive[sd]?) an? (401|403|404|429|50[0-4])\b/gi,
    source: 'prose',
  },
  { pattern: /\bstatusCode: ([345]\d\d)\b/g, source: 'an object as Node prints it' },
  {
    pattern: /"(?:GET|POST|HEAD|PUT) \S{1,500} HTTP\/[0-9.]{1,3}" ([45]\d\d)\b/g,
    source: 'Python urllib3 debug output',
  },
];

/** Words on the same line that tell who answered; the last one before the status counts. */
const owners: readonly { readonly pattern: RegExp; readonly whose: StatusOwner }[] = [
  {
    pattern:
      /fetch (?:anonymous|oauth) token|\.azurecr\.(?:io|cn|us)(?::443)?\/oauth2\/|GetAcr(?:Access|Refresh)Token/g,
    whose: 'token-server',
  },
  {
    pattern:
      /(?:\/\/|\bfor |\bregistry ['"]?)[a-z0-9-]{1,60}\.(?:[a-z0-9]{1,30}\.geo\.)?azurecr\.(?:io|cn|us)(?!:443\/oauth2|\/oauth2|[\w.-])/gi,
    whose: 'registry',
  },
  {
    pattern: /\.blob\.core\.[a-z.]{3,30}|\.data\.azurecr\.(?:io|cn|us)|Failed to access storage/g,
    whose: 'storage',
  },
  {
    pattern: /login\.(?:microsoftonline\.(?:com|us)|windows\.net|chinacloudapi\.cn)|AADSTS/g,
    whose: 'entra',
  },
  {
    pattern:
      /management\.(?:azure\.com|core\.windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|containerinstance\./g,
    whose: 'arm',
  },
  { pattern: /download failed after attempts/g, whose: 'storage' },
  { pattern: /Edgelet|(?:https?|npipe|unix):\/\/(?:\/\/\.\/pipe|[/%]\S{0,40}docker)/g, whose: 'daemon' },
  { pattern: /https?:\/\/(?![a-z0-9.-]{1,120}\.azurecr\.)/g, whose: 'other' },
];

function ownerBefore(text: string, at: number, above: boolean): StatusOwner {
  const lineStart = above ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(Math.max(lineStart, at - 1500), at);
  let best: StatusOwner = 'unknown';
  let bestAt = -1;
  for (const { pattern, whose } of owners) {
    for (const match of before.matchAll(pattern)) {
      if (match.index > bestAt) {
        bestAt = match.index;
        best = whose;
      }
    }
  }
  return best;
}

/**
 * The status that decided, and whose it is. The Docker daemon's own 500 (`status code=InternalServerError`) has
 * no number and is never taken.
 */
export function findHttpStatus(paste: Paste): HttpStatus | null {
  const { text } = paste;
  for (const { pattern, whose, above } of statusPhrases) {
    if (!mayMatch(pattern, paste)) continue;
    const match = pattern.exec(text);
    pattern.lastIndex = 0;
    if (match?.[1] !== undefined) {
      const at = match.index + match[0].length;
      return { code: Number(match[1]), whose: whose ?? ownerBefore(text, at, above === true) };
    }
  }
  return null;
}
