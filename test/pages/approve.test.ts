import { describe, expect, test } from 'vitest';
import type { Decided } from '../../src/access/requests.js';
import { hiddenOf } from './browser.js';
import { approval, approveLink, previewers } from './errands.js';
import { ana, lab, oneOfTwenty, people, signingIn, toConfirm, toSignedIn, twenty, upn } from './pages-lab.js';

const MINUTE = 60_000;

describe('approving in the browser', () => {
  test('a person signs in freshly, sees the request, and approves it', async () => {
    const at = await lab();
    const browser = at.browser();
    const start = await browser.get(await approveLink(at));
    expect(start.status).toBe(200);
    for (const shown of ['Approve a request', 'Ana', 'U0ANA']) expect(start.body).toContain(shown);
    for (const fact of ['AcrPush', 'Dana', approval.request]) expect(start.body).not.toContain(fact);

    const left = await browser.press(start);
    expect(Object.fromEntries(new URL(left.headers.location ?? '').searchParams)).toMatchObject({
      prompt: 'select_account',
      max_age: '300',
      redirect_uri: `${at.origin}/signed-in`,
    });
    const confirm = await browser.get(await signingIn(browser, left, upn('ana')));
    expect(confirm.status).toBe(200);
    for (const shown of ['Approve this request?', 'Dana asks for a role', 'AcrPush', upn('ana')]) {
      expect(confirm.body).toContain(shown);
    }
    expect(at.approvals).toEqual([]);

    const done = await browser.press(confirm, { decision: 'yes' });
    expect([done.status, browser.cookies.size]).toEqual([200, 0]);
    expect(done.body).toContain('Your approval counts');
    const { objectId, tenant } = { objectId: at.objectIdOf('ana'), tenant: at.tenant };
    expect(at.approvals).toEqual([
      { ...approval, person: ana, objectId, tenant, language: 'en', signedInAt: expect.any(Number) },
    ]);
    expect(Math.abs((at.approvals[0]?.signedInAt ?? 0) - at.now())).toBeLessThan(MINUTE);
  });

  test.each([
    ['de', 'Diese Anfrage genehmigen?', 'Ihre Genehmigung zählt'],
    ['zh-Hans', '要批准此申请吗？', '你的批准已生效'],
  ] as const)('is in %s for who speaks it', async (language, question, end) => {
    const at = await lab();
    const browser = at.browser();
    const confirm = await toConfirm(at, browser, upn('ana'), await approveLink(at, language));
    expect(confirm.body).toContain(question);
    expect((await browser.press(confirm, { decision: 'yes' })).body).toContain(end);
    expect(at.approvals).toMatchObject([{ language }]);
  });

  test('who cancels approves nothing', async () => {
    const at = await lab();
    const browser = at.browser();
    const confirm = await toConfirm(at, browser, upn('ana'), await approveLink(at));
    expect((await browser.press(confirm, { decision: 'no' })).body).toContain('Nothing was approved');
    expect((await browser.press(confirm, { decision: 'yes' })).status).toBe(410);
    expect(at.approvals).toEqual([]);
  });

  test.each([
    [{ kind: 'over' }, 410, 'There is nothing left to decide'],
    [{ kind: 'refused', reason: 'self-approval' }, 403, 'You cannot approve your own request.'],
    [{ kind: 'unavailable' }, 503, 'Your approval could not be checked'],
    [{ kind: 'sign-in-needed' }, 403, 'Please sign in once more'],
  ] satisfies [Decided, number, string][])('tells what became of it: %j', async (decided, status, words) => {
    const at = await lab({ approve: { approve: async () => decided } });
    const browser = at.browser();
    const confirm = await toConfirm(at, browser, upn('ana'), await approveLink(at));
    const seen = await browser.press(confirm, { decision: 'yes' });
    expect([seen.status, seen.body.includes(words)]).toEqual([status, true]);
  });

  test('a request that is decided, or is not what it was, shows no facts', async () => {
    const asked: unknown[] = [];
    const describe = async (...about: unknown[]) => {
      asked.push(about);
      return null;
    };
    const at = await lab({ approve: { describe } });
    const seen = await toConfirm(at, at.browser(), upn('ana'), await approveLink(at, 'de'));
    expect([seen.status, seen.body.includes('nichts mehr zu entscheiden')]).toEqual([410, true]);
    expect(asked).toEqual([[approval.request, approval.specHash, 'de']]);
  });

  test('what fails is told in words of ours', async () => {
    const at = await lab({ approve: { approve: () => Promise.reject(new Error('disk full')) } });
    const browser = at.browser();
    const confirm = await toConfirm(at, browser, upn('ana'), await approveLink(at));
    const seen = await browser.press(confirm, { decision: 'yes' });
    expect([seen.status, seen.body.includes('disk')]).toEqual([500, false]);
    expect(at.lines.at(-1)).toMatchObject({ level: 'error', event: 'approve.failed' });
  });
});

