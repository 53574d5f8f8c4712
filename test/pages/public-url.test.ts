import { describe, expect, test } from 'vitest';
import { stepCookie } from '../../src/pages/web/cookie.js';
import { InvalidPublicUrl, publicAddress } from '../../src/pages/web/public-url.js';
import { lab } from './pages-lab.js';

describe('the public address', () => {
  test.each([
    ['https://bot.example', { origin: 'https://bot.example', path: '', secure: true }],
    ['https://example.org/acr/help/', { origin: 'https://example.org', path: '/acr/help', secure: true }],
    ['http://localhost:8080', { origin: 'http://localhost:8080', path: '', secure: false }],
    ['http://[::1]:8080/', { origin: 'http://[::1]:8080', path: '', secure: false }],
  ])('%s', (url, address) => {
    expect(publicAddress(url)).toEqual(address);
  });

  test.each([
    'http://bot.example',
    'http://localhost.evil.example',
    'ftp://localhost',
    'bot',
    'https://x/?a',
    'https://x/#a',
    'https://u@x/',
  ])('%s is none', (url) => {
    expect(() => publicAddress(url)).toThrow(InvalidPublicUrl);
  });
});

describe('the cookie', () => {
  test('is for this host alone where there is TLS', () => {
    const token = 't'.repeat(43);
    const cookie = stepCookie(true, 900);
    expect(cookie.set({ step: token, link: null })).toBe(
      `__Host-acr-help-sign-in=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=900`,
    );
    expect(cookie.set(null)).toBe(
      '__Host-acr-help-sign-in=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    );
  });

  test('has a plain name without TLS, on loopback', async () => {
    const at = await lab();
    const browser = at.browser();
    const left = await browser.press(await browser.get(await at.start()));
    expect(left.headers['set-cookie']).toEqual([
      expect.stringMatching(/^acr-help-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=900$/),
    ]);
  });
});

test('behind a proxy that takes a path away, forms and addresses have it', async () => {
  const at = await lab({ publicUrl: 'https://example.org/acr' });
  const url = new URL(await at.start());
  expect(url.origin + url.pathname).toBe('https://example.org/acr/link');
  const { body } = await at.browser().get(`${at.origin}/link${url.search}`);
  expect(body).toContain('action="/acr/link"');
  const state = url.searchParams.get('state') ?? '';
  const left = await at.browser().post(`${at.origin}/link`, { state });
  const redirect = new URL(left.headers.location ?? '').searchParams.get('redirect_uri');
  expect(redirect).toBe('https://example.org/acr/signed-in');
  expect(left.headers['set-cookie']?.[0]).toMatch(/^__Host-/);
});
