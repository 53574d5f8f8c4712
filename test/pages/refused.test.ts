import { describe, expect, test } from 'vitest';
import type { Redeemed } from '../../src/azure/sign-in.js';
import { answering, lab, toConfirm, toSignedIn, upn } from './pages-lab.js';

describe('nobody is linked', () => {
  test.each([
    ['gus', 'Guest accounts cannot be used here'],
    ['fay', undefined],
  ])('who is no member of the tenant (%s)', async (name, heading) => {
    const at = await lab();
    const browser = at.browser();
    // Entra itself keeps people of other tenants from coming back.
    if (heading === undefined) {
      expect(await toSignedIn(at, browser, upn(name, 'fabrikam'))).toBe('');
      return;
    }
    const seen = await toConfirm(at, browser, upn(name));
    expect([seen.status, seen.body.includes(heading), at.store.saved()]).toEqual([403, true, 0]);
  });

  test('who turned back', async () => {
    const at = await lab();
    const browser = at.browser();
    const left = await browser.press(await browser.get(await at.start()));
    const back = await browser.post(left.headers.location ?? '', { cancel: '1' });
    const seen = await browser.get(back.headers.location ?? '');
    expect(seen.body).toContain('The sign-in was cancelled');
    expect(browser.cookies.size).toBe(0);
  });

  test.each([
    ['access_denied', 'AADSTS65004: no', 403, 'Your account may not use this sign-in'],
    ['interaction_required', 'AADSTS53003: blocked', 403, 'Your organization blocks this sign-in'],
    ['invalid_request', 'AADSTS50011: wrong', 500, 'The sign-in is not set up properly'],
    ['server_error', '', 503, 'Microsoft Entra could not be reached'],
    ['<script>alert(1)</script>', '<img src=x>', 403, 'Microsoft Entra refused the sign-in'],
  ])('whom Entra sends back with %s', async (error, description, status, heading) => {
    const at = await lab();
    const browser = at.browser();
    const state = new URL(await toSignedIn(at, browser)).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error, error_description: description, state });
    const seen = await browser.get(`${at.origin}/signed-in?${query}`);
    expect([seen.status, seen.body.includes(heading)]).toEqual([status, true]);
    for (const echoed of ['<script', '<img', 'AADSTS']) expect(seen.body).not.toContain(echoed);
    expect(JSON.stringify(at.lines)).not.toMatch(/script|img|blocked|wrong/);
  });

  test.each([
    [{ kind: 'refused', code: 50105 }, 403, 'Your account may not use this sign-in'],
    [{ kind: 'refused', code: 7000222 }, 500, 'The sign-in is not set up properly'],
    [{ kind: 'refused', code: null }, 403, 'Microsoft Entra refused the sign-in'],
    [{ kind: 'guest' }, 403, 'Guest accounts cannot be used here'],
    [{ kind: 'foreign' }, 403, 'This account belongs to another organization'],
    [{ kind: 'invalid', reason: 'nonce' }, 403, 'Microsoft Entra refused the sign-in'],
    [{ kind: 'unavailable', reason: 'timeout' }, 503, 'Microsoft Entra could not be reached'],
  ] satisfies [Redeemed, number, string][])('where %j', async (redeemed, status, heading) => {
    const at = await lab({ signIn: () => answering(redeemed) });
    const browser = at.browser();
    const left = await browser.press(await browser.get(await at.start()));
    const state = new URL(left.headers.location ?? '').searchParams.get('state');
    const seen = await browser.get(`${at.origin}/signed-in?state=${state}&code=abc`);
    expect([seen.status, seen.body.includes(heading), at.store.saved()]).toEqual([status, true, 0]);
    expect(at.lines.at(-1)?.event).toBe('link.refused');
  });

  test.each([
    ['signs with keys that cannot be had', { http: { status: 503 } }],
    ['cannot be reached', { tcp: 'refused' }],
  ])('while Entra %s', async (_, fault) => {
    const at = await lab({ situation: { faults: {}, changes: { fix: {}, down: outage(fault) } } });
    const browser = at.browser();
    const back = await toSignedIn(at, browser);
    expect(at.sandbox.apply('down')).toEqual([]);
    const seen = await browser.get(back);
    expect([seen.status, seen.body.includes('Microsoft Entra could not be reached')]).toEqual([503, true]);
  });

  test('while the store fails: a page says so, in words of ours', async () => {
    const at = await lab();
    const browser = at.browser();
    const page = await toConfirm(at, browser);
    at.store.saveLink = () => Promise.reject(new Error('disk full'));
    const seen = await browser.press(page, { decision: 'yes' });
    expect([seen.status, seen.body.includes('Something went wrong on our side')]).toEqual([500, true]);
    expect(seen.body).not.toContain('disk');
    expect(at.linked).toEqual([]);
    expect(at.lines.at(-1)).toEqual({
      level: 'error',
      event: 'link.failed',
      fields: { path: '/link/confirm', error: 'Error' },
    });
  });
});

function outage(fault: object) {
  return { faults: { entra: { host: 'login.microsoftonline.com', ...fault } } };
}
