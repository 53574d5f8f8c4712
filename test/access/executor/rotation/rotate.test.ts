import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../../../sandbox/entra/secrets.js';
import { tokenPasswords } from '../../../../sandbox/registry/passwords.js';
import { shown } from '../../../azure/not-written.js';
import { tempTree } from '../../../support/temp.js';
import { partyOf } from '../common.js';
import {
  all,
  carriedOut,
  delivered,
  expectOneLive,
  openRotating,
  ownKeys,
  type Rotating,
  rotationRequest,
  versionsOf,
} from './ground.js';
import { countOf, day, kindNames, kinds, newest, opens, pipelineOf, tokenName, validMs } from './secrets.js';

/** What becomes of the three kinds of secrets, in both ways, from the approval to the end. */

const minutes = 60_000;

/** The end of everything that was made, in Azure and in the vault. */
function ends({ sandbox, kind }: Rotating): readonly (Date | null)[] {
  const inVault = versionsOf(sandbox).map(({ expires }) => expires);
  const registry = sandbox.world().registries.get('contoso');
  if (registry === undefined || kind === 'admin password') return inVault;
  const made =
    kind === 'token password'
      ? tokenPasswords(registry, tokenName, sandbox.world()).filter(({ renewed }) => renewed !== null)
      : secretsOf(pipelineOf(sandbox), sandbox.world()).filter(({ name }) => name.startsWith('acr-help'));
  return [...made.map(({ expires }) => expires), ...inVault];
}

describe.each(all)('%s by way of %s', (kind, way) => {
  test('is made new once, beside the one that is in use, and ends', async () => {
    const ground = await openRotating(kind, way);
    const { sandbox, now } = ground;
    const began = now();
    const { made } = await carriedOut(ground);
    expect(await expectOneLive(ground)).not.toBe(kinds[kind].old);
    expect(countOf(sandbox, kinds[kind].make)).toBe(1);
    expect(sandbox.audit()).toHaveLength(way === 'vault' ? 2 : 1);
    expect(versionsOf(sandbox).map(({ name }) => name)).toEqual(
      way === 'vault' ? [expect.stringMatching(kinds[kind].inVault)] : [],
    );
    expect(ground.tellings).toEqual(['outcome rotated']);
    const found = ends(ground);
    if (kind === 'admin password') expect([made?.endsAt, ...found].filter(Boolean)).toEqual([]);
    else {
      expect(found).toHaveLength(way === 'vault' ? 2 : 1);
      for (const end of [made?.endsAt, ...found]) {
        const lasts = Number(end) - began;
        // The vault has whole seconds.
        expect(lasts).toBeGreaterThan(validMs - 1000);
        expect(lasts).toBeLessThanOrEqual(validMs + now() - began);
      }
    }
  });

  test('is the only one that works once it is confirmed, but not before both have for a quarter of an hour', async () => {
    const ground = await openRotating(kind, way);
    const { sandbox, ledger } = ground;
    await carriedOut(ground);
    const value = await delivered(ground);
    const { objectId } = partyOf(sandbox, 'ana');
    expect(await ledger.confirm('request-1', objectId, ground.now())).toBe('done');
    await ground.drain();
    expect(await opens(sandbox, kind, kinds[kind].old)).toBe(true);
    sandbox.advance(15 * minutes);
    await ground.drain();
    expect(await rotationRequest(ledger)).toMatchObject({ state: 'retired', why: null });
    expect(await opens(sandbox, kind, kinds[kind].old)).toBe(false);
    expect(await opens(sandbox, kind, value)).toBe(true);
    expect(versionsOf(sandbox).map(({ enabled }) => enabled)).toEqual(way === 'vault' ? [true] : []);
    // What nobody knows is not valid for long, either.
    if (kind !== 'admin password') expect(ends(ground).filter((it) => it === null)).toEqual([]);
  });

  test('is worthless once its requester does not trust it, and the old one works', async () => {
    const ground = await openRotating(kind, way);
    const { sandbox, ledger, events } = ground;
    await carriedOut(ground);
    const value = await delivered(ground);
    const { objectId } = partyOf(sandbox, 'ana');
    expect(await ledger.abandon('request-1', objectId, ground.now())).toBe('done');
    await ground.drain();
    expect(await rotationRequest(ledger)).toMatchObject({ state: 'void', why: 'abandoned' });
    expect(await opens(sandbox, kind, value)).toBe(false);
    expect(await opens(sandbox, kind, kinds[kind].old)).toBe(true);
    expect(versionsOf(sandbox).filter(({ enabled }) => enabled)).toEqual([]);
    expect(ownKeys(sandbox)).toEqual([]);
    expect(events.filter(({ event }) => event === 'executor.discarded')).toMatchObject([
      { result: 'discarded' },
    ]);
  });

  test('T15 T17 T21 is where it is kept, and neither it nor the other one is anywhere else', async () => {
    const folder = tempTree({});
    const ground = await openRotating(kind, way, { store: `sqlite:${join(folder, 'ledger.db')}` });
    const { sandbox, ledger, events, tellings } = ground;
    const request = await carriedOut(ground);
    const value = newest(sandbox, kind);
    const kept = versionsOf(sandbox);
    expect(kept.map((it) => it.value)).toEqual(way === 'vault' ? [value] : []);
    const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    const about = [events, tellings, request, await ledger.audit(0, 500), kept.map(({ tags }) => tags)];
    const everything = [...about.map(shown), ...stored].join('\n');
    expect(everything).toContain('rotation.made');
    expect(everything.match(/sandbox-contoso-[\w-]+|fake-[\w-]{3,}/g)).toBeNull();
    expect(await delivered(ground)).toBe(value);
  });
});

test.each(kindNames)(
  'T24 %s that nobody has fetched in time is worthless, and the old one works',
  async (kind) => {
    const ground = await openRotating(kind, 'one-time page');
    const { sandbox, ledger } = ground;
    await carriedOut(ground);
    const value = newest(sandbox, kind);
    expect(await opens(sandbox, kind, value)).toBe(true);
    sandbox.advance(15 * minutes);
    await ledger.expire(ground.now());
    await ground.drain();
    expect(await rotationRequest(ledger)).toMatchObject({ state: 'void', why: 'not-collected' });
    expect(await opens(sandbox, kind, value)).toBe(false);
    expect(await opens(sandbox, kind, kinds[kind].old)).toBe(true);
    expect(ground.tellings).toContain('alert void');
  },
);

test('a password that was made so that nobody knows it ends within a day', async () => {
  const ground = await openRotating('token password', 'vault');
  const { sandbox, ledger, now } = ground;
  await carriedOut(ground);
  await ledger.confirm('request-1', partyOf(sandbox, 'ana').objectId, now());
  sandbox.advance(15 * minutes);
  await ground.drain();
  const [old] = ends(ground);
  expect(Number(old) - now()).toBeLessThanOrEqual(day);
});
