import type { Ledger, RotationJob, RotationResult, Submission } from '../../src/access/ledger.js';
import { type MadeSecret, type Party, type RotationSpec, specHashOf } from '../../src/access/request.js';
import { asker, claimOf, day, hour, specOf, submissionOf, verdictOf } from './ledger-samples.js';

export const minute = 60_000;

/** Of the admin user, by a one-time page. */
export function rotationOf(changes: Partial<RotationSpec> = {}): RotationSpec {
  const { loginServer, resourceId } = specOf().registry;
  return {
    kind: 'rotation',
    requester: asker,
    registry: { loginServer, resourceId },
    secret: { kind: 'admin-password', renew: 'password2' },
    validMs: null,
    delivery: { kind: 'one-time-page' },
    reason: 'Fake reason „in words“ 漢',
    ...changes,
  };
}

/** A password of another repository token each, by a number. */
export function tokenSpec(number: number, requester: Party = asker): RotationSpec {
  const secret = { kind: 'repository-token-password', token: `ci-${number}`, renew: 'password1' } as const;
  return rotationOf({ requester, secret, validMs: 90 * day });
}

export const clientSecret = {
  kind: 'client-secret',
  objectId: 'cccccccc-0000-4000-8000-000000000002',
  appId: 'cccccccc-0000-4000-8000-000000000003',
  retire: 'eeeeeeee-0000-4000-8000-000000000001',
} as const;

export const inVault = { kind: 'vault', url: 'https://fake-team.vault.azure.net' } as const;

export function rotationSubmission(
  id: string,
  now: number,
  changes: Partial<Submission> = {},
): Submission & { readonly spec: RotationSpec } {
  return { ...submissionOf(id), pendingUntil: now + day, ...changes, spec: rotationSpecOf(changes) };
}

function rotationSpecOf({ spec }: Partial<Submission>): RotationSpec {
  return spec?.kind === 'rotation' ? spec : rotationOf();
}

/** Content that stands for a sealed secret; it must be nowhere but in its row. */
export const sealedText = (id: string) => `fake-ciphertext-of-${id}`;
export const tokenHashOf = (id: string) => `fake-hash-of-${id}`;

/** Kept for a quarter of an hour, as every one-time page is. */
export function madeAt(now: number, changes: Partial<MadeSecret> = {}): MadeSecret {
  const kept = { kind: 'one-time-page', attempt: 1, until: now + 15 * minute } as const;
  return { name: 'password2', endsAt: null, proof: null, replaces: null, kept, ...changes };
}

export function rotatedResult(id: string, now: number): Extract<RotationResult, { kind: 'rotated' }> {
  const sealed = { tokenHash: tokenHashOf(id), ciphertext: sealedText(id) };
  return { kind: 'rotated', made: madeAt(now), sealed };
}

export function vaultResult(id: string): Extract<RotationResult, { kind: 'rotated' }> {
  const made = madeAt(0, { kept: { kind: 'vault', id: `${inVault.url}/secrets/acr-contoso-admin/${id}` } });
  return { kind: 'rotated', made, sealed: null };
}

/** Asked for, approved, and an executor at it. */
export async function rotating(
  ledger: Ledger,
  id: string,
  now: number,
  spec: RotationSpec = rotationOf(),
): Promise<RotationJob> {
  await ledger.submit(rotationSubmission(id, now, { spec }), now);
  await ledger.decide(verdictOf(id, { specHash: specHashOf(spec) }), now);
  return claimOf(ledger, 'rotate', now);
}

/** The new secret is there, on a page that has not been opened. */
export async function rotated(
  ledger: Ledger,
  id: string,
  now: number,
  spec: RotationSpec = rotationOf(),
): Promise<void> {
  const job = await rotating(ledger, id, now, spec);
  const result = spec.delivery.kind === 'vault' ? vaultResult(id) : rotatedResult(id, now);
  await ledger.finishRotation(job, result, now);
}

/** The one whom it is for has seen it. */
export async function opened(
  ledger: Ledger,
  id: string,
  now: number,
  spec: RotationSpec = rotationOf(),
): Promise<void> {
  await rotated(ledger, id, now, spec);
  await ledger.deliveries.claim(tokenHashOf(id), spec.requester.objectId, now);
}

/** The ids of the jobs that are due, taken in their order for an hour. */
export async function dueNow(ledger: Ledger, now: number): Promise<readonly string[]> {
  const due: string[] = [];
  for (;;) {
    const job = await ledger.claim(now, hour);
    if (job === null) return due;
    due.push(job.id);
  }
}
