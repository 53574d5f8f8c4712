import { argumentsOf, commands, userOf } from './commands.js';
import { parseEntraCode } from './entra-code.js';
import { GUID, parseGuid, ZERO_GUID } from './guid.js';
import type { Paste } from './paste.js';
import { type Capture, firstCapture } from './rule.js';

const of = (before: string, source: string, after = ''): Capture => ({
  pattern: new RegExp(`${before}(${GUID})${after}`, 'gi'),
  source,
});

/** Phrases that hold the subscription of the failing resource. */
const subscriptionPhrases: readonly Capture[] = [
  of(`over scope '/subscriptions/`, 'errors.md §7, AuthorizationFailed'),
  of(`\\bin subscription '[^'\\n]{0,100}\\(`, 'az: resource not found'),
  of('/subscriptions/', 'ARM resource id'),
  of(`\\bsubscription(?:[-_ ]?id)?['"]?[:= ]{1,3}['"]?`, 'azure/login inputs, prose'),
];

/** Phrases that hold the application (client) id of the identity that failed. */
const clientPhrases: readonly Capture[] = [
  of(`\\b(?:to|for) app '`, 'Entra AADSTS7000215, 7000222'),
  of(`\\bidentifier '`, 'Entra AADSTS700016'),
  of(`\\bThe client(?: application)? '`, 'errors.md §7; Entra', `'(?! with object id '\\1)`),
  of(`\\bclient[-_ ]?id['"]?[:= ]{1,3}['"]?`, 'azure/login inputs, AKS check-acr, SDKs'),
  of(`\\b(?:applicationId|app[-_ ]?id)['"]?[:= ]{1,3}['"]?`, 'az, Entra tokens'),
  of(
    `(?:\\b(?:app(?:lication| registration)?|service principal|App-Registrierung|Anwendung|Dienstprinzipal)|应用(?:程序)?|服务主体)[,:]? ?[('"\`（]{0,2}`,
    'prose: an application with its id behind it',
  ),
];

/** Phrases that hold the object id of the identity that Resource Manager refused. */
const objectPhrases: readonly Capture[] = [of(`\\bwith object id '`, 'errors.md §7, AuthorizationFailed')];

/** Phrases that hold the tenant. */
const tenantPhrases: readonly Capture[] = [
  of(`\\bmatch the tenant 'https://sts\\.windows\\.net/`, 'errors.md §7, InvalidAuthenticationTokenTenant'),
  of(`\\btenant(?:[-_ ]?id)?['"]?[:= ]{1,3}['"]?`, 'azure/login inputs, Entra'),
  of(`\\bdirectory '?`, 'Entra, ARM PrincipalNotFound'),
  of(
    `\\b(?:login\\.microsoftonline\\.(?:com|us)|login\\.windows\\.net|login\\.chinacloudapi\\.cn|sts\\.windows\\.net)/`,
    'Entra authorities',
  ),
];

/** Phrases that hold the id under which the service logged the request. */
const correlationPhrases: readonly Capture[] = [
  of(`\\bx-ms-correlation-request-id['"]?: ?['"\\[]{0,2}`, 'registry-protocol §6, header'),
  of(`\\bcorrelation[-_ ]?id['"]?:? {0,2}['"]?`, 'registry, Entra, ARM'),
];

const entraPhrases: readonly Capture[] = [{ pattern: /\b(AADSTS\d{4,8})\b/g, source: 'errors.md §6' }];

/** All patterns of this file, for the test of their safety. */
export const identityCaptures: readonly Capture[] = [
  ...subscriptionPhrases,
  ...clientPhrases,
  ...objectPhrases,
  ...tenantPhrases,
  ...correlationPhrases,
  ...entraPhrases,
];

/** Ids around the failing identity; each is null where no phrase names it. */
export interface IdentityFacts {
  readonly subscription: string | null;
  readonly clientId: string | null;
  readonly objectId: string | null;
  readonly tenant: string | null;
  readonly correlationId: string | null;
  readonly aadsts: string | null;
}

/** Entra's user names for registry tokens and empty ids are no one's. */
const realGuid = (text: string): string | null => {
  const guid = parseGuid(text);
  return guid === ZERO_GUID ? null : guid;
};

/** The application id that was given as a user name on a command line. */
function userId(paste: Paste): string | null {
  for (const command of [commands.azLogin, commands.registryLogin]) {
    for (const list of argumentsOf(command, paste)) {
      const guid = realGuid(userOf(list) ?? '');
      if (guid !== null) return guid;
    }
  }
  return null;
}

/** Finds the ids that a paste names by phrase: a GUID without one says nothing. */
export function findIdentity(paste: Paste): IdentityFacts {
  return {
    subscription: firstCapture(subscriptionPhrases, paste, realGuid),
    clientId: firstCapture(clientPhrases, paste, realGuid) ?? userId(paste),
    objectId: firstCapture(objectPhrases, paste, realGuid),
    tenant: firstCapture(tenantPhrases, paste, realGuid),
    correlationId: firstCapture(correlationPhrases, paste, realGuid),
    aadsts: firstCapture(entraPhrases, paste, parseEntraCode),
  };
}
