import { judged } from '../../access/identities/check.js';
import type { Flaw } from '../../access/identities/flaw.js';
import type { Held } from '../../access/identities/held.js';
import { type Answer, ok } from '../../azure/answer.js';
import { type Finding, finding } from '../finding.js';
import { problemFacts } from '../problem.js';
import { type Ground, judgePermission } from './judge-permission.js';
import type { AzureLook, IdentityLook } from './look.js';
import { permissions } from './permissions.js';

const DAY = 24 * 60 * 60_000;
/** Days before the end of a secret from which on somebody should make a new one. */
const SOON = 30;

/** Sign-ins, inventory, and the rights of each identity: those that it lacks and those that it has too many. Pure. */
export function judgeAzure(look: AzureLook, ground: Ground, now: number): readonly Finding[] {
  return [
    ...look.identities.flatMap((it) => judgeSignIn(it, now)),
    ...judgeShared(look.identities),
    judgeRegistries(look),
    ...look.identities.flatMap((it) => judgeRights(it, ground)),
  ];
}

function judgeSignIn(
  { identity, spec, me, unreadableTokenFile: file, lastSecretEnds }: IdentityLook,
  now: number,
): readonly Finding[] {
  const facts = { identity, kind: spec.kind };
  return [
    ...(file === null ? [] : [finding('identity.token-file', identity, { ...facts, file })]),
    me.ok
      ? finding('identity.signed-in', identity, {
          ...facts,
          ...{ objectId: me.value.objectId, tenant: me.value.tenant ?? '?' },
        })
      : me.problem.kind === 'signed-out'
        ? finding('identity.refused', identity, { ...facts, code: me.problem.code })
        : finding('identity.sign-in-unknown', identity, { ...facts, ...problemFacts(me.problem) }),
    ...(spec.kind === 'azure-cli' ? [finding('identity.for-developers', identity, facts)] : []),
    ...judgeEnd(identity, lastSecretEnds, now),
  ];
}

function judgeEnd(identity: string, ends: string | null, now: number): readonly Finding[] {
  const end = Date.parse(ends ?? '');
  if (Number.isNaN(end) || end - now > SOON * DAY) return [];
  const days = Math.max(0, Math.ceil((end - now) / DAY));
  return [
    finding('identity.secret-ends', identity, {
      identity,
      date: new Date(end).toISOString().slice(0, 10),
      days,
    }),
  ];
}

/** One that is taken over must not be another one as well. */
function judgeShared(all: readonly IdentityLook[]): readonly Finding[] {
  const byId = new Map<string, string[]>();
  for (const { identity, me } of all) {
    if (me.ok) byId.set(me.value.objectId, [...(byId.get(me.value.objectId) ?? []), identity]);
  }
  return [...byId.values()]
    .filter((sharing) => sharing.length > 1)
    .map((sharing) => finding('identity.shared', sharing.join(' '), { identities: sharing }));
}

function judgeRegistries({ registries, looked }: AzureLook): Finding {
  if (registries.ok) {
    const count = registries.value.length;
    return count === 0 ? finding('registries.none') : finding('registries.seen', null, { count, looked });
  }
  const { problem } = registries;
  return finding(
    problem.kind === 'denied' ? 'registries.denied' : 'registries.unknown',
    null,
    problemFacts(problem),
  );
}

function judgeRights(look: IdentityLook, ground: Ground): readonly Finding[] {
  const { identity } = look;
  // Who cannot sign in was told of; nothing can be said about its rights.
  if (!look.me.ok)
    return [finding('identity.rights-unknown', identity, { identity, ...problemFacts(look.me.problem) })];
  const checked = judged(identity, heldOf(look));
  const fit =
    checked.kind === 'not-asked'
      ? [finding('identity.rights-unknown', identity, { identity, ...problemFacts(checked.problem) })]
      : checked.kind === 'fit' && checked.flaws.length === 0
        ? [finding('identity.fit', identity, { identity })]
        : checked.flaws.map((flaw) => flawFinding(identity, flaw, checked.kind === 'unfit'));
  return [...fit, ...permissions.flatMap((permission) => judgePermission(permission, look, ground))];
}

/** Of a place where it has nothing to do, an identity need see nothing. */
function heldOf({ identity, graph, registries }: IdentityLook): Answer<Held> {
  if (!graph.ok) return graph;
  const scopes: Held['scopes'][number][] = [];
  for (const { spot, roles } of registries) {
    if (roles.ok) scopes.push({ id: spot.id, offer: spot.offer, roles: roles.value });
    else if (roles.problem.kind !== 'denied' || spot.needed.includes(identity)) return roles;
  }
  return ok({ scopes, permissions: graph.value });
}

function flawFinding(identity: string, { code, role, scope, what }: Flaw, unfit: boolean): Finding {
  return finding(unfit ? 'identity.unfit' : 'identity.flaw', `${identity} ${code} ${scope ?? ''}`.trim(), {
    ...{ identity, flaw: code, role: role ?? '', scope: scope ?? '', flawed: what ?? '' },
  });
}
