import type { LoginServer } from '../../diagnosis/reading.js';
import { type Answer, failed, ok, type Problem } from '../answer.js';
import type { ArmClients } from '../clients.js';
import { hasCode } from '../errors.js';
import type { RegistryRecord } from '../ports.js';
import type { Ask } from '../run-cache.js';
import { allOf, answered } from './ask.js';
import { isLoginServerOf, registryRecord } from './registries.js';

const action = 'Microsoft.ContainerRegistry/registries/read';

/** Registries of a subscription; none where the resource provider is not registered. */
export function registriesIn({ registries }: ArmClients): Ask<string, readonly RegistryRecord[]> {
  return (subscription, signal) =>
    answered(action, async () => {
      try {
        const list = registries(subscription).registries.list({ abortSignal: signal });
        const found = await allOf(list, signal);
        return found.map(registryRecord).filter((record) => record !== null);
      } catch (error) {
        if (hasCode(error, 'MissingSubscriptionRegistration')) return [];
        throw error;
      }
    });
}

/**
 * The registry of a login server in one of several subscriptions, as soon as one of them shows it. Where none does and
 * one could not be read, that is the answer: nobody knows what is in there.
 */
export async function findIn(
  subscriptions: readonly string[],
  list: Ask<string, readonly RegistryRecord[]>,
  loginServer: LoginServer,
  signal: AbortSignal,
): Promise<Answer<RegistryRecord | null>> {
  if (subscriptions.length === 0) return failed({ kind: 'denied', action });
  const lists = subscriptions.map((subscription) => list(subscription, signal));
  const hits = lists.map(async (listed) => {
    const answer = await listed;
    const hit = answer.ok ? answer.value.find((record) => isLoginServerOf(record, loginServer)) : undefined;
    if (hit === undefined) throw new Error('not here');
    return ok(hit);
  });
  return Promise.any(hits).catch(async () => {
    const problems = (await Promise.all(lists)).flatMap((answer) => (answer.ok ? [] : [answer.problem]));
    const [worst] = problems.toSorted((a, b) => gravity[a.kind] - gravity[b.kind]);
    return worst === undefined ? ok(null) : failed(worst);
  });
}

/**
 * The registry where either look shows it, as soon as one does. Where none does the thorough one has the word: a guess
 * that finds nothing says nothing.
 */
export async function firstHit(
  guess: Promise<Answer<RegistryRecord | null>>,
  thorough: Promise<Answer<RegistryRecord | null>>,
): Promise<Answer<RegistryRecord | null>> {
  const hits = [guess, thorough].map(async (look) => {
    const answer = await look;
    if (!answer.ok || answer.value === null) throw new Error('not here');
    return answer;
  });
  return Promise.any(hits).catch(() => thorough);
}

/** What hides most comes first: a right that is missing is at least an answer. */
const gravity: Readonly<Record<Problem['kind'], number>> = {
  'signed-out': 0,
  unavailable: 1,
  'circuit-open': 2,
  busy: 3,
  throttled: 4,
  denied: 5,
  'not-found': 6,
};
