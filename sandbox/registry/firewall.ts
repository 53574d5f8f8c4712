import { BlockList, isIP } from 'node:net';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { Registry } from '../world/world.js';
import { registryHeaders } from './reply.js';

/**
 * Network settings that refuse a client (registry-protocol.md §8). Public access off overrides all; rules do not apply
 * to private endpoints. Not simulated: the bypass for trusted services, the minutes that a changed rule takes, and the
 * `DENIED` body of an import.
 */
export function admits(registry: Registry, address: string): boolean {
  if (throughPrivateEndpoint(registry, address)) return true;
  if (!registry.publicAccess) return false;
  return registry.firewall.default === 'allow' || contains(registry.firewall.allow, address);
}

/**
 * The 403 of a firewall, on every path (clients.md §5, traps 8 and 9): quotes escaped, and not declared as JSON, so
 * that Docker prints it raw as people paste it.
 */
export function firewallRefusal({ address }: SandboxRequest): SandboxResponse {
  const message = `client with IP \\u0027${address}\\u0027 is not allowed access. Refer https://aka.ms/acr/firewall to grant access.`;
  return {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...registryHeaders() },
    body: `{"errors":[{"code":"DENIED","message":"${message}"}]}\n`,
  };
}

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/** A request does not tell at which address it arrived: who comes with a private address came through the endpoint. */
function throughPrivateEndpoint({ privateEndpoints }: Registry, address: string): boolean {
  const approved = Object.values(privateEndpoints).some(({ status }) => status === 'approved');
  return approved && contains(privateRanges, address);
}

function contains(blocks: readonly string[], address: string): boolean {
  const family = familyOf(address);
  if (family === null) return false;
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', bits] = block.split('/', 2);
    const type = familyOf(network);
    if (type === null) continue;
    if (bits === undefined) list.addAddress(network, type);
    else list.addSubnet(network, Number(bits), type);
  }
  return list.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  if (version === 0) return null;
  return version === 4 ? 'ipv4' : 'ipv6';
}
