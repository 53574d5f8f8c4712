import { parseLoginServer, registryOf } from '../src/diagnosis/facts/login-server.js';
import type { Reading } from '../src/diagnosis/reading.js';
import type { PlaceholderValues } from '../src/knowledge/fixes/commands.js';
import type { When } from '../src/knowledge/fixes/fix.js';
import { leastRole } from '../src/knowledge/roles.js';
import {
  type AuthMethod,
  authMethods,
  type Environment,
  environments,
  type Operation,
  operations,
  type RegistryMode,
  registryModes,
} from '../src/knowledge/vocabulary.js';
import type { Answers } from './walk.js';

/** Everything that makes a fix exact. Null where it is not known. */
export interface Case {
  readonly method: AuthMethod | null;
  readonly operation: Operation | null;
  readonly environment: Environment | null;
  readonly mode: RegistryMode | null;
  /** Values for commands and texts; each passed the grammar of its kind. */
  readonly values: PlaceholderValues;
}

/** The user name tells the method to who doesn't know it (C6). */
const methodOfUserName: Readonly<Record<string, AuthMethod>> = {
  'zero-guid': 'individual-entra',
  guid: 'service-principal',
  'registry-name': 'admin-user',
  'other-name': 'repository-token',
};

/** Puts facts of the paste and answers together. Pure; a person's answer wins over the paste. */
export function caseOf(reading: Reading | null, answers: Answers): Case {
  const method =
    member(authMethods, answers['auth-method']) ?? methodOfUserName[answers['user-name-form'] ?? ''] ?? null;
  const operation = member(operations, answers.operation) ?? null;
  const environment = member(environments, answers.environment) ?? null;
  const mode = member(registryModes, answers['permission-mode']) ?? null;
  return { method, operation, environment, mode, values: valuesOf(reading, answers, operation, mode) };
}

/** Whether a step belongs to the case: `yes`, `no`, or – where a value is not known – `maybe`. */
export function applies(
  when: When | undefined,
  { method, operation, mode, environment }: Case,
): 'yes' | 'no' | 'maybe' {
  if (when === undefined) return 'yes';
  const verdicts = [
    matches(when.method, method),
    matches(when.operation, operation),
    matches(when.mode, mode),
    matches(when.environment, environment),
  ];
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('maybe') ? 'maybe' : 'yes';
}

function matches<T>(wanted: readonly T[] | undefined, value: T | null): 'yes' | 'no' | 'maybe' {
  if (wanted === undefined) return 'yes';
  if (value === null) return 'maybe';
  return wanted.includes(value) ? 'yes' : 'no';
}

function valuesOf(
  reading: Reading | null,
  answers: Answers,
  operation: Operation | null,
  mode: RegistryMode | null,
): PlaceholderValues {
  const facts = reading?.facts ?? {};
  const named = typed(answers.registry);
  const loginServer = (named === undefined ? undefined : parseLoginServer(named)) ?? facts.loginServer;
  const registry =
    loginServer === undefined || loginServer === null ? (named ?? facts.registry) : registryOf(loginServer);
  const role = leastRole(operation ?? 'pull', mode ?? 'legacy');
  const reference = facts.digest === undefined ? join(':', facts.tag) : join('@', facts.digest);
  return withoutUndefined({
    registry,
    loginServer: loginServer ?? undefined,
    repository: facts.repository,
    tag: facts.tag,
    image: loginServer && facts.repository ? `${loginServer}/${facts.repository}${reference}` : undefined,
    ip: facts.ip,
    subscription: facts.subscription,
    tenant: facts.tenant,
    clientId: typed(answers['client-id']) ?? facts.clientId,
    tokenName: typed(answers['token-name']),
    cluster: typed(answers['cluster-name']),
    role: mode === null || role === null ? undefined : role,
  });
}

/** A typed answer; not knowing is none. */
function typed(answer: string | undefined): string | undefined {
  return answer === 'unknown' ? undefined : answer;
}

function join(separator: string, value: string | undefined): string {
  return value === undefined ? '' : `${separator}${value}`;
}

function withoutUndefined(values: Record<string, string | undefined>): PlaceholderValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function member<T extends string>(list: readonly T[], value: string | undefined): T | undefined {
  return list.find((item) => item === value);
}
