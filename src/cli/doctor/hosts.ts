import { vaultsOf } from '../../access/deploy/rotator-roles.js';
import type { PrivateAllowed } from '../../azure/egress.js';
import type { RegistryRecord } from '../../azure/ports.js';
import { type HostLook, isThisMachine, type NeededHost, neededHosts } from '../../doctor/egress.js';
import { inspectHost } from '../../doctor/inspect-host.js';
import { credentialsOf, type Parts } from './parts.js';

/** Registries that are gone to; others are like them. */
const mostRegistries = 20;

/** Hosts that the enabled features need, but for registries: those are found in Azure. */
export async function knownHosts(parts: Parts): Promise<readonly NeededHost[]> {
  const { settings, ground, policy, platforms } = parts;
  const { cloud } = ground;
  const credentials = credentialsOf(parts);
  const signIn = new URL(cloud.authorityHost).hostname;
  const { teams, slack } = await platforms.hosts(settings);
  const others = cloud.hosts.filter((host) => host !== signIn);
  const rotations = credentials?.rotator && policy.kind === 'policy' ? policy.policy.rotations : [];
  return neededHosts({
    'sign-in': credentials !== null || settings.link !== null ? [signIn] : [],
    azure: credentials === null ? [] : others,
    vault: vaultsOf(rotations).map((url) => new URL(url).hostname),
    teams,
    slack,
  });
}

/** Login servers of the registries that the reader sees. */
export function registryHosts(registries: readonly RegistryRecord[]): readonly NeededHost[] {
  const some = registries.slice(0, mostRegistries);
  return neededHosts({ registry: some.map(({ loginServer }) => loginServer) });
}

/** Goes to each of them at once. */
export function lookAtHosts(
  hosts: readonly NeededHost[],
  { ground, platforms, now }: Parts,
  registries: readonly RegistryRecord[],
  signal: AbortSignal,
): Promise<readonly HostLook[]> {
  const { cloud } = ground;
  return Promise.all(
    hosts.map(async (needed): Promise<HostLook> => {
      const { host, for: purposes } = needed;
      if (isThisMachine(host)) return { ...needed, kind: 'this-machine' };
      const platform = purposes.every((it) => it === 'teams' || it === 'slack');
      const network = platform ? platforms.network : ground.network;
      const registry = registries.find(({ loginServer }) => loginServer === host);
      const privateAllowed: PrivateAllowed = async () =>
        purposes.includes('vault') ||
        (registry?.privateEndpoints.some(({ status }) => status === 'approved') ?? false);
      return {
        ...needed,
        kind: 'looked',
        ...(await inspectHost({ host, network, cloud, privateAllowed, now }, signal)),
      };
    }),
  );
}
