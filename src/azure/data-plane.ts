import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import { parseDigest, parseTag } from '../diagnosis/facts/repository.js';
import type { LoginServer } from '../diagnosis/reading.js';
import { EgressAgent } from './agent.js';
import { type Answer, failed, ok } from './answer.js';
import type { Egress } from './egress.js';
import type { HttpResult } from './http.js';
import { noAnswer, refusal, unavailable } from './http-problem.js';
import { hasPrivateEndpoint, type Inventory } from './inventory.js';
import { sendVia } from './observed.js';
import type { RegistryData } from './ports.js';
import { actionsOf, attributesOf, catalogOf, manifestOf, manifestTypes, tagsOf } from './registry-bodies.js';
import { createTokens, type GetToken } from './registry-tokens.js';

export interface DataPlaneOptions {
  readonly egress: Egress;
  readonly inventory: Inventory;
  readonly getToken: GetToken;
}

/**
 * Reads a registry's data with a sign-in. Signs in anew at each call, since the registry reads the caller's rights
 * when it issues a token (registry-protocol §5); calls at the same time share the first step. Connections are kept alive.
 */
export function createRegistryData({ egress, inventory, getToken }: DataPlaneOptions): RegistryData {
  const agent = new EgressAgent(egress, {
    admits: (host) => parseLoginServer(host) === host,
    privateAllowed: async (host, signal) => {
      const server = parseLoginServer(host);
      return server !== null && hasPrivateEndpoint(inventory, server, signal);
    },
  });
  const tokens = createTokens({ egress, agent, inventory, getToken });

  async function get(
    host: LoginServer,
    path: string,
    token: Answer<string>,
    accept: string,
    signal: AbortSignal,
  ): Promise<Answer<HttpResult>> {
    if (!token.ok) return token;
    const headers = { accept, authorization: `Bearer ${token.value}` };
    return ok(await sendVia(egress, agent, { host, method: 'GET', path, headers }, signal));
  }

  return {
    async exchange(host, signal) {
      const refresh = await tokens.refresh(host, signal);
      return refresh.ok ? ok('accepted') : refresh;
    },

    async granted(host, repository, actions, signal) {
      const token = await tokens.access(host, repository, actions, signal);
      if (!token.ok) return token;
      const granted = actionsOf(token.value, repository);
      return granted === null ? unavailable('protocol') : ok(granted);
    },

    async manifest(host, repository, reference, signal) {
      if (parseTag(reference) === null && !isDigest(reference)) return unavailable('guard');
      const path = `/v2/${repository}/manifests/${reference}`;
      const token = await tokens.access(host, repository, ['pull'], signal);
      const result = await get(host, path, token, manifestTypes, signal);
      if (!result.ok) return result;
      // A manifest that is too long to be read is one all the same.
      if (result.value.kind === 'unread' && result.value.status === 200) return ok({ platforms: [] });
      return found(result.value, 'pull', manifestOf);
    },

    async attributes(host, repository, reference, signal) {
      const item = itemOf(reference);
      if (item === null) return unavailable('guard');
      const action = 'metadata_read';
      const path = `/acr/v1/${repository}${item}`;
      const token = await tokens.access(host, repository, [action], signal);
      const result = await get(host, path, token, json, signal);
      return result.ok ? found(result.value, action, attributesOf) : result;
    },

    async tags(host, repository, signal) {
      const path = `/acr/v1/${repository}/_tags?n=10&orderby=timedesc`;
      const token = await tokens.access(host, repository, ['metadata_read'], signal);
      const result = await get(host, path, token, json, signal);
      return result.ok ? found(result.value, 'metadata_read', tagsOf) : result;
    },

    async catalog(host, signal) {
      const token = await tokens.listing(host, signal);
      const result = await get(host, '/acr/v1/_catalog?n=100', token, json, signal);
      if (!result.ok) return result;
      const names = found(result.value, 'catalog', catalogOf);
      // A registry without a catalogue does not exist in the protocol.
      return names.ok && names.value === null
        ? unavailable('protocol', 404)
        : names.ok
          ? ok(names.value ?? [])
          : names;
    },
  };
}

const json = 'application/json';

/** Where the attributes of a tag or digest stand, below those of its repository. */
function itemOf(reference: string | null): string | null {
  if (reference === null) return '';
  if (parseTag(reference) !== null) return `/_tags/${reference}`;
  return isDigest(reference) ? `/_manifests/${reference}` : null;
}

function isDigest(text: string): boolean {
  return parseDigest(text) === text;
}

function found<T>(result: HttpResult, action: string, read: (body: string) => T | null): Answer<T | null> {
  if (result.kind !== 'answered') return noAnswer(result);
  const { response } = result;
  if (response.status === 404) return ok(null);
  if (response.status !== 200) return failed(refusal(response, action));
  const value = read(response.body);
  return value === null ? unavailable('protocol', 200) : ok(value);
}
