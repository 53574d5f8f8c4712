import type { Party } from '../../src/access/request.js';
import type { RegistryRecord } from '../../src/azure/ports.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { registry } from '../checks/fakes.js';

/** Who and what requests of tests are about. */

export const hour = 3_600_000;
export const day = 24 * hour;
export const tenant = '11111111-0000-4000-8000-000000000001';
export const approvers = '99999999-0000-4000-8000-000000000001';
export const clientId = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';
export const pipeline = 'dddddddd-0000-4000-8000-000000000001';
export const kubelet = 'eeeeeeee-0000-4000-8000-000000000001';
export const ids = {
  dana: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  olga: 'aaaaaaaa-0000-4000-8000-000000000002',
  rita: 'aaaaaaaa-0000-4000-8000-000000000003',
  bob: 'aaaaaaaa-0000-4000-8000-000000000004',
} as const;
export type Name = keyof typeof ids;

const subscription = '22222222-0000-4000-8000-000000000001';

export function registryNamed(name: string, some: Partial<RegistryRecord> = {}): RegistryRecord {
  const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/${name}`;
  return registry({ id, name, loginServer: hostOf(name), subscription, ...some });
}

export function hostOf(name: string) {
  const host = parseLoginServer(`${name}.azurecr.io`);
  if (host === null) throw new Error(`no registry is called ${name}`);
  return host;
}

export function party(name: Name, some: Partial<Party> = {}): Party {
  return {
    objectId: ids[name],
    tenant,
    platform: 'slack',
    person: `slack\nT1\n${name}`,
    language: 'en',
    ...some,
  };
}
