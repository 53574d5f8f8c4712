import type { Dangling } from './references.js';
import type { WorldFile } from './schema.js';

type Entry = readonly [path: readonly string[], id: string | undefined];

/**
 * Checks that nothing has the id of another thing: object ids and client ids of one directory, names of principals,
 * login servers. Pure.
 */
export function duplicates(file: WorldFile): readonly Dangling[] {
  const entries = <T>(
    kind: string,
    map: Readonly<Record<string, T>>,
    property: string,
    idOf: (it: T, name: string) => string | undefined,
  ): readonly Entry[] => Object.entries(map).map(([name, it]) => [[kind, name, property], idOf(it, name)]);
  const { tenants, users, groups, servicePrincipals, managedIdentities, subscriptions, registries } = file;
  // An application has the same client id in every directory.
  const inDirectory = ({ tenant, clientId }: { tenant: string; clientId?: string | undefined }) =>
    clientId && `${tenant} ${clientId}`;
  return [
    ...twice(entries('tenants', tenants, 'id', ({ id }) => id)),
    ...twice(entries('subscriptions', subscriptions, 'id', ({ id }) => id)),
    ...twice([
      ...entries('users', users, 'id', ({ id }) => id),
      ...entries('groups', groups, 'id', ({ id }) => id),
      ...entries('servicePrincipals', servicePrincipals, 'objectId', ({ objectId }) => objectId),
      ...entries('managedIdentities', managedIdentities, 'objectId', ({ objectId }) => objectId),
    ]),
    ...twice([
      ...entries('servicePrincipals', servicePrincipals, 'clientId', inDirectory),
      ...entries('managedIdentities', managedIdentities, 'clientId', inDirectory),
    ]),
    ...twice(
      Object.entries({ users, groups, servicePrincipals, managedIdentities }).flatMap(([kind, map]) =>
        Object.keys(map).map((name): Entry => [[kind, name], name]),
      ),
    ),
    ...twice(
      entries(
        'registries',
        registries,
        'loginServer',
        ({ loginServer }, name) => loginServer ?? `${name.toLowerCase()}.azurecr.io`,
      ),
    ),
  ];
}

/** Every entry but the first of its id. */
function twice(entries: readonly Entry[]): readonly Dangling[] {
  const first = new Map<string, readonly string[]>();
  return entries.flatMap(([path, id]) => {
    if (id === undefined) return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, path);
    return before === undefined ? [] : [{ path, reason: `the same as ${before.join('.')}` }];
  });
}
