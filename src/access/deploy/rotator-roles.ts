import type { RegistryEntry, RotationRule } from '../policy/policy.js';
import type { RotatedSecret } from '../policy/schema.js';
import { type CustomRole, selfCheckRights } from './custom-role.js';

const registry = 'Microsoft.ContainerRegistry/registries';
const secrets = 'Microsoft.KeyVault/vaults/secrets';

const registryRead = { action: `${registry}/read`, why: 'finding the registry' };

/** Roles of the identity that makes secrets new, by what it makes new; in Microsoft Graph it has no role of Azure. */
export const rotatorRoles: Readonly<Record<Exclude<RotatedSecret, 'client-secret'>, CustomRole>> = {
  'admin-password': {
    file: 'rotator-admin-password.role.json',
    name: 'acr-help rotator: admin password',
    description: 'Makes the passwords of the admin user new. Cannot list them.',
    actions: [
      registryRead,
      {
        action: `${registry}/regenerateCredential/action`,
        why: 'a new password of the admin user; the answer holds both, and the bot drops the other',
      },
      ...selfCheckRights,
    ],
    dataActions: [],
  },
  'repository-token-password': {
    file: 'rotator-token-password.role.json',
    name: 'acr-help rotator: token password',
    description: 'Makes passwords of repository tokens new. Cannot change tokens or what they may do.',
    actions: [
      registryRead,
      { action: `${registry}/generateCredentials/action`, why: 'a new password of a repository token' },
      { action: `${registry}/tokens/read`, why: 'which of its two passwords is the older one' },
      ...selfCheckRights,
    ],
    dataActions: [],
  },
};

/** On each vault to which new secrets go: puts and disables them, and has no right to read a value. */
export const vaultRole: CustomRole = {
  file: 'rotator-vault.role.json',
  name: 'acr-help rotator: vault',
  description: 'Puts new versions of secrets into a vault and disables versions. Cannot read a value.',
  actions: [],
  dataActions: [
    { action: `${secrets}/setSecret/action`, why: 'a new version of a secret' },
    { action: `${secrets}/readMetadata/action`, why: 'which versions there are, without their values' },
    {
      action: `${secrets}/update/action`,
      why: 'disabling a version of which nobody knows whether it is good',
    },
  ],
};

/** Kinds of secrets that some rule has made new on the registries of an entry. */
export function rotatedOn(
  rotations: readonly RotationRule[],
  { name }: RegistryEntry,
): readonly RotatedSecret[] {
  const rules = rotations.filter(({ registries }) => registries.includes(name));
  return [...new Set(rules.flatMap(({ secrets }) => secrets))];
}

/** Addresses of the vaults to which some rule has new secrets go. */
export function vaultsOf(rotations: readonly RotationRule[]): readonly string[] {
  const urls = rotations.flatMap(({ delivery }) => (delivery.kind === 'vault' ? [delivery.url] : []));
  return [...new Set(urls)].sort();
}
