import type { ServerResponse } from 'node:http';
import { vi } from 'vitest';
import { ok } from '../../src/azure/answer.js';
import { createRegistryData } from '../../src/azure/data-plane.js';
import type { InventoryEntry } from '../../src/azure/inventory.js';
import type { GetToken } from '../../src/azure/registry-tokens.js';
import { fakeNet, type Recorded } from '../support/fake-net.js';
import { unsignedJwt } from '../support/jwt.js';
import { address, contoso, egressOn, inventory } from './egress-on.js';

type Answers = Readonly<Record<string, (request: Recorded, response: ServerResponse) => void>>;

export const access = unsignedJwt({
  access: [{ type: 'repository', name: 'team/app', actions: ['pull', 'metadata_read'] }],
});

const signIn: Answers = {
  '/oauth2/exchange': (_request, response) => response.end('{"refresh_token":"refresh-of-contoso"}'),
  '/oauth2/token': (_request, response) => response.end(JSON.stringify({ access_token: access })),
};

/** The registry, answering by path, and the bot's way to it. */
export async function setUp(
  answers: Answers = {},
  entry: InventoryEntry | null = { privateEndpoint: false },
) {
  const net = await fakeNet();
  net.dns(contoso, [address]);
  const recorder = await net.serve(address, {
    names: [contoso],
    answer: (request, response) => {
      const answer = { ...signIn, ...answers }[request.url];
      if (answer) answer(request, response);
      else response.writeHead(404).end('{}');
    },
  });
  const getToken = vi.fn<GetToken>(async () => ok('entra-token'));
  const ours = inventory(entry === null ? {} : { [contoso]: entry });
  const data = createRegistryData({ egress: egressOn(net), inventory: ours, getToken });
  return { net, recorder, getToken, data };
}

export const form = (request: Recorded | undefined) => Object.fromEntries(new URLSearchParams(request?.body));
