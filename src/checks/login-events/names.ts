import type { Directory, Management, RegistryRecord } from '../../azure/ports.js';
import type { Subject } from '../check.js';

export interface Registers {
  readonly management: Pick<Management, 'clusters'>;
  readonly directory: Directory | null;
}

/**
 * Names under which the identity of the case may stand in the log, the one to tell first. Which of its ids the registry
 * writes is not documented for any kind, so each that is known is looked for.
 */
export async function namesOf(
  { identity, cluster }: Subject,
  registry: RegistryRecord,
  { management, directory }: Registers,
  signal: AbortSignal,
): Promise<readonly string[]> {
  switch (identity.kind) {
    case 'user':
      return namesOfPerson(identity.objectId, directory, signal);
    case 'application': {
      const found = (await directory?.servicePrincipal(identity.clientId, signal)) ?? null;
      return [identity.clientId, ...(found?.ok && found.value !== null ? [found.value.objectId] : [])];
    }
    case 'kubelet': {
      if (cluster === null) return [];
      const found = await management.clusters(signal);
      const clusters = found.ok ? found.value : [];
      return clusters.flatMap(({ name, kubeletObjectId, servicePrincipalClientId }) =>
        name.toLowerCase() === cluster.toLowerCase()
          ? [kubeletObjectId, servicePrincipalClientId].filter((id) => id !== null)
          : [],
      );
    }
    case 'token':
      return identity.name === null ? [] : [identity.name];
    case 'admin':
      return [registry.name];
    case 'anonymous':
    case 'unknown':
      return [];
  }
}

/** A person's sign-in name, where the directory tells it, and object id. */
export async function namesOfPerson(
  objectId: string,
  directory: Directory | null,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const found = (await directory?.user(objectId, signal)) ?? null;
  const name = found?.ok ? (found.value?.signInName ?? null) : null;
  return [...(name === null ? [] : [name]), objectId];
}
