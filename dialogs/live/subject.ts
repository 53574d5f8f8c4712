import type { FailingIdentity, Subject } from '../../src/checks/check.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import type { LoginServer, Reading } from '../../src/diagnosis/reading.js';
import type { Symptom } from '../../src/knowledge/vocabulary.js';
import { type Case, caseOf } from '../case.js';
import type { Conversation } from '../conversation/state.js';
import { UNKNOWN } from '../tree/node.js';
import type { Answers } from '../walk.js';

/**
 * What live checks are about in this conversation, or null while the registry is not known. Pure.
 *
 * @param answers all that is known so far
 */
export function subjectOf(conversation: Conversation, answers: Answers): Subject | null {
  const { reading, live } = conversation;
  const loginServer = loginServerOf(answers);
  if (loginServer === null || live === null) return null;
  const facts = reading?.facts ?? {};
  const { federatedIssuer = null, federatedSubject = null } = facts;
  return {
    loginServer,
    repository: facts.repository ?? null,
    reference: facts.digest ?? facts.tag ?? null,
    platform: facts.platform ?? null,
    operation: caseOf(reading, answers).operation,
    subscription: facts.subscription ?? subscriptionOf(conversation),
    clientIp: reading?.clientIp ?? null,
    identity: identityOf(conversation, answers),
    federation:
      federatedIssuer === null && federatedSubject === null
        ? null
        : { issuer: federatedIssuer, subject: federatedSubject },
    cluster: typed(answers['cluster-name']),
  };
}

/** The subscription that the person's az works in, by the newest output that tells. */
function subscriptionOf({ reading, outputs }: Conversation): string | null {
  const all = [...(reading?.outputs ?? []), ...outputs];
  return all.findLast(({ subscription }) => subscription !== null)?.subscription ?? null;
}

/** Whether the error is not the registry's, though one is named beside it. */
export function isElsewhere({ situation }: Answers): boolean {
  return situation === 'not-acr';
}

/**
 * The login server, or the one that az would build from a bare resource name: a registry with a domain name label
 * has another, which Resource Manager tells (registry-protocol.md §7).
 */
export function loginServerOf(answers: Answers): LoginServer | null {
  const name = typed(answers.registry);
  if (name === null) return null;
  return parseLoginServer(name) ?? parseLoginServer(`${name.toLowerCase()}.azurecr.io`);
}

/** Who was refused, by the method: the person, or an identity with an id of its own. */
function identityOf({ reading, live }: Conversation, answers: Answers): FailingIdentity {
  const known = caseOf(reading, answers);
  const { method, environment } = known;
  const clientId = typed(answers['client-id']);
  const refused = reading?.facts.objectId;
  // Resource Manager names whom it refused; that is surer than who asks.
  if (refused !== undefined) return { kind: 'user', objectId: refused };
  switch (method) {
    case 'individual-entra':
    case 'exposed-token':
      return live?.objectId == null ? { kind: 'unknown' } : { kind: 'user', objectId: live.objectId };
    case 'service-principal':
    case 'managed-identity':
    case 'workload-federation':
      return clientId === null ? { kind: 'unknown' } : { kind: 'application', clientId };
    case 'aks-kubelet-identity':
      return { kind: 'kubelet' };
    case 'admin-user':
      return { kind: 'admin' };
    case 'repository-token':
      return { kind: 'token', name: typed(answers['token-name']) };
    case 'anonymous':
      return { kind: 'anonymous' };
    case null:
      if (environment === 'kubernetes' && answers['pull-secret-used'] !== 'yes') return { kind: 'kubelet' };
      if (clientId !== null) return { kind: 'application', clientId };
      return ownCommand(reading, known) && live?.objectId != null
        ? { kind: 'user', objectId: live.objectId }
        : { kind: 'unknown' };
  }
}

/** What only the tools for managing a registry print. */
const managing: readonly (Symptom | null)[] = [
  'resource-not-found',
  'arm-denied',
  'app-registration',
  'provider-registration',
];

/** Who manages a registry by hand does so with their own sign-in. */
function ownCommand(reading: Reading | null, { operation, environment }: Case): boolean {
  const manages = operation === 'manage' || managing.includes(reading?.symptom ?? null);
  return manages && (environment === null || environment === 'workstation');
}

function typed(answer: string | undefined): string | null {
  return answer === undefined || answer === UNKNOWN ? null : answer;
}
