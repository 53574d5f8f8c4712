import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ana, lab, toConfirm, toSignedIn, upn } from './pages-lab.js';

const DAY = 86_400_000;

describe('from the chat to a link', () => {
  test('a person signs in, sees both accounts, agrees, and is linked by object id', async () => {
    const at = await lab();
    const browser = at.browser();
    const start = await browser.get(await at.start('Ana Łukasz'));
    expect(start.status).toBe(200);
    for (const shown of ['Slack account', 'Ana Łukasz', 'U0ANA', 'T0CONTOSO'])
      expect(start.body).toContain(shown);

    const left = await browser.press(start);
    expect(left.status).toBe(303);
    const authorize = new URL(left.headers.location ?? '');
    expect(authorize.origin + authorize.pathname).toBe(
      `https://login.microsoftonline.com/${at.tenant}/oauth2/v2.0/authorize`,
    );
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      response_type: 'code',
      response_mode: 'query',
      scope: 'openid profile',
      prompt: 'select_account',
      code_challenge_method: 'S256',
      redirect_uri: `${at.origin}/signed-in`,
    });

    const back = await browser.post(authorize.href, { user: upn('ana') });
    const confirm = await browser.get(back.headers.location ?? '');
    expect(confirm.status).toBe(200);
    for (const shown of ['Ana Łukasz', 'U0ANA', 'T0CONTOSO', upn('ana'), 'May 31, 2026']) {
      expect(confirm.body).toContain(shown);
    }
    expect(at.store.saved()).toBe(0);

    const done = await browser.press(confirm, { decision: 'yes' });
    expect([done.status, browser.cookies.size]).toEqual([200, 0]);
    expect(done.body).toContain('Your accounts are linked');
    expect(Object.fromEntries(at.store.links)).toEqual({
      [ana]: {
        objectId: at.objectIdOf('ana'),
        tenant: at.tenant,
        linkedAt: at.now(),
        expiresAt: at.now() + 90 * DAY,
      },
    });
    expect(at.linked).toEqual([ana]);
    expect(at.store.dump()).not.toContain('contoso.onmicrosoft.com');
  });

  test('who says no is not linked, and the link cannot be used again', async () => {
    const at = await lab();
    const browser = at.browser();
    const confirm = await toConfirm(at, browser);
    expect((await browser.press(confirm, { decision: 'no' })).body).toContain('Nothing was linked');
    expect((await browser.press(confirm, { decision: 'yes' })).status).toBe(410);
    expect([at.store.saved(), at.linked]).toEqual([0, []]);
  });

  test('a link may last for another time', async () => {
    const at = await lab({ link: { lifetime: 7 * DAY } });
    const browser = at.browser();
    await browser.press(await toConfirm(at, browser), { decision: 'yes' });
    expect(at.store.links.get(ana)?.expiresAt).toBe(at.now() + 7 * DAY);
  });

  test.each([
    [
      'de',
      'Konto verknüpfen',
      'Diese beiden Konten verknüpfen?',
      '31. Mai 2026',
      'Ihre Konten sind verknüpft',
    ],
    ['zh-Hans', '关联你的帐户', '要关联这两个帐户吗？', '2026年5月31日', '你的帐户已关联'],
  ] as const)('is in %s for who speaks it', async (language, title, question, day, end) => {
    const at = await lab();
    const browser = at.browser();
    const url = await at.start('Ana', language);
    const start = await browser.get(url, { 'accept-language': 'en' });
    expect(start.body).toContain(`<html lang="${language}">`);
    expect(start.body).toContain(title);
    const confirm = await browser.get(await toSignedIn(at, browser, upn('ana'), url));
    for (const shown of [question, day]) expect(confirm.body).toContain(shown);
    expect((await browser.press(confirm, { decision: 'yes' })).body).toContain(end);
  });

  test('goes on although the chat cannot be told', async () => {
    const at = await lab({ link: { onLinked: () => Promise.reject(new Error('no chat')) } });
    const browser = at.browser();
    const done = await browser.press(await toConfirm(at, browser), { decision: 'yes' });
    expect([done.status, at.store.saved()]).toEqual([200, 1]);
    expect(at.lines.at(-1)).toMatchObject({ level: 'error', event: 'link.failed' });
  });
});

describe('tokens', () => {
  test('have 256 bits, and the store knows their SHA-256 alone', async () => {
    const at = await lab();
    const url = new URL(await at.start());
    const state = url.searchParams.get('state') ?? '';
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
    expect(at.store.dump()).not.toContain(state);
    expect(at.store.dump()).toContain(createHash('sha256').update(state).digest('base64url'));
    expect((await at.start()).slice(-20)).not.toBe(url.href.slice(-20));
  });

  test('of each step are other ones', async () => {
    const at = await lab();
    const browser = at.browser();
    const url = await at.start();
    const back = await toSignedIn(at, browser, upn('ana'), url);
    const states = [url, back].map((it) => new URL(it).searchParams.get('state'));
    const confirm = await browser.get(back);
    const [, token] = /name="token" value="([^"]+)"/.exec(confirm.body) ?? [];
    expect(new Set([...states, token]).size).toBe(3);
  });

  test('neither code nor verifier nor any token is in the log', async () => {
    const at = await lab();
    const browser = at.browser();
    const url = await at.start('Ana Secretname');
    const kept: string[] = [at.store.dump()];
    const back = await toSignedIn(at, browser, upn('ana'), url);
    kept.push(at.store.dump());
    const confirm = await browser.get(back);
    kept.push(at.store.dump());
    await browser.press(confirm, { decision: 'yes' });
    await browser.get(back);
    await at.browser().get(back);
    const log = JSON.stringify(at.lines);
    const secrets = [
      ...[...kept.join().matchAll(/[\w-]{43}/g)].map(([it]) => it),
      ...new URL(back).searchParams.values(),
      new URL(url).searchParams.get('state') ?? '',
      ...browser.cookies.values(),
    ];
    expect(secrets.length).toBeGreaterThan(7);
    for (const secret of [...secrets, 'Secretname', 'onmicrosoft', 'U0ANA'])
      expect(log).not.toContain(secret);
    expect(at.lines.map(({ event }) => event)).toContain('link.saved');
  });
});
