import { compile, places } from './clue.js';
import { localSymptoms, type Matches } from './match.js';
import { signature } from './signatures.js';

/** Words that name Azure Container Registry without a login server. */
const named = compile([
  '·az acr·',
  'aka.ms/acr',
  'microsoft.containerregistry',
  '·acr{pull|push|delete|imagesigner|quarantine|accesstoken|name}',
  'azure{ |-|}container{ |-|}registr',
  'azurerm{_|}container{_|}registry',
  'azure{| }{容器注册表|容器镜像|container registry}',
  'containerregistry.azure.net',
  'containerregistry-',
  '·myacr·',
  'acr{-|_}name',
  'docker-credential-acr',
  '{azure|·aks·|app service|container app}…container{ |}registr',
  'container{ |}registr…·azure·',
]);

/** The abbreviation, in capitals only; Alibaba calls its registry so too. */
const ABBREVIATED = /\bACRs?\b/;
const ALIBABA = /aliyun|alibaba/i;

/** Any domain name: a connection error that names a host of nobody we know is not about a registry. */
const DOMAIN = /[a-z0-9]\.(?:com|net|org|io|dev|local|internal|cloud|app|de|cn|ai|co|edu|gov)\b/i;

/** Whether a text is about Azure Container Registry, and how that was found. */
export interface About {
  readonly about: boolean;
  /** The registry itself is named: by its host, its tools or its own sentences. */
  readonly named: boolean;
}

function isNamed(text: string, matches: Matches): boolean {
  if (matches.acrHost || matches.marks.has('connectivity-code')) return true;
  if ([...matches.own].some((id) => signature(id).scope === 'acr')) return true;
  if (ABBREVIATED.test(text) && !ALIBABA.test(text)) return true;
  return named.some((clue) => !places(clue, matches.view, matches.has).next().done);
}

/**
 * Decides whether a text is about Azure Container Registry. A text of a container client or of a sign-in that
 * names no other registry or service counts: who asks this bot means their registry.
 */
export function aboutAcr(text: string, matches: Matches): About {
  if (isNamed(text, matches)) return { about: true, named: true };
  const own = [...matches.own];
  const elsewhere = own.some((id) => (signature(id).votes['not-acr'] ?? 0) >= 7);
  const local = own.some((id) => localSymptoms.has(signature(id).symptom));
  if (elsewhere || (matches.otherHost && !local)) return { about: false, named: false };
  const scopes = new Set(own.map((id) => signature(id).scope));
  const client = scopes.has('registry') || scopes.has('azure');
  const context = matches.marks.has('registry-tool') || matches.marks.has('azure-tool');
  const bare = !DOMAIN.test(text) && own.some((id) => signature(id).symptom === 'tls' || id === 'proxy');
  const generic = scopes.has('generic') && (context || bare);
  const publicImage = [...matches.public].some((id) => signature(id).symptom === 'image-missing');
  return { about: client || generic || publicImage, named: false };
}
