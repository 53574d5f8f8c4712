import { createHash } from 'node:crypto';
import type { Submission } from '../../access/ledger.js';
import { canonical, type RoleSpec, type RotationSpec, type Spec } from '../../access/request.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';
import { courses } from './course.js';
import { endOverdue } from './expire.js';
import { schedule } from './jobs.js';
import { coolDownMs, mostOfRegistry, mostOpenOfPerson } from './limits.js';
import { written } from './spec.js';
import { nextSeq, note } from './trail.js';

type Answer = 'submitted' | 'open-already' | 'too-many';

/** In a turn. The same submission again, by its id, changes nothing and is `submitted`. */
export async function submit(db: Db, given: Submission, now: number): Promise<Answer> {
  const row = await rowOf(db, given, now);
  const before = await db
    .selectFrom('access_request')
    .select('spec_hash')
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (before?.spec_hash === row.spec_hash) return 'submitted';
  if (before !== undefined) throw new StoreError('conflict', 'There is another request of this id.');

  // What is over stands in nobody's way, whether or not somebody has come by to end it.
  await endOverdue(db, now, { requester: row.requester, key: row.dedupe_key });
  if (await isOpen(db, row.dedupe_key)) return 'open-already';
  if (given.extends !== undefined && !(await isOwnGrant(db, given.extends, given.spec, row.requester))) {
    return 'open-already';
  }
  if (await tooMany(db, row, now)) return 'too-many';
  const added = await db
    .insertInto('access_request')
    .values(row)
    .onConflict((it) => it.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return 'open-already';

  for (const objectId of new Set(given.barred.map((it) => it.toLowerCase()))) {
    await db.insertInto('access_barred').values({ request: row.id, object_id: objectId }).execute();
  }
  await note(db, 'request.submitted', factsOf(given, row.spec_hash), now);
  if (row.state === 'approved') {
    await note(db, 'request.approved', { request: row.id, by: null, specHash: row.spec_hash }, now);
    await schedule(db, row.id, courses[given.spec.kind].begin, 'approved', now);
  } else {
    await schedule(db, row.id, 'tell-approvers', 'pending', now);
    const halfway = now + Math.round((row.pending_until - now) / 2);
    await schedule(db, row.id, 'remind-approvers', 'pending', halfway);
  }
  return 'submitted';
}

async function rowOf(db: Db, given: Submission, now: number) {
  if (!/^[\w-]{1,60}$/.test(given.id)) throw new StoreError('not-storable', 'The id of a request is none.');
  const { json, hash } = written(given.spec);
  // Where nobody need approve, it is approved by being asked for.
  const approved = given.approvalsNeeded === 0;
  return {
    id: given.id,
    kind: given.spec.kind,
    dedupe_key: keyOf(given.spec, given.extends),
    requester: given.spec.requester.objectId.toLowerCase(),
    registry: given.spec.registry.resourceId.toLowerCase(),
    spec: json,
    spec_hash: hash,
    scope: given.spec.registry.resourceId,
    state: approved ? 'approved' : 'pending',
    policy_hash: given.policyHash,
    rule: given.rule,
    tier: given.tier,
    approvals_needed: given.approvalsNeeded,
    approvals: 0,
    why: null,
    submitted_at: now,
    pending_until: given.pendingUntil,
    approved_at: approved ? now : null,
    assignment: null,
    owned: 0,
    extends: given.extends ?? null,
    until: null,
    made: null,
    made_at: null,
    confirmed_at: null,
    ended_at: null,
    audit_from: await nextSeq(db),
  };
}

/** The same for whatever would become the same assignment, or renew the same secret (T32). */
function keyOf(spec: Spec, extended?: string): string {
  const same = spec.kind === 'role' ? sameRole(spec) : sameSecret(spec);
  return createHash('sha256')
    .update(canonical([same, extended]))
    .digest('hex');
}

function sameRole({ identity, registry, role, repository, prefix }: RoleSpec) {
  return [
    ...[identity.objectId, registry.resourceId, role].map((it) => it.toLowerCase()),
    ...[repository, repository !== null && prefix],
  ];
}

/** Whichever slot it is: both must never be made new at once. */
function sameSecret({ registry, secret }: RotationSpec) {
  const whose =
    secret.kind === 'client-secret' ? secret.appId : secret.kind === 'admin-password' ? '' : secret.token;
  const where = secret.kind === 'client-secret' ? '' : registry.resourceId;
  return [secret.kind, where, whose].map((it) => it.toLowerCase());
}

/** Whether a request goes on from one of the same person's that is granted, for the very same. */
async function isOwnGrant(db: Db, id: string, spec: Spec, requester: string): Promise<boolean> {
  const before = await db
    .selectFrom('access_request')
    .select('id')
    .where('id', '=', id)
    .where('requester', '=', requester)
    .where('state', '=', 'granted')
    .where('owned', '=', 1)
    .where('dedupe_key', '=', keyOf(spec))
    .executeTakeFirst();
  return before !== undefined;
}

async function isOpen(db: Db, key: string): Promise<boolean> {
  const open = await db
    .selectFrom('access_request')
    .select('id')
    .where('dedupe_key', '=', key)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}

/** T39 */
async function tooMany(
  db: Db,
  asked: { readonly requester: string; readonly registry: string; readonly dedupe_key: string },
  now: number,
): Promise<boolean> {
  const counted = db.selectFrom('access_request').select((it) => it.fn.countAll().as('count'));
  const ofPerson = await counted
    .where('requester', '=', asked.requester)
    .where('state', 'in', ['pending', 'approved', ...Object.values(courses).map((it) => it.beginning)])
    .executeTakeFirstOrThrow();
  const ofRegistry = await counted
    .where('registry', '=', asked.registry)
    .where('submitted_at', '>', now - mostOfRegistry.withinMs)
    .executeTakeFirstOrThrow();
  const denials = await counted
    .where('dedupe_key', '=', asked.dedupe_key)
    .where('state', '=', 'denied')
    .where('ended_at', '>', now - coolDownMs)
    .executeTakeFirstOrThrow();
  return (
    Number(ofPerson.count) >= mostOpenOfPerson ||
    Number(ofRegistry.count) >= mostOfRegistry.requests ||
    Number(denials.count) > 0
  );
}

/** Everything that is granted or renewed, but for the reason: that is words. */
function factsOf({ id, spec, rule, policyHash, tier, approvalsNeeded }: Submission, specHash: string) {
  const { objectId, tenant, platform } = spec.requester;
  return {
    request: id,
    requester: { objectId, tenant, platform },
    registry: spec.registry.resourceId,
    ...(spec.kind === 'role' ? roleFacts(spec) : rotationFacts(spec)),
    ...{ specHash, policyHash, rule, tier, approvalsNeeded },
  };
}

function roleFacts({ identity, role, repository, prefix, durationMs }: RoleSpec) {
  const { kind, objectId } = identity;
  return { identity: { kind, objectId }, role, repository, prefix, durationMs };
}

function rotationFacts({ secret, validMs, delivery }: RotationSpec) {
  return { secret, validMs, delivery: delivery.kind };
}
