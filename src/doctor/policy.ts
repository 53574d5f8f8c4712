import { tierOf } from '../access/policy/approval.js';
import { entryFor, registryFrom } from '../access/policy/match.js';
import type { Policy, RegistryEntry } from '../access/policy/policy.js';
import type { PolicyProblem } from '../access/policy/problem.js';
import type { CloudProfile } from '../azure/clouds.js';
import type { RegistryRecord } from '../azure/ports.js';
import { vaultHost } from '../azure/vault-places.js';
import type { Settings } from '../config/settings.js';
import { type Finding, finding, inAnyShell } from './finding.js';
import { quoted } from './shell.js';

/** What became of the policy file. */
export type PolicyLook =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly cause: unknown }
  | { readonly kind: 'mistakes'; readonly problems: readonly PolicyProblem[] }
  | { readonly kind: 'policy'; readonly policy: Policy };

/** Mistakes that are named one by one. */
const most = 10;

type Parts = Pick<Settings, 'access' | 'rotation' | 'link' | 'deliveryKey' | 'policy'>;

/** Whether there is a policy, and whether what it promises is set up. Of its text nothing goes on but names of rules. Pure. */
export function judgePolicy(
  look: PolicyLook,
  settings: Parts,
  cloud: Pick<CloudProfile, 'vaultSuffix'>,
): readonly Finding[] {
  const file = settings.policy ?? '';
  switch (look.kind) {
    case 'none':
      return [finding('policy.none')];
    case 'unreadable':
      return [finding('policy.unreadable', file, { file })];
    case 'mistakes': {
      const check = inAnyShell(`npm run -s acr-help -- policy check ${quoted(file)}`);
      const { problems } = look;
      return problems
        .slice(0, most)
        .map(({ line, code }) =>
          finding(
            'policy.mistake',
            line === null ? code : `${code}:${line}`,
            { line: line ?? '?', code, count: problems.length },
            check,
          ),
        );
    }
    case 'policy':
      return judgeRules(look.policy, settings, cloud);
  }
}

function judgeRules(policy: Policy, settings: Parts, cloud: Pick<CloudProfile, 'vaultSuffix'>) {
  const { requests, rotations, registries, hash } = policy;
  const pages = settings.link !== null;
  const vaults = rotations.flatMap(({ delivery }) => (delivery.kind === 'vault' ? [delivery.url] : []));
  const onPage = rotations.filter(({ delivery }) => delivery.kind === 'one-time-page');
  const signedIn = [
    ...requests.filter((rule) =>
      registries.some(
        (entry) =>
          rule.registries.includes(entry.name) && rule.roles.some((role) => tierOf(rule, entry, role) >= 2),
      ),
    ),
    ...rotations.filter(({ tier }) => tier >= 2),
  ];
  const named = (rules: readonly { readonly name: string }[]) => ({ rules: rules.map(({ name }) => name) });
  return [
    finding('policy.read', null, {
      ...{ hash: hash.slice(0, 12), registries: registries.length },
      ...{ requests: requests.length, rotations: rotations.length },
    }),
    ...[...new Set(vaults)]
      .filter((url) => !isVault(url, cloud))
      .map((url) => finding('policy.vault-elsewhere', url, { url, suffix: cloud.vaultSuffix })),
    ...(requests.length > 0 && settings.access === null
      ? [finding('policy.no-grantor', null, named(requests))]
      : []),
    ...(rotations.length > 0 && settings.rotation === null
      ? [finding('policy.no-rotator', null, named(rotations))]
      : []),
    ...(signedIn.length > 0 && !pages ? [finding('policy.needs-pages', null, named(signedIn))] : []),
    ...(onPage.length > 0 && (settings.deliveryKey === null || !pages)
      ? [finding('policy.needs-delivery-key', null, named(onPage))]
      : []),
  ];
}

/** Entries that no registry belongs to, as far as the reader sees. Pure. */
export function judgeEntries(policy: Policy, seen: readonly RegistryRecord[]): readonly Finding[] {
  const met = new Set<RegistryEntry>();
  for (const { loginServer, id } of seen) {
    const registry = registryFrom(loginServer, id);
    const entry = registry && entryFor(policy, registry);
    if (entry !== null) met.add(entry);
  }
  return policy.registries
    .filter((entry) => !met.has(entry))
    .map(({ name, match }) => finding('policy.unseen-registry', name, { entry: name, patterns: match }));
}

function isVault(url: string, cloud: Pick<CloudProfile, 'vaultSuffix'>): boolean {
  try {
    vaultHost(url, cloud);
    return true;
  } catch {
    return false;
  }
}
