import { botSecret } from '../../sandbox/entra/bot.js';
import type { World } from '../../sandbox/world/world.js';
import type { Transport } from '../../src/azure/bounded-client.js';
import { armClients, graphReader } from '../../src/azure/clients.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { type CredentialSpec, createCredential } from '../../src/azure/credential.js';
import { createDirectory } from '../../src/azure/directory.js';
import { createLoginEvents } from '../../src/azure/login-events/client.js';
import { createManagement } from '../../src/azure/management.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import type { LoginServer } from '../../src/diagnosis/reading.js';
import { type Before, inProcess } from './in-process.js';
import { bot, contoso } from './world.js';

/** The bot's own sign-in. */
export const asBot: CredentialSpec = {
  kind: 'client-secret',
  tenant: contoso.id,
  clientId: bot.clientId,
  secret: botSecret,
};

/** The real clients against a world, in process. */
export function wired(
  world: World | (() => World),
  {
    spec = asBot,
    before,
    timeoutMs = 2000,
    maxRetries = 2,
    configured = null,
  }: {
    spec?: CredentialSpec;
    before?: Before;
    timeoutMs?: number;
    maxRetries?: number;
    configured?: readonly string[] | null;
  } = {},
) {
  const net = inProcess(world, before);
  const transport: Transport = { httpClient: net, timeoutMs, maxRetries, retryDelayMs: 10 };
  const credential = createCredential(publicCloud, spec, transport);
  const clients = armClients(publicCloud, credential, transport);
  return {
    net,
    credential,
    clients,
    management: createManagement(clients, configured),
    loginEvents: createLoginEvents(publicCloud, credential, transport, clients.rest),
    directory: createDirectory(graphReader(publicCloud, credential, transport)),
  };
}

export const signal = new AbortController().signal;

export function loginServer(host: string): LoginServer {
  const parsed = parseLoginServer(host);
  if (parsed === null) throw new Error(`${host} is no login server`);
  return parsed;
}
