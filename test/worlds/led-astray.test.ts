import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/azure/network.js';
import { type BadWorld, type Talked, talkIn } from './bad-world.js';
import { expectSound, verdictsOf } from './expect-sound.js';

/** Something between the bot and the registry wants it to go, and to send what it has, somewhere else. */

const builds = 'contosobuilds.azurecr.io';
const metadata = '169.254.169.254';
const known = [builds, 'login.microsoftonline.com', 'management.azure.com', 'graph.microsoft.com'];
/** Of Azure's hosts in the sandbox; nothing else may be connected to. */
const azure = /^20\.(?:[4-9]\d|10[0-3])\.\d+\.\d+$/;

/** A pull with a bot that has tokens to lose, and asks for one at the registry. */
function pull(
  patch: Readonly<Record<string, unknown>>,
  more: Omit<BadWorld, 'file' | 'patch'> = {},
): BadWorld {
  const paste = `$ docker login ${builds} --username 7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11 --password-stdin\nLogin Succeeded\n$ docker pull ${builds}/shop-web:latest\nError response from daemon: Head "https://${builds}/v2/shop-web/manifests/latest": unauthorized: authentication required`;
  return { file: 'role-missing.yaml', patch: { bot: { dataReader: true }, paste, ...patch }, ...more };
}

function expectNotLed({ lookedUp, dialled }: Talked): void {
  expect(lookedUp.filter((name) => !known.includes(name))).toEqual([]);
  expect(dialled.filter((address) => !azure.test(address))).toEqual([]);
}

test('without any fault the registry is asked for its data with a token', async () => {
  const talked = await talkIn(pull({}));
  expectSound(talked);
  expectNotLed(talked);
  expect(verdictsOf(talked)).toMatchObject({ 'service-state': 'healthy', 'image-exists': 'exists' });
});

describe('the registry sends its clients elsewhere', () => {
  test.each([
    ['for tokens', 'foreign-realm', 'tokens.interception.invalid'],
    ['by a redirect', 'redirect', 'sign-in.interception.invalid'],
  ])('%s, to a host that leads inside: nobody goes there', async (_how, http, elsewhere) => {
    const talked = await talkIn(
      pull({
        faults: {
          astray: { host: builds, http },
          inside: { host: elsewhere, dns: { addresses: [metadata] } },
        },
      }),
    );
    expectSound(talked);
    expectNotLed(talked);
    const verdicts = verdictsOf(talked);
    expect(verdicts['service-state']).toMatch(/^unknown/);
    expect(verdicts['image-exists']).toMatch(/^unknown/);
    expect(verdicts['registry-lookup']).toBe('here');
  });
});

describe('DNS leads inside', () => {
  test.each([
    ['the metadata service', metadata],
    ['a private network', '10.0.0.5'],
    ['this machine', '127.0.0.1'],
    ['this machine by IPv6', '::1'],
    ['the metadata service, written as IPv6', '::ffff:169.254.169.254'],
    ['nowhere', '0.0.0.0'],
  ])('to %s: nobody connects', async (_where, address) => {
    const talked = await talkIn(
      pull({ faults: { inside: { host: '*.azurecr.io', dns: { addresses: [address] } } } }),
    );
    expectSound(talked);
    expectNotLed(talked);
    const verdicts = verdictsOf(talked);
    expect(verdicts['service-state']).toMatch(/^unknown/);
    expect(verdicts['image-exists']).toBe('unknown, not-reachable');
    // What Resource Manager tells does not depend on the registry's address.
    expect(verdicts['roles-legacy']).toBe('none');
  });

  test('beside a good address: neither is connected to', async () => {
    const addresses = ['20.50.60.70', '10.0.0.5'];
    const talked = await talkIn(pull({ faults: { inside: { host: builds, dns: { addresses } } } }));
    expectSound(talked);
    expectNotLed(talked);
    expect(talked.dialled).not.toContain('20.50.60.70');
  });

  test('for Resource Manager and the sign-in: no token is asked for or sent', async () => {
    const inside = { dns: { addresses: ['127.0.0.1'] } };
    const faults = {
      arm: { host: 'management.azure.com', ...inside },
      entra: { host: 'login.microsoftonline.com', ...inside },
    };
    const talked = await talkIn(pull({ faults }));
    expectSound(talked);
    expectNotLed(talked);
    expect(verdictsOf(talked)['registry-lookup']).toBe('unknown, not-reachable');
  });
});

