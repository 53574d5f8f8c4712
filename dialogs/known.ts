import type { Heard, Reading } from '../src/diagnosis/reading.js';
import { signature } from '../src/diagnosis/recognise/signatures.js';
import type { CauseId } from '../src/knowledge/causes.js';
import type { Symptom } from '../src/knowledge/vocabulary.js';
import { printedAnswers } from './live/printed.js';
import { isCheck } from './questions.js';
import type { Answers } from './walk.js';

/** From here on the text settles a cause, and questions that would only confirm it are skipped. */
const SETTLED = 0.9;

/** Rows that say "refused" without why: there the place decides how the tree goes on. */
const refusals: readonly Symptom[] = ['unauthorized', 'no-credentials', 'scope-denied', 'managed-identity'];

/** What a text that settles a cause has answered already. */
const settledBy: Readonly<Partial<Record<CauseId, Answers>>> = {
  'docker-too-old': { 'docker-version': 'outdated' },
  'image-not-qualified': { 'image-reference': 'unqualified' },
  'repository-or-tag-not-found': { 'image-exists': 'missing' },
  'expose-token-username': { 'auth-method': 'exposed-token', 'exposed-token-user': 'other' },
  'anonymous-pull-stale-login': {
    'auth-method': 'anonymous',
    'anonymous-pull': 'on',
    'stored-credentials': 'stored',
  },
  'entra-token-expired': { 'earlier-sign-in': 'over-three-hours' },
  'mode-switch-stale-credential': { 'earlier-sign-in': 'before-mode-switch' },
  'admin-user-disabled': { 'auth-method': 'admin-user', 'admin-user': 'disabled' },
  'repo-token-disabled': { 'auth-method': 'repository-token', 'token-status': 'disabled' },
  'arm-audience-disabled': { 'arm-audience': 'refused' },
  'role-not-activated': { 'roles-legacy': 'eligible-only', 'roles-abac': 'eligible-only' },
  'abac-ignores-legacy-role': { 'permission-mode': 'abac', 'roles-abac': 'legacy-roles-only' },
  'abac-condition-excludes': { 'permission-mode': 'abac', 'roles-abac': 'condition-excludes' },
  'role-propagating': { 'roles-legacy': 'granted-recently', 'roles-abac': 'granted-recently' },
  'scope-map-insufficient': { 'auth-method': 'repository-token', 'scope-map': 'lacks' },
  'aks-pull-secret-invalid': { 'pull-secret-used': 'yes', 'pull-secret': 'bad' },
  'public-access-disabled': { 'network-rules': 'public-access-off' },
  'private-endpoint-dns': { dns: 'public-address', 'private-endpoint': 'approved' },
  'data-endpoint-blocked': { 'data-endpoint': 'blocked' },
  'content-locked': { 'content-state': 'locked' },
  'quota-exceeded': { 'content-state': 'storage-full' },
  'managed-identity-unavailable': { 'managed-identity': 'missing' },
  'sp-secret-invalid': {
    'auth-method': 'service-principal',
    'earlier-sign-in': 'unknown',
    'sp-user-name': 'application-id',
  },
  'aks-identity-missing-role': { 'pull-secret-used': 'no', 'kubelet-role': 'role-missing' },
  'federation-mismatch': { 'federated-credential': 'differs' },
};

/** Which answer an Entra code stands for, by the cause that the code's table names. */
const entraAnswer: Readonly<Partial<Record<CauseId, string>>> = {
  'sp-secret-invalid': 'secret-wrong',
  'sp-secret-expired': 'secret-expired',
  'sp-not-found': 'application-unknown',
  'entra-token-expired': 'session-expired',
  'credentials-invalid': 'password-wrong',
  'conditional-access': 'policy-blocks',
  'federation-mismatch': 'federation-differs',
  'cross-tenant': 'other-tenant',
  'arm-audience-disabled': 'audience-refused',
};

const managementAnswer: Readonly<Partial<Record<CauseId, string>>> = {
  'assign-role-not-allowed': 'assigning-denied',
  'arm-role-missing': 'registry-denied',
  'wrong-subscription': 'not-in-subscription',
  'role-propagating': 'stale-view',
  'cross-tenant': 'other-tenant',
};

/** What a paste answers, by how far it may be believed. */
export interface FromText {
  /** Questions to the person, and what a program's output answers of those to a check. */
  readonly known: Answers;
  /** What the person says of what a check can find out: it stands only where nobody looks. */
  readonly said: Answers;
}

/**
 * Answers that a paste gives by itself, so that nobody is asked what the text already says. A guess and a question
 * answer nothing. Pure.
 *
 * @param doubted causes that checks contradict: what the person says for them answers nothing either
 */
