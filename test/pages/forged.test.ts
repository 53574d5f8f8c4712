import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hiddenOf } from './browser.js';
import { previewers } from './errands.js';
import { cookieOf, lab, oneOfTwenty, toConfirm, toSignedIn, twenty, upn } from './pages-lab.js';

const MINUTE = 60_000;
const token = () => randomBytes(32).toString('base64url');

/** What a page of the problem is headed with. */
const expired = 'This link is no longer valid';
const elsewhere = 'Please stay in one browser';

describe('a link', () => {
  test('outlives previews and scanners, and works once', async () => {
    const at = await lab();
    const url = await at.start();
    for (const agent of previewers) {
      const seen = await at.browser().get(url, { 'user-agent': agent });
      expect([seen.status, seen.headers['set-cookie']]).toEqual([200, undefined]);
    }
    const page = await at.browser().get(url);
    expect((await at.browser().press(page)).status).toBe(303);
    const again = await at.browser().press(page);
    expect([again.status, again.headers.location]).toEqual([410, undefined]);
    expect((await at.browser().get(url)).body).toContain(expired);
  });

  test('can be taken up again by who turned back at the sign-in page, in the same browser', async () => {
    const at = await lab();
    const browser = at.browser();
    const url = await at.start('Ana');
    const first = await browser.press(await browser.get(url));
    const page = await browser.get(url);
    expect(page.body).toContain('Ana');
    const second = await browser.press(page);
    expect([second.status, second.headers.location]).toEqual([303, first.headers.location]);
    const back = await browser.post(second.headers.location ?? '', { user: upn('ana') });
    expect((await browser.get(back.headers.location ?? '')).status).toBe(200);
    expect((await browser.get(url)).status).toBe(410);
    expect((await browser.press(page)).status).toBe(410);
  });

  test('is not taken up by another that was begun in the browser', async () => {
    const at = await lab();
    const browser = at.browser();
    const [url, other] = [await at.start('Ana'), await at.start('Eve')];
    const page = await browser.get(url);
    await at.browser().press(page);
    await browser.press(await browser.get(other));
    expect((await browser.get(url)).status).toBe(410);
    expect((await browser.press(page)).status).toBe(410);
  });

  test('leads on for one of twenty who press at once', async () => {
    const at = await lab();
    const page = await at.browser().get(await at.start());
    const all = await Promise.all(Array.from({ length: 20 }, () => at.browser().press(page)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 410)).toHaveLength(19);
  });

  test('ends after a quarter of an hour', async () => {
    const at = await lab();
    const url = await at.start();
    at.advance(15 * MINUTE - 1);
    const page = await at.browser().get(url);
    expect(page.status).toBe(200);
    at.advance(1);
    expect((await at.browser().get(url)).status).toBe(410);
    expect((await at.browser().press(page)).status).toBe(410);
  });

  test.each(['', '?state=', `?state=${'a'.repeat(42)}`, `?state=${'é'.repeat(43)}`, `?state=${token()}`])(
    'that nobody made is none (%s)',
    async (query) => {
      const at = await lab();
      const seen = await at.browser().get(`${at.origin}/link${query}`);
      expect([seen.status, seen.body.includes(expired)]).toEqual([410, true]);
    },
  );

  test('with two states is none', async () => {
    const at = await lab();
    const url = await at.start();
    expect((await at.browser().get(`${url}&state=${token()}`)).status).toBe(410);
  });
});

