import { describe, expect, test } from 'vitest';
import { contoso, dana, fabrikam, world } from '../../azure/world.js';
import { codeFor, redirect_uri, sentTo, upn, visit } from './browser.js';

const foreigner = { ...dana, id: '00000000-0000-4000-8000-0000000000aa', name: 'fay', tenant: fabrikam };
const blocked = { ...dana, id: '00000000-0000-4000-8000-0000000000ab', name: 'bo', enabled: false };
const here = world({
  users: new Map([dana, foreigner, blocked].map((user) => [user.name, user])),
});

describe('the authorize page', () => {
  test('lists who is of the directory, and nobody else', async () => {
    const { status, body = '' } = await visit(here, {});
    expect(status).toBe(200);
    expect([...body.matchAll(/name="user" value="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      upn,
      'bo@contoso.onmicrosoft.com',
    ]);
  });

  test('sends who was chosen back, with a code and the state', async () => {
    const answer = await visit(here, { post: { user: upn } });
    const to = sentTo(answer);
    expect([answer.status, to.origin + to.pathname]).toEqual([302, redirect_uri]);
    expect(to.searchParams.get('state')).toBe('some-state');
    expect(to.searchParams.get('code')).toMatch(/^1\.[\w-]{64}$/);
  });

  test('a login hint chooses at once', async () => {
    expect(sentTo(await visit(here, { query: { login_hint: upn } })).searchParams.has('code')).toBe(true);
  });

  test('no code is given twice', async () => {
    expect(await codeFor(here)).not.toBe(await codeFor(here));
  });

  test('somebody who turns back is sent back with a refusal', async () => {
    const to = sentTo(await visit(here, { post: { cancel: '1' } }));
    expect(Object.fromEntries(to.searchParams)).toEqual({
      error: 'access_denied',
      error_subcode: 'cancel',
      state: 'some-state',
    });
  });

  test.each([
    ['AADSTS50011', { query: { redirect_uri: 'https://evil.example/signed-in' } }],
    ['AADSTS50011', { query: { redirect_uri: 'http://127.0.0.1:4711/signed-in/more' } }],
    ['AADSTS50011', { query: { redirect_uri: 'http://127.0.0.1.evil.example/signed-in' } }],
    ['AADSTS700016', { query: { client_id: '00000000-0000-4000-8000-00000000dead' } }],
    ['AADSTS700016', { tenant: fabrikam.id }],
    ['AADSTS90002', { tenant: 'nowhere.onmicrosoft.com' }],
    ['AADSTS50194', { tenant: 'organizations' }],
    ['AADSTS50020', { post: { user: 'fay@fabrikam.onmicrosoft.com' } }],
    ['AADSTS50057', { post: { user: 'bo@contoso.onmicrosoft.com' } }],
  ])('%s is told on the page itself (%j)', async (code, way) => {
    const { status, headers, body } = await visit(here, way);
    expect([status, headers?.['location']]).toEqual([400, undefined]);
    expect(body).toContain(`${code}:`);
  });

  test('a request is refused by way of the application where that one is known', async () => {
    const sent = async (query: Record<string, string>) =>
      sentTo(await visit(here, { query })).searchParams.get('error');
    expect(await sent({ response_type: 'token' })).toBe('unsupported_response_type');
    expect(await sent({ code_challenge_method: 'plain' })).toBe('invalid_request');
    expect(await sent({ scope: 'profile' })).toBe('invalid_request');
  });

  test('nothing of the request gets onto the page as markup', async () => {
    const { body = '' } = await visit(here, {
      query: { redirect_uri: 'https://x/"><script>alert(1)</script>' },
    });
    expect(body).not.toContain('<script');
  });

  test('an address that the world registers is one', async () => {
    const uri = 'https://bot.contoso.example/signed-in';
    const registered = { ...here, bot: { ...here.bot, redirectUris: [uri] } };
    expect(sentTo(await visit(registered, { query: { redirect_uri: uri }, post: { user: upn } })).host).toBe(
      'bot.contoso.example',
    );
    expect((await visit(registered, { tenant: contoso.id })).status).toBe(200);
  });
});
