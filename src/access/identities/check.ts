import { type Answer, ok, type Problem } from '../../azure/answer.js';
import type { OwnRights } from '../../azure/own-rights.js';
import type { RegistryRecord } from '../../azure/ports.js';
import { rotatedOn } from '../deploy/rotator-roles.js';
import { entryFor, registryFrom } from '../policy/match.js';
import { isNothing, type Offer, offerOf } from '../policy/offer.js';
import type { Policy, RegistryEntry } from '../policy/policy.js';
import { type Flaw, type Identity, identities, isFit } from './flaw.js';
import type { Held } from './held.js';
import { judgeGrantor } from './judge-grantor.js';
import { judgeReader } from './judge-reader.js';
import { judgeRotator } from './judge-rotator.js';

/** A role that an identity holds somewhere. */
export interface HeldRole {
  readonly role: string;
  readonly scope: string;
}

/** What became of a look at an identity. That it could not be looked at says nothing about it. */
export type Checked =
  | {
      readonly identity: Identity;
      readonly kind: 'fit' | 'unfit';
      /** Each once. */
      readonly roles: readonly HeldRole[];
      readonly permissions: readonly string[];
      readonly flaws: readonly Flaw[];
    }
  | { readonly identity: Identity; readonly kind: 'not-asked'; readonly problem: Problem };

/** A registry that the policy knows. */
export interface Place {
  readonly id: string;
  readonly offer: Offer;
  /** Identities that have something to do there by a role of Azure. */
  readonly needed: readonly Identity[];
}

const judges: Readonly<Record<Identity, (held: Held) => readonly Flaw[]>> = {
  reader: judgeReader,
  grantor: judgeGrantor,
  rotator: judgeRotator,
};

/** The registries of the inventory that the policy has an entry for. Pure. */
export function placesOf(policy: Policy, registries: readonly Pick<RegistryRecord, 'id' | 'loginServer'>[]) {
  return registries.flatMap(({ id, loginServer }): readonly Place[] => {
    const registry = registryFrom(loginServer, id);
    const entry = registry === null ? null : entryFor(policy, registry);
    if (entry === null) return [];
    const offer = offerOf(policy, entry);
    return [{ id, offer, needed: identities.filter((it) => isNeeded(it, policy, entry, offer)) }];
  });
}

function isNeeded(identity: Identity, policy: Policy, entry: RegistryEntry, offer: Offer): boolean {
  switch (identity) {
    case 'reader':
      return true;
    case 'grantor':
      return !isNothing(offer);
    case 'rotator':
      // Client secrets are made new in Microsoft Graph, without a role of Azure.
      return rotatedOn(policy.rotations, entry).some((kind) => kind !== 'client-secret');
  }
}

/**
 * Looks at what an identity may do, by what it can see of that itself (security T48), and judges it. Of the rights that it
 * has elsewhere than on these registries, above and below them, it sees nothing, nor of the applications that it owns.
 */
export async function checkIdentity(
  identity: Identity,
  own: OwnRights,
  places: readonly Place[],
  signal: AbortSignal,
): Promise<Checked> {
  return judged(identity, await heldBy(identity, own, places, signal));
}

/** What is wrong with what an identity was seen to hold. Pure. */
export function judged(identity: Identity, held: Answer<Held>): Checked {
  if (!held.ok) return { identity, kind: 'not-asked', problem: held.problem };
  const { scopes, permissions } = held.value;
  const all = scopes.flatMap(({ roles }) => roles.map(({ role, scope }) => ({ role: role.name, scope })));
  const flaws = unlike(judges[identity](held.value));
  return {
    identity,
    kind: isFit(flaws) ? 'fit' : 'unfit',
    roles: unlike(all),
    permissions: [...permissions].sort(),
    flaws,
  };
}

/**
 * What an identity holds, by what it can see of that itself.
 *
 * That it may not look where it has nothing to do is as it should be: it was given no role there, and every
 * built-in role that is more than it should have lets it look.
 */
async function heldBy(
  identity: Identity,
  own: OwnRights,
  places: readonly Place[],
  signal: AbortSignal,
): Promise<Answer<Held>> {
  const permissions = await own.graphPermissions(signal);
  if (!permissions.ok) return permissions;
  const scopes: Held['scopes'][number][] = [];
  for (const place of places) {
    const roles = await own.roles(place.id, signal);
    if (!roles.ok && roles.problem.kind === 'denied' && !place.needed.includes(identity)) continue;
    if (!roles.ok) return roles;
    scopes.push({ ...place, roles: roles.value });
  }
  return ok({ scopes, permissions: permissions.value });
}

/** What is held on the group is held on each registry in it, and told once. */
function unlike<T extends { readonly scope: string | null }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((it) => [JSON.stringify(it).toLowerCase(), it])).values()];
}
