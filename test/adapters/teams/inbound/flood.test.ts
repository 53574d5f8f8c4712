import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ID } from '../../../fakes/teams/people.js';
import { Bot } from '../bot.js';
import { defined } from '../defined.js';

let bot: Bot;
beforeAll(async () => {
  bot = await Bot.start();
});
afterAll(() => bot.stop());

/** The SDK's list of issuers, which it shares with the whole process and appends to. */
const { ToBotFromBotOrEmulatorTokenValidationParameters: parameters } = createRequire(import.meta.url)(
  'botframework-connector/lib/auth/tokenValidationParameters.js',
) as { readonly ToBotFromBotOrEmulatorTokenValidationParameters: { readonly issuer: readonly string[] } };

function unsigned(i: number): string {
  const tid = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
  const iss = defined(
    ['https://api.botframework.com', `https://sts.windows.net/${tid}/`, 'https://evil.example'][i % 3],
  );
  return new UnsecuredJWT({ iss, aud: APP_ID, tid, ver: '1.0', appid: APP_ID }).encode();
}

async function knock(i: number): Promise<number> {
  const request = new IncomingMessage(new Socket());
  request.headers = { 'content-type': 'application/json', authorization: `Bearer ${unsigned(i)}x` };
  const response = new ServerResponse(request);
  await defined(bot.adapter.routes[0]).handle(request, response);
  return response.statusCode;
}

test('20,000 unsigned tokens leave nothing behind (security T55)', async () => {
  const issuers = parameters.issuer.length;
  for (let i = 0; i < 2000; i += 1) await knock(i);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const statuses = new Set<number>();
  for (let i = 2000; i < 22_000; i += 1) statuses.add(await knock(i));
  globalThis.gc?.();
  expect([...statuses]).toEqual([401]);
  expect(parameters.issuer.length).toBe(issuers);
  expect(bot.lines.length).toBeLessThanOrEqual(10);
  // Without `--expose-gc` what was not yet collected counts too.
  const allowed = globalThis.gc === undefined ? 64 : 5;
  expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(allowed);
});

test('the list would have grown, had the SDK seen one of them', async () => {
  const { EmulatorValidation } = createRequire(import.meta.url)(
    'botframework-connector/lib/auth/emulatorValidation.js',
  ) as { readonly EmulatorValidation: { isTokenFromEmulator(header: string): boolean } };
  const issuers = parameters.issuer.length;
  EmulatorValidation.isTokenFromEmulator(`Bearer ${unsigned(99_999)}`);
  expect(parameters.issuer.length).toBe(issuers + 4);
});
