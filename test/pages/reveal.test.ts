import { describe, expect, test } from 'vitest';
import { languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { hiddenOf } from './browser.js';
import { previewers, secretLink, secretValue } from './errands.js';
import { lab, oneOfTwenty, people, signingIn, toConfirm, toSignedIn, twenty, upn } from './pages-lab.js';

const MINUTE = 60_000;

describe('a new secret', () => {
  test.each(languages)('is shown once to whom it is for, in %s', async (language) => {
    const at = await lab();
    const { reveal } = textsFor(language).pages;
    const { url } = secretLink(at, language);
    const browser = at.browser();
    const start = await browser.get(url, { 'accept-language': 'en' });
    expect([start.status, start.body.includes(reveal.start.title)]).toEqual([200, true]);
    const left = await browser.press(start);
    expect(new URL(left.headers.location ?? '').searchParams.get('max_age')).toBe('300');
    const show = await browser.get(await signingIn(browser, left, upn('ana')));
    expect([show.status, show.body.includes(reveal.show.button)]).toEqual([200, true]);
    for (const page of [start, show]) expect(page.body).not.toContain(secretValue);
    const shown = await browser.press(show);
    expect([shown.status, browser.cookies.size]).toEqual([200, 0]);
    expect(shown.body).toContain(`>${secretValue}</textarea>`);
    expect(shown.body).toContain(reveal.shown.title);
    expect(shown.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  test('T20: 5 GETs of previewers use nothing up and show nothing; then it works, once', async () => {
    const at = await lab();
    const { url } = secretLink(at);
    for (const agent of previewers) {
      const seen = await at.browser().get(url, { 'user-agent': agent });
      expect([seen.status, seen.headers['set-cookie']]).toEqual([200, undefined]);
      for (const kept of [secretValue, 'request-2', at.objectIdOf('ana')])
        expect(seen.body).not.toContain(kept);
    }
    const browser = at.browser();
    expect((await browser.press(await toConfirm(at, browser, upn('ana'), url))).body).toContain(secretValue);
  });

  test('T20: 20 POSTs at once of one page: exactly one 200', async () => {
    const at = await lab();
    const { url } = secretLink(at);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    expect(await twenty(at, browser, '/secret/show', hiddenOf(show))).toEqual(oneOfTwenty);
  });

  test('T20: 20 POSTs at once of as many sign-ins: exactly one 200', async () => {
    const at = await lab();
    const { url } = secretLink(at);
    const ready = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const browser = at.browser();
        return { browser, show: await toConfirm(at, browser, upn('ana'), url) };
      }),
    );
    const all = await Promise.all(ready.map(({ browser, show }) => browser.press(show)));
    expect(all.map(({ status }) => status).sort()).toEqual(oneOfTwenty);
    expect(all.filter(({ body }) => body.includes(secretValue))).toHaveLength(1);
    expect(at.deliveries.secondClaims()).toBe(19);
  });

  test('T20: after 15 minutes it is gone, at every step', async () => {
    const at = await lab();
    const { url, tokenHash } = secretLink(at);
    const browser = at.browser();
    const page = await browser.get(url);
    const back = await toSignedIn(at, browser, upn('ana'), url);
    at.advance(15 * MINUTE);
    const late = [await at.browser().get(url), await at.browser().press(page), await browser.get(back)];
    expect(late.map(({ status }) => status)).toEqual([410, 410, 410]);
    expect(at.deliveries.isClaimed(tokenHash)).toBe(false);
  });

  test('T20: that ends while the page is open is gone', async () => {
    const at = await lab();
    const { url } = secretLink(at);
    at.advance(12 * MINUTE);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    at.advance(4 * MINUTE);
    const seen = await browser.press(show);
    expect([seen.status, seen.body.includes('This link is no longer valid')]).toEqual([410, true]);
  });

  test('T22: the approver and a third person get 403, and nothing is used up', async () => {
    const at = await lab();
    const { url, tokenHash } = secretLink(at);
    for (const name of ['ben', 'gus']) {
      const seen = await toConfirm(at, at.browser(), upn(name), url);
      expect(seen.status).toBe(403);
      expect(seen.body).not.toContain(secretValue);
    }
    expect(at.deliveries.isClaimed(tokenHash)).toBe(false);
    const browser = at.browser();
    expect((await browser.press(await toConfirm(at, browser, upn('ana'), url))).status).toBe(200);
  });

  test('T22: the same object id of another tenant is somebody else', async () => {
    const at = await lab();
    const recipient = { objectId: at.objectIdOf('ana'), tenant: at.objectIdOf('ben') };
    expect((await toConfirm(at, at.browser(), upn('ana'), secretLink(at, 'en', recipient).url)).status).toBe(
      403,
    );
  });

  test('T22: that was given to somebody else meanwhile is refused by the store, too', async () => {
    const at = await lab();
    const { url, tokenHash } = secretLink(at);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    secretLink(at, 'en', { objectId: at.objectIdOf('ben'), tenant: at.tenant });
    const seen = await browser.press(show);
    expect([seen.status, at.deliveries.isClaimed(tokenHash)]).toEqual([403, false]);
  });

  test('T24: whoever comes a second time is told that it was shown, and that this is recorded', async () => {
    const at = await lab();
    const { url } = secretLink(at);
    const [first, second] = [at.browser(), at.browser()];
    await first.press(await toConfirm(at, first, upn('ana'), url));
    const seen = await second.press(await toConfirm(at, second, upn('ana'), url));
    expect([seen.status, seen.body.includes('has been recorded')]).toEqual([410, true]);
    expect(seen.body).not.toContain(secretValue);
    expect(at.deliveries.secondClaims()).toBe(1);
    expect(at.lines.at(-1)).toMatchObject({ level: 'warn', fields: { reason: 'shown-before' } });
  });

  test('that cannot be opened any more is told of, and the operator hears of it', async () => {
    const at = await lab();
    const { url } = secretLink(at);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    at.deliveries.claim = async () => ({
      kind: 'claimed',
      ciphertext: 'not-what-it-was',
      request: 'request-2',
    });
    const seen = await browser.press(show);
    expect([seen.status, seen.body.includes('cannot be opened')]).toEqual([500, true]);
    expect(at.lines.at(-1)).toMatchObject({ level: 'error', event: 'reveal.failed' });
  });
});

describe('T47: nobody sees a secret', () => {
  test('whose browser leaves max_age out: stale auth_time is refused, and nothing is used up', async () => {
    const at = await lab({ situation: { users: { ...people, ana: { tenant: 'contoso', session: '-2h' } } } });
    const { url, tokenHash } = secretLink(at);
    const browser = at.browser();
    const left = await browser.press(await browser.get(url));
    const asked = new URL(left.headers.location ?? '');
    asked.searchParams.delete('max_age');
    const back = await browser.post(asked.href, { user: upn('ana') });
    const seen = await browser.get(back.headers.location ?? '');
    expect([seen.status, at.deliveries.isClaimed(tokenHash)]).toEqual([403, false]);
    const show = await browser.get(await signingIn(browser, await browser.press(seen), upn('ana')));
    expect((await browser.press(show)).body).toContain(secretValue);
  });

  test('on a page that was left open for more than five minutes', async () => {
    const at = await lab();
    const { url, tokenHash } = secretLink(at);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    at.advance(5 * MINUTE + 1000);
    expect((await browser.press(show)).status).toBe(403);
    expect(at.deliveries.isClaimed(tokenHash)).toBe(false);
  });

  test('with missing acrs', async () => {
    const at = await lab({ context: 'c1' });
    // Entra itself keeps who cannot fulfil the context on its page.
    expect(await toSignedIn(at, at.browser(), upn('ana'), secretLink(at).url)).toBe('');
  });
});

describe('T38: a post to see a secret', () => {
  test('from elsewhere, without the cookie or from another browser is refused, and uses nothing up', async () => {
    const at = await lab();
    const { url, tokenHash } = secretLink(at);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    const path = `${at.origin}/secret/show`;
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const statuses = [
      await browser.post(path, hiddenOf(show), evil),
      await at.browser().press(show),
      await browser.post(path, {}),
    ].map(({ status }) => status);
    expect([...statuses, at.deliveries.isClaimed(tokenHash)]).toEqual([403, 403, 410, false]);
    expect((await browser.press(show)).body).toContain(secretValue);
  });

  test('needs the token of the link in the same browser', async () => {
    const at = await lab();
    const { url, tokenHash } = secretLink(at);
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), url);
    const [step = ''] = [...browser.cookies.values()].map((value) => value.split('.')[0] ?? '');
    const other = `acr-help-sign-in=${step}.${'x'.repeat(43)}`;
    const seen = await at.browser().post(`${at.origin}/secret/show`, hiddenOf(show), { cookie: other });
    expect([seen.status, at.deliveries.isClaimed(tokenHash)]).toEqual([403, false]);
  });
});

