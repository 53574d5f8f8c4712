import { describe, expect, test } from 'vitest';
import { type Answer, failed, ok, type Problem } from '../../src/azure/answer.js';
import type { Directory, Management, RegistryData, RegistryProbe } from '../../src/azure/ports.js';
import { checksOf } from '../../src/checks/catalogue.js';
import type { Means } from '../../src/checks/check.js';
import { type LiveCheckId, runnable } from '../../src/checks/needs.js';
import { runChecks } from '../../src/checks/runner.js';
import { assignment, dana, failures, type Given, meansOf, pipeline, subject, subscription } from './fakes.js';

/** Every call that can fail, by the port that makes it. */
type Call = keyof Management | keyof Directory | keyof RegistryData | 'anonymousToken';

const custom: Given['management'] = { assignments: async () => ok([assignment('own')]) };
const kubelet: Given = { subject: { identity: { kind: 'kubelet' } }, management: custom };
const application: Given = { subject: { identity: pipeline, federation: { issuer: 'i', subject: 's' } } };
const token: Given = { subject: { identity: { kind: 'token', name: 'ci' } } };
const registry: readonly Call[] = ['findRegistry'];

/** For each check: what it is run with, and the calls whose failure leaves it without a verdict. */
const table: Readonly<Record<Exclude<LiveCheckId, ByReach>, readonly (readonly [Given, readonly Call[]])[]>> =
  {
    'registry-lookup': [[{}, registry]],
    'data-endpoint': [[{ registry: { dataEndpoints: ['contoso.westeurope.data.azurecr.io'] } }, registry]],
    provider: [
      [{}, [...registry, 'providerRegistered']],
      [{ subject: { subscription } }, ['providerRegistered']],
    ],
    'management-rights': [
      [{ management: custom }, ['findRegistry', 'assignments', 'roleDefinition']],
      [{ ...application, management: custom }, ['findRegistry', 'servicePrincipal', 'assignments']],
    ],
    account: [[{}, ['user']]],
    'image-platform': [
      [
        {
          subject: { platform: 'linux/arm64' },
          data: { manifest: async () => ok({ platforms: ['linux/amd64'] }) },
        },
        ['manifest'],
      ],
    ],
    'permission-mode': [[{}, registry]],
    'admin-user': [[{}, registry]],
    'arm-audience': [[{}, registry]],
    'private-endpoint': [[{}, registry]],
    'network-rules': [[{}, registry]],
    'anonymous-pull': [[{ registry: null }, ['anonymousToken']]],
    'roles-legacy': [
      [{ management: custom }, ['findRegistry', 'assignments', 'roleDefinition', 'eligibilities']],
      [{ ...application, management: custom }, ['findRegistry', 'servicePrincipal', 'assignments']],
    ],
    'roles-abac': [
      [
        { registry: { mode: 'abac' }, management: custom },
        ['findRegistry', 'assignments', 'roleDefinition', 'eligibilities'],
      ],
    ],
    'kubelet-role': [[kubelet, ['findRegistry', 'clusters', 'assignments']]],
    'sp-application': [[application, ['servicePrincipal']]],
    'sp-secret-expiry': [[application, ['application']]],
    'federated-credential': [[application, ['application']]],
    'managed-identity': [[application, ['servicePrincipal']]],
    'token-status': [[token, ['findRegistry', 'tokens']]],
    'token-password': [[token, ['findRegistry', 'tokens']]],
    'scope-map': [[token, ['findRegistry', 'tokens', 'scopeMap']]],
    'image-exists': [[{}, ['manifest']]],
    'content-state': [[{}, ['findRegistry', 'locks', 'usages', 'attributes']]],
    'entra-session': [[{}, ['exchange', 'granted']]],
  };

/** These never fail: how far the way leads is what they tell. */
const byReach = ['dns', 'connection', 'challenge', 'service-state'] as const;
type ByReach = (typeof byReach)[number];

/** Failures that say something by themselves: a refusal of the very sign-in, and what is left out where it is denied. */
function means(call: Call, problem: Problem): string | null {
  const session = call === 'exchange' || call === 'granted';
  if (session && problem.kind === 'denied') return 'still-refused';
  if (session && problem.kind === 'signed-out') return 'entra-error';
  return call === 'eligibilities' && problem.kind === 'denied' ? 'none' : null;
}

/** The same ports, one call of which fails. */
function failing(ports: Means, call: Call, problem: Problem): Means {
  const broken = async (): Promise<Answer<never>> => failed(problem);
  const swap = <T extends object>(port: T): T => (call in port ? { ...port, [call]: broken } : port);
  return {
    ...ports,
    management: ports.management && swap(ports.management),
    directory: ports.directory && swap(ports.directory),
    probe: swap<RegistryProbe>(ports.probe),
    data: ports.data && swap(ports.data),
  };
}

// Object.entries widens the keys; those of the table are exactly the ids of checks.
const rows = (Object.entries(table) as [LiveCheckId, (typeof table)[keyof typeof table]][]).flatMap(
  ([id, cases]) =>
    cases.flatMap(([given, calls]) =>
      calls.flatMap((call) =>
        failures.map(([problem, why]) => ({ id, given, call, problem, why, kind: problem.kind })),
      ),
    ),
);

async function outcome(id: LiveCheckId, given: Given, ports: Means): Promise<string> {
  const [finding] = await runChecks(checksOf([id]), subject(given.subject), ports);
  if (finding === undefined) return 'no finding';
  return finding.verdict === 'unknown' ? `unknown: ${finding.why}` : finding.verdict;
}

describe('a call that fails is never a verdict', () => {
  test.each(rows)('$id: $call is $kind', async ({ id, given, call, problem, why }) => {
    const expected = means(call, problem) ?? `unknown: ${why}`;
    expect(await outcome(id, given, failing(meansOf(given), call, problem))).toBe(expected);
  });

  test.each(rows.filter(({ kind }) => kind === 'throttled'))(
    '$id: without a failure of $call it comes further',
    async ({ id, given, why }) => {
      expect(await outcome(id, given, meansOf(given))).not.toBe(`unknown: ${why}`);
    },
  );

  test('every check that can be made is in the table', () => {
    const identities = [dana, pipeline, { kind: 'kubelet' }, { kind: 'token', name: null }] as const;
    const federation = { issuer: 'i', subject: 's' };
    const all = identities.flatMap((identity) =>
      runnable(subject({ identity, federation, subscription, platform: 'linux/arm64' })),
    );
    const told = new Set<LiveCheckId>([...rows.map(({ id }) => id), ...byReach]);
    expect(new Set(all)).toEqual(told);
  });
});
