import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { mergePatch } from '../../sandbox/world/merge-patch.js';
import { grantorCondition } from '../../src/access/deploy/condition.js';
import type { CustomRole } from '../../src/access/deploy/custom-role.js';
import { deploymentOf } from '../../src/access/deploy/deployment.js';
import { rotatorRoles, vaultRole } from '../../src/access/deploy/rotator-roles.js';
import type { Policy } from '../../src/access/policy/policy.js';
import { repository } from '../support/temp.js';

interface Written {
  readonly asks: string;
  readonly users: Readonly<Record<string, { readonly tenant: string }>>;
  readonly changes: object;
}

/**
 * A world of the folder with more in it, as it is written.
 *
 * @param changes are added as they are: a null in them is for when they are made
 */
export function worldText(name: string, patches: readonly object[], changes: object): string {
  const before = written(name);
  const patched = z.looseObject({}).parse(patches.reduce<unknown>(mergePatch, before));
  return stringify({ ...patched, changes: { ...before.changes, ...changes } });
}

/** Tenant of the one who asks, by its name in the world. */
export function tenantIn(name: string): string {
  const { users, asks } = written(name);
  return users[asks]?.tenant ?? '';
}

function written(name: string): Written {
  return parse(readFileSync(join(repository, 'sandbox', 'worlds', `${name}.yaml`), 'utf8'));
}

/**
 * The identities of the bot that write, with the roles that `policy deploy` has for them and no right more.
 *
 * @param registries of the world, by the entries of the policy that match them
 */
export function identities(
  policy: Policy,
  tenant: string,
  registries: Readonly<Record<string, readonly string[]>>,
): object {
  const { grantings, vaults, clientSecrets } = deploymentOf(policy, []);
  const given = grantings.flatMap(({ entry, offer, rotated }) =>
    (registries[entry.name] ?? []).map((registry) => ({
      registry,
      rotated,
      condition: grantorCondition(offer),
    })),
  );
  const grants = given.flatMap(({ registry, condition }) =>
    condition === null
      ? []
      : [
          assigned('grantor', 'Role Based Access Control Administrator', `registry:${registry}`, {
            condition,
          }),
        ],
  );
  const rotates = given.flatMap(({ registry, rotated }) =>
    rotated.flatMap((kind) =>
      kind === 'client-secret'
        ? []
        : [assigned('rotator', named(rotatorRoles[kind]), `registry:${registry}`)],
    ),
  );
  const delivers = vaults.map((url) =>
    assigned('rotator', named(vaultRole), `vault:${new URL(url).hostname.split('.', 1)[0]}`),
  );
  const isRotator = rotates.length > 0 || clientSecrets;
  const principal = (name: string) => ({ tenant, secrets: { it: { value: `fake-${name}` } } });
  return {
    servicePrincipals: {
      ...(grants.length > 0 && { grantor: principal('grantor') }),
      ...(isRotator && {
        rotator: {
          ...principal('rotator'),
          graph: clientSecrets ? ['Application.ReadWrite.OwnedBy'] : [],
        },
      }),
    },
    bot: { ...(grants.length > 0 && { grantor: 'grantor' }), ...(isRotator && { rotator: 'rotator' }) },
    roleDefinitions: Object.fromEntries([...Object.values(rotatorRoles), vaultRole].map(defined)),
    roleAssignments: Object.fromEntries([...grants, ...rotates, ...delivers]),
  };
}

/** Worlds have no colon in the name of a role. */
const named = ({ name }: CustomRole) => name.replace(':', '');

function assigned(principal: string, role: string, scope: string, more: object = {}) {
  return [`${principal} ${role} ${scope}`.replaceAll(/\W+/g, '-'), { principal, role, scope, ...more }];
}

function defined(role: CustomRole) {
  const plain = (rights: CustomRole['actions']) => rights.map(({ action }) => action);
  return [named(role), { actions: plain(role.actions), dataActions: plain(role.dataActions) }];
}
