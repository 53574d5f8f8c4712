import type { RegistryRecord } from '../../azure/ports.js';
import { azureToInspect, trySignIn } from '../../doctor/azure/connect.js';
import { enabledFeatures } from '../../doctor/azure/features.js';
import { inspectAzure } from '../../doctor/azure/inspect.js';
import { judgeAzure } from '../../doctor/azure/judge.js';
import type { AzureLook } from '../../doctor/azure/look.js';
import { judgeClock } from '../../doctor/clock.js';
import { judgeConfiguration } from '../../doctor/configuration.js';
import { type HostLook, isThisMachine, judgeHost } from '../../doctor/egress.js';
import { type Finding, finding } from '../../doctor/finding.js';
import { judgeLink } from '../../doctor/link.js';
import { judgeEntries, judgePolicy } from '../../doctor/policy.js';
import { judgeReferences } from '../../doctor/references.js';
import type { Report } from '../../doctor/report.js';
import { type Check, runChecks } from '../../doctor/run.js';
import { secretsIn, withoutSecrets } from '../../doctor/secrets.js';
import { judgeSlack } from '../../doctor/slack.js';
import { judgeStore } from '../../doctor/store.js';
import { judgeTeams } from '../../doctor/teams.js';
import { inspectStore } from '../../store/inspect.js';
import { storeTokenOn } from '../bot/store-token.js';
import { knownHosts, lookAtHosts, registryHosts } from './hosts.js';
import { credentialsOf, type Parts } from './parts.js';

/** Milliseconds for everything that is asked; a check that is late by itself ends a little later. */
const ASKING_MS = 25_000;

/** Looks at everything at once, and judges it. */
export async function examine(parts: Parts, askingMs = ASKING_MS): Promise<Report> {
  const { env, configuration, settings, ground, inWorld, policy, platforms, now } = parts;
  const signal = AbortSignal.timeout(askingMs);
  const teams = platforms.lookAtTeams(settings, now);
  const slack = platforms.lookAtSlack(settings, now);
  const azure = lookAtAzure(parts, signal);
  const seen = azure.then((look) => (look?.registries.ok ? look.registries.value : []));
  const known = knownHosts(parts);
  const hosts = known.then((all) => lookAtHosts(all, parts, [], signal));
  const registries = seen.then((all) => lookAtHosts(registryHosts(all), parts, all, signal));
  // Each of them is waited for in a check of its own, which tells of its failure.
  for (const look of [teams, slack, azure, seen, known, hosts, registries]) look.catch(() => {});

  const checks: readonly Check[] = [
    {
      name: 'configuration',
      run: async () => [
        ...judgeConfiguration(env, configuration, inWorld),
        ...judgeReferences(parts.references),
        ...judgeExtraCa(parts),
      ],
    },
    { name: 'policy', run: async () => judgePolicy(policy, settings, ground.cloud) },
    {
      name: 'store',
      run: async () =>
        judgeStore(await inspectStore(settings.server.store, storeTokenOn(settings.server, ground))),
    },
    { name: 'teams', run: async () => perhaps(await teams, judgeTeams) },
    { name: 'slack', run: async () => perhaps(await slack, judgeSlack) },
    { name: 'azure', run: async () => judged(await azure, parts) },
    { name: 'link', run: (stop) => lookAtLink(parts, stop) },
    { name: 'egress', run: async () => (await hosts).map(judgeHost) },
    { name: 'registries', run: async () => (await registries).map(judgeHost) },
    {
      name: 'clock',
      run: async () => {
        const platform = [await teams, await slack].flatMap((look) =>
          look?.kind === 'looked' && look.clock !== null ? [look.clock] : [],
        );
        return judgeClock([...platform, ...clocksOf(await hosts)]);
      },
    },
  ];
  const findings = await runChecks(checks, askingMs + 1_000);
  const allowed = await Promise.all([known, seen.then(registryHosts)]).catch(() => []);
  return {
    findings: withoutSecrets(findings, secretsIn(env)),
    hosts: allowed.flat().filter(({ host }) => !isThisMachine(host)),
  };
}

function perhaps<T>(look: T | null, judge: (look: T) => readonly Finding[]): readonly Finding[] {
  return look === null ? [] : judge(look);
}

function judgeExtraCa({ env, extraCa }: Parts): readonly Finding[] {
  const file = env['ACR_HELP_EXTRA_CA'] ?? '';
  if (file === '') return [];
  return [
    extraCa === null
      ? finding('config.extra-ca-unreadable', 'ACR_HELP_EXTRA_CA', { file })
      : finding('config.extra-ca', 'ACR_HELP_EXTRA_CA', { count: extraCa.length }),
  ];
}

async function lookAtAzure(parts: Parts, signal: AbortSignal): Promise<AzureLook | null> {
  const credentials = credentialsOf(parts);
  if (credentials === null) return null;
  const { ground, policy } = parts;
  const rules = policy.kind === 'policy' ? policy.policy : null;
  return inspectAzure(azureToInspect(ground, credentials, ground.subscriptions, rules), signal);
}

function judged(look: AzureLook | null, parts: Parts): readonly Finding[] {
  if (look === null) return [];
  const { settings, ground, policy, now } = parts;
  const rules = policy.kind === 'policy' ? policy.policy : null;
  const credentials = credentialsOf(parts);
  const enabled = enabledFeatures({
    reads: true,
    readsData: ground.readsData,
    gives: credentials?.grantor != null,
    renews: credentials?.rotator != null,
    policy: rules,
  });
  const { graphEndpoint } = ground.cloud;
  const registries: readonly RegistryRecord[] = look.registries.ok ? look.registries.value : [];
  return [
    ...judgeAzure(look, { enabled, policy: rules && settings.policy, graphEndpoint }, now()),
    ...(rules !== null && look.registries.ok ? judgeEntries(rules, registries) : []),
  ];
}

async function lookAtLink({ settings, ground }: Parts, signal: AbortSignal): Promise<readonly Finding[]> {
  const { link } = settings;
  if (link === null) return [];
  const spec = {
    kind: 'client-secret',
    tenant: link.tenant,
    clientId: link.clientId,
    secret: link.secret,
  } as const;
  return [judgeLink(await trySignIn(ground, spec, signal))];
}

function clocksOf(looks: readonly HostLook[]) {
  return looks.flatMap((look) => (look.kind === 'looked' && look.clock !== null ? [look.clock] : []));
}
