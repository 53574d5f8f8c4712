import { describe, expect, test } from 'vitest';
import type { SandboxResponse } from '../../sandbox/service.js';
import { Secret } from '../../src/access/secret.js';
import type { Vaults } from '../../src/azure/vault.js';
import { hang } from './in-process.js';
import { error, noAnswers, refusals, shown } from './not-written.js';
import { delivery, rotating } from './rotating.js';
import { signal as unlimited } from './wired.js';

/** What is made of the answers of vaults that are no success, of strange ones, and of challenges that lead elsewhere. */

const name = 'acr-contoso-admin-password';
const at = { vault: delivery, name };
const id = `${delivery}/secrets/${name}/${'0'.repeat(32)}`;
const other = `${delivery}/secrets/other/${'0'.repeat(32)}`;
const secret = new Secret('canary-value');

type Write = (vaults: Vaults, signal: AbortSignal) => Promise<{ readonly kind: string }>;
const writes: Readonly<Record<string, Write>> = {
  put: (vaults, signal) => vaults.put(at, secret, { endsAt: null, tags: {} }, signal),
  disable: (vaults, signal) => vaults.disable(id, signal),
};
const list = (vaults: Vaults) => vaults.versions(at, unlimited);

/** A vault that challenges as it should, and answers so to whoever has a token. */
function answering(answer: SandboxResponse | ((signal: AbortSignal) => Promise<SandboxResponse>)) {
  const ground = rotating(
    {},
    {
      timeoutMs: 300,
      before: async ({ host, headers }, signal) => {
        if (host.startsWith('login.') || !('authorization' in headers)) return undefined;
        return typeof answer === 'function' ? answer(signal) : answer;
      },
    },
  );
  const authorised = () => ground.sent().filter(({ headers }) => 'authorization' in headers).length;
  return { ...ground, authorised };
}

test.each([
  ...noAnswers,
  ...refusals,
  ['400 without a body', { status: 400 }, { kind: 'refused', reason: 'invalid' }],
  ['403 of a firewall', error(403, 'Forbidden', 'Client address is not authorized'), { kind: 'refused' }],
] as const)(
  'a write that gets %s is sent once, and nothing of the text goes on',
  async (_, answer, meant) => {
    for (const write of Object.values(writes)) {
      const { vaults, authorised, sent } = answering(answer);
      const result = await write(vaults, unlimited);
      expect(result).toMatchObject(meant);
      expect(authorised()).toBe(1);
      expect(sent().filter(({ host }) => host === 'evil.example')).toEqual([]);
      expect(shown(result)).not.toContain('canary');
    }
  },
);

const attributes = { enabled: true };
test.each([
  ['no body', ''],
  ['no JSON', 'canary'],
  ['no id', JSON.stringify({ value: 'canary' })],
  ['an id that is none', JSON.stringify({ id: 'canary', attributes })],
  ['an id of another secret', JSON.stringify({ id: other, attributes })],
  ['an id of another vault', JSON.stringify({ id: id.replace('delivery', 'canary'), attributes })],
  ['tags that are none', JSON.stringify({ id, attributes, tags: { canary: 7 } })],
  ['what is enabled still', JSON.stringify({ id, attributes })],
])('a success with %s may have been one', async (what, body) => {
  const some = what === 'what is enabled still' ? [writes['disable']] : Object.values(writes);
  for (const write of some) {
    const result = await write?.(answering({ status: 200, body }).vaults, unlimited);
    expect(result).toMatchObject({
      kind: 'unanswered',
      problem: { kind: 'unavailable', reason: 'protocol' },
    });
    expect(shown(result)).not.toContain('canary');
  }
});

describe('without an answer', () => {
  test.each(Object.entries(writes))('%s ends in time', async (_, write) => {
    const { vaults } = answering(hang);
    const timeout = { kind: 'unanswered', problem: { kind: 'unavailable', reason: 'timeout', status: null } };
    expect(await write(vaults, unlimited)).toEqual(timeout);
    expect(await write(vaults, AbortSignal.abort())).toEqual(timeout);
  });
});

