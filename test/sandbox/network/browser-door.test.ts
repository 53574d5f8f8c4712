import { expect, test } from 'vitest';
import { running } from './running.js';

test('a browser finds the sign-in page over plain HTTP on loopback, and nothing else', async () => {
  const sandbox = await running();
  const origin = await sandbox.signInPage();
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { bot } = sandbox.world();
  const query = new URLSearchParams({
    client_id: bot.clientId,
    response_type: 'code',
    redirect_uri: 'http://localhost:1/signed-in',
    scope: 'openid',
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
  });
  const page = await fetch(`${origin}/${bot.tenant.id}/oauth2/v2.0/authorize?${query}`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('ana@contoso.onmicrosoft.com');
  const elsewhere = [`/${bot.tenant.id}/oauth2/v2.0/token`, `/${bot.tenant.id}/discovery/v2.0/keys`, '/'];
  for (const path of elsewhere) expect((await fetch(`${origin}${path}`)).status).toBe(404);
});
