import type { Registry, World } from '../world/world.js';
import type { Identity } from './identity.js';
import { assignmentsAt, roleActions } from './rights.js';
import type { Scope } from './scope.js';
import { scopeMapActions } from './scope-maps.js';

const readActions = ['pull', 'metadata_read'];
const allActions = [...readActions, 'push', 'delete', 'metadata_write', 'catalog'];

/**
 * What of the wanted an identity gets. A scope of which nothing is granted stays, without actions: `az acr
 * check-health --repository` reads the first entry (clients.md §2). Not verified: that the registry does the same.
 */
export function granted(
  identity: Identity,
  wanted: readonly Scope[],
  registry: Registry,
  world: World,
): readonly Scope[] {
  return wanted.map(({ type, name, actions }) => {
    const held = actionsOn(identity, type, name, registry, world);
    // Who may pull what is in quarantine gets it with `pull`: clients do not know to ask for more.
    const asked = actions.includes('pull') ? [...actions, 'quarantine_read'] : actions;
    return {
      type,
      name,
      actions: actions.includes('*') ? held : asked.filter((action) => held.includes(action)),
    };
  });
}

function actionsOn(
  identity: Identity,
  type: string,
  name: string,
  registry: Registry,
  world: World,
): readonly string[] {
  if (type === 'registry' && name === 'catalog') {
    return held(identity, null, registry, world).includes('catalog') ? ['*'] : [];
  }
  // Charts of the old kind are repositories (registry-protocol.md §3).
  if (type !== 'repository' && type !== 'artifact-repository') return [];
  return held(identity, name, registry, world).filter((action) => action !== 'catalog');
}

function held(
  identity: Identity,
  repository: string | null,
  registry: Registry,
  world: World,
): readonly string[] {
  switch (identity.kind) {
    // "Always pull and push" (auth-methods.md A8); that it deletes and lists too is not verified.
    case 'admin':
      return allActions;
    case 'token': {
      const token = registry.tokens[identity.name];
      return token === undefined || repository === null
        ? []
        : scopeMapActions(registry, token.scopeMap, repository);
    }
    // Reads of the data plane (auth-methods.md A10); that the catalog is one of them is not verified.
    case 'anonymous':
      return [...readActions, 'catalog'];
    case 'entra': {
      const { caller, assignments } = identity;
      const counted = assignmentsAt(caller, registry, world).filter(
        ({ id }) => assignments?.includes(id) ?? true,
      );
      const roles = roleActions(counted, registry, repository, world);
      return caller.kind === 'bot' && world.bot.dataReader ? [...readActions, ...roles] : roles;
    }
  }
}
