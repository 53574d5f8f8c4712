import { expect, test } from 'vitest';
import { wishOf } from '../../../src/access/executor/wish.js';
import type { AssignmentPlace } from '../../../src/azure/granter.js';
import { approved, armFault, countOf, hour, openGround, reconciled, specOf } from './ground.js';

type Ground = Awaited<ReturnType<typeof openGround>>;

/** Writes an assignment with a description, in the name of a request or another. */
async function put(
  ground: Ground,
  repository: string,
  description: string,
  name?: string,
): Promise<AssignmentPlace> {
  const wish = wishOf(specOf(ground.sandbox, { repository }));
  if (wish === null) throw new Error('none');
  const place = { ...wish.place, ...(name !== undefined && { name }) };
  const made = await ground.granter.create(
    place,
    { ...wish.content, description },
    AbortSignal.timeout(5000),
  );
  expect(made.kind).toBe('created');
  return place;
}

const mark = (request: string) => `acr-help ${request} until 2026-03-02T17:00:00.000Z`;

test('what is in both is in order, and what is nobody’s is not looked at', async () => {
  const ground = await openGround();
  await approved(ground, 'request-1');
  await ground.drain();
  await put(ground, 'web', 'by hand');
  expect(await reconciled(ground)).toEqual({ strays: [], notRead: [] });
});

test('only what a request that has ended left behind is removed; the rest is told', async () => {
  const lost = {
    ...armFault('reset', { method: 'PUT', calls: [1], after: true }).faults,
    blind: {
      host: 'management.azure.com',
      http: { status: 503 },
      on: { path: '*/roleAssignments/*', method: 'GET', calls: Array.from({ length: 10 }, (_, i) => i + 2) },
    },
  };
  const ground = await openGround({ parts: { faults: lost } });
  await approved(ground, 'request-1');
  await ground.drain();
  expect((await ground.ledger.request('request-1'))?.state).toBe('failed');
  await approved(ground, 'request-2', { repository: 'web' });
  await ground.drain();
  // Copied words: of the failed request on another assignment, of the granted one, and of one that nobody knows.
  await put(ground, 'copied/failed', mark('request-1'));
  await put(ground, 'copied/granted', mark('request-2'));
  await put(ground, 'copied/unknown', mark('request-x'));
  const before = ground.assignments().length;
  const { strays } = await reconciled(ground);
  const kinds = strays.map(({ kind, request }) => `${kind} ${request}`).sort();
  expect(kinds).toEqual([
    'not-made-for-it request-1',
    'not-made-for-it request-2',
    'removed request-1',
    'unknown-request request-x',
  ]);
  expect(ground.assignments()).toHaveLength(before - 1);
  expect(countOf(ground.sandbox, 'delete')).toBe(1);
});

test('what is missing, and what should be gone by now, is told', async () => {
  const ground = await openGround();
  await approved(ground, 'request-1');
  await approved(ground, 'request-2', { repository: 'web' });
  await ground.drain();
  const [first] = await ground.ledger.ownedAssignments();
  if (first === undefined) throw new Error('none');
  await ground.granter.remove({ scope: first.scope, name: first.assignment }, AbortSignal.timeout(5000));
  ground.sandbox.advance(9 * hour);
  const { strays } = await reconciled(ground);
  expect(strays.map(({ kind }) => kind).sort()).toEqual(['missing', 'overdue']);
  expect(ground.assignments()).toHaveLength(1);
});

test('a registry that cannot be read is no empty one', async () => {
  const fault = {
    faults: {
      it: { host: 'management.azure.com', http: { status: 503 }, on: { path: '*/roleAssignments' } },
    },
  };
  const ground = await openGround({ parts: fault });
  await approved(ground, 'request-1');
  await ground.drain();
  const { strays, notRead } = await reconciled(ground);
  expect([strays, notRead.length]).toEqual([[], 1]);
});