describe('a link to a secret', () => {
  test.each(['', '?token=', `?token=${'a'.repeat(42)}`, `?token=${'a'.repeat(43)}`])(
    'that nobody made is none (%s)',
    async (query) => {
      const at = await lab();
      expect((await at.browser().get(`${at.origin}/secret${query}`)).status).toBe(410);
    },
  );

  test('speaks the language of the browser where it names none', async () => {
    const at = await lab();
    const { token } = secretLink(at);
    const seen = await at.browser().get(`${at.origin}/secret?token=${token}`, { 'accept-language': 'de' });
    expect(seen.body).toContain('Ein neues Geheimnis');
  });

  test('has a token that goes neither to Entra, nor into the store, nor into the log', async () => {
    const at = await lab();
    const { url, token } = secretLink(at);
    const browser = at.browser();
    const left = await browser.press(await browser.get(url));
    const dumps = [at.store.dump()];
    const back = await signingIn(browser, left, upn('ana'));
    const show = await browser.get(back);
    dumps.push(at.store.dump(), at.deliveries.dump());
    const shown = await browser.press(show);
    expect(shown.body).toContain(secretValue);
    const elsewhere = [...dumps, left.headers.location, back, JSON.stringify(at.lines), show.body].join('\n');
    expect(elsewhere).not.toContain(token);
    expect(`${elsewhere}${at.store.dump()}${at.deliveries.dump()}`).not.toContain(secretValue);
    expect(at.deliveries.dump()).toContain('"ciphertext":null');
  });
});
