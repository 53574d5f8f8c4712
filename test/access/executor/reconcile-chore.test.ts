import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../../src/access/audit.js';
import { reconcileChore } from '../../../src/access/executor/reconcile-chore.js';
import { wishOf } from '../../../src/access/executor/wish.js';
import { silent } from '../../../src/observe/log.js';
import { openStore } from '../../../src/store/open.js';
import { approved, armFault, openGround, specOf } from './ground.js';

const day = 24 * 60 * 60_000;
type Ground = Awaited<ReturnType<typeof openGround>>;

/** The chore, as two processes run it on one store of keys. */
async function choresOn({ sandbox, ledger, granter, now }: Ground, tellsNothingNew = false) {
  const store = await openStore('sqlite::memory:', silent);
  onTestFinished(() => store.close());
  const { resourceId } = specOf(sandbox).registry;
  const ports = {
    ...{ ledger, granter, now, log: silent },
    registries: () => (tellsNothingNew ? [] : [resourceId]),
    firstSeen: tellsNothingNew ? async () => false : store.firstSeen.bind(store),
  };
  const strays = async () => {
    const rows = await ledger.audit(0, 1000);
    expect(verifyAudit(rows).ok).toBe(true);
    return rows.filter(({ event }) => event === 'assignment.stray').map(({ body }) => JSON.parse(body));
  };
  return { first: reconcileChore(ports), second: reconcileChore(ports), store, strays };
}

/** An assignment that says that it is of a request of which nobody knows. */
async function strange({ sandbox, granter }: Ground) {
  const wish = wishOf(specOf(sandbox, { repository: 'strange' }));
  if (wish === null) throw new Error('none');
  const description = 'acr-help request-x until 2026-03-02T17:00:00.000Z';
  await granter.create(wish.place, { ...wish.content, description }, AbortSignal.timeout(5000));
  return wish.place;
}

test('a stray is in the audit once a day, whichever process finds it', async () => {
  const ground = await openGround();
  const { first, second, store, strays } = await choresOn(ground);
  const place = await strange(ground);
  expect(first.everyMs).toBe(60 * 60_000);
  expect([await first.run(), await second.run(), await first.run()]).toEqual([false, false, false]);
  const told = { kind: 'unknown-request', scope: place.scope, assignment: place.name, request: 'request-x' };
  expect(await strays()).toEqual([expect.objectContaining(told)]);
  ground.sandbox.advance(2 * day);
  await store.purge(ground.now(), day);
  await second.run();
  expect(await strays()).toHaveLength(2);
});

test('what is removed is always in the audit, and a registry that Azure does not tell of is read where something was given', async () => {
  const lost = armFault('reset', { method: 'PUT', calls: [1], after: true }).faults;
  const blind = {
    host: 'management.azure.com',
    http: { status: 503 },
    on: { path: '*/roleAssignments/*', method: 'GET', calls: Array.from({ length: 10 }, (_, i) => i + 2) },
  };
  const ground = await openGround({ parts: { faults: { ...lost, blind } } });
  await approved(ground, 'request-1');
  await ground.drain();
  await approved(ground, 'request-2', { repository: 'web' });
  await ground.drain();
  const { first, strays } = await choresOn(ground, true);
  await first.run();
  expect(await strays()).toEqual([expect.objectContaining({ kind: 'removed', request: 'request-1' })]);
});