describe('a link to approve', () => {
  test('T20: outlives previews, and shows nothing of the request', async () => {
    const at = await lab();
    const url = await approveLink(at);
    for (const agent of previewers) {
      const seen = await at.browser().get(url, { 'user-agent': agent });
      expect([seen.status, seen.headers['set-cookie'], seen.body.includes('AcrPush')]).toEqual([
        200,
        undefined,
        false,
      ]);
    }
    expect((await toConfirm(at, at.browser(), upn('ana'), url)).status).toBe(200);
  });

  test('is not used up by who presses first', async () => {
    const at = await lab();
    const url = await approveLink(at);
    await toSignedIn(at, at.browser(), upn('ben'), url);
    expect((await toConfirm(at, at.browser(), upn('ana'), url)).status).toBe(200);
  });

  test('ends after a quarter of an hour, whatever was begun with it', async () => {
    const at = await lab();
    const url = await approveLink(at);
    const page = await at.browser().get(url);
    const state = new URL((await at.browser().press(page)).headers.location ?? '').searchParams.get('state');
    at.advance(15 * MINUTE);
    expect((await at.browser().get(url)).status).toBe(410);
    expect((await at.browser().press(page)).status).toBe(410);
    expect((await at.browser().get(`${at.origin}/approve?state=${state}`)).status).toBe(410);
  });

  test('is none for another errand, and no other is one', async () => {
    const at = await lab();
    const state = (url: string) => new URL(url).searchParams.get('state') ?? '';
    const [approve, link] = [state(await approveLink(at)), state(await at.start())];
    for (const [path, token] of [
      ['/link', approve],
      ['/approve', link],
    ]) {
      expect((await at.browser().get(`${at.origin}${path}?state=${token}`)).status).toBe(410);
      expect((await at.browser().post(`${at.origin}${path}`, { state: token ?? '' })).status).toBe(410);
    }
    expect((await at.browser().get(`${at.origin}/approve?state=${approve}`)).status).toBe(200);
  });

  test('begun is not yet a sign-in that a link may be made of', async () => {
    const at = await lab();
    const left = await at.browser().press(await at.browser().get(await approveLink(at)));
    const state = new URL(left.headers.location ?? '').searchParams.get('state') ?? '';
    expect((await at.browser().post(`${at.origin}/approve`, { state })).status).toBe(410);
  });
});

describe('T47: nobody approves', () => {
  test('with another account: the other oid is refused, and nothing is used up', async () => {
    const at = await lab();
    const url = await approveLink(at);
    const browser = at.browser();
    const seen = await toConfirm(at, browser, upn('ben'), url);
    expect([seen.status, seen.body.includes('This link is for another account')]).toEqual([403, true]);
    expect(seen.body).not.toContain('AcrPush');
    // Who has several accounts goes on from here.
    const again = await browser.get(await signingIn(browser, await browser.press(seen), upn('ana')));
    expect((await browser.press(again, { decision: 'yes' })).status).toBe(200);
    expect(at.approvals).toHaveLength(1);
  });

  test('of the same object id in another tenant', async () => {
    const at = await lab();
    const about = { ...approval, objectId: at.objectIdOf('ana'), tenant: at.objectIdOf('ben') };
    const url = (await at.pages.approveUrl?.(ana, 'Ana', 'en', about)) ?? '';
    expect((await toConfirm(at, at.browser(), upn('ana'), url)).status).toBe(403);
  });

  test('whose browser leaves max_age out: stale auth_time is refused, until they sign in anew', async () => {
    const at = await lab({ situation: { users: { ...people, ana: { tenant: 'contoso', session: '-2h' } } } });
    const browser = at.browser();
    const left = await browser.press(await browser.get(await approveLink(at)));
    const asked = new URL(left.headers.location ?? '');
    asked.searchParams.delete('max_age');
    const back = await browser.post(asked.href, { user: upn('ana') });
    const seen = await browser.get(back.headers.location ?? '');
    expect([seen.status, seen.body.includes('Please sign in once more')]).toEqual([403, true]);
    const again = await browser.press(seen);
    expect(new URL(again.headers.location ?? '').searchParams.get('prompt')).toBe('login');
    const confirm = await browser.get(await signingIn(browser, again, upn('ana')));
    expect((await browser.press(confirm, { decision: 'yes' })).status).toBe(200);
    expect(at.approvals).toHaveLength(1);
  });

  test('on a page that was left open: the sign-in is stale by then', async () => {
    const at = await lab();
    const browser = at.browser();
    const url = await approveLink(at);
    const confirm = await toConfirm(at, browser, upn('ana'), url);
    at.advance(5 * MINUTE + 1000);
    const seen = await browser.press(confirm, { decision: 'yes' });
    expect([seen.status, seen.body.includes('Please sign in once more')]).toEqual([403, true]);
    expect(at.approvals).toEqual([]);
    expect((await browser.press(seen)).status).toBe(303);
  });

  test('whose browser leaves the context out: missing acrs are refused', async () => {
    const users = { ...people, ana: { tenant: 'contoso', contexts: ['c1'] } };
    const at = await lab({ situation: { users }, context: 'c1' });
    const browser = at.browser();
    const left = await browser.press(await browser.get(await approveLink(at)));
    const asked = new URL(left.headers.location ?? '');
    asked.searchParams.delete('claims');
    const back = await browser.post(asked.href, { user: upn('ana') });
    const seen = await browser.get(back.headers.location ?? '');
    expect([seen.status, seen.body.includes('This sign-in is not strong enough')]).toEqual([403, true]);
    expect(at.lines.at(-1)?.fields).toMatchObject({ why: 'context' });
    const confirm = await browser.get(await signingIn(browser, await browser.press(seen), upn('ana')));
    expect((await browser.press(confirm, { decision: 'yes' })).status).toBe(200);
  });

  test('as a guest', async () => {
    const at = await lab();
    const about = { ...approval, objectId: at.objectIdOf('gus'), tenant: at.tenant };
    const url = (await at.pages.approveUrl?.(ana, 'Gus', 'en', about)) ?? '';
    const seen = await toConfirm(at, at.browser(), upn('gus'), url);
    expect([seen.status, seen.body.includes('Guest accounts')]).toEqual([403, true]);
  });
});

