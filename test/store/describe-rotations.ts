import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import { type RotationSpec, specHashOf } from '../../src/access/request.js';
import { freshStore, type Opened } from './fresh-ledger.js';
import { asker, claimOf, day, disguised, hour, partyOf, submissionOf, verdictOf } from './ledger-samples.js';
import {
  clientSecret,
  dueNow,
  inVault,
  madeAt,
  rotated,
  rotatedResult,
  rotating,
  rotationOf,
  rotationSubmission,
  tokenHashOf,
  tokenSpec,
  vaultResult,
} from './rotation-samples.js';
import { start } from './samples.js';

/** What every ledger does about secrets that are made new, until there is a new one. */
export function describeRotations(name: string, open: () => Promise<Opened>): void {
  describe(`requests for new secrets: ${name}`, () => {
    let ledger: Ledger;
    let tables: Opened['tables'];
    const { stateOf, audit, events } = freshStore(open, (opened) => {
      ledger = opened.store.ledger;
      tables = opened.tables;
    });
    const deliveries = () => tables.selectFrom('secret_delivery').selectAll().execute();

    describe('submitting', () => {
      it.each([
        ['of the admin user', rotationOf()],
        ['of a token', tokenSpec(1)],
        ['of a service principal, into a vault', rotationOf({ secret: clientSecret, delivery: inVault })],
      ])('keeps everything as it was said: %s', async (_, spec) => {
        await ledger.submit(rotationSubmission('s1', start, { spec }), start);
        const nothing = { why: null, deniedBy: null, extends: null, until: null, made: null };
        expect(await ledger.request('s1')).toMatchObject({ spec, specHash: specHashOf(spec), ...nothing });
        expect(await dueNow(ledger, start)).toEqual(['s1.tell-approvers.pending']);
      });

      const twins: readonly (readonly [string, RotationSpec, RotationSpec])[] = [
        [
          'the admin user',
          rotationOf(),
          rotationOf({ secret: { kind: 'admin-password', renew: 'password' } }),
        ],
        [
          'a token',
          tokenSpec(1),
          rotationOf({ secret: { kind: 'repository-token-password', token: 'CI-1', renew: 'password2' } }),
        ],
        [
          'an application, whatever the registry',
          rotationOf({ secret: clientSecret }),
          rotationOf({
            registry: { loginServer: 'other.azurecr.io', resourceId: '/other' },
            secret: { ...clientSecret, appId: clientSecret.appId.toUpperCase(), retire: null },
          }),
        ],
      ];
      it.each(twins)('both slots of %s are the same: open already (T32)', async (_, spec, twin) => {
        await ledger.submit(rotationSubmission('s1', start, { spec }), start);
        const { resourceId } = twin.registry;
        const registry = { ...twin.registry, resourceId: resourceId.toUpperCase() };
        const other = { ...twin, registry, requester: partyOf(9), validMs: 1, delivery: inVault };
        expect(await ledger.submit(rotationSubmission('s2', start, { spec: other }), start)).toBe(
          'open-already',
        );
        expect(await ledger.request('s2')).toBeNull();
      });

      it.each([
        ['another token', tokenSpec(2)],
        ['the admin user', rotationOf()],
        [
          'the same of another registry',
          { ...tokenSpec(1), registry: { loginServer: 'o', resourceId: '/o' } },
        ],
        ['an application', rotationOf({ secret: clientSecret })],
      ])('%s is something else', async (_, spec) => {
        await ledger.submit(rotationSubmission('s1', start, { spec: tokenSpec(1) }), start);
        expect(await ledger.submit(rotationSubmission('s2', start, { spec }), start)).toBe('submitted');
      });

      it('counts beside requests for roles (T39)', async () => {
        for (let i = 0; i < 5; i++) {
          await ledger.submit(rotationSubmission(`s${i}`, start, { spec: tokenSpec(i) }), start);
        }
        expect(await ledger.submit(submissionOf('r1'), start)).toBe('too-many');
      });

      it.each([
        ['words for a token', { secret: { ...tokenSpec(1).secret, token: 'docker login -p x' } }],
        ['a slot that there is not', { secret: { kind: 'admin-password', renew: 'password3' } }],
        ['words for a vault', { delivery: { kind: 'vault', url: 'my vault is called x' } }],
        ['a secret itself', { value: 'fake-secret' }],
      ])('takes no %s', async (_, changes) => {
        // A caller whose types have been got around.
        const spec = { ...rotationOf(), ...changes } as RotationSpec;
        const submitting = ledger.submit(rotationSubmission('s1', start, { spec }), start);
        await expect(submitting).rejects.toMatchObject({ code: 'not-storable' });
        expect(await events()).toEqual([]);
      });
    });

    describe('making it new', () => {
      it('an approval has it made; who claims that begins it, once', async () => {
        const job = await rotating(ledger, 's1', start);
        expect(job).toMatchObject({ id: 's1.rotate.approved', attempts: 1, request: { state: 'rotating' } });
        expect(await stateOf('s1')).toBe('rotating');
        await claimOf(ledger, 'rotate', start + hour);
        expect(await events()).toEqual(['request.submitted', 'request.approved', 'rotation.begun']);
        // It may have been made already: only who is at it can say.
        expect(await ledger.expire(start + 99 * day)).toBe(0);
      });

      it('an approval that is an hour old has nothing made any more (T29)', async () => {
        await ledger.submit(rotationSubmission('s1', start), start);
        await ledger.decide(verdictOf('s1', { specHash: specHashOf(rotationOf()) }), start);
        expect(await ledger.claim(start + hour, hour)).toBeNull();
        expect(await ledger.expire(start + hour)).toBe(1);
        expect(await ledger.request('s1')).toMatchObject({ state: 'void', why: 'approval-expired' });
        expect(await dueNow(ledger, start + hour)).toEqual(['s1.tell-outcome.void']);
      });

      it('the new one, its sealed content, the audit and what is to be told are there in one moment', async () => {
        const job = await rotating(ledger, 's1', start);
        expect(await ledger.finishRotation(job, rotatedResult('s1', start + 7), start + 7)).toBe(true);
        expect(await ledger.request('s1')).toMatchObject({
          ...{ state: 'rotated', made: madeAt(start + 7), confirmedAt: null, why: null },
          pendingUntil: start + 7 + 14 * day,
        });
        const { objectId: recipient, tenant } = asker;
        const until = start + 7 + 15 * 60_000;
        const { sealed } = rotatedResult('s1', start);
        const row = { token_hash: sealed?.tokenHash, ciphertext: sealed?.ciphertext, request: 's1' };
        expect(await deliveries()).toEqual([{ ...row, recipient, tenant, until, claimed_at: null }]);
        const [last] = (await audit()).toReversed();
        const facts = { request: 's1', name: 'password2', endsAt: null, kept: 'one-time-page' };
        expect(JSON.parse(last?.body ?? '')).toEqual({ ...facts, event: 'rotation.made', at: start + 7 });
        expect(await dueNow(ledger, start + 7)).toEqual(['s1.tell-outcome.rotated']);
      });

      it('of one that is in a vault nothing is kept but where', async () => {
        await rotated(ledger, 's1', start, rotationOf({ delivery: inVault }));
        expect(await ledger.request('s1')).toMatchObject({ made: vaultResult('s1').made });
        expect(await deliveries()).toEqual([]);
      });

      it.each([
        ['its sealed content cannot be kept', rotatedResult('s1', start), 'conflict'],
        [
          'it is not described in ids',
          { ...vaultResult('s2'), made: madeAt(start, { name: 'fake words with a Passw0rd' }) },
          'not-storable',
        ],
        ['it is on a page, and not sealed', { ...rotatedResult('s1', start), sealed: null }, 'not-storable'],
        [
          'it is in a vault, and sealed, too',
          { ...vaultResult('s1'), sealed: rotatedResult('s1', start).sealed },
          'not-storable',
        ],
      ] as const)('where %s, nothing has happened, and it can be done again', async (_, result, code) => {
        await rotated(ledger, 's1', start);
        const job = await rotating(ledger, 's2', start, tokenSpec(2));
        const before = [await ledger.request('s2'), await audit(), await deliveries()];
        await expect(ledger.finishRotation(job, result, start)).rejects.toMatchObject({ code });
        expect([await ledger.request('s2'), await audit(), await deliveries()]).toEqual(before);
        expect(await ledger.finishRotation(job, rotatedResult('s2', start), start)).toBe(true);
        expect(await deliveries()).toHaveLength(2);
      });

      it.each(['void', 'failed'] as const)('%s: says why, tells, ends, and discards', async (kind) => {
        const job = await rotating(ledger, 's1', start);
        expect(await ledger.finishRotation(job, { kind, why: 'azure-gone' }, start)).toBe(true);
        expect(await ledger.finishRotation(job, rotatedResult('s1', start), start)).toBe(false);
        expect(await ledger.request('s1')).toMatchObject({ state: kind, why: 'azure-gone', made: null });
        expect(await deliveries()).toEqual([]);
        expect((await events()).at(-1)).toBe(`request.${kind}`);
        expect(await dueNow(ledger, start + 99 * day)).toEqual([
          `s1.discard.${kind}`,
          `s1.tell-outcome.${kind}`,
        ]);
        expect(await ledger.submit(rotationSubmission('s2', start), start)).toBe('submitted');
      });

      it('whoever has lost the lease changes nothing', async () => {
        const first = await rotating(ledger, 's1', start);
        const next = await claimOf(ledger, 'rotate', start + hour);
        const before = [await ledger.request('s1'), await audit()];
        const now = start + hour;
        expect(await ledger.finishRotation(first, rotatedResult('s1', now), now)).toBe(false);
        expect(await ledger.finishRotation(first, { kind: 'failed', why: 'x' }, now)).toBe(false);
        expect(await ledger.retry(first, now, 'busy', now)).toBe(false);
        expect([await ledger.request('s1'), await audit()]).toEqual(before);
        expect(await deliveries()).toEqual([]);
        expect(await ledger.finishRotation(next, rotatedResult('s1', now), now)).toBe(true);
        expect((await deliveries()).map((it) => it.token_hash)).toEqual([tokenHashOf('s1')]);
      });

      it('a job ends a request only by what it is for', async () => {
        const job = await rotating(ledger, 's1', start);
        expect(await ledger.finishRetirement(job, 'retired', start)).toBe(false);
        expect(await ledger.finishDiscard(job, 'discarded', start)).toBe(false);
        await ledger.finishRotation(job, rotatedResult('s1', start), start);
        const telling = disguised(job, await claimOf(ledger, 'tell-outcome', start));
        expect(await ledger.finishRotation(telling, { kind: 'void', why: 'x' }, start)).toBe(false);
        expect(await ledger.finishRetirement(telling, 'retired', start)).toBe(false);
        expect(await ledger.finishDiscard(telling, 'discarded', start)).toBe(false);
        expect(await stateOf('s1')).toBe('rotated');
      });

      it('fails with the tenth attempt, and what it may have left is discarded', async () => {
        let job = await rotating(ledger, 's1', start);
        for (let i = 1; i < 10; i++) {
          await ledger.retry(job, start, 'busy', start);
          job = await claimOf(ledger, 'rotate', start);
        }
        expect(job.attempts).toBe(10);
        expect(await ledger.retry(job, start, 'azure-busy', start)).toBe(true);
        expect(await ledger.finishRotation(job, rotatedResult('s1', start), start)).toBe(false);
        expect(await ledger.request('s1')).toMatchObject({ state: 'failed', why: 'azure-busy' });
        expect((await events()).at(-1)).toBe('request.failed');
        expect(await dueNow(ledger, start)).toEqual(['s1.discard.failed', 's1.tell-outcome.failed']);
        expect(await ledger.submit(rotationSubmission('s2', start), start)).toBe('submitted');
      });

      it('so it does where each attempt ended without a word', async () => {
        await rotating(ledger, 's1', start);
        for (let i = 1; i < 10; i++) await claimOf(ledger, 'rotate', start + i * hour);
        const late = start + 10 * hour;
        expect(await dueNow(ledger, late)).toEqual(['s1.discard.failed', 's1.tell-outcome.failed']);
        expect(await ledger.request('s1')).toMatchObject({ state: 'failed', why: 'too-many-attempts' });
      });
    });
  });
}