describe('versions that', () => {
  test('cannot be read are not none, and are tried for again', async () => {
    const { vaults, authorised } = answering(error(503, 'ServiceUnavailable'));
    expect(await list(vaults)).toMatchObject({ ok: false, problem: { kind: 'unavailable', status: 503 } });
    expect(authorised()).toBe(3);
  });

  test('are not found are none', async () => {
    expect(await list(answering(error(404, 'SecretNotFound')).vaults)).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['lead to another host', { value: [], nextLink: 'https://evil.example/x' }, 'guard'],
    ['are those of another secret', { value: [{ id: other, attributes }] }, 'protocol'],
    ['have no id', { value: [{ attributes }] }, 'protocol'],
  ])('%s are no answer', async (_, body, reason) => {
    const { vaults, sent } = answering({ status: 200, body: JSON.stringify(body) });
    expect(await list(vaults)).toMatchObject({ ok: false, problem: { kind: 'unavailable', reason } });
    expect(sent().every(({ host }) => delivery.endsWith(host))).toBe(true);
  });

  test('say nothing of it are enabled and without tags', async () => {
    const { vaults } = answering({ status: 200, body: JSON.stringify({ value: [{ id, attributes: {} }] }) });
    expect(await list(vaults)).toEqual({ ok: true, value: [{ id, enabled: true, tags: {} }] });
  });
});

describe('a challenge', () => {
  const tenant = (ground: ReturnType<typeof rotating>) => ground.lab.world().asks.tenant.id;

  /** A vault that challenges so, and would take any token. */
  function challenging(challenge: string | null) {
    return rotating(
      {},
      {
        before: async ({ host, headers }) => {
          if (host.startsWith('login.')) return undefined;
          if ('authorization' in headers) return { status: 200, body: JSON.stringify({ id, attributes }) };
          return { status: 401, headers: challenge === null ? {} : { 'www-authenticate': challenge } };
        },
      },
    );
  }

  // What is `protocol` the SDK refuses, which checks the resource; the others would pass that check.
  test.each([
    ['for a resource that is not above the vault', null, 'https://vault.evil.example', 'protocol'],
    ['for Resource Manager', null, 'https://management.azure.com', 'protocol'],
    ['for all of azure.net', null, 'https://azure.net', 'guard'],
    ['for what is no address', null, 'vault', 'protocol'],
    ['of another tenant', '99999999-0000-4000-8000-000000000001', 'https://vault.azure.net', 'signed-out'],
  ])('%s gets no token', async (_, foreign, resource, why) => {
    const own = tenant(rotating());
    const led = `Bearer authorization="https://login.microsoftonline.com/${foreign ?? own}", resource="${resource}"`;
    for (const write of [...Object.values(writes), list]) {
      const { vaults, sent, net } = challenging(led);
      const result = await write(vaults, unlimited);
      const { problem } = 'problem' in result ? result : { problem: null };
      expect(JSON.stringify(problem)).toContain(`"${why}"`);
      expect(sent().filter(({ headers }) => 'authorization' in headers)).toEqual([]);
      expect(sent().filter(({ body }) => body.includes('canary'))).toEqual([]);
      expect(net.exchanges.filter(({ request }) => request.host.startsWith('login.'))).toEqual([]);
      expect(shown(result)).not.toContain('canary');
    }
  });

  test('of somebody else is not where the token comes from', async () => {
    const ground = challenging(null);
    const led = `Bearer authorization="https://login.evil.example/${tenant(ground)}", resource="https://vault.azure.net"`;
    const { vaults, net } = challenging(led);
    expect(await writes['put']?.(vaults, unlimited)).toMatchObject({ kind: 'stored' });
    expect(new Set(net.exchanges.map(({ request }) => request.host))).toEqual(
      new Set(['delivery.vault.azure.net', 'login.microsoftonline.com']),
    );
  });

  test('without words leaves nothing written', async () => {
    const { vaults, sent } = challenging(null);
    expect(await writes['put']?.(vaults, unlimited)).toMatchObject({
      kind: 'unanswered',
      problem: { kind: 'signed-out' },
    });
    expect(sent()).toHaveLength(1);
  });
});
