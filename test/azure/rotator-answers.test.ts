import { describe, expect, test } from 'vitest';
import type { SandboxResponse } from '../../sandbox/service.js';
import type { Rotator } from '../../src/azure/rotator.js';
import { hang } from './in-process.js';
import { error, noAnswers, refusals, shown } from './not-written.js';
import { instead, rotating } from './rotating.js';
import { signal as unlimited } from './wired.js';

/** What the rotator makes of answers that are no success, or none at all. */

const key = '00000000-0000-4000-8000-000000000001';
const end = Date.parse('2026-05-01T00:00:00Z');
const protocol = {
  kind: 'unanswered',
  problem: { kind: 'unavailable', reason: 'protocol', status: null },
};

type Write = (rotator: Rotator, registry: string, signal: AbortSignal) => Promise<{ readonly kind: string }>;
const writes: Readonly<Record<string, Write>> = {
  admin: (rotator, registry, signal) => rotator.renewAdminPassword(registry, 'password2', signal),
  token: (rotator, registry, signal) =>
    rotator.renewTokenPassword(registry, 'ci-pull', 'password2', end, signal),
  add: (rotator, _, signal) => rotator.addClientSecret(key, 'acr-help 7', end, signal),
  remove: (rotator, _, signal) => rotator.removeClientSecret(key, key, signal),
};

/** Every write, each with a rotator of its own. */
async function each(answer: SandboxResponse, some: Readonly<Record<string, Write>> = writes) {
  const rotators = Object.values(some).map((write) => {
    const ground = rotating({}, { before: instead('POST', answer) });
    return { ground, write };
  });
  return Promise.all(
    rotators.map(async ({ ground: { rotator, lab, sent }, write }) => {
      const result = await write(rotator, lab.registry.id, unlimited);
      const posts = sent().filter(({ method }) => method === 'POST').length;
      const strangers = sent().filter(({ host }) => host === 'evil.example').length;
      return { result, posts, strangers };
    }),
  );
}

const { remove: _, ...makings } = writes;
const cases = [
  ...noAnswers,
  ...refusals.filter(([name]) => name !== '400'),
  ['500 with what was made', { status: 500, body: '{"secretText":"canary"}' }, { kind: 'unanswered' }],
  ['403 of Graph', error(403, 'Authorization_RequestDenied'), { kind: 'refused', reason: 'right' }],
] as const;

test.each(cases)(
  'a write that gets %s is sent once, and nothing of the text goes on',
  async (_, answer, meant) => {
    // A bad request to remove something is looked into: its own test.
    const some = answer.status === 400 ? makings : writes;
    for (const { result, posts, strangers } of await each(answer, some)) {
      expect(result).toMatchObject(meant);
      expect([posts, strangers]).toEqual([1, 0]);
      expect(shown(result)).not.toContain('canary');
    }
  },
);

const credentials = (...passwords: object[]) => JSON.stringify({ username: 'contoso', passwords });
const wanted = { name: 'password2', value: 'canary-wanted' };
const foreign = { name: 'password', value: 'canary-other' };
test.each([
  ['no body', ''],
  ['no JSON', 'canary'],
  ['null', 'null'],
  ['a list', '[{"canary":1}]'],
  ['nobody it is for', JSON.stringify({ passwords: [wanted] })],
  ['no passwords', JSON.stringify({ username: 'contoso' })],
  ['none of the slot', credentials(foreign)],
  ['one of the slot without a value', credentials(foreign, { name: 'password2' })],
  ['one of the slot with null', credentials(foreign, { name: 'password2', value: null })],
  ['one of the slot that is empty', credentials(foreign, { name: 'password2', value: '' })],
  ['one of the slot that is no text', credentials(foreign, { name: 'password2', value: { canary: 1 } })],
  ['two of the slot', credentials(wanted, { ...wanted, value: 'canary-second' })],
  ['a secret without its key', JSON.stringify({ secretText: 'canary' })],
  ['a key that is none', JSON.stringify({ secretText: 'canary', keyId: 'x' })],
  ['a key without its secret', JSON.stringify({ keyId: key, secretText: null })],
  ['a key with an empty secret', JSON.stringify({ keyId: key, secretText: '' })],
])('a success with %s may have made a secret that nobody knows', async (_, body) => {
  for (const { result, posts } of await each({ status: 200, body }, makings)) {
    expect([result, posts]).toEqual([protocol, 1]);
    expect(shown(result)).not.toContain('canary');
  }
});

describe('without an answer', () => {
  test.each(Object.entries(writes))('%s ends in time', async (_, write) => {
    const { rotator, lab } = rotating(
      {},
      {
        timeoutMs: 100,
        before: (request, signal) =>
          request.method === 'POST' && request.host !== 'login.microsoftonline.com'
            ? hang(signal)
            : Promise.resolve(undefined),
      },
    );
    const begun = performance.now();
    const timeout = { kind: 'unanswered', problem: { kind: 'unavailable', reason: 'timeout', status: null } };
    expect(await write(rotator, lab.registry.id, unlimited)).toEqual(timeout);
    expect(await write(rotator, lab.registry.id, AbortSignal.abort())).toEqual(timeout);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('of Entra nothing is sent', async () => {
    const { rotator, lab, sent } = rotating(
      {},
      { before: async ({ host }) => (host.startsWith('login.') ? error(401, 'invalid_client') : undefined) },
    );
    for (const write of Object.values(writes)) {
      expect(await write(rotator, lab.registry.id, unlimited)).toMatchObject({ kind: 'unanswered' });
    }
    expect(sent()).toEqual([]);
  });
});
