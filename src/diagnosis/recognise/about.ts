import { localSymptoms, type Matches } from './match.js';
import { signature } from './signatures.js';

/** Words that name Azure Container Registry without a login server. */
const NAMED =
  /\baz acr\b|aka\.ms\/acr|Microsoft\.ContainerRegistry|\bAcr(?:Pull|Push|Delete|ImageSigner|Quarantine)|azure container registr|azure-?containerregistr|azure 容器注册表|containerregistry\.azure\.net|containerregistry-|\bmyacr\b|acrName|acr-name|acr_name|ACRAccessToken|docker-credential-acr|Azure(?:RM)?ContainerRegistry|azurerm_container_registry|(?:azure|aks|app service|container apps?)[^\n]{0,200}container ?registr|container ?registr[^\n]{0,200}\bazure\b/i;

/** The abbreviation, in capitals only; Alibaba calls its registry so too. */
const ABBREVIATED = /\bACRs?\b/;

/** A question or a report about Azure without a registry in it stays outside. */
const ALIBABA = /aliyun|alibaba/i;

/** Any domain name: a connection error that names a host of nobody we know is not about a registry. */
const DOMAIN = /\b[a-z0-9-]{2,62}\.(?:com|net|org|io|dev|local|internal|cloud|app|de|cn|ai|co|edu|gov)\b/i;

/** Whether a text is about Azure Container Registry, and how that was found. */
export interface About {
  readonly about: boolean;
  /** The registry itself is named: by its host, its tools or its own sentences. */
  readonly named: boolean;
}

/**
 * Decides whether a text is about Azure Container Registry. A text of a container client or of a sign-in that
 * names no other registry or service counts: who asks this bot means their registry.
 */
export function aboutAcr(text: string, matches: Matches): About {
  const scopes = new Set([...matches.own].map((id) => signature(id).scope));
  const abbreviated = ABBREVIATED.test(text) && !ALIBABA.test(text);
  const own = [...matches.own];
  const named =
    matches.acrHost ||
    own.some((id) => signature(id).scope === 'acr') ||
    NAMED.test(text) ||
    abbreviated ||
    matches.marks.has('connectivity-code');
  if (named) return { about: true, named };
  const elsewhere = own.some((id) => (signature(id).votes['not-acr'] ?? 0) >= 7);
  const local = own.some((id) => localSymptoms.has(signature(id).symptom));
  if (elsewhere || (matches.otherHost && !local)) return { about: false, named };
  if (matches.publicHost && matches.own.size === 0 && matches.foreign.size === 0)
    return { about: false, named };
  const client = scopes.has('registry') || scopes.has('azure');
  const context = matches.marks.has('registry-tool') || matches.marks.has('azure-tool');
  const bare = !DOMAIN.test(text) && own.some((id) => signature(id).symptom === 'tls' || id === 'proxy');
  const generic = scopes.has('generic') && (context || bare);
  const publicImage = [...matches.public].some((id) => signature(id).symptom === 'image-missing');
  return { about: client || generic || publicImage, named };
}
