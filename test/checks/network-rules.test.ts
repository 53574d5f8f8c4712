import { describe, expect, test } from 'vitest';
import { failed } from '../../src/azure/answer.js';
import { isListed } from '../../src/checks/network-rules.js';
import { findingOf, type Given, verdictOf } from './fakes.js';

describe('an address in the rules', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7/32'],
    ['203.0.113.0', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['203.0.113.128', '203.0.113.128/25'],
    ['198.51.100.9', '0.0.0.0/0'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:db8::1', '2001:DB8:0:0:0:0:0:1'],
    ['2001:db8:0:0:ffff:ffff:ffff:ffff', '2001:db8::/64'],
    ['2001:db8::1', '::/0'],
  ])('%s is let in by %s', (address, rule) => {
    expect(isListed(address, [rule])).toBe(true);
    expect(isListed(address, ['192.0.2.1', 'nonsense', rule])).toBe(true);
  });

  test.each([
    ['203.0.113.8', '203.0.113.7'],
    ['203.0.112.255', '203.0.113.0/24'],
    ['203.0.114.0', '203.0.113.0/24'],
    ['203.0.113.127', '203.0.113.128/25'],
    ['203.0.113.1', '203.0.113.0/32'],
    ['203.0.113.7', '::/0'],
    ['2001:db8::1', '0.0.0.0/0'],
    ['2001:db8::2', '2001:db8::1'],
    ['2001:db8:0:1::', '2001:db8::/64'],
    ['203.0.113.7', '203.0.113.0/33'],
    ['203.0.113.7', '203.0.113.0/x'],
    ['203.0.113.7', '203.0.113.0/'],
    ['203.0.113.7', ''],
    ['203.0.113.7', '*'],
    ['nobody', '0.0.0.0/0'],
    ['', '0.0.0.0/0'],
  ])('%s is not let in by %s', (address, rule) => expect(isListed(address, [rule])).toBe(false));

  test('no rules let nobody in', () => expect(isListed('203.0.113.7', [])).toBe(false));
});

describe('the rules of the registry', () => {
  const refused = { clientIp: '203.0.113.7' };

  test('public access that is off overrides every rule', async () => {
    const registry = { publicNetworkAccess: 'disabled', ipRules: ['203.0.113.7'] } as const;
    for (const defaultAction of ['allow', 'deny'] as const) {
      expect(
        await verdictOf('network-rules', { registry: { ...registry, defaultAction }, subject: refused }),
      ).toBe('public-access-off');
    }
    expect(await verdictOf('network-rules', { registry })).toBe('public-access-off');
  });

  test('rules that let everybody in need no address', async () => {
    expect(await verdictOf('network-rules', { registry: { defaultAction: 'allow' } })).toBe('allowed');
  });

  test('otherwise the address decides, and is named', async () => {
    const registry = { defaultAction: 'deny', ipRules: ['203.0.113.0/24'] } as const;
    const listed = await findingOf('network-rules', { registry, subject: refused });
    expect(listed).toMatchObject({ verdict: 'allowed', facts: { ip: '203.0.113.7' } });
    const other = await findingOf('network-rules', { registry, subject: { clientIp: '192.0.2.1' } });
    expect(other).toMatchObject({ verdict: 'ip-not-listed', facts: { ip: '192.0.2.1' } });
  });

  test('an address that nobody knows gives no verdict', async () => {
    const registry = { defaultAction: 'deny', ipRules: ['0.0.0.0/0'] } as const;
    expect(await verdictOf('network-rules', { registry })).toBe('unknown: missing-fact');
  });

  test('the exception for trusted services says nothing about an address', async () => {
    for (const trustedServicesAllowed of [true, false]) {
      const registry = { defaultAction: 'deny', trustedServicesAllowed } as const;
      expect(await verdictOf('network-rules', { registry, subject: refused })).toBe('ip-not-listed');
    }
  });

  test.each([
    [true, 'allowed'],
    [false, 'denied'],
  ])('trusted services are told of where something is shut: %s', async (trustedServicesAllowed, word) => {
    const facts = async (registry: Given['registry']) =>
      (
        await findingOf('network-rules', {
          registry: { ...registry, trustedServicesAllowed },
          subject: refused,
        })
      ).facts;
    expect(await facts({ publicNetworkAccess: 'disabled' })).toEqual({ trustedServices: word });
    expect(await facts({ defaultAction: 'deny' })).toEqual({ ip: '203.0.113.7', trustedServices: word });
    expect(await facts({ defaultAction: 'deny', ipRules: ['203.0.113.7'] })).toEqual({ ip: '203.0.113.7' });
    expect(await facts({})).toEqual({});
  });

  test('a registry that is not seen has no rules to judge', async () => {
    expect(await verdictOf('network-rules', { registry: null, subject: refused })).toBe(
      'unknown: missing-right',
    );
  });

  test('a right that the bot lacks is named with the role that has it', async () => {
    const findRegistry = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    expect(await findingOf('network-rules', { management: { findRegistry } })).toMatchObject({
      why: 'missing-right',
      role: 'Reader',
    });
  });

  test('the rules are shown to the person they concern only', async () => {
    expect(await findingOf('network-rules', { vantage: 'bot' })).toMatchObject({
      exposure: 'own',
      witness: 'bot',
    });
  });
});