describe('the answer of the sign-in page', () => {
  test('counts in the browser that was sent there, and elsewhere uses nothing up', async () => {
    const at = await lab();
    const browser = at.browser();
    const back = await toSignedIn(at, browser);
    const stolen = await at.browser().get(back);
    expect([stolen.status, stolen.body.includes(elsewhere)]).toEqual([403, true]);
    const victim = at.browser();
    await toSignedIn(at, victim);
    expect((await victim.get(back)).status).toBe(403);
    expect((await browser.get(back)).status).toBe(200);
  });

  test('counts once', async () => {
    const at = await lab();
    const browser = at.browser();
    const back = await toSignedIn(at, browser);
    const cookies = new Map(browser.cookies);
    expect((await browser.get(back)).status).toBe(200);
    expect((await browser.get(back)).body).toContain(expired);
    expect((await at.browser().get(back, cookieOf({ cookies }))).body).toContain(expired);
  });

  test('with a state of another sign-in, the code of an attacker included, ties nothing', async () => {
    const at = await lab();
    const [attacker, victim] = [at.browser(), at.browser()];
    const theirs = new URL(await toSignedIn(at, attacker, upn('ana')));
    const mine = new URL(await toSignedIn(at, victim, upn('ana')));
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    const seen = await victim.get(mine.href);
    // The code was asked for with another challenge.
    expect([seen.status, seen.body.includes('Microsoft Entra refused the sign-in')]).toEqual([403, true]);
    expect(at.lines.at(-1)?.fields).toMatchObject({ code: 501481 });
  });

  test.each(['', 'x', 'a b', '%00', 'x'.repeat(9000)])(
    'with a code that is none ties nothing',
    async (code) => {
      const at = await lab();
      const browser = at.browser();
      const back = new URL(await toSignedIn(at, browser));
      back.searchParams.set('code', code);
      expect((await browser.get(back.href)).status).toBe(403);
    },
  );

  test('does not count for the state of the link itself, whatever cookie somebody sets', async () => {
    const at = await lab();
    const url = await at.start();
    const state = new URL(url).searchParams.get('state') ?? '';
    const headers = { cookie: `acr-help-sign-in=${state}` };
    const seen = await at.browser().get(`${at.origin}/signed-in?state=${state}&code=abc`, headers);
    expect([seen.status, at.store.saved()]).toEqual([410, 0]);
    expect((await at.browser().get(url)).status).toBe(200);
  });

  test.each([
    ['x', 'yy'],
    ['x', 'x'],
    ['é'.repeat(43), 'a'.repeat(43)],
  ])('with what is no state is none (%s)', async (state, cookie) => {
    const at = await lab();
    const url = `${at.origin}/signed-in?code=abc&state=${encodeURIComponent(state)}`;
    const seen = await at.browser().get(url, { cookie: `acr-help-sign-in=${cookie}` });
    expect([seen.status, seen.body.includes(expired)]).toEqual([410, true]);
  });

  test('with two cookies counts for neither', async () => {
    const at = await lab();
    const browser = at.browser();
    const back = await toSignedIn(at, browser);
    const state = new URL(back).searchParams.get('state');
    const two = { cookie: `acr-help-sign-in=${state}; acr-help-sign-in=${token()}` };
    expect((await at.browser().get(back, two)).status).toBe(403);
  });

  test('comes in time', async () => {
    const at = await lab();
    const browser = at.browser();
    const back = await toSignedIn(at, browser);
    at.advance(15 * MINUTE);
    expect((await browser.get(back)).status).toBe(410);
  });
});

describe('agreeing', () => {
  test('counts once, of twenty at once', async () => {
    const at = await lab();
    const browser = at.browser();
    const page = await toConfirm(at, browser);
    const form = { ...hiddenOf(page), decision: 'yes' };
    expect(await twenty(at, browser, '/link/confirm', form)).toEqual(oneOfTwenty);
    expect([at.store.saved(), at.linked.length]).toEqual([1, 1]);
  });

  test('a second time says that the first counts', async () => {
    const at = await lab();
    const browser = at.browser();
    const page = await toConfirm(at, browser);
    await browser.press(page, { decision: 'yes' });
    const again = await browser.press(page, { decision: 'yes' });
    expect([again.status, again.body.includes('You have answered already')]).toEqual([410, true]);
    expect(at.store.saved()).toBe(1);
  });

  test('is for the browser that signed in', async () => {
    const at = await lab();
    const browser = at.browser();
    const page = await toConfirm(at, browser);
    expect((await at.browser().press(page, { decision: 'yes' })).status).toBe(403);
    expect((await browser.press(page, { decision: 'yes' })).status).toBe(200);
  });

  test('needs a sign-in', async () => {
    const at = await lab();
    const state = new URL(await at.start()).searchParams.get('state') ?? '';
    const cookie = { cookie: `acr-help-sign-in=${state}` };
    const form = { token: state, decision: 'yes' };
    expect((await at.browser().post(`${at.origin}/link/confirm`, form, cookie)).status).toBe(410);
    expect(at.store.saved()).toBe(0);
  });

  test('comes in time', async () => {
    const at = await lab();
    const browser = at.browser();
    const page = await toConfirm(at, browser);
    at.advance(15 * MINUTE);
    expect((await browser.press(page, { decision: 'yes' })).status).toBe(410);
    expect(at.store.saved()).toBe(0);
  });

  test('to a confirmation cannot be sent on to another sign-in', async () => {
    const at = await lab();
    const browser = at.browser();
    const { token: state = '' } = hiddenOf(await toConfirm(at, browser));
    expect((await browser.post(`${at.origin}/link`, { state })).status).toBe(410);
    expect((await browser.get(`${at.origin}/link?state=${await fresh(at)}`)).status).toBe(200);
  });
});

async function fresh(at: Awaited<ReturnType<typeof lab>>): Promise<string> {
  return new URL(await at.start()).searchParams.get('state') ?? '';
}
