import { describe, expect, test } from 'vitest';
import { isSameOrigin } from '../../src/pages/web/same-origin.js';
import { hiddenOf } from './browser.js';
import { lab, toConfirm } from './pages-lab.js';

const origin = 'https://bot.example';

describe('a form', () => {
  test.each([
    [true, { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    [true, { 'sec-fetch-site': 'same-origin', origin }],
    [true, { 'sec-fetch-site': 'same-origin' }],
    [true, { origin }],
    [false, { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    [false, { 'sec-fetch-site': 'same-site', origin }],
    [false, { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    [false, { 'sec-fetch-site': 'none' }],
    [false, { origin: 'null' }],
    [false, { origin: `${origin}.evil.example` }],
    [false, { origin: 'http://bot.example' }],
    [false, {}],
  ])('is ours: %s, with %j', (ours, headers) => {
    expect(isSameOrigin(headers, origin)).toBe(ours);
  });

  test.each([
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'multipart/form-data; boundary=x' },
  ])('from elsewhere, or of another kind, does nothing (%j)', async (headers) => {
    const at = await lab();
    const browser = at.browser();
    const url = await at.start();
    const state = new URL(url).searchParams.get('state') ?? '';
    const left = await browser.post(`${at.origin}/link`, { state }, headers);
    expect([left.status, left.headers.location]).toEqual([403, undefined]);
    const page = await toConfirm(at, browser);
    const fields = { ...hiddenOf(page), decision: 'yes' };
    expect((await browser.post(`${at.origin}/link/confirm`, fields, headers)).status).toBe(403);
    expect(at.store.saved()).toBe(0);
    // Neither has used anything up.
    expect((await browser.get(url)).status).toBe(200);
    expect((await browser.press(page, { decision: 'yes' })).status).toBe(200);
  });

  test('longer than any of ours is not read', async () => {
    const at = await lab();
    const state = 'x'.repeat(4000);
    expect((await at.browser().post(`${at.origin}/link`, { state })).status).toBe(403);
  });
});
