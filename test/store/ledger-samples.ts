import type {
  Job,
  Ledger,
  RoleJob,
  RoleJobKind,
  RotationJob,
  RotationJobKind,
  Submission,
  TellJobKind,
  Verdict,
} from '../../src/access/ledger.js';
import { type Party, type RoleSpec, specHashOf } from '../../src/access/request.js';
import { start } from './samples.js';

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;

/** Somebody, by a number that the last digits of their object id are. */
export function partyOf(number: number): Party {
  const digits = String(number).padStart(12, '0');
  return {
    objectId: `aaaaaaaa-0000-4000-8000-${digits}`,
    tenant: 'bbbbbbbb-0000-4000-8000-000000000001',
    platform: 'teams',
    person: `teams\ntenant\nperson-${number}`,
    language: 'de',
  };
}

export const asker = partyOf(1);
export const approver = partyOf(2);
export const second = partyOf(3);
/** Owns the identity that `specOf` asks for. */
export const owner = partyOf(4);

export function specOf(changes: Partial<RoleSpec> = {}): RoleSpec {
  return {
    kind: 'role',
    requester: asker,
    identity: {
      kind: 'service-principal',
      objectId: 'cccccccc-0000-4000-8000-000000000001',
      owners: [owner.objectId],
    },
    registry: {
      loginServer: 'contoso.azurecr.io',
      resourceId:
        '/subscriptions/dddddddd-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso',
      mode: 'abac',
    },
    role: 'Container Registry Repository Reader',
    repository: 'team/app',
    prefix: false,
    durationMs: 7 * day,
    reason: 'Nightly builds „fail“ 漢',
    ...changes,
  };
}

/** Another thing to ask for, by a number. */
export function otherSpec(number: number, requester: Party = asker): RoleSpec {
  return specOf({ requester, repository: `team/app-${number}` });
}

export function submissionOf(id: string, changes: Partial<Submission> = {}): Submission {
  return {
    id,
    spec: specOf(),
    policyHash: 'p'.repeat(64),
    rule: 'requests.developers',
    tier: 1,
    approvalsNeeded: 1,
    barred: [asker.objectId, owner.objectId],
    pendingUntil: start + day,
    ...changes,
  };
}

export function verdictOf(request: string, changes: Partial<Verdict> = {}): Verdict {
  return {
    request,
    specHash: specHashOf(specOf()),
    by: approver,
    strength: 'click',
    verdict: 'approve',
    why: null,
    ...changes,
  };
}

/** Gets through what is to be told, until there is a job of this kind. */
export async function claimOf(ledger: Ledger, kind: RoleJobKind, now: number): Promise<RoleJob>;
export async function claimOf(ledger: Ledger, kind: RotationJobKind, now: number): Promise<RotationJob>;
export async function claimOf(ledger: Ledger, kind: TellJobKind, now: number): Promise<Job>;
export async function claimOf(ledger: Ledger, kind: Job['kind'], now: number): Promise<Job> {
  for (;;) {
    const job = await ledger.claim(now, hour);
    if (job === null) throw new Error(`no job ${kind}`);
    if (job.kind === kind) return job;
    await ledger.finish(job, now);
  }
}

/** The lease of one job in the form of another: what a caller could hand over whose types have been got around. */
export function disguised<J extends Job>(as: J, { id, lease }: Job): J {
  return { ...as, id, lease };
}

/** A request that was granted just now, and ends in seven days. */
export async function granted(
  ledger: Ledger,
  id: string,
  now: number,
  { owned = true, until = now + 7 * day } = {},
): Promise<void> {
  await ledger.submit(submissionOf(id, { pendingUntil: now + day }), now);
  await ledger.decide(verdictOf(id), now);
  const job = await claimOf(ledger, 'grant', now);
  await ledger.finishGrant(job, { kind: 'granted', assignment: `assignment-${id}`, owned, until }, now);
}
