import type { AuthMethod } from '../../knowledge/vocabulary.js';
import { argumentsOf, commands, userOf } from './commands.js';
import { parseGuid, ZERO_GUID } from './guid.js';
import { matches, type Paste } from './paste.js';
import { firstOf, type Rule } from './rule.js';

/**
 * How the person signed in, only where the text shows it (auth-methods.md §0): a wrong method sends people to
 * the wrong fix. Advice is no evidence: az recommends `--expose-token` and `az login` to everyone, and
 * `anonymous token` is what containerd asks for when it was given nothing. `Application not registered with
 * AAD` is no evidence of a service principal either: every unknown user name gets it.
 */
const authMethodRules: readonly Rule<AuthMethod>[] = [
  {
    pattern:
      /\bAttempting Azure CLI login by using OIDC\b|\bWorkloadIdentityCredential authentication failed\b|\bWorkload Identity Federation\b/i,
    value: 'workload-federation',
    source: 'auth-methods §A11, logs of azure/login and of Azure Identity',
  },
  {
    pattern:
      /\bNo matching federated identity record\b|\bno configured federated identity\b|\bAADSTS700(?:21|211|212|213|223|24|238|25|2138)\b/,
    value: 'workload-federation',
    source: 'errors.md §6',
  },
  {
    pattern: /\bkubelet(?: managed)? ?identity\b|\bacr-credential-provider\b/i,
    value: 'aks-kubelet-identity',
    source: 'auth-methods §A5',
  },
  {
    pattern:
      /\bFailed to connect to MSI\b|\bManagedIdentityCredential authentication (?:failed|unavailable)\b/,
    value: 'managed-identity',
    source: 'auth-methods §A4',
  },
  {
    pattern:
      /\blogin by using service principal with secret\b|\bInvalid client ?id or client secret\b|\bAADSTS70002(?:15|16|18|22)\b/i,
    value: 'service-principal',
    source: 'auth-methods §A3; errors.md §4, §6',
  },
];

const loginOptions: readonly Rule<AuthMethod>[] = [
  { pattern: /\s--federated-token\b/, value: 'workload-federation', source: 'az login' },
  { pattern: /\s(?:--identity|-i)(?:\s|$)/, value: 'managed-identity', source: 'az login' },
  { pattern: /\s--service-principal\b/, value: 'service-principal', source: 'az login' },
];

/** What a user name at the registry tells (auth-methods §0), given the names of the registry beside it. */
function ofUser(user: string, context: string): AuthMethod | null {
  const guid = parseGuid(user);
  if (guid !== null) return guid === ZERO_GUID ? 'exposed-token' : 'service-principal';
  const lower = user.toLowerCase();
  const names = context
    .toLowerCase()
    .matchAll(/([a-z0-9]{5,50})\.azurecr\.|(?:-n|--name)[ =]([a-z0-9]{5,50})\b/g);
  for (const match of names) {
    if (match[1] === lower || match[2] === lower) return 'admin-user';
  }
  return null;
}

const secretServer = /--docker-server[ =]['"]?(\S{1,200})/;
const secretUser = /--docker-username[ =]['"]?([\w.@-]{1,120})/;

function fromCommands(paste: Paste): AuthMethod | null {
  for (const list of argumentsOf(commands.registryLogin, paste)) {
    const user = userOf(list);
    const method = user === null ? null : ofUser(user, list);
    if (method !== null) return method;
  }
  for (const list of argumentsOf(commands.azLogin, paste)) {
    const method = loginOptions.find(({ pattern }) => pattern.test(list))?.value;
    if (method !== undefined) return method;
  }
  if (!paste.holds('--docker-username')) return null;
  const user = secretUser.exec(paste.text)?.[1];
  return user === undefined ? null : ofUser(user, secretServer.exec(paste.text)?.[1] ?? '');
}

/** `az acr login` as a command of one's own, or the words that it prints while it runs. */
const ownLogin =
  /(?:^|[\n$#>➜`] ?(?:sudo )?)az acr login |\bUnable to get AAD authorization tokens\b|\bConnect-AzContainerRegistry\b/;

/** In these places a service signs in, not a person. */
const automation = /##\[|\bGITHUB_|\/home\/(?:runner|vsts)\/|\bservice principal\b/i;

const chain = /\b(?:Chained|Default)[A-Za-z]{0,10}Credential\b/;

/** A token was asked for, or another's name was given: not the plain sign-in. */
function isPlain(paste: Paste): boolean {
  const lists = argumentsOf(commands.acr, paste);
  return !lists.some(
    (list) => list.startsWith('login ') && (userOf(list) !== null || isRequest(list, paste.text)),
  );
}

/** `--expose-token` as the person's own command; az quotes it when it only recommends it. */
function isRequest(list: string, text: string): boolean {
  return list.includes('--expose-token') && !text.includes(`'az acr ${list.slice(0, 20)}`);
}

/** The method that the text shows, or null. */
export function findAuthMethod(paste: Paste): AuthMethod | null {
  const shown = fromCommands(paste) ?? firstOf(authMethodRules, paste);
  if (shown !== null) return shown;
  // A chain of credentials tries the metadata service too, whatever the identity was to be.
  if (paste.holds('169.254.169.254') && !matches(chain, paste)) return 'managed-identity';
  return matches(ownLogin, paste) && isPlain(paste) && !matches(automation, paste)
    ? 'individual-entra'
    : null;
}
