import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityHeader } from '../../sandbox/entra/managed-identity.js';
import { loginServer, signal, wired } from './wired.js';
import { bot, world } from './world.js';

/** Managed identity of App Service and Container Apps, whose endpoint stands in the environment. */

const variables = { IDENTITY_ENDPOINT: 'http://localhost:4242/msi/token', IDENTITY_HEADER: identityHeader };
const before = { ...process.env };
beforeAll(() => {
  Object.assign(process.env, variables);
});
afterAll(() => {
  for (const name of Object.keys(variables)) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

test('the bot reads Azure as the identity of its app', async () => {
  const spec = { kind: 'managed-identity', clientId: bot.clientId } as const;
  const { management, net } = wired(world(), { spec });
  const found = await management.findRegistry(loginServer('contoso.azurecr.io'), signal);
  expect(found).toMatchObject({ ok: true, value: { name: 'contoso' } });
  expect(net.exchanges[0]?.request).toMatchObject({
    host: 'localhost:4242',
    path: '/msi/token',
    headers: { 'x-identity-header': identityHeader },
  });
});
