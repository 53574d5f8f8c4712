import { isInside, parseIp } from './ip-address.js';
import { matchesOf, type Paste } from './paste.js';
import { type Capture, firstCapture } from './rule.js';

const IP = '((?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\\d/:]|\\.\\d)';

/** The address of the client, as the registry's firewall prints it. */
const refusedPhrases: readonly Capture[] = [
  { pattern: /\bclient with IP ['"]?([0-9a-fA-F.:]{3,45})['"]?/gi, source: 'errors.md §4, firewall refusal' },
];

/** What answers with the address of whoever asks. */
const echo =
  '(?:ifconfig\\.(?:me|co|io)|ipinfo\\.io|icanhazip\\.com|api(?:4|6|64)?\\.ipify\\.org|checkip\\.amazonaws\\.com|ident\\.me|ip\\.sb|myip\\.opendns\\.com|ipecho\\.net|myip\\.ipip\\.net|httpbin\\.org/ip)';

const ofClient = (pattern: string, source: string): Capture => ({
  pattern: new RegExp(pattern, 'gim'),
  source,
});

/** The address of the client in the words of people, and in the output of what echoes it. */
const toldPhrases: readonly Capture[] = [
  ofClient(`${echo}[^\\n]{0,80}\\n[ \\t]{0,8}['"]?${IP}`, 'output of curl ifconfig.me and its kin'),
  ofClient(
    `${echo}[^\\n]{0,80}\\n[ \\t]{0,8}\\{\\s{0,8}"(?:ip|origin)"\\s?:\\s?"${IP}"`,
    'output of ipinfo.io',
  ),
  ofClient(`^\\{\\s{0,8}"ip"\\s?:\\s?"${IP}"`, 'output of api.ipify.org?format=json'),
  ofClient(
    `\\b(?:its|our|my|their|(?:client|agent|runner|machine|server|build|office|node|vm|egress|outbound|public|external)(?:'s)?) (?:(?:public|outbound|external|egress|own|static|new|current) ){0,3}(?:ip(?:v[46])?(?: ?-?address)?|address)(?: (?:here|there|now|today))?(?: is| was| reads?)?[,:=]? ?[('"\`]{0,2}${IP}`,
    'English prose',
  ),
  ofClient(
    `\\b(?:ip(?:v[46])?(?: ?-?address)?|address) of (?:the|our|my|this|that) (?:client|agent|runner|machine|server|build|office|node|vm|site|branch|nat)\\w{0,12}(?: \\w{2,12})?(?: is| was)?[,:=]? ?[('"\`]{0,2}${IP}`,
    'English prose',
  ),
  ofClient(
    `(?<!\\w)(?:seine?|ihre?|unsere?|meine?|öffentliche|ausgehende|externe)(?: (?:neue|öffentliche|ausgehende|externe|eigene|feste|aktuelle)){0,3} (?:ip(?:v[46])?(?:-?adresse)?|adresse)(?: (?:hier|dort|jetzt|heute))?(?: ist| war| lautet)?[,:=]? ?[('"\`]{0,2}${IP}`,
    'German prose',
  ),
  ofClient(
    `(?:我们?的?|它的|其|本机的?|这台机器的?|客户端的?|代理的?|办公室的?|公司的?|公网|出口|外网|公共)(?:公网|出口|外网|公共|的|新|当前){0,3} ?(?:ip(?: ?地址)?|地址)(?:现在)? ?[是为]?[：:=，,]? ?[（('"\`]{0,2}${IP}`,
    'Chinese prose',
  ),
];

/** The address that was dialled, or that a name led to: the registry's side. */
const dialledPhrases: readonly Capture[] = [
  {
    pattern: /\bdial tcp (?:[0-9.:]{3,21}->)?([0-9]{1,3}(?:\.[0-9]{1,3}){3}):\d{1,5}\b/g,
    source: 'Go net.OpError',
  },
  {
    pattern: /\bdial tcp (?:\[[0-9a-f:]{2,45}\]:\d{1,5}->)?\[([0-9a-fA-F:]{2,45})\]:\d{1,5}/g,
    source: 'Go net.OpError',
  },
  {
    pattern: /\bDNS lookup to \S{1,200} at IP ([0-9a-fA-F.:]{3,45})(?=\s|$)/g,
    source: 'az acr check-health',
  },
];

/** All patterns of this file, for the test of their safety. */
export const addressCaptures: readonly Capture[] = [...refusedPhrases, ...toldPhrases, ...dialledPhrases];

/** Beside these words an address is that of a name, a registry or a server of names. */
const ofOthers =
  /resolv|nslookup|\bdns\b|endpoint|endpunkt|azurecr|\bregistry(?:'s)?\b|registrierung|auflös|aufgelöst|解析|终结点|注册表/i;

/** No registry sees a client from an address inside. */
function parseOutside(text: string): string | null {
  const ip = parseIp(text);
  return ip === null || isInside(ip) ? null : ip;
}

/** How far back a sentence is looked at for whose address it names. */
const BEFORE = 120;

function toldAddress(paste: Paste): string | null {
  for (const { pattern } of toldPhrases) {
    for (const match of matchesOf(pattern, paste)) {
      const before = paste.text.slice(Math.max(0, match.index - BEFORE), match.index);
      const sentence = before.split(/[.!?。！？;；]\s|[。！？；\n]/).at(-1) ?? '';
      const ip = ofOthers.test(sentence) ? null : parseOutside(match[1] ?? '');
      if (ip !== null) return ip;
    }
  }
  return null;
}

/** Addresses of a paste: that of the client, and the one that matters most, which may be the registry's. */
export interface Addresses {
  readonly client: string | null;
  readonly decisive: string | null;
}

/** The client's address in a firewall refusal, else as it is told, else the dialled one. A resolver's is neither. */
export function findAddresses(paste: Paste): Addresses {
  const client = firstCapture(refusedPhrases, paste, parseIp) ?? toldAddress(paste);
  return { client, decisive: client ?? firstCapture(dialledPhrases, paste, parseIp) };
}
