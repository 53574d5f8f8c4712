import { publicCloud } from '../../src/azure/clouds.js';
import { createCredential } from '../../src/azure/credential.js';
import { createRotator } from '../../src/azure/rotator-client.js';
import { createVaults } from '../../src/azure/vault-client.js';
import { Lab } from '../sandbox/writes/lab.js';
import { type Before, inProcess } from './in-process.js';

/** The rotator's clients against a world of the sandbox, in process. */

/** The vault of the lab. */
export const delivery = 'https://delivery.vault.azure.net';

interface Options {
  readonly before?: Before;
  readonly timeoutMs?: number;
}

/** @param parts sections of the world that are others than the lab's */
export function rotating(
  parts: ConstructorParameters<typeof Lab>[0] = {},
  { before, timeoutMs = 2000 }: Options = {},
) {
  const lab = new Lab(parts);
  const net = inProcess(lab.world, before);
  const transport = { httpClient: net, timeoutMs, maxRetries: 2, retryDelayMs: 1 };
  const { tenant, clientId = '' } = lab.world().servicePrincipals.get('rotator') ?? {};
  const spec = { kind: 'client-secret', tenant: tenant?.id ?? '', clientId, secret: 'fake-rotator' } as const;
  const credential = createCredential(publicCloud, spec, transport);
  return {
    lab,
    net,
    transport,
    credential,
    rotator: createRotator(publicCloud, credential, transport),
    vaults: createVaults(publicCloud, credential, transport, [delivery]),
    /** Requests other than those for tokens. */
    sent: () => net.exchanges.map(({ request }) => request).filter(({ host }) => !host.startsWith('login.')),
  };
}

/** What comes in place of the answers to one method; the service hears nothing of the call. */
export const instead =
  (method: string, answer: Awaited<ReturnType<Before>>): Before =>
  async (request) =>
    request.method === method && !request.host.startsWith('login.') ? answer : undefined;
