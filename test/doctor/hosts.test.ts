import { describe, expect, test } from 'vitest';
import { publicCloud } from '../../src/azure/clouds.js';
import type { Network } from '../../src/azure/network.js';
import { judgeHost, neededHosts } from '../../src/doctor/egress.js';
import { inspectHost } from '../../src/doctor/inspect-host.js';
import { openWorldWith } from '../access/identities/ground.js';

const HOST = 'management.azure.com';

async function found(network: Network, privateAllowed = false, now = Date.now, milliseconds = 10_000) {
  const signal = AbortSignal.timeout(milliseconds);
  const asked = { host: HOST, network, cloud: publicCloud, privateAllowed: async () => privateAllowed, now };
  const { way, clock } = await inspectHost(asked, signal);
  const { id, facts } = judgeHost({ host: HOST, for: ['azure'], kind: 'looked', way, clock });
  return { id, facts, clock };
}

async function behind(fault: object): Promise<Network> {
  const sandbox = await openWorldWith({ parts: { faults: { it: { host: HOST, ...fault } } } });
  return sandbox.network('bot');
}

const resolving = (network: Network, addresses: readonly string[]): Network => ({
  ...network,
  resolve: async () => ({ kind: 'found', addresses, aliases: [] }),
});

describe('the way to a host', { timeout: 30_000 }, () => {
  test('that answers, and what time it is there', async () => {
    const { id, facts, clock } = await found(
      await behind({ http: { status: 503 } }),
      false,
      () => Date.now() + 90_000,
    );
    expect([id, facts['issuer']]).toEqual(['egress.open', 'acr-help sandbox']);
    expect(Math.abs((clock?.ahead ?? 0) - 90)).toBeLessThan(3);
  });

  test.each(['untrusted', 'wrong-name', 'expired', 'not-yet-valid'])(
    'with a certificate that is %s',
    async (tls) => {
      const { id, facts, clock } = await found(await behind({ tls }));
      expect([id, facts['tls'], facts['variable'], clock]).toEqual([
        'egress.tls',
        tls,
        'ACR_HELP_EXTRA_CA',
        null,
      ]);
      if (tls === 'untrusted') expect(facts['issuer']).toContain('Inspection');
    },
  );

  test('that hangs in the handshake is waited for as long as the bot waits, and no longer', async () => {
    const { id, facts } = await found(await behind({ tls: 'hangs' }), false, Date.now, 700);
    expect([id, facts['tls']]).toEqual(['egress.tls', 'timeout']);
  });

  test('that answers no request is open all the same', async () => {
    const { id, clock } = await found(await behind({ http: 'hangs' }), false, Date.now, 700);
    expect([id, clock]).toEqual(['egress.open', null]);
  });

  test('with a private address, which only vaults and registries with a private endpoint may have', async () => {
    const inside = resolving(await behind({}), ['10.1.2.3']);
    const { id, facts } = await found(inside);
    expect([id, facts['address']]).toEqual(['egress.private-address', '10.1.2.3']);
    expect((await found(inside, true)).id).toBe('egress.blocked');
    expect((await found(resolving(inside, ['169.254.169.254']), true)).id).toBe('egress.private-address');
  });

  test('whose name nobody can look up says nothing about the name', async () => {
    const lost: Network = {
      ...(await behind({})),
      resolve: async () => ({ kind: 'failed', reason: 'timeout' }),
    };
    expect((await found(lost)).id).toBe('egress.name-unknown');
  });
});

test('a host that is needed for several things is gone to once', () => {
  expect(neededHosts({ teams: ['a', 'b'], 'sign-in': ['a'], slack: [] })).toEqual([
    { host: 'a', for: ['sign-in', 'teams'] },
    { host: 'b', for: ['teams'] },
  ]);
});