describe('T38: a post to approve', () => {
  test.each([
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' },
    { 'content-type': 'text/plain' },
  ])('from elsewhere does nothing (%j)', async (headers) => {
    const at = await lab();
    const browser = at.browser();
    const confirm = await toConfirm(at, browser, upn('ana'), await approveLink(at));
    const fields = { ...hiddenOf(confirm), decision: 'yes' };
    expect((await browser.post(`${at.origin}/approve/confirm`, fields, headers)).status).toBe(403);
    expect(at.approvals).toEqual([]);
    expect((await browser.press(confirm, { decision: 'yes' })).status).toBe(200);
  });

  test('without the cookie, or from another browser, is refused and uses nothing up', async () => {
    const at = await lab();
    const browser = at.browser();
    const url = await approveLink(at);
    const confirm = await toConfirm(at, browser, upn('ana'), url);
    const other = at.browser();
    await toConfirm(at, other, upn('ana'), url);
    for (const elsewhere of [at.browser(), other]) {
      const seen = await elsewhere.press(confirm, { decision: 'yes' });
      expect([seen.status, seen.body.includes('Please stay in one browser')]).toEqual([403, true]);
    }
    expect(at.approvals).toEqual([]);
    expect((await browser.press(confirm, { decision: 'yes' })).status).toBe(200);
  });

  test('counts once, of twenty at once', async () => {
    const at = await lab();
    const browser = at.browser();
    const confirm = await toConfirm(at, browser, upn('ana'), await approveLink(at));
    const fields = { ...hiddenOf(confirm), decision: 'yes' };
    expect(await twenty(at, browser, '/approve/confirm', fields)).toEqual(oneOfTwenty);
    expect(at.approvals).toHaveLength(1);
  });

  test('with what confirms another errand does nothing', async () => {
    const at = await lab();
    const browser = at.browser();
    const link = await toConfirm(at, browser);
    const fields = { ...hiddenOf(link), decision: 'yes' };
    expect((await browser.post(`${at.origin}/approve/confirm`, fields)).status).toBe(410);
    expect((await browser.post(`${at.origin}/secret/show`, fields)).status).toBe(410);
    expect((await browser.press(link, { decision: 'yes' })).status).toBe(200);
    expect(at.approvals).toEqual([]);
  });

  test('needs a sign-in', async () => {
    const at = await lab();
    const state = new URL(await approveLink(at)).searchParams.get('state') ?? '';
    const cookie = { cookie: `acr-help-sign-in=${state}` };
    const form = { token: state, decision: 'yes' };
    expect((await at.browser().post(`${at.origin}/approve/confirm`, form, cookie)).status).toBe(410);
    expect(at.approvals).toEqual([]);
  });
});