describe('DNS changes its mind', () => {
  /** Good at the first look-up, and inside from then on. */
  function turning(network: Network): Network {
    const seen = new Set<string>();
    return {
      ...network,
      resolve: async (name, signal) => {
        if (name !== builds || !seen.has(name)) {
          seen.add(name);
          return network.resolve(name, signal);
        }
        return { kind: 'found', addresses: [metadata], aliases: [] };
      },
    };
  }

  test('what was judged is what is connected to', async () => {
    const talked = await talkIn(pull({}, { between: turning }));
    expectSound(talked);
    expectNotLed(talked);
    expect(talked.lookedUp.filter((name) => name === builds).length).toBeGreaterThan(1);
    // The first look-up was good, and its connection was made; the later ones were refused.
    expect(verdictsOf(talked)).toMatchObject({
      'service-state': 'healthy',
      'image-exists': 'unknown, not-reachable',
    });
  });
});

describe('a private endpoint', () => {
  const inside = { inside: { host: builds, dns: { addresses: ['10.1.0.4'] } } };
  const endpoint = (status: string) => ({
    faults: inside,
    registries: { contosobuilds: { privateEndpoints: { hub: { status, address: '10.1.0.4' } } } },
  });

  test('that Resource Manager shows is connected to', async () => {
    const talked = await talkIn(pull(endpoint('approved')));
    expectSound(talked);
    expect(talked.dialled).toContain('10.1.0.4');
    expect(verdictsOf(talked)).toMatchObject({ 'service-state': 'healthy', 'image-exists': 'exists' });
  });

  test('that nobody approved is not', async () => {
    const talked = await talkIn(pull(endpoint('pending')));
    expectSound(talked);
    expectNotLed(talked);
  });

  test("seen from the person's own machine, but by nobody in Resource Manager, is no refusal", async () => {
    const blind = { bot: { dataReader: true, denied: ['*'] }, ...endpoint('approved') };
    const talked = await talkIn(pull(blind, { vantage: 'person' }));
    expectSound(talked);
    expectNotLed(talked);
    // Nobody tried to connect: that it cannot be reached would be a verdict without evidence.
    expect(verdictsOf(talked)).toMatchObject({
      dns: 'private-address',
      connection: 'unknown, not-reachable',
      challenge: 'unknown, not-reachable',
    });
  });
});

describe('DNS lies about a registry that Resource Manager shows', () => {
  const timedOut = {
    paste: `$ docker pull ${builds}/shop-web:latest\nError response from daemon: Get "https://${builds}/v2/": dial tcp: lookup ${builds} on 10.0.0.2:53: read udp: i/o timeout`,
    answers: {},
  };
  const nobody = { dns: 'not-found' };

  test('that it is not there: the network is at fault, and no endpoint that it does not have', async () => {
    const talked = await talkIn(pull({ ...timedOut, faults: { lie: { host: builds, ...nobody } } }));
    expectSound(talked);
    expectNotLed(talked);
    expect(verdictsOf(talked)).toMatchObject({ dns: 'not-found', 'registry-lookup': 'here' });
    expect(talked.messages.at(-1)?.outcome?.cause).toBe('connection-failed');
  });

  test('the same of one with a private endpoint: its zone has no record', async () => {
    const registries = { contosobuilds: { privateEndpoints: { hub: { address: '10.1.0.4' } } } };
    const talked = await talkIn(
      pull({ ...timedOut, registries, faults: { lie: { host: builds, ...nobody } } }),
    );
    expectSound(talked);
    expect(talked.messages.at(-1)?.outcome?.cause).toBe('private-endpoint-dns');
  });

  test('that it is somebody else: nobody is believed, and nothing is said to whom it names', async () => {
    const addresses = ['20.200.200.200'];
    const faults = { lie: { host: builds, dns: { addresses } }, other: { host: builds, tls: 'wrong-name' } };
    const talked = await talkIn(pull({ faults }));
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({
      'service-state': 'unknown, untrusted-certificate',
      'image-exists': 'unknown, untrusted-certificate',
      'registry-lookup': 'here',
    });
  });
});
