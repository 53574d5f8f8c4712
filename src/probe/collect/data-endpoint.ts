import { parseDataEndpoint } from '../../diagnosis/facts/login-server.js';
import type { LoginServer } from '../../diagnosis/reading.js';

/** The public front of a region is at the end of a registry's chain of names; a regional login server names its own. */
const front = /^[a-z0-9-]+\.([a-z][a-z0-9]{2,29})\.cloudapp\.azure\.com$/;
const regional = /^[a-z0-9-]+\.([a-z][a-z0-9]{2,29})\.geo\./;

/**
 * Host of the dedicated data endpoint as far as anybody can tell it: the region must show in a name. Null where none
 * does, as within a network with a private endpoint. Whether the registry has one, only its name's look-up tells.
 */
export function dataEndpointOf(registry: LoginServer, cname: readonly string[]): string | null {
  const region = regional.exec(registry)?.[1] ?? front.exec(cname.at(-1) ?? '')?.[1];
  const name = registry.slice(0, registry.indexOf('.'));
  const suffix = registry.slice(registry.lastIndexOf('.') + 1);
  return parseDataEndpoint(`${name}.${region ?? ''}.data.azurecr.${suffix}`)?.host ?? null;
}
