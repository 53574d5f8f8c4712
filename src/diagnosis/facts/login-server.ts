import type { LoginServer, RegistryName } from '../reading.js';

/**
 * Grammars of registry names and hosts (registry-protocol §7–8). They are the security boundary of DESIGN §4
 * rule 2: no URL parser and no Unicode normalisation comes before them.
 */
const registryName = /^[A-Za-z0-9]{5,50}$/;

/** `name[-label][.region.geo].azurecr.io|cn|us`; the label is that of a domain name label scope. */
const loginServer =
  /^(?!privatelink\.)[a-z0-9]{5,50}(?:-[a-z0-9]{1,32})?(?:\.[a-z][a-z0-9]{2,29}\.geo)?\.azurecr\.(?:io|cn|us)$/;

const dataEndpoint = /^([a-z0-9]{5,50}(?:-[a-z0-9]{1,32})?)\.[a-z][a-z0-9]{2,29}\.data\.azurecr\.(io|cn|us)$/;

/** Longest host that the grammars admit; longer candidates are refused unread. */
export const LONGEST_HOST = 160;

/** Lower-cases ASCII only: `toLowerCase` would make ASCII letters of some others, e.g. of the Kelvin sign. */
function lowerAscii(text: string): string | null {
  return text.length <= LONGEST_HOST && /^[\x21-\x7e]+$/.test(text) ? text.toLowerCase() : null;
}

/** Resource name of a registry, as typed; null for anything but 5–50 ASCII letters and digits. */
export function parseRegistryName(text: string): RegistryName | null {
  // The cast mints the brand: the grammar has just matched.
  return registryName.test(text) ? (text as RegistryName) : null;
}

/**
 * Host name of a login server in a known cloud, in lower case; null for everything else, including hosts with
 * a port, a trailing dot, user info, or further labels on either side.
 */
export function parseLoginServer(text: string): LoginServer | null {
  const host = lowerAscii(text);
  // The cast mints the brand: the grammar has just matched.
  return host !== null && loginServer.test(host) ? (host as LoginServer) : null;
}

/** A dedicated data endpoint (`contoso.westeurope.data.azurecr.io`) and the login server that it belongs to. */
export interface DataEndpoint {
  readonly host: string;
  readonly loginServer: LoginServer;
}

/** Host name of a dedicated data endpoint (registry-protocol §8); null for everything else. */
export function parseDataEndpoint(text: string): DataEndpoint | null {
  const host = lowerAscii(text);
  const match = host === null ? null : dataEndpoint.exec(host);
  if (host === null || !match) return null;
  const server = parseLoginServer(`${match[1]}.azurecr.${match[2]}`);
  return server && { host, loginServer: server };
}

/**
 * Resource name within a login server's name: without the domain name label. Only a guess at the resource: the
 * registry's own `loginServer` property is the authority (registry-protocol §7).
 */
export function registryOf(server: LoginServer): RegistryName {
  // The cast holds by the grammar of LoginServer: 5–50 letters and digits stand before the first `-` or `.`.
  return server.slice(0, server.search(/[-.]/)) as RegistryName;
}
