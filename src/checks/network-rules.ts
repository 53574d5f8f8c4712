import ipaddr from 'ipaddr.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/**
 * W2: the registry's rules against the address that was refused. Public access that is off overrides all rules; IP
 * rules say nothing about private endpoints (container-registry-access-selected-networks.md).
 */
export const networkRules: Check<'network-rules'> = {
  id: 'network-rules',
  run: async ({ clientIp }, means, shared) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (found.value === null) return unknown(frame, 'missing-right');
    const { publicNetworkAccess, defaultAction, ipRules, trustedServicesAllowed } = found.value;
    // Where something is shut, some services of Azure still come in: worth knowing for who pulls from one.
    const bypass = { trustedServices: trustedServicesAllowed ? 'allowed' : 'denied' };
    if (publicNetworkAccess === 'disabled')
      return verdict<'network-rules'>(frame, 'public-access-off', bypass);
    if (defaultAction === 'allow') return verdict<'network-rules'>(frame, 'allowed');
    if (clientIp === null) return unknown(frame, 'missing-fact');
    return isListed(clientIp, ipRules)
      ? verdict<'network-rules'>(frame, 'allowed', { ip: clientIp })
      : verdict<'network-rules'>(frame, 'ip-not-listed', { ip: clientIp, ...bypass });
  },
};

/** Whether an address lies in one of the rules, each an address or a CIDR block. Pure; a malformed rule lets nobody in. */
export function isListed(address: string, rules: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const client = ipaddr.process(address);
  return rules.some((rule) => {
    const block = rule.includes('/') ? rule : `${rule}/${client.kind() === 'ipv4' ? 32 : 128}`;
    if (!ipaddr.isValidCIDR(block)) return false;
    const [network, bits] = ipaddr.parseCIDR(block);
    return network.kind() === client.kind() && client.match(network, bits);
  });
}
