import type { AccessToken } from '@azure/identity';
import { expect, test, vi } from 'vitest';
import { KeptTokens } from '../../src/azure/kept-tokens.js';

const scope = 'https://management.azure.com/.default';
const minutes = (count: number) => Date.now() + count * 60_000;

/** A credential that counts its sign-ins and gives tokens of that life. */
function kept(life: () => Partial<AccessToken> = () => ({})) {
  let count = 0;
  const getToken = vi.fn(async () => {
    count += 1;
    return { token: `fake-${count}`, expiresOnTimestamp: minutes(60), ...life() };
  });
  return { getToken, tokens: new KeptTokens({ getToken }) };
}

test('one sign-in serves all who ask for a scope, at once or later', async () => {
  const { getToken, tokens } = kept();
  const found = await Promise.all([tokens.getToken(scope), tokens.getToken([scope])]);
  found.push(await tokens.getToken(scope));
  expect(found.map((it) => it?.token)).toEqual(['fake-1', 'fake-1', 'fake-1']);
  await tokens.getToken('https://graph.microsoft.com/.default');
  await tokens.getToken(scope, { enableCae: true });
  await tokens.getToken(scope, { tenantId: 'another' });
  expect(getToken).toHaveBeenCalledTimes(4);
});

test.each([
  ['near its end', { expiresOnTimestamp: minutes(4) }],
  ['due to be refreshed', { refreshAfterTimestamp: minutes(-1) }],
])('a token %s is not given again', async (_, life) => {
  const { tokens } = kept(() => life);
  await tokens.getToken(scope);
  expect((await tokens.getToken(scope))?.token).toBe('fake-2');
});

test('a refused token is asked for anew, and the new one is kept', async () => {
  const { tokens } = kept();
  await tokens.getToken(scope);
  expect((await tokens.getToken(scope, { claims: 'e30=' }))?.token).toBe('fake-2');
  expect((await tokens.getToken(scope))?.token).toBe('fake-2');
});

test('a failure is not kept, nor is the signal of the first caller handed on', async () => {
  const { getToken, tokens } = kept();
  getToken.mockRejectedValueOnce(new Error('refused'));
  await expect(tokens.getToken(scope)).rejects.toThrow('refused');
  await tokens.getToken(scope, { abortSignal: AbortSignal.abort() });
  expect(getToken.mock.lastCall).toEqual([scope, {}]);
});