export function fromText(reading: Reading, doubted: readonly CauseId[] = []): FromText {
  const printed = printedAnswers(reading.outputs, registryIn(reading));
  // A look at the machine is no error of somebody else.
  if (!reading.aboutAcr && reading.outputs.length > 0 && reading.signatures.length === 0)
    return { known: printed, said: {} };
  if (!reading.aboutAcr) return { known: { ...elsewhere(reading), ...printed }, said: {} };
  const stated = reading.stated === null || doubted.includes(reading.stated.cause) ? null : reading.stated;
  const symptom = seenIn(reading);
  // What was seen is named by the program, where one speaks; by the person otherwise.
  const witness = reading.printed?.symptom == null ? stated : reading.printed;
  const settled: Answers = { ...settledIn(stated), ...settledIn(reading.printed) };
  const shown = settledIn(reading.printed);
  const bySymptom = impliedAnswers(symptom === null ? {} : { symptom });
  const checks: Answers = {
    ...(reading.mode === null ? {} : { 'permission-mode': reading.mode }),
    ...(reading.printed?.symptom == null ? bySymptom : {}),
    ...settled,
  };
  const { facts } = reading;
  const known: Answers = {
    ...(symptom === null
      ? option('situation', placeOf(reading))
      : { situation: situationOf(reading, symptom), symptom }),
    ...(reading.authMethod === null ? {} : { 'auth-method': reading.authMethod }),
    ...(reading.operation === null ? {} : { operation: reading.operation }),
    ...(reading.environment === null ? {} : { environment: reading.environment }),
    ...registryOf(reading),
    ...(facts.clientId === undefined ? {} : { 'client-id': facts.clientId }),
    ...(symptom === 'no-credentials' ? { 'earlier-sign-in': 'never' } : {}),
    ...(symptom === 'entra-code' ? option('entra-code', entraAnswer[witness?.cause ?? 'unknown']) : {}),
    ...(symptom === 'arm-denied'
      ? option('management-symptom', managementAnswer[witness?.cause ?? 'unknown'])
      : {}),
    ...answersWhere(settled, (question) => !isCheck(question) || question in shown),
    ...printed,
  };
  return { known, said: answersWhere(checks, (question) => isCheck(question) && !(question in shown)) };
}

/**
 * An error that is not the registry's. Where the text names a registry of Azure too, and who works with it, what it says
 * of that can be looked up.
 */
function elsewhere({ facts, operation }: Reading): Answers {
  if (facts.loginServer === undefined) return { situation: 'not-acr' };
  return {
    situation: 'not-acr',
    registry: facts.loginServer,
    ...(operation === null ? {} : { operation }),
    ...(facts.clientId === undefined ? {} : { 'client-id': facts.clientId }),
  };
}

/** All that a paste answers, for where no check can be made. Pure. */
export function answersFromReading(reading: Reading): Answers {
  const { known, said } = fromText(reading);
  return { ...said, ...known };
}

/** What a text that settles a cause has answered. */
function settledIn(heard: Heard | null): Answers {
  return heard === null || heard.confidence < SETTLED ? {} : (settledBy[heard.cause] ?? {});
}

function answersWhere(answers: Answers, keeps: (question: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([question]) => keeps(question)));
}

/** Answers that follow from what the person answered: who is asked about a pod pulls, in a cluster. Pure. */
export function impliedAnswers(answers: Answers): Answers {
  const implied: Partial<Record<keyof Answers, string>> = {};
  if (answers.situation === 'login') implied.operation = 'login';
  if (answers.situation === 'management') implied.operation = 'manage';
  if (answers.situation === 'kubernetes')
    Object.assign(implied, { environment: 'kubernetes', operation: 'pull' });
  if (answers.situation === 'azure-devops') implied.environment = 'azure-devops';
  if (answers.situation === 'azure-service')
    Object.assign(implied, { environment: 'azure-service', operation: 'pull' });
  // Nobody can try the way to the registry from inside a service of Azure.
  if (answers.situation === 'azure-service' || answers.environment === 'azure-service')
    implied.challenge = 'unknown';
  // These messages have one reading; a live check may still find that it no longer holds.
  if (answers.symptom === 'platform-missing') implied['image-platform'] = 'missing';
  if (answers.symptom === 'provider-registration') implied.provider = 'not-registered';
  if (answers['management-symptom'] === 'assigning-denied') implied['management-rights'] = 'cannot-assign';
  if (answers.situation === 'oidc-workflow') implied['auth-method'] = 'workload-federation';
  if (answers['pipeline-connection'] !== undefined && answers['pipeline-connection'] !== 'unknown') {
    implied['auth-method'] = answers['pipeline-connection'];
  }
  return implied;
}

/** A name without a dot is a bad login server to who signs in, and an image without one to who moves it. */
function isMalformedName({ symptom, causes }: Reading): boolean {
  return symptom === 'image-unqualified' && causes[0]?.cause === 'login-server-malformed';
}

/** A 401 at the exchange beside "could not be found in subscription" is first a question of where it is. */
function seenIn(reading: Reading): Symptom | null {
  if (isMalformedName(reading)) return 'name-malformed';
  if (reading.symptom !== 'exchange-401') return reading.symptom;
  const misplaced = reading.signatures.some((id) => signature(id).symptom === 'resource-not-found');
  return misplaced ? 'resource-not-found' : 'exchange-401';
}

function situationOf(reading: Reading, symptom: Symptom): string {
  // Kubernetes wraps every failure in "ImagePullBackOff", which by itself says nothing.
  if (reading.environment === 'kubernetes' && symptom === 'other') return 'kubernetes';
  if (!refusals.includes(symptom)) return 'unknown';
  if (reading.environment === 'kubernetes') return 'kubernetes';
  if (reading.environment === 'azure-service') return 'azure-service';
  return 'unknown';
}

/** Where nothing is said of what was seen, the place alone says what somebody was doing. */
function placeOf({ environment }: Reading): string | undefined {
  return environment === 'azure-service' || environment === 'kubernetes' ? environment : undefined;
}

function registryOf(reading: Reading): Answers {
  const name = registryIn(reading);
  return name === null ? {} : { registry: name };
}

function registryIn({ facts }: Reading): string | null {
  return facts.loginServer ?? facts.registry ?? null;
}

function option(
  question: 'entra-code' | 'management-symptom' | 'situation',
  value: string | undefined,
): Answers {
  return value === undefined ? {} : { [question]: value };
}
