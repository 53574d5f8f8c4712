import { expect, test } from 'vitest';
import { newPath, storeAt } from '../store/open-engine.js';
import { hiddenOf } from './browser.js';
import { ana, lab, toConfirm } from './pages-lab.js';

/** The pages on the store that they have in production. */

test('of twenty who agree at once, on a file, one ties the accounts, for ninety days', async () => {
  const store = await storeAt(`sqlite:${newPath()}`);
  const at = await lab({ store });
  const browser = at.browser();
  const page = await toConfirm(at, browser);
  const cookie = { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  const form = { ...hiddenOf(page), decision: 'yes' };
  const all = await Promise.all(
    Array.from({ length: 20 }, () => at.browser().post(`${at.origin}/link/confirm`, form, cookie)),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 410)]);
  expect(at.linked).toEqual([ana]);
  const days = (count: number) => at.now() + count * 86_400_000;
  expect(await store.link(ana, days(0))).toMatchObject({ objectId: at.objectIdOf('ana'), tenant: at.tenant });
  expect(await store.link(ana, days(90) - 1)).not.toBeNull();
  expect(await store.link(ana, days(90))).toBeNull();
});

test('whoever is forgotten in the middle of a sign-in is not tied to anything', async () => {
  const store = await storeAt(`sqlite:${newPath()}`);
  const at = await lab({ store });
  const browser = at.browser();
  const page = await toConfirm(at, browser);
  await store.forget(ana);
  expect((await browser.press(page, { decision: 'yes' })).status).toBe(410);
  expect(await store.link(ana, at.now())).toBeNull();
});
