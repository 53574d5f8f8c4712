import type { Symptom } from '../../knowledge/vocabulary.js';
import type { MarkId } from './marks/marks.js';
import { localSymptoms, type Matches } from './match.js';
import { signature } from './signatures.js';
import { bareSignatures } from './tables/bare.js';
import { toldAccessSignatures } from './tables/told-access.js';
import { toldContentSignatures } from './tables/told-content.js';
import { toldNetworkSignatures } from './tables/told-network.js';
import { toldRightsSignatures } from './tables/told-rights.js';
import { toldTokenSignatures } from './tables/told-tokens.js';
import { vagueSignatures } from './tables/vague.js';

/** What `check-health` prints where all is well: no fault, and certainly about the registry. */
const healthy: readonly MarkId[] = [
  'challenge-ok',
  'refresh-token-ok',
  'access-token-ok',
  'dns-ok',
  'check-health',
];

/** The abbreviation; Alibaba calls its registry so too, OpenID Connect a claim, Adobe a program. */
const ABBREVIATED = /\bacrs?\b/;
const OTHER_ACR =
  /aliyun|alibaba|阿里|acr_values|acr claim|acr value|camera raw|lightroom|creatinine|radiology|rheumatolog|content recognition/;

/** Any domain name: a connection error that names a host of nobody we know is not about a registry. */
const DOMAIN = /[a-z0-9]\.(?:com|net|org|io|dev|local|internal|cloud|app|de|cn|ai|co|edu|gov)\b/i;

/**
 * Signatures of sentences, and of programs that are as vague: they say what is wrong, and never with whose registry.
 */
const told: ReadonlySet<string> = new Set(
  [
    toldAccessSignatures,
    toldTokenSignatures,
    toldRightsSignatures,
    toldContentSignatures,
    toldNetworkSignatures,
    bareSignatures,
    vagueSignatures,
  ].flatMap(Object.keys),
);

/** What only a registry that was reached can say. */
const answers: ReadonlySet<Symptom> = new Set(['unauthorized', 'scope-denied', 'image-missing', 'throttled']);

/** Whether a text is about Azure Container Registry, and how that was found. */
export interface About {
  readonly about: boolean;
  /** The registry itself is named: by its host, its tools or its own sentences. */
  readonly named: boolean;
}

function isNamed(matches: Matches): boolean {
  if (matches.acrHost || matches.marks.has('connectivity-code')) return true;
  if (healthy.some((mark) => matches.marks.has(mark))) return true;
  if ([...matches.own].some((id) => signature(id).scope === 'acr')) return true;
  if (ABBREVIATED.test(matches.view.flat) && !OTHER_ACR.test(matches.view.flat)) return true;
  return matches.marks.has('registry-words');
}

/**
 * Decides whether a text is about Azure Container Registry. A text of a container client or of a sign-in that
 * names no other registry or service counts: who asks this bot means their registry.
 */
export function aboutAcr(text: string, matches: Matches): About {
  if (isNamed(matches)) return { about: true, named: true };
  const own = [...matches.own];
  const elsewhere = own.some((id) => (signature(id).votes['not-acr'] ?? 0) >= 7);
  // A daemon that is missing is everybody's; beside the answer of another registry it is that one's.
  const theirs =
    !matches.acrHost &&
    [...matches.foreign].some((id) => answers.has(signature(id).symptom) && !told.has(id));
  const local = own.some((id) => {
    const { symptom } = signature(id);
    return localSymptoms.has(symptom) && !told.has(id) && !(theirs && symptom === 'docker-unavailable');
  });
  const tool = matches.marks.has('registry-tool');
  const others =
    matches.otherHost || matches.marks.has('other-registry') || (matches.marks.has('other-service') && !tool);
  // Applications are registered in the directory, whatever is to sign in with them later.
  const registers = own.some((id) => signature(id).symptom === 'app-registration');
  if (elsewhere || (others && !local && !registers)) return { about: false, named: false };
  const printed = new Set(own.filter((id) => !told.has(id)).map((id) => signature(id).scope));
  const client = printed.has('registry') || printed.has('azure');
  const bare = !DOMAIN.test(text) && own.some((id) => signature(id).symptom === 'tls' || id === 'proxy');
  const generic = printed.has('generic') && (tool || matches.marks.has('azure-tool') || bare);
  const sentence = own.some((id) => told.has(id) && (tool || signature(id).scope === 'registry'));
  const publicImage = [...matches.public].some((id) => signature(id).symptom === 'image-missing');
  return { about: client || generic || sentence || publicImage, named: false };
}
