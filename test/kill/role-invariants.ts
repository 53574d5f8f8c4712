import { standing } from '../../sandbox/arm/assignments.js';
import type { Sandbox } from '../../sandbox/open.js';
import { readMark } from '../../src/access/executor/mark.js';
import type { Ledger } from '../../src/access/ledger.js';
import { type Ground, reading } from './ground.js';
import { inState, same, toldOf, trailOf, type Wrong } from './trail.js';

type Ids = readonly string[];

/** n approvals, n roles in Azure, n entries of each kind in the audit; none given twice, and none that nobody owns. */
export function grantHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  return reading(ground, async (ledger) => {
    const given = givenIn(ground.sandbox);
    const requests = given.map(({ description }) => readMark(description)?.request ?? 'nobody');
    const owned = await ledger.ownedAssignments();
    return [
      ...(await trailOf(ledger, { 'request.approved': ids, 'grant.begun': ids, 'grant.made': ids })),
      ...(await inState(ledger, ids, 'granted')),
      ...same('requests with a role in Azure', requests, ids),
      ...owning(ground.sandbox, owned, ids),
      ...writes(ground.sandbox, { write: ids.length, delete: 0 }),
      ...toldOf(ground, 'granted', ids),
    ];
  });
}

/** The roles go on under the later requests: none was written or deleted once more, and no earlier request owns one. */
export function extensionHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  return reading(ground, async (ledger) => {
    const owned = await ledger.ownedAssignments();
    return [
      ...(await trailOf(ledger, { 'grant.extended': ids })),
      ...(await inState(ledger, ids, 'granted')),
      ...(await inState(ledger, ids.map(earlier), 'removed')),
      ...owning(ground.sandbox, owned, ids),
      ...writes(ground.sandbox, { write: ids.length, delete: 0 }),
      ...toldOf(ground, 'granted', [...ids, ...ids.map(earlier)]),
    ];
  });
}

/** `asking.ts` names the requests that go on with others so. */
function earlier(id: string): string {
  return id.replace('again-', 'role-');
}

/** None of the roles is left, and each has gone once. */
export function removalHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  return reading(ground, async (ledger) => [
    ...(await trailOf(ledger, { 'grant.made': ids, 'removal.begun': ids, 'removal.done': ids })),
    ...(await inState(ledger, ids, 'removed')),
    ...same(
      'roles in Azure',
      givenIn(ground.sandbox).map(({ id }) => id),
      [],
    ),
    ...same(
      'roles that are owned',
      (await ledger.ownedAssignments()).map((it) => it.assignment),
      [],
    ),
    ...writes(ground.sandbox, { write: ids.length, delete: ids.length }),
    ...toldOf(ground, 'removed', ids),
  ]);
}

/** Every role in Azure is owned by one of these requests. */
function owning(sandbox: Sandbox, owned: Awaited<ReturnType<Ledger['ownedAssignments']>>, ids: Ids): Wrong {
  return [
    ...same(
      'requests that own a role',
      owned.map((it) => it.request),
      ids,
    ),
    ...same(
      'names of roles that are owned',
      owned.map((it) => it.assignment),
      givenIn(sandbox).map(({ id }) => id),
    ),
  ];
}

/** Roles that are there and were not when the world began. */
function givenIn(sandbox: Sandbox) {
  const world = sandbox.world();
  const first = new Set(world.assignments.map(({ name }) => name));
  return standing(world).filter(({ name }) => !first.has(name));
}

function writes(sandbox: Sandbox, counts: Readonly<Record<'write' | 'delete', number>>): Wrong {
  return Object.entries(counts).flatMap(([verb, count]) => {
    const operation = `Microsoft.Authorization/roleAssignments/${verb}`;
    const made = sandbox.audit().filter((it) => it.operation === operation).length;
    return made === count ? [] : [`${made} calls that ${verb}, not ${count}`];
  });
}
