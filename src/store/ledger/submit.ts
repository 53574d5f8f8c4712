import { createHash } from 'node:crypto';
import type { Submission } from '../../access/ledger.js';
import { canonical, type RoleSpec } from '../../access/request.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';
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
    .selectFrom('role_request')
    .select('spec_hash')
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (before?.spec_hash === row.spec_hash) return 'submitted';
  if (before !== undefined) throw new StoreError('conflict', 'There is another request of this id.');

  // What is over stands in nobody's way, whether or not somebody has come by to end it.
  await endOverdue(db, now, { requester: row.requester, key: row.dedupe_key });
  if (await isOpen(db, row.dedupe_key)) return 'open-already';
  if (await tooMany(db, row, now)) return 'too-many';
  const added = await db
    .insertInto('role_request')
    .values(row)
    .onConflict((it) => it.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return 'open-already';

  for (const objectId of new Set(given.barred.map((it) => it.toLowerCase()))) {
    await db.insertInto('role_barred').values({ request: row.id, object_id: objectId }).execute();
  }
  await note(db, 'request.submitted', factsOf(given, row.spec_hash), now);
  if (row.state === 'approved') {
    await note(db, 'request.approved', { request: row.id, by: null, specHash: row.spec_hash }, now);
    await schedule(db, row.id, 'grant', 'approved', now);
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
    dedupe_key: keyOf(given.spec),
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
    until: null,
    ended_at: null,
    audit_from: await nextSeq(db),
  };
}

/** The same for whatever would become the same assignment (T32). */
function keyOf({ identity, registry, role, repository, prefix }: RoleSpec): string {
  const same = [
    ...[identity.objectId, registry.resourceId, role].map((it) => it.toLowerCase()),
    ...[repository, repository !== null && prefix],
  ];
  return createHash('sha256').update(canonical(same)).digest('hex');
}

async function isOpen(db: Db, key: string): Promise<boolean> {
  const open = await db
    .selectFrom('role_request')
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
  const counted = db.selectFrom('role_request').select((it) => it.fn.countAll().as('count'));
  const ofPerson = await counted
    .where('requester', '=', asked.requester)
    .where('state', 'in', ['pending', 'approved', 'granting'])
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

/** Everything that is granted, but for the reason: that is words. */
function factsOf({ id, spec, rule, policyHash, tier, approvalsNeeded }: Submission, specHash: string) {
  const { requester, identity, registry, role, repository, prefix, durationMs } = spec;
  return {
    request: id,
    requester: { objectId: requester.objectId, tenant: requester.tenant, platform: requester.platform },
    identity: { kind: identity.kind, objectId: identity.objectId },
    ...{ registry: registry.resourceId, role, repository, prefix, durationMs },
    ...{ specHash, policyHash, rule, tier, approvalsNeeded },
  };
}
