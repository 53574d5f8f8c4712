import { expect, test } from 'vitest';
import { silent } from '../../src/observe/log.js';
import { createPages } from '../../src/pages/pages.js';
import { fakeSignInStore } from '../fakes/sign-in-store.js';
import { answering } from './pages-lab.js';

test('pages that are not set up are not there', () => {
  const store = fakeSignInStore();
  const pages = createPages({
    ...{ store, log: silent, now: () => 0, context: null, approve: null, reveal: null },
    signIn: answering({ kind: 'guest' }),
    publicUrl: 'https://bot.example',
    link: { store, onLinked: () => {} },
  });
  expect([pages.approveUrl, pages.secretUrl]).toEqual([null, null]);
  expect(pages.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /signed-in',
    'GET /link',
    'POST /link',
    'POST /link/confirm',
  ]);
});
