import { askOptions, isTyped } from '../../src/knowledge/asks.js';
import { checkVerdicts } from '../../src/knowledge/checks.js';
import { roles } from '../../src/knowledge/roles.js';
import { logRoles } from '../arm/log-roles.js';
import { vaultRoles } from '../arm/vault-roles.js';
import { systemScopeMaps } from '../registry/system-scope-maps.js';
import type { WorldFile } from './schema.js';

/** A name or value in a world file that cannot be. */
export interface Dangling {
  readonly path: readonly string[];
  readonly reason: string;
}

type Kind =
  | 'tenants'
  | 'users'
  | 'groups'
  | 'servicePrincipals'
  | 'managedIdentities'
  | 'subscriptions'
  | 'registries'
  | 'vaults'
  | 'workspaces';

/** Checks that every name refers to something, and every answer is one that its question has. Pure. */
export function references(file: WorldFile): readonly Dangling[] {
  const found: Dangling[] = [];
  const need = (path: readonly string[], name: string | null, ...kinds: readonly Kind[]): void => {
    if (name === null || kinds.some((kind) => Object.hasOwn(file[kind], name))) return;
    found.push({ path, reason: `there is no ${name} among ${kinds.join(', ')}` });
  };
  const resourceGroups = new Set(
    [file.registries, file.clusters, file.vaults, file.workspaces]
      .flatMap((map) => Object.values(map))
      .map((it) => it.resourceGroup),
  );
  const each = <T>(
    kind: string,
    map: Readonly<Record<string, T>>,
    look: (at: string[], it: T) => void,
  ): void => {
    for (const [name, it] of Object.entries(map)) look([kind, name], it);
  };
  need(['asks'], file.asks, 'users');
  each('users', file.users, (at, { tenant, groups }) => {
    need([...at, 'tenant'], tenant, 'tenants');
    for (const group of groups) need([...at, 'groups'], group, 'groups');
  });
  each('groups', file.groups, (at, { tenant }) => need([...at, 'tenant'], tenant, 'tenants'));
  each('servicePrincipals', file.servicePrincipals, (at, { tenant, homeTenant, owners }) => {
    for (const owner of owners)
      need([...at, 'owners'], owner, 'users', 'servicePrincipals', 'managedIdentities');
    need([...at, 'tenant'], tenant, 'tenants');
    need([...at, 'homeTenant'], homeTenant ?? null, 'tenants');
  });
  each('managedIdentities', file.managedIdentities, (at, { tenant }) =>
    need([...at, 'tenant'], tenant, 'tenants'),
  );
  each('subscriptions', file.subscriptions, (at, { tenant }) => need([...at, 'tenant'], tenant, 'tenants'));
  each('clusters', file.clusters, (at, { subscription, kubelet, servicePrincipal }) => {
    need([...at, 'subscription'], subscription, 'subscriptions');
    need([...at, 'kubelet'], kubelet, 'managedIdentities');
    need([...at, 'servicePrincipal'], servicePrincipal, 'servicePrincipals');
  });
  each('vaults', file.vaults, (at, { subscription }) =>
    need([...at, 'subscription'], subscription, 'subscriptions'),
  );
  each('workspaces', file.workspaces, (at, { subscription }) =>
    need([...at, 'subscription'], subscription, 'subscriptions'),
  );
  need(['bot', 'grantor'], file.bot.grantor, 'servicePrincipals');
  need(['bot', 'rotator'], file.bot.rotator, 'servicePrincipals');
  each('registries', file.registries, (at, { subscription, tokens, scopeMaps, diagnostics }) => {
    need([...at, 'subscription'], subscription, 'subscriptions');
    for (const [name, { workspace }] of Object.entries(diagnostics))
      need([...at, 'diagnostics', name, 'workspace'], workspace, 'workspaces');
    for (const [name, { scopeMap }] of Object.entries(tokens)) {
      // The registry has some of its own (auth-methods.md A9).
      if (Object.hasOwn(scopeMaps, scopeMap) || Object.hasOwn(systemScopeMaps, scopeMap)) continue;
      found.push({ path: [...at, 'tokens', name, 'scopeMap'], reason: `there is no scope map ${scopeMap}` });
    }
  });
  for (const kind of ['roleAssignments', 'eligibilities'] as const) {
    each<WorldFile['eligibilities'][string]>(kind, file[kind], (at, { principal, role, scope }) => {
      need([...at, 'principal'], principal, 'users', 'groups', 'servicePrincipals', 'managedIdentities');
      if (![roles, vaultRoles, logRoles, file.roleDefinitions].some((known) => Object.hasOwn(known, role)))
        found.push({ path: [...at, 'role'], reason: `unknown role ${role}` });
      const [type = '', name = ''] = scope.split(':', 2);
      if (type === 'registry') need([...at, 'scope'], name, 'registries');
      if (type === 'vault') need([...at, 'scope'], name, 'vaults');
      if (type === 'workspace') need([...at, 'scope'], name, 'workspaces');
      if (type === 'subscription') need([...at, 'scope'], name, 'subscriptions');
      if (type === 'group' && !resourceGroups.has(name)) {
        found.push({ path: [...at, 'scope'], reason: `nothing is in a resource group ${name}` });
      }
    });
  }
  return [...found, ...answers(file)];
}

function answers(file: WorldFile): readonly Dangling[] {
  const options: Readonly<Record<string, readonly string[]>> = { ...askOptions, ...checkVerdicts };
  return Object.entries(file.answers).flatMap(([question, answer]) => {
    if (answer === undefined || answer === 'unknown' || isTyped(question)) return [];
    const known = options[question] ?? [];
    if (known.includes(answer)) return [];
    return [{ path: ['answers', question], reason: `no option ${answer}; there are: ${known.join(', ')}` }];
  });
}
