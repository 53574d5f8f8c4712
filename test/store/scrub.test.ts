import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import type { Store } from '../../src/store/store.js';
import { asker } from './ledger-samples.js';
import { newPath, storeAt, tablesAt } from './open-engine.js';
import { minute, rotated, sealedText, tokenHashOf, tokenSpec } from './rotation-samples.js';
import { dana, kim, signInOf, start, stepOf } from './samples.js';

const canary = 'fake-canary-7f3a';

/** The files of the folder, database and journals, in which the canary, or another text, stands. */
function traces(path: string, text = canary): readonly string[] {
  const folder = dirname(path);
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

/** Small states and large, grown, shrunk and moved between pages, with those of others between them. */
async function live(store: Store): Promise<void> {
  let version: number | null = null;
  for (const size of [1, 30, 500, 2, 9_000, 90, 2_000]) {
    version = await store.saveConversation(
      dana,
      version,
      {
        notes: Array(size).fill(canary),
      },
      start,
    );
    await store.saveConversation(`${kim}${size}`, null, 'x'.repeat(size), start);
  }
  await store.saveReference(dana, `${canary} in a reference`, start);
  for (let id = 0; id < 200; id++) {
    const step = stepOf(`c${id}`, start, { registry: `${canary}${id}.azurecr.io` });
    await store.saveCase(id % 2 === 0 ? dana : `${dana}2`, step);
  }
  await store.saveLink(dana, { objectId: canary, tenant: 't', linkedAt: start, expiresAt: start + 1 });
  await store.beginSignIn('h', {
    ...signInOf(dana, start + 1),
    step: { kind: 'sent', verifier: canary, nonce: 'n' },
  });
}

describe('nothing of what is deleted stays in the files', () => {
  it('after somebody is forgotten', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await live(store);
    expect(traces(path)).not.toEqual([]);
    await store.forget(dana);
    await store.forget(`${dana}2`);
    expect(traces(path)).toEqual([]);
  });

  it.each([
    ['shown', (ledger: Ledger) => ledger.deliveries.claim(tokenHashOf('s1'), asker.objectId, start)],
    ['abandoned', (ledger: Ledger) => ledger.abandon('s1', asker.objectId, start)],
    ['over', (ledger: Ledger) => ledger.expire(start + 15 * minute)],
  ])('after a secret that waited was %s, with the next purge (T21)', async (_, end) => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await rotated(store.ledger, 's1', start);
    await rotated(store.ledger, 's2', start, tokenSpec(2));
    expect(traces(path, sealedText('s1'))).not.toEqual([]);
    await end(store.ledger);
    await store.purge(start, 5);
    expect(traces(path, sealedText('s1'))).toEqual([]);
  });

  it('after a purge', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await live(store);
    await store.purge(start + 10, 5);
    expect(traces(path)).toEqual([]);
  });

  it('of what was taken or overwritten, at the latest when the store is closed', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await store.beginSignIn('h', {
      ...signInOf(dana, start + 1),
      step: { kind: 'sent', verifier: canary, nonce: 'n' },
    });
    const version = await store.saveConversation(dana, null, canary.repeat(1_000), start);
    await store.takeSignIn('h', start);
    await store.saveConversation(dana, version, 'nothing', start);
    await store.close();
    expect(traces(path)).toEqual([]);
  });

  it('is put off, not failed, while somebody else still reads the old state', async () => {
    const path = newPath();
    const store = await storeAt(`sqlite:${path}`);
    await store.saveConversation(dana, null, canary, start);
    const reader = tablesAt(path);
    await sql`begin`.execute(reader);
    await reader.selectFrom('conversation').selectAll().execute();
    await store.forget(dana);
    expect(await store.conversation(dana)).toBeNull();
    expect(traces(path)).not.toEqual([]);
    await sql`commit`.execute(reader);
    await store.purge(start, 1);
    expect(traces(path)).toEqual([]);
  });
});
