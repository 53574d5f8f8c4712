import { expect, test } from 'vitest';
import { newPath, storeAt } from '../store/open-engine.js';
import { hiddenOf } from './browser.js';
import { ana, lab, oneOfTwenty, toConfirm, twenty } from './pages-lab.js';

/** The pages on the store that they have in production. */

test('of twenty who agree at once, on a file, one ties the accounts, for ninety days', async () => {
  const store = await storeAt(`sqlite:${newPath()}`);
  const at = await lab({ store });
  const browser = at.browser();
  const page = await toConfirm(at, browser);
  const form = { ...hiddenOf(page), decision: 'yes' };
  expect(await twenty(at, browser, '/link/confirm', form)).toEqual(oneOfTwenty);
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
